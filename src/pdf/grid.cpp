#include "pdf/grid.h"

#include <algorithm>
#include <numeric>

namespace pdf {
namespace {

constexpr double around = 4;   // above and below what a row says
constexpr double gutter = 12;  // between columns
constexpr double paragraph_gap = 4;
constexpr std::size_t lines_kept = 3;  // at least so many on each sheet of a divided row

/// Higher rows than this may be divided: to keep them whole would leave half a sheet empty.
constexpr double whole_max = (Sheets::height - Sheets::top - Sheets::bottom) * 0.3;

}  // namespace

GridRow::GridRow(const Type& type, const std::vector<Cell>& cells, const std::vector<int>& shares) {
    const double all = std::accumulate(shares.begin(), shares.end(), 0);
    const double width = Sheets::measure - gutter * static_cast<double>(cells.size() - 1);
    double x = Sheets::margin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Column column{cells[i].tag, x, width * shares[i] / all, {}};
        std::size_t number = 0;
        for (const auto& paragraph : cells[i].paragraphs) {
            auto lines = type.broken(paragraph, cells[i].style, column.width);
            if (lines.empty()) continue;
            if (number > 0) column.lines.back().line.height += paragraph_gap;
            for (auto& line : lines) column.lines.push_back({std::move(line), cells[i].style, number});
            ++number;
        }
        x += column.width + gutter;
        columns_.push_back(std::move(column));
    }
}

double GridRow::height_of(const Column& column, std::size_t from, std::size_t to) {
    double height = 0;
    for (std::size_t n = from; n < to; ++n) height += column.lines[n].line.height;
    return height;
}

double GridRow::height_of_part(const Taken& from, const Taken& to) const {
    double highest = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        highest = std::max(highest, height_of(columns_[i], from[i], to[i]));
    return highest + 2 * around;
}

GridRow::Taken GridRow::nothing() const {
    return Taken(columns_.size(), 0);
}

GridRow::Taken GridRow::everything() const {
    Taken all;
    for (const auto& column : columns_) all.push_back(column.lines.size());
    return all;
}

double GridRow::height() const {
    return height_of_part(nothing(), everything());
}

double GridRow::first_part() const {
    if (height() <= whole_max) return height();
    Taken first = everything();
    for (auto& lines : first) lines = std::min(lines, lines_kept);
    return height_of_part(nothing(), first);
}

GridRow::Taken GridRow::that_fit(const Taken& from, double room) const {
    Taken to = from;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& lines = columns_[i].lines;
        const auto count = lines.size();
        double left = room - 2 * around;
        while (to[i] < count && lines[to[i]].line.height <= left) left -= lines[to[i]++].line.height;
        // Not a few lines alone on the next sheet.
        const std::size_t rest = count - to[i];
        if (rest > 0 && rest < lines_kept && to[i] - from[i] >= 2 * lines_kept) to[i] -= lines_kept - rest;
    }
    return to;
}

void GridRow::draw_lines(Sheets& sheets, const Column& column, Stretch stretch, double& y) {
    for (std::size_t n = stretch.from; n < stretch.to; ++n) {
        const auto& placed = column.lines[n];
        sheets.type().draw(sheets.cairo(), placed.line, placed.style, column.x, y, column.width);
        y += placed.line.height;
    }
}

/// Several paragraphs are several things to whoever hears the page.
void GridRow::draw_cell(Sheets& sheets, const Column& column, Stretch stretch) {
    const Tag cell(sheets.cairo(), column.tag);
    double y = sheets.y() + around;
    const auto& lines = column.lines;
    const bool several =
        stretch.from < stretch.to && lines[stretch.from].paragraph != lines[stretch.to - 1].paragraph;
    if (!several) return draw_lines(sheets, column, stretch, y);
    for (std::size_t begin = stretch.from; begin < stretch.to;) {
        std::size_t end = begin;
        while (end < stretch.to && lines[end].paragraph == lines[begin].paragraph) ++end;
        const Tag paragraph(sheets.cairo(), "P");
        draw_lines(sheets, column, {begin, end}, y);
        begin = end;
    }
}

void GridRow::draw_part(Sheets& sheets, const Taken& from, const Taken& to) const {
    {
        const Tag row(sheets.cairo(), "TR");
        for (std::size_t i = 0; i < columns_.size(); ++i) draw_cell(sheets, columns_[i], {from[i], to[i]});
    }
    sheets.go_down(height_of_part(from, to));
    sheets.rule(0.5, 0.75);
}

/// What heads a row is said again on each sheet, where that leaves room for the rest.
void GridRow::repeat_heads(Taken& from) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool heads = std::string_view(columns_[i].tag) == "TH";
        if (heads && height_of(columns_[i], 0, columns_[i].lines.size()) <= whole_max) from[i] = 0;
    }
}

void GridRow::draw(Sheets& sheets, const std::function<void()>& again) const {
    const auto next = [&] {
        sheets.next();
        again();
    };
    if (first_part() > sheets.room() && !sheets.at_top()) next();
    Taken from = nothing();
    while (true) {
        auto to = that_fit(from, sheets.room());
        // A line that no sheet is high enough for is drawn all the same.
        if (to == from) {
            for (std::size_t i = 0; i < to.size(); ++i) to[i] = std::min(to[i] + 1, columns_[i].lines.size());
        }
        draw_part(sheets, from, to);
        from = to;
        if (from == everything()) break;
        repeat_heads(from);
        next();
    }
}

void GridRow::draw_again(Sheets& sheets) const {
    {
        const Tag unread(sheets.cairo(), artifact);
        for (const auto& column : columns_) {
            double y = sheets.y() + around;
            draw_lines(sheets, column, {0, column.lines.size()}, y);
        }
    }
    sheets.go_down(height());
    sheets.rule(0.5, 0.75);
}

}  // namespace pdf
