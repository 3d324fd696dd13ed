#include "diagram/diagram.h"

#include <algorithm>

#include "base/text.h"
#include "diagram/ladders.h"
#include "diagram/paint.h"
#include "diagram/policy_chart.h"
#include "diagram/wording.h"
#include "policy/whom.h"
#include "policy/words.h"

namespace diagram {
namespace {

using namespace html;

constexpr double page_width = 210;
constexpr double page_height = 297;
constexpr double margin = 10;
constexpr double inner = page_width - 2 * margin;
constexpr double smallest = 0.79;  // of the usual letters: smaller ones nobody reads on a wall
constexpr Letters note{.size = 2.5};
constexpr Letters strong_note{.size = 2.8, .weight = Weight::Bold};

struct Placed {
    Chart chart;
    Layout layout;
    double scale = 1;
};

/// With as many words as can be read.
Placed placed(const policy::Pack& pack, double height) {
    Placed best{.chart = {}, .layout = {}, .scale = 0};
    for (const auto detail : {Detail::Full, Detail::Plain, Detail::Bare}) {
        // Fewer words have to make them clearly larger.
        const double worth = best.scale * 1.1;
        for (const double stage_width : {80.0, 95.0, 110.0, 120.0, 130.0, 140.0, 150.0, 160.0}) {
            Placed one{.chart = chart_of(pack, detail, stage_width), .layout = {}};
            one.layout = lay_out(one.chart);
            one.scale = std::min({inner / one.layout.width, height / one.layout.height, 1.15});
            if (one.scale > std::max(worth, best.scale)) best = std::move(one);
        }
        if (best.scale >= smallest) break;
    }
    return best;
}

/// Which of how many sheets, each with a ladder of its own.
struct Sheet {
    policy::Pack pack;
    std::size_t number = 1;
    std::size_t of = 1;
};

std::string title_of(const Sheet& sheet) {
    const auto& title = sheet.pack.identity.title;
    return sheet.of == 1 ? title : title + ": " + routes_in_words(sheet.pack);
}

Html heading(const Sheet& sheet, Point& at) {
    const auto& identity = sheet.pack.identity;
    const Letters title{.size = 5.4, .weight = Weight::Bold};
    Html all = paint_lines(wrapped(title_of(sheet), inner, title), at, title);
    const auto which =
        sheet.of == 1 ? std::string()
                      : "Sheet " + std::to_string(sheet.number) + " of " + std::to_string(sheet.of) + ". ";
    const auto about = which + identity.owner + ". Edition " + identity.edition +
                       ", drawn from: " + identity.source_title + ". " + policy::counting_in_words(identity) +
                       ". In brackets: the clause; 'as read' where the source leaves it open.";
    return all.add(paint_lines(wrapped(about, inner, note), at, note));
}

struct Edge {
    std::string_view colour;
    std::string_view width;
};
constexpr Edge warning{"#d4351c", "0.9"};
constexpr Edge quiet{"currentColor", "0.35"};

/// A frame round lines of text, the first of them bold.
Html framed(const std::string& first, const std::vector<std::string>& texts, const Edge& edge, Point& at) {
    constexpr double inset = 2;
    Point line{at.x + inset, at.y + inset};
    Html text = paint_lines(wrapped(first, inner - 2 * inset, strong_note), line, strong_note);
    for (const auto& one : texts) text.add(paint_lines(wrapped(one, inner - 2 * inset, note), line, note));
    const double height = line.y + inset - 0.6 - at.y;
    Html frame = element("rect", "box")
                     .with("x", number(at.x))
                     .with("y", number(at.y))
                     .with("width", number(inner))
                     .with("height", number(height))
                     .with("fill", "#ffffff")
                     .with("stroke", edge.colour)
                     .with("stroke-width", edge.width)();
    at.y += height;
    return frame.add(text);
}

double height_of_frame(const std::vector<std::string>& texts) {
    Point at;
    framed("x", texts, quiet, at);
    return at.y;
}

Html drawn(const Placed& placed, Point at, double height) {
    Html chart;
    for (std::size_t i = 0; i < placed.chart.arrows.size(); ++i)
        chart.add(paint(placed.chart.arrows[i], placed.layout.arrows[i]));
    for (std::size_t i = 0; i < placed.chart.boxes.size(); ++i)
        chart.add(paint(placed.chart.boxes[i], placed.layout.boxes[i]));
    const double left = at.x + (inner - placed.layout.width * placed.scale) / 2;
    const double top =
        at.y + std::max(0.0, std::min(4.0, (height - placed.layout.height * placed.scale) / 2));
    return element("g").with("transform", "translate(" + number(left) + " " + number(top) + ") scale(" +
                                              number(placed.scale) + ")")(chart);
}

std::string in_words(const Chart& chart) {
    std::vector<std::string> said;
    for (const auto& box : chart.boxes) said.push_back(box.name + (box.name.ends_with('.') ? "" : "."));
    for (const auto& arrow : chart.arrows) said.push_back(arrow.name + ".");
    return base::join(said, " ");
}

struct Drawn {
    Html page;
    std::string words;
};

Drawn drawn(const Sheet& sheet) {
    const auto& pack = sheet.pack;
    Point at{margin, margin};
    Html page = element("rect", "sheet")
                    .with("width", number(page_width))
                    .with("height", number(page_height))
                    .with("fill", "#ffffff")
                    .with("stroke", "none")();
    page.add(heading(sheet, at));
    at.y += 2;
    page.add(framed(policy::worded("Immediate danger at any stage: emergency services and children's social "
                                   "care at once; this goes on beside it.",
                                   pack),
                    danger_lines(pack), warning, at));
    at.y += 3;

    const auto beside = beside_lines(pack);
    const double below = beside.empty() ? 0 : height_of_frame(beside) + 3;
    const double height = page_height - margin - at.y - below;
    const auto chart = placed(pack, height);
    page.add(drawn(chart, at, height));
    if (!beside.empty()) {
        Point foot{margin, page_height - margin - below + 3};
        page.add(framed("Along the whole ladder", beside, quiet, foot));
    }
    return {std::move(page), in_words(chart.chart)};
}

}  // namespace

std::string draw(const policy::Pack& pack) {
    const auto ladders = ladders_of(pack);
    Html pages;
    std::vector<std::string> words{"Immediate danger is never left to wait: " +
                                   base::join(danger_lines(pack), "; ") + "."};
    for (std::size_t i = 0; i < ladders.size(); ++i) {
        auto one = drawn(Sheet{ladders[i], i + 1, ladders.size()});
        const auto down = "translate(0 " + number(page_height * static_cast<double>(i)) + ")";
        pages.add(element("g").with("transform", down)(one.page));
        words.push_back(std::move(one.words));
    }

    const double height = page_height * static_cast<double>(ladders.size());
    const auto root = element("svg")
                          .with("xmlns", "http://www.w3.org/2000/svg")
                          .with("viewBox", "0 0 " + number(page_width) + " " + number(height))
                          .with("width", number(page_width) + "mm")
                          .with("height", number(height) + "mm")
                          .with("role", "img")
                          .with("lang", "en-GB")
                          .with("aria-labelledby", "title desc")
                          .with("color", "#0b0c0c")
                          .with("fill", "currentColor")
                          .with("font-family", font_family);
    const auto title = element("title").with("id", "title")("Flowchart: " + pack.identity.title);
    const auto desc = element("desc").with("id", "desc")(base::join(words, " "));
    return root(title, desc, style(), pages).str() + "\n";
}

}  // namespace diagram
