// A flowchart shows every stage and every way on, and nothing lies over anything else.
#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "diagram/diagram.h"
#include "diagram/drawings.h"
#include "diagram/ladders.h"
#include "diagram/layout.h"
#include "diagram/policy_chart.h"
#include "diagram/sample.h"

using namespace diagram;

namespace {

Chart chart(Detail detail = Detail::Full) {
    return chart_of(testing::sample(), detail, 140);
}

std::size_t count(const Chart& chart, Course course) {
    return static_cast<std::size_t>(std::ranges::count(chart.arrows, course, &Arrow::course));
}

bool leads(const Chart& chart, const std::string& from, const std::string& to, Course course) {
    return std::ranges::any_of(chart.arrows, [&](const Arrow& arrow) {
        return arrow.from == from && arrow.to == to && arrow.course == course;
    });
}

std::string text_of(const Box& box) {
    std::string text;
    for (const auto& run : box.runs) text += run.text + " ";
    return text;
}

const Box& box(const Chart& chart, const std::string& key) {
    const auto found = std::ranges::find(chart.boxes, key, &Box::key);
    REQUIRE_MESSAGE(found != chart.boxes.end(), key);
    return *found;
}

bool says(const Chart& chart, const std::string& key, const std::string& words) {
    return text_of(box(chart, key)).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("every stage has its box with who acts, by when, what is owed and what comes first") {
    const auto drawn = chart();
    CHECK(says(drawn, "stage one", "Stage 1: Practitioners talk"));
    CHECK(says(drawn, "stage one", "Raising side: Practitioner"));
    CHECK(says(drawn, "stage one", "within 5 working days [1, as read]"));
    CHECK(says(drawn, "stage one", "Talk to the other side: within 2 working days"));
    CHECK(says(drawn, "stage one", "Talk first"));
    CHECK(says(drawn, "stage one", "Does not count as an escalation yet."));
    CHECK(says(drawn, "stage two", "at most 3 times"));
    CHECK(says(drawn, "stage three", "Receiving side: Nobody"));
}

TEST_CASE("every way on is an arrow: up, again, over stages, chosen, decided, handed over, settled") {
    const auto drawn = chart();
    CHECK(leads(drawn, "stage one", "stage two", Course::On));
    CHECK(leads(drawn, "stage two", "stage three", Course::On));
    CHECK(leads(drawn, "stage two", "stage two", Course::Again));
    CHECK(leads(drawn, "stage one", "leap 1", Course::Leap));
    CHECK(leads(drawn, "leap 1", "stage three", Course::Land));
    CHECK(count(drawn, Course::Choice) == 3);
    CHECK(leads(drawn, "way three alone", "settled", Course::Out));
    CHECK(leads(drawn, "decision three 1", "course", Course::Out));
    CHECK(leads(drawn, "stage three", "hand-over three", Course::Out));
    CHECK(count(drawn, Course::Exit) == 3);
    CHECK(leads(drawn, "settled", "closed", Course::On));
    CHECK(says(drawn, "leap 1", "by the raising side [5]"));
}

TEST_CASE("both places to begin are shown, each with its condition") {
    const auto drawn = chart();
    const auto starts = std::ranges::count(drawn.boxes, Look::Start, &Box::look);
    CHECK(starts == 2);
    CHECK(std::ranges::any_of(drawn.boxes, [](const Box& one) {
        return one.name.find("immediate danger is declared") != std::string::npos;
    }));
}

TEST_CASE("no box lies over another, at any level of detail") {
    for (const auto detail : {Detail::Full, Detail::Plain, Detail::Bare}) {
        const auto drawn = chart(detail);
        const auto layout = lay_out(drawn);
        for (std::size_t i = 0; i < drawn.boxes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const auto &a = layout.boxes[i], &b = layout.boxes[j];
                const bool apart = a.x + drawn.boxes[i].width <= b.x || b.x + drawn.boxes[j].width <= a.x ||
                                   a.y + drawn.boxes[i].height <= b.y || b.y + drawn.boxes[j].height <= a.y;
                CHECK_MESSAGE(apart, drawn.boxes[i].key << " and " << drawn.boxes[j].key);
            }
            CHECK(layout.boxes[i].x >= 0);
            CHECK(layout.boxes[i].x + drawn.boxes[i].width <= layout.width);
        }
    }
}

TEST_CASE("the ladder goes down the page, and where it settles is below every stage") {
    const auto drawn = chart();
    const auto layout = lay_out(drawn);
    const auto y = [&](const std::string& key) {
        return layout
            .boxes[static_cast<std::size_t>(std::ranges::find(drawn.boxes, key, &Box::key) -
                                            drawn.boxes.begin())]
            .y;
    };
    CHECK(y("stage one") < y("stage two"));
    CHECK(y("stage two") < y("stage three"));
    CHECK(y("stage three") < y("settled"));
    CHECK(y("settled") < y("closed"));
}

TEST_CASE("every arrow but those left to the sides ends at its box") {
    const auto drawn = chart();
    const auto layout = lay_out(drawn);
    for (std::size_t i = 0; i < drawn.arrows.size(); ++i) {
        const auto at = static_cast<std::size_t>(
            std::ranges::find(drawn.boxes, drawn.arrows[i].to, &Box::key) - drawn.boxes.begin());
        REQUIRE(layout.arrows[i].points.size() >= 4);
        const auto tip = layout.arrows[i].points.back();
        const auto& corner = layout.boxes[at];
        const double near = 0.5;
        CHECK(tip.x >= corner.x - near);
        CHECK(tip.x <= corner.x + drawn.boxes[at].width + near);
        CHECK(tip.y >= corner.y - near);
        CHECK(tip.y <= corner.y + drawn.boxes[at].height + near);
    }
}

TEST_CASE("nothing that a policy says becomes markup, and the picture needs nothing else") {
    const auto svg = draw(testing::sample());
    CHECK(svg.find("<b>") == std::string::npos);
    CHECK(svg.find("A policy of &lt;b&gt;Ours&lt;/b&gt; &amp; Theirs") != std::string::npos);
    for (const auto* foreign : {"<script", "href=", "url(", "@import", "<image", "<foreignObject"})
        CHECK_MESSAGE(svg.find(foreign) == std::string::npos, foreign);
}

TEST_CASE(
    "the picture says in words what it shows, is one sheet of A4, and gives way to the reader's colours") {
    const auto svg = draw(testing::sample());
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("<title id=\"title\">Flowchart: ") != std::string::npos);
    CHECK(svg.find("<desc id=\"desc\">") < svg.find("Not settled at Stage 1: on to Stage 2."));
    CHECK(svg.find("width=\"210mm\" height=\"297mm\"") != std::string::npos);
    CHECK(svg.find("forced-colors: active") != std::string::npos);
    CHECK(svg.find("A complaint is made") != std::string::npos);
}

