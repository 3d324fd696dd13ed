#include "web/policy_sections.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "policy/describe.h"
#include "policy/wording.h"
#include "policy/words.h"
#include "web/policy_anchor.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using policy::Pack;

/// A clause and a reading, with the way to where they stand on the page.
Html linked(const Pack& pack, const policy::Source& source) {
    const auto words = policy::in_words(source);
    if (words.empty()) return {};
    const bool clause = policy::find_clause(pack, source.clause) != nullptr;
    const bool reading = policy::find_reading(pack, source.reading) != nullptr;
    if (!clause && !reading) return clause_in_words(source.clause);
    const auto anchor = clause ? clause_anchor(source.clause) : reading_anchor(source.reading);
    return a("#" + anchor, "govuk-link")(words);
}

Html cited(const Pack& pack, const policy::Source& source) {
    const Html link = linked(pack, source);
    return link.empty() ? Html{} : Html(" (").add(link).add(")");
}

Html duty_item(const Pack& pack, const policy::DutyRule& rule) {
    Html said = strong()(capitalised(policy::in_words(rule.by, pack)));
    if (rule.to.kind != policy::Who::Kind::Nobody) said.add(" to ").add(policy::in_words(rule.to, pack));
    said.add(": ").add(rule.title);
    std::vector<std::string> facts;
    for (const auto& fact : rule.on) facts.push_back(policy::as_clause(fact, pack));
    if (!facts.empty())
        said.add(std::string(rule.once ? "; once " : "; each time ") + base::join(facts, " or "));
    if (rule.when) said.add("; where ").add(policy::in_words(*rule.when, pack));
    if (rule.clock.limit.unit != calendar::Unit::NoneStated) said.add("; ").add(policy::in_words(rule.clock, pack));
    if (rule.optional) said.add("; may be left undone");
    return li()(said.add(cited(pack, rule.source)));
}

Html duty_list(const Pack& pack, const std::vector<policy::DutyRule>& rules) {
    Html items;
    for (const auto& rule : rules) items.add(duty_item(pack, rule));
    return items.empty() ? Html{} : ul("govuk-list govuk-list--bullet govuk-!-margin-bottom-0")(items);
}

Html routes_list(const Pack& pack) {
    Html items;
    for (const auto& route : pack.routes) {
        const std::string when = route.when ? ", where " + policy::in_words(*route.when, pack) : "";
        items.add(li()(strong()(route.title), when, cited(pack, route.source)));
    }
    return items;
}

Html steps_list(const Pack& pack) {
    Html items;
    for (const auto& step : pack.steps)
        items.add(li()(strong()(step.title), ", by " + policy::in_words(step.by, pack), cited(pack, step.source)));
    return items;
}

Html dates_list(const Pack& pack) {
    Html items;
    for (const auto& date : pack.dates) {
        const std::string how = date.counted ? policy::in_words(*date.counted) : "set by " + policy::in_words(date.by, pack);
        items.add(li()(strong()(date.title), ", " + how, cited(pack, date.source)));
    }
    return items;
}

Html needs_list(const Pack& pack, const std::vector<policy::Need>& needs) {
    Html items;
    for (const auto& need : needs) items.add(li()(need.says, cited(pack, need.source)));
    return items.empty() ? Html{} : ul("govuk-list govuk-list--bullet govuk-!-margin-bottom-0")(items);
}

std::string tier_title(const Pack& pack, const std::string& key) {
    const auto* tier = policy::find_tier(pack, key);
    return tier ? tier->title : "Nobody";
}

Html ways_on(const Pack& pack, const policy::Stage& stage) {
    Html items;
    if (stage.repeats)
        items.add(li()("It can be taken up the management line again, at most " +
                           counted(static_cast<std::size_t>(stage.repeats->times_max), "time"),
                       cited(pack, stage.repeats->source)));
    if (stage.branches) {
        for (const auto& branch : stage.branches->options)
            items.add(li()(branch.title, ", chosen by ", policy::in_words(stage.branches->by, pack),
                           cited(pack, branch.source)));
    }
    for (const auto& decision : stage.decisions) {
        std::vector<std::string> titles;
        for (const auto& option : decision.options) titles.push_back(option.title);
        items.add(li()(capitalised(policy::in_words(decision.by, pack)), ": ", decision.title, ": ",
                       base::join(titles, "; "), cited(pack, decision.source)));
    }
    for (const auto& key : stage.meetings) {
        if (const auto* meeting = policy::find_meeting(pack, key))
            items.add(li()(meeting->title, ", called by ", policy::in_words(meeting->convenor, pack),
                           cited(pack, meeting->source)));
    }
    if (stage.hand_over)
        items.add(li()("It can be handed over to ", stage.hand_over->to, " by ",
                       policy::in_words(stage.hand_over->by, pack), cited(pack, stage.hand_over->source)));
    return items.empty() ? Html{} : ul("govuk-list govuk-list--bullet govuk-!-margin-bottom-0")(items);
}

