// What the demo is made of, as its files say it: agencies, posts, stories, and words to fill in.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "policy/field.h"

namespace program::demo {

/// Keys are those of the file: "care.tm" is the post `tm` of the agency `care`.
struct Post {
    std::string key;
    std::string kind;
    std::string title;
    std::string team = {};
    std::string reports_to = {};
    std::string deputy = {};  // the post whose holder deputises in this one
    bool vacant = false;
};

struct Agency {
    std::string key;  // "office" is the partnership's own
    std::string name = {};
    std::string sector = {};
    std::vector<Post> posts;
};

struct Child {
    std::string name;
    int age = 0;  // in years, today
};

/// "12 09:40" is so many working days before today, and a time of that day.
struct Step {
    std::string at;
    std::string who = {};           // a post, or: raiser, raising, receiving, receiving:AGENCY
    std::string does;               // an action; or: duty, duties, finish
    std::string about = {};         // what permitted calls it; of a duty: its rule
    std::string on_behalf_of = {};  // a post that nobody signs in for
    policy::Answers with = {};
    std::vector<std::string> except = {};  // of duties: rules that are left undone
};

struct Story {
    std::string title;
    std::string raiser;
    std::vector<std::string> to;
    Child child = {};
    policy::Answers with = {};  // what raising is answered with
    std::vector<Step> steps;
};

struct Partnership {
    std::string key;
    std::string name;
    std::string pack;
    std::string administrator;  // people without a post
    std::string data_guardian;
    std::map<std::string, std::vector<int>> meetings = {};  // of bodies: working days from today
    std::vector<Agency> agencies;
    std::vector<Story> stories;
};

/// Answers that no story gives, by "action.field" or "field", and days by field.
struct Words {
    std::vector<std::string> given_names;
    std::vector<std::string> family_names;
    std::map<std::string, std::vector<std::string>> texts;
    std::map<std::string, int> days;
};

/// The files are part of the program: a mistake in them is a bug.
Words read_words();
std::vector<Partnership> read_partnerships();

}  // namespace program::demo
