// Questions as components: each kind of field has its control, its hint and its place for an error.
#pragma once
#include <map>

#include "app/snapshot.h"
#include "web/answers.h"
#include "web/sheet.h"

namespace web {

/// Whom a question about a post can be answered with.
struct People {
    const app::Snapshot& known;
    const directory::Directory& directory;  // of one partnership
    calendar::Date today;
};

/// A form while it is filled in: what was typed so far, and what is wrong with it.
struct Filling {
    const http::Fields& given;
    const Problems& problems;
    const People& people;
    std::string_view heading = {};  // the question that is the heading of its page
};

Html render(const policy::Field&, const Filling&);

/// What goes with single options of a choice, by their keys: a hint, and what is asked only where one is chosen.
/// Below a list from which one is picked it stands after the list.
struct WithOptions {
    std::map<std::string, std::string> hints = {};
    std::map<std::string, Html> reveals = {};
};
Html render(const policy::Field&, const Filling&, const WithOptions&);

/// One more list for the same question: the answer number `nth`, counted from 1.
Html render_another(const policy::Field&, std::size_t nth, const Filling&);

/// Of the control that an error about this field leads to.
std::string anchor_of(const policy::Field&);
/// What is wrong, each with a link where its field is on the page.
Html summary_of(const Problems&, const std::vector<policy::Field>& on_page);

/// An answer as it is read back: titles for keys, words for dates.
Html in_words(const policy::Field&, const policy::Answers&, const People&);

}  // namespace web