TEST_CASE("ladders that share no stage are drawn on a sheet each, the longest first and records last") {
    auto pack = testing::sample();
    policy::Stage praise{.key = "praise", .label = "Praise", .title = "Something done well", .raising = "worker"};
    pack.stages.insert(pack.stages.begin(), praise);
    pack.routes = {{.key = "good", .title = "Good practice", .stages = {"praise"}, .disagreement = false, .source = {}},
                   {.key = "short", .title = "Between agencies", .stages = {"two"}, .source = {}},
                   {.key = "usual", .title = "About a decision", .stages = {"one", "two", "three"}, .source = {}}};
    const auto ladders = ladders_of(pack);
    REQUIRE(ladders.size() == 2);
    CHECK(ladders[0].routes.size() == 2);
    CHECK(ladders[0].stages.size() == 3);
    CHECK(ladders[1].stages.size() == 1);

    const auto svg = draw(pack);
    CHECK(svg.find("viewBox=\"0 0 210 594\"") != std::string::npos);
    CHECK(svg.find("Sheet 1 of 2.") < svg.find("Sheet 2 of 2."));
    CHECK(svg.find("Praise: recorded.") != std::string::npos);
    CHECK(svg.find("Praise: settled") == std::string::npos);
}

TEST_CASE("dates that hold all, needs of every stage and what waits for a step stand below the chart") {
    using namespace policy;
    auto pack = testing::sample();
    pack.dates = {{.key = "hearing", .title = "The court hearing", .by = {Who::Kind::Both}, .holds_all = true, .source = {"8", ""}}};
    pack.needs = {{.before = {"escalate"}, .that = {.op = Condition::Op::Is, .ask = Ask::Ever, .words = {"step-ended:complaint"}},
                   .says = "Let the complaint end", .source = {"9", ""}}};
    const auto lines = beside_lines(pack);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "Every stage ends by: The court hearing, set by either side [8]");
    CHECK(lines[1] == "Before escalate: Let the complaint end [9]");
    CHECK(lines[2] == "Can run along: A complaint is made, by the raising side [7]; there waits for it: escalate [9]");
    CHECK(draw(pack).find("neither stop") == std::string::npos);
    pack.routes = {{.key = "good", .title = "Good practice", .stages = {"one"}, .disagreement = false, .source = {}}};
    CHECK(beside_lines(pack).size() == 2);
}

