#include "diagram/box_text.h"

#include <algorithm>

namespace diagram {
namespace {

constexpr double margin = 1.8;
constexpr double gap = 1.1;  // above and below a divider
constexpr Letters plain{};
constexpr Letters bold{.weight = Weight::Bold};
constexpr Letters small{.size = 2.3};

}  // namespace

BoxText::BoxText(Box box, double width) : box_(std::move(box)), y_(margin) {
    box_.width = width;
}

void BoxText::put(double left, double width, const std::string& text, const Letters& letters) {
    for (auto& line : wrapped(text, width, letters)) {
        box_.runs.push_back({{left, y_ + letters.size * 0.93}, std::move(line), letters});
        y_ += line_height(letters);
    }
}

void BoxText::point(double left, double width, const std::string& text) {
    constexpr double indent = 2.4;
    box_.runs.push_back({{left, y_ + plain.size * 0.93}, "•", plain});
    put(left + indent, width - indent, text, plain);
}

BoxText& BoxText::say(const std::string& text, const Letters& letters) {
    put(margin, box_.width - 2 * margin, text, letters);
    return *this;
}

BoxText& BoxText::say(const std::string& lead, const std::string& text) {
    const double width = box_.width - 2 * margin;
    // The bold beginning takes room in the first line only: spaces keep it free while breaking.
    const double lead_width = width_of(lead + " ", bold);
    const double space = width_of(" ", plain);
    std::string room(static_cast<std::size_t>(lead_width / space) + 1, '_');
    while (width_of(room, plain) > lead_width + space) room.pop_back();
    auto lines = wrapped(room + " " + text, width, plain);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double baseline = y_ + plain.size * 0.93;
        if (i == 0) {
            box_.runs.push_back({{margin, baseline}, lead, bold});
            auto rest = lines[0].size() > room.size() ? lines[0].substr(room.size() + 1) : std::string();
            if (!rest.empty()) box_.runs.push_back({{margin + lead_width, baseline}, std::move(rest), plain});
        } else {
            box_.runs.push_back({{margin, baseline}, lines[i], plain});
        }
        y_ += line_height(plain);
    }
    return *this;
}

BoxText& BoxText::heading(const std::string& text, const std::string& at_right, double size) {
    const Letters letters{.size = size, .weight = Weight::Bold};
    const double right = at_right.empty() ? 0 : width_of(at_right, small) + 2;
    const double inner = box_.width - 2 * margin;
    const bool beside = right < inner / 3;
    if (beside && !at_right.empty())
        box_.runs.push_back({{margin + inner - right + 2, y_ + size * 0.93}, at_right, small});
    put(margin, inner - (beside ? right : 0), text, letters);
    if (!beside) put(margin, inner, at_right, small);
    return *this;
}

void BoxText::column(double left, double width, const Column& column) {
    put(left, width, column.title + ": " + column.name, bold);
    for (const auto& text : column.points) point(left, width, text);
}

BoxText& BoxText::columns(const Column& left, const Column& right) {
    const double half = box_.width / 2;
    const double top = y_;
    column(margin, half - margin - 1.6, left);
    const double left_end = y_;
    y_ = top;
    column(half + 1.6, half - margin - 1.6, right);
    y_ = std::max(y_, left_end);
    box_.dividers.push_back({{half, top}, {half, y_ + 0.4}});
    return *this;
}

BoxText& BoxText::points(const std::vector<std::string>& texts) {
    for (const auto& text : texts) point(margin, box_.width - 2 * margin, text);
    return *this;
}

BoxText& BoxText::divide() {
    y_ += gap - 0.4;
    box_.dividers.push_back({{0, y_}, {box_.width, y_}});
    y_ += gap;
    return *this;
}

Box BoxText::take() && {
    box_.height = y_ + margin - 0.6;
    return std::move(box_);
}

}  // namespace diagram
