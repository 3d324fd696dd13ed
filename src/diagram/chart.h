// What a flowchart shows, before anybody knows where: boxes with their text, and arrows between them.
#pragma once
#include <string>
#include <vector>

#include "diagram/letters.h"

namespace diagram {

/// Millimetres, from the left and the top.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// A line of text in a box; `at` is where its baseline begins, seen from the corner of the box.
struct Run {
    Point at;
    std::string text;
    Letters letters;
    bool operator==(const Run&) const = default;
};

/// A thin line in a box, between its parts.
struct Divider {
    Point from, to;
    bool operator==(const Divider&) const = default;
};

/// How a box is drawn: what begins, a stage of the ladder, a way that can be chosen, what leaves stages
/// out, where it ends, and where it is meant to end.
enum class Look { Start, Stage, Way, Leap, End, Goal };

struct Box {
    std::string key;   // unique in its chart
    std::string name;  // what somebody hears who cannot see it
    Look look = Look::Stage;
    bool in_line = false;  // stands straight below the others that do
    double width = 0;
    double height = 0;
    std::vector<Run> runs = {};
    std::vector<Divider> dividers = {};
};

/// On: up the ladder. Choice: one of several ways. Leap and Land: leaving stages out, from one and to
/// another. Again: the same stage once more. Out: off the ladder. Exit: the same from any stage, along
/// one line at the side.
enum class Course { On, Choice, Leap, Land, Again, Out, Exit };

struct Arrow {
    std::string from, to;  // keys of boxes
    Course course = Course::On;
    std::string name;        // what somebody hears who cannot see it
    std::string label = {};  // beside it, in a word or two
};

struct Chart {
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
};

}  // namespace diagram