TEST_CASE("where it settles, it is said who decides so, and by when the rest is done") {
    using namespace policy;
    auto pack = testing::sample();
    pack.meetings = {{.key = "panel", .title = "The panel", .convenor = {Who::Kind::Raising}, .effect = Meeting::Effect::Decides, .source = {"3", ""}}};
    pack.stages[2].meetings = {"panel"};
    DutyRule tell{.key = "tell", .what = What::Inform, .title = "Tell the child", .by = {Who::Kind::Raising}, .on = {{Happening::Settled}}, .source = {"6", ""}};
    tell.clock = {.limit = {5, calendar::Unit::WorkingDay}};
    pack.duties.push_back(tell);
    const auto drawn = chart_of(pack, Detail::Full, 140);
    CHECK(says(drawn, "settled", "'The panel' decides it [3]"));
    CHECK(says(drawn, "settled", "the partnership's chair decides so at Stage 3 [3]"));
    CHECK(says(drawn, "settled", "Tell the child, within 5 working days [6]"));
    for (const auto& one : drawn.boxes) CHECK(text_of(one).find("Or: a disagreement") == std::string::npos);
}

TEST_CASE("the same policy is the same picture, from any thread") {
    const auto once = draw(testing::sample());
    std::vector<std::string> drawn(4);
    std::vector<std::thread> threads;
    for (auto& one : drawn) threads.emplace_back([&one] { one = draw(testing::sample()); });
    for (auto& thread : threads) thread.join();
    for (const auto& one : drawn) CHECK(one == once);
}

TEST_CASE("a flowchart is drawn once, however many ask for it, and anew where the policy is another") {
    Drawings drawings;
    const auto sample = testing::sample();
    const auto picture = draw(sample);
    std::vector<std::thread> askers;
    for (int i = 0; i < 4; ++i) {
        askers.emplace_back([&] { CHECK(drawings.of(sample) == picture); });
    }
    for (auto& asker : askers) asker.join();
    CHECK(drawings.drawn() == 1);
    auto other = sample;
    other.identity.title = "Another policy";
    CHECK(drawings.of(other) == draw(other));
    CHECK(drawings.drawn() == 2);
}

TEST_CASE("so many flowcharts are kept, and no more") {
    Drawings drawings;
    auto pack = testing::sample();
    const auto of = [&](std::size_t edition) {
        pack.identity.edition = std::to_string(edition);
        return drawings.of(pack);
    };
    for (std::size_t i = 0; i <= Drawings::kept_max; ++i) of(i);
    const auto so_far = drawings.drawn();
    of(Drawings::kept_max);
    CHECK(drawings.drawn() == so_far);
    of(0);
    CHECK(drawings.drawn() == so_far + 1);
}
