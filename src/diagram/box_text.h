// Lays the text of a box out, line after line, so that the box is as high as what it says.
#pragma once
#include "diagram/chart.h"

namespace diagram {

/// Writes down a box from its top. Everything is broken to the width that it is given.
class BoxText {
public:
    BoxText(Box box, double width);

    /// A line, or as many as it takes.
    BoxText& say(const std::string& text, const Letters& letters = {});
    /// The same with a bold beginning: "By when: ", and what follows it.
    BoxText& say(const std::string& lead, const std::string& text);
    /// On the left something bold, at the right edge something plain.
    BoxText& heading(const std::string& text, const std::string& at_right, double size);
    /// Two columns side by side, each a bold title and points below it.
    struct Column {
        std::string title;
        std::string name;
        std::vector<std::string> points;
    };
    BoxText& columns(const Column& left, const Column& right);
    BoxText& points(const std::vector<std::string>&);
    BoxText& divide();

    Box take() &&;

private:
    void put(double left, double width, const std::string& text, const Letters&);
    void column(double left, double width, const Column&);
    void point(double left, double width, const std::string& text);

    Box box_;
    double y_;
};

}  // namespace diagram
