#include "pdf/flow.h"

#include <algorithm>
#include <optional>

#include "pdf/grid.h"

namespace pdf {
namespace {

constexpr std::size_t lines_kept = 2;  // of a paragraph, on each sheet it stands on
constexpr double gap = 5;              // below a heading and a paragraph
const std::vector<int> label_and_words{3, 7};

Style style_of(app::Paper::Paragraph::Tone tone) {
    switch (tone) {
        case app::Paper::Paragraph::Tone::Plain: return Style::Plain;
        case app::Paper::Paragraph::Tone::Strong: return Style::Strong;
        case app::Paper::Paragraph::Tone::Quiet: return Style::Quiet;
    }
    return Style::Plain;
}

GridRow set(const Type& type, const app::Paper::Row& row) {
    return {type, {{"TH", Style::Label, {row.label}}, {"TD", Style::Cell, row.words}}, label_and_words};
}

/// A table in its columns: cells that are missing are empty.
class Columns {
public:
    Columns(const Type& type, const app::Paper::Table& table) : type_(type) {
        for (const auto& column : table.columns) {
            shares_.push_back(std::max(column.share, 1));
            headings_.push_back({"TH", Style::Label, {column.heading}});
        }
    }
    GridRow head() const { return {type_, headings_, shares_}; }
    GridRow row(const std::vector<std::string>& said) const {
        std::vector<Cell> cells(shares_.size());
        for (std::size_t i = 0; i < std::min(said.size(), cells.size()); ++i) cells[i].paragraphs = {said[i]};
        return {type_, cells, shares_};
    }

private:
    const Type& type_;
    std::vector<int> shares_;
    std::vector<Cell> headings_;
};

/// How much of the beginning of a block has to stand under its heading.
struct Beginning {
    const Type& type;

    double operator()(const app::Paper::Heading& heading) const {
        return height_of(type.broken(heading.text, Style::Heading, Sheets::measure));
    }
    double operator()(const app::Paper::Paragraph& paragraph) const {
        auto lines = type.broken(paragraph.text, style_of(paragraph.tone), Sheets::measure);
        if (lines.size() > lines_kept) lines.resize(lines_kept);
        return height_of(lines);
    }
    double operator()(const app::Paper::Rows& rows) const {
        return rows.rows.empty() ? 0 : set(type, rows.rows.front()).first_part();
    }
    double operator()(const app::Paper::Table& table) const {
        const Columns columns(type, table);
        const double caption = height_of(type.broken(table.caption, Style::Strong, Sheets::measure));
        const double first = table.rows.empty() ? 0 : columns.row(table.rows.front()).first_part();
        return caption + columns.head().height() + first;
    }
};

/// A heading and a quiet line only lead to what comes after them.
double beginning(const Type& type, const std::vector<app::Paper::Block>& blocks, std::size_t i) {
    if (i >= blocks.size()) return 0;
    const double height = std::visit(Beginning{type}, blocks[i]);
    const auto* paragraph = std::get_if<app::Paper::Paragraph>(&blocks[i]);
    const bool quiet = paragraph && paragraph->tone == app::Paper::Paragraph::Tone::Quiet;
    const bool ends = i + 1 == blocks.size() || std::holds_alternative<app::Paper::Heading>(blocks[i + 1]);
    const bool leads = std::holds_alternative<app::Paper::Heading>(blocks[i]) || (quiet && !ends);
    return leads ? height + gap + beginning(type, blocks, i + 1) : height;
}

}  // namespace

Flow::Flow(PangoFontMap& fonts, const app::Paper& paper, int total)
    : type_(fonts), sheets_(type_, paper, total) {
    const Tag document(sheets_.cairo(), "Document");
    lines(paper.title, "H1", Style::Title);
    sheets_.go_down(3);
    lines(paper.confidentiality, "P", Style::Quiet);
    sheets_.go_down(8);
    block(app::Paper::Rows{paper.opening}, 0);
    for (const auto& section : paper.sections) pour(section);
}

void Flow::pour(const app::Paper::Section& section) {
    const auto beginning_of = [&](std::size_t i) { return beginning(type_, section.blocks, i); };
    sheets_.go_down(14);
    heading(section.heading, {"H2", Style::Section, beginning_of(0)});
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        if (i > 0 && std::holds_alternative<app::Paper::Heading>(section.blocks[i])) sheets_.go_down(8);
        std::visit([&](const auto& one) { block(one, beginning_of(i + 1)); }, section.blocks[i]);
    }
}

/// It stands on the same sheet as the beginning of what it is the heading of.
void Flow::heading(const std::string& text, const Level& level) {
    const double height = height_of(type_.broken(text, level.style, Sheets::measure)) + gap;
    const double together = std::min(height + level.keeps, Sheets::whole() / 2);
    if (together > sheets_.room() && !sheets_.at_top()) sheets_.next();
    lines(text, level.tag, level.style);
    sheets_.go_down(gap);
}

/// Lines one below the other. Where they go over to another sheet, each sheet has a part of their own.
void Flow::lines(const std::string& text, const char* tag, Style style) {
    const auto all = type_.broken(text, style, Sheets::measure);
    if (all.empty()) return;
    const Tag whole(sheets_.cairo(), tag);
    const bool divided = height_of(all) > sheets_.room();
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        double height = 0;
        while (end < all.size() && height + all[end].height <= sheets_.room()) height += all[end++].height;
        const std::size_t rest = all.size() - end;
        if (rest > 0 && rest < lines_kept && end - begin > lines_kept) end -= lines_kept - rest;
        const bool alone = rest > 0 && end - begin < std::min(lines_kept, all.size() - begin);
        if (alone && !sheets_.at_top()) {
            sheets_.next();
            continue;
        }
        end = std::max(end, begin + 1);
        {
            const std::optional<Tag> part =
                divided ? std::make_optional<Tag>(sheets_.cairo(), "Span") : std::nullopt;
            for (; begin < end; ++begin) {
                type_.draw(sheets_.cairo(), all[begin], style, Sheets::margin, sheets_.y(), Sheets::measure);
                sheets_.go_down(all[begin].height);
            }
        }
        if (begin < all.size()) sheets_.next();
    }
}

void Flow::block(const app::Paper::Heading& under, double follows) {
    heading(under.text, {"H3", Style::Heading, follows});
}

void Flow::block(const app::Paper::Paragraph& paragraph, double) {
    lines(paragraph.text, "P", style_of(paragraph.tone));
    sheets_.go_down(gap);
}

void Flow::block(const app::Paper::Rows& rows, double) {
    if (rows.rows.empty()) return;
    const Tag table(sheets_.cairo(), "Table");
    for (const auto& row : rows.rows) set(type_, row).draw(sheets_, [] {});
    sheets_.go_down(8);
}

void Flow::block(const app::Paper::Table& table, double) {
    const Columns columns(type_, table);
    const auto head = columns.head();
    if (Beginning{type_}(table) > sheets_.room() && !sheets_.at_top()) sheets_.next();
    const Tag whole(sheets_.cairo(), "Table");
    lines(table.caption, "Caption", Style::Strong);
    head.draw(sheets_, [] {});
    for (const auto& row : table.rows) {
        columns.row(row).draw(sheets_, [&] { head.draw_again(sheets_); });
    }
    sheets_.go_down(8);
}

}  // namespace pdf