Html stage_card(const Pack& pack, const policy::Stage& stage) {
    govuk::SummaryList list{
        .card = govuk::SummaryCard{.title = stage.label + ": " + stage.title, .heading_level = 3}};
    const auto add = [&](const std::string& key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    add("Raising side", tier_title(pack, stage.raising));
    add("Receiving side", tier_title(pack, stage.receiving));
    add("Clock", stage.clock
                     ? Html(capitalised(policy::in_words(*stage.clock, pack))).add(cited(pack, stage.clock_source))
                     : Html("None stated"));
    add("What is owed", duty_list(pack, stage.duties));
    add("First", needs_list(pack, stage.needs));
    add("Ways on", ways_on(pack, stage));
    if (!stage.formal) add("Counts as", "Not yet an escalation");
    add("From", linked(pack, stage.source));
    return render(list);
}

Html titles_row(const policy::WordList& list) {
    std::vector<std::string> titles;
    for (const auto& word : list.words) titles.push_back(word.title);
    if (list.open) titles.emplace_back("Another, in words");
    Html items;
    for (const auto& title : titles) items.add(li()(title));
    return items.empty() ? Html{} : ul("govuk-list govuk-!-margin-bottom-0")(items);
}

}  // namespace

Html policy_heading(const Pack& pack) {
    const auto& identity = pack.identity;
    Html heading = span("govuk-caption-l")(identity.owner);
    heading.add(h1("govuk-heading-l")(identity.title));
    Html about = Html("Edition ").add(identity.edition).add(", from ").add(identity.source_title).add(".");
    if (const auto day = calendar::parse_date(identity.effective_from))
        about.add(" In effect from ").add(calendar::in_words(*day)).add(".");
    about.add(" " + policy::counting_in_words(identity)).add(cited(pack, identity.convention_source)).add(".");
    return heading.add(p("govuk-body")(about));
}

Html ladder_of(const Pack& pack) {
    Html section = h2("govuk-heading-m").with("id", "ladder")("The ladder");
    for (const auto& stage : pack.stages) section.add(stage_card(pack, stage));
    return section;
}

Html duties_of(const Pack& pack) {
    Html section = h2("govuk-heading-m").with("id", "duties")("At every stage, and after");
    section.add(duty_list(pack, pack.duties));
    const auto part = [&](const char* title, const Html& items) {
        if (items.empty()) return;
        section.add(h3("govuk-heading-s")(title)).add(ul("govuk-list govuk-list--bullet")(items));
    };
    const auto needs = needs_list(pack, pack.needs);
    if (!needs.empty()) section.add(h3("govuk-heading-s")("First")).add(needs);
    part("Which ladder it goes up", routes_list(pack));
    part("What may be done or stated besides", steps_list(pack));
    part("Dates that clocks start at or keep to", dates_list(pack));
    return section;
}

Html scope_of(const Pack& pack) {
    govuk::SummaryList list;
    const auto& scope = pack.scope;
    const auto add = [&](const std::string& key, const policy::WordList& words) {
        const auto titles = titles_row(words);
        if (!titles.empty())
            list.rows.push_back({.key = key, .value = Html(titles).add(cited(pack, words.source))});
    };
    add("Who it is about", scope.subjects);
    add("Standing of the child", scope.standings);
    add("Topics", scope.topics);
    add("Kinds of issue", scope.kinds);
    add("What the concern is with", scope.concerns);
    add("Decisions that can be disputed", scope.decisions);
    add("What speaks for raising it", scope.criteria);
    add("How pressing it can be", {pack.priorities.words, false, pack.priorities.source});
    Html exclusions;
    for (const auto& exclusion : scope.exclusions)
        exclusions.add(li()(exclusion.question, " Go to ", exclusion.go_to, cited(pack, exclusion.source)));
    if (!exclusions.empty())
        list.rows.push_back(
            {.key = "Not for", .value = ul("govuk-list govuk-!-margin-bottom-0")(exclusions)});
    Html section = h2("govuk-heading-m").with("id", "scope")("What it is for");
    return section.add(render(list));
}

Html forms_of(const Pack& pack) {
    Html items;
    for (const auto& form : pack.forms)
        items.add(li()(form.title, ", filled in by ", policy::in_words(form.filled_by, pack),
                       cited(pack, form.source)));
    if (items.empty()) return {};
    Html section = h2("govuk-heading-m").with("id", "forms")("Forms");
    return section.add(ul("govuk-list govuk-list--bullet")(items));
}

Html clauses_of(const Pack& pack) {
    govuk::SummaryList list;
    for (const auto& clause : pack.clauses) {
        list.rows.push_back(
            {.key = span().with("id", clause_anchor(clause.key))(clause.key), .value = clause.says});
    }
    Html section = h2("govuk-heading-m").with("id", "clauses")("Clauses");
    section.add(p("govuk-body")("In our own words. The source itself is what counts."));
    return section.add(render(list));
}

Html readings_of(const Pack& pack, const app::Partnership& partnership) {
    govuk::SummaryList list;
    for (const auto& reading : pack.readings) {
        Html said = p("govuk-body")(strong()("We take it that: "), reading.taken);
        said.add(p("govuk-body")(strong()("It could also mean: "), reading.instead));
        const auto* ruling = partnership.find_ruling(pack, reading.key);
        if (ruling) said.add(p("govuk-body")(strong()(ruling_in_words(*ruling))));
        const auto ruled = calendar::parse_date(reading.ruled_on);
        if (!reading.ruled_by.empty()) {
            said.add(p("govuk-hint")("Ruled by " + reading.ruled_by +
                                     (ruled ? " on " + calendar::in_words(*ruled) : "") + "."));
        } else if (!ruling) {
            said.add(p("govuk-hint")("Nobody has ruled on it yet."));
        }
        list.rows.push_back(
            {.key = span().with("id", reading_anchor(reading.key))(reading.about), .value = said});
    }
    if (list.rows.empty()) return {};
    Html section = h2("govuk-heading-m").with("id", "readings")("Readings");
    section.add(p("govuk-body")("Where the source is silent or can be read in two ways."));
    return section.add(render(list));
}

}  // namespace web
