#include "policy/describe.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "policy/wording.h"
#include "policy/words.h"

#include <array>

namespace policy {
namespace {

constexpr std::size_t width = 100;

/// Lines of text under headings, wrapped between words.
class Page {
public:
    void heading(const std::string& title) { text_ += (text_.empty() ? "" : "\n") + title + "\n"; }

    void line(std::size_t indent, const std::string& said) {
        std::string line(indent, ' ');
        bool fresh = true;
        for (const auto& word : base::split(said, ' ')) {
            if (!fresh && line.size() + 1 + word.size() > width) {
                text_ += line + "\n";
                line = std::string(indent + 2, ' ');
                fresh = true;
            }
            line += (fresh ? "" : " ") + word;
            fresh = false;
        }
        text_ += line + "\n";
    }

    std::string take() && { return std::move(text_); }

private:
    std::string text_;
};

std::string cited(const Source& source) {
    const auto said = in_words(source);
    return said.empty() ? "" : " [" + said + "]";
}

std::string day(const std::string& iso) {
    const auto date = calendar::parse_date(iso);
    return date ? calendar::in_words(*date) : iso;
}

std::string where(const std::optional<Condition>& when, const Pack& pack) {
    return when ? "; where " + in_words(*when, pack) : "";
}

std::string duty_line(const DutyRule& rule, const Pack& pack) {
    auto said = "- " + in_words(rule.by, pack);
    if (rule.to.kind != Who::Kind::Nobody) said += " to " + in_words(rule.to, pack);
    said += ": " + rule.title;
    if (!rule.on.empty()) {
        std::vector<std::string> facts;
        for (const auto& fact : rule.on) facts.push_back(in_words(fact, pack));
        said += "; " + std::string(rule.once ? "once " : "each time ") + base::join(facts, " or ");
    }
    said += where(rule.when, pack);
    if (rule.clock.limit.unit != calendar::Unit::NoneStated) said += "; " + in_words(rule.clock, pack);
    std::vector<std::string> ways;
    for (const auto channel : rule.channels) ways.push_back(in_words(channel));
    if (!ways.empty()) said += "; " + base::join(ways, " or ");
    if (!rule.wording.empty()) said += "; in these words: \"" + rule.wording + "\"";
    if (rule.optional) said += "; optional";
    return said + cited(rule.source);
}

void write_duties(Page& page, const std::vector<DutyRule>& rules, const Pack& pack, std::size_t indent) {
    for (const auto& rule : rules) page.line(indent, duty_line(rule, pack));
}

/// "2 working days from notice", without the word "within" of a clock.
std::string span_in_words(const Clock& span, const Pack& pack) {
    auto said = in_words(span, pack);
    if (said.starts_with("within ")) said.erase(0, 7);
    return said;
}

void write_needs(Page& page, const std::vector<Need>& needs, const Pack& pack, std::size_t indent) {
    for (const auto& need : needs) {
        std::vector<std::string> wanted;
        if (!(need.that == Condition{})) wanted.push_back(in_words(need.that, pack));
        if (need.no_sooner_than) wanted.push_back("no sooner than " + span_in_words(*need.no_sooner_than, pack));
        if (need.no_later_than) wanted.push_back("no later than " + span_in_words(*need.no_later_than, pack));
        std::vector<std::string> actions;
        for (const auto& word : need.before) actions.push_back(action_in_words(word, pack));
        page.line(indent, "- before " + base::join(actions, ", ") + ": " + base::join(wanted, ", and ") +
                              where(need.when, pack) + cited(need.source));
    }
}

std::string tier_title(const Pack& pack, const std::string& key) {
    if (key.empty()) return "nobody";
    const auto* tier = find_tier(pack, key);
    return tier ? tier->title : key;
}

void write_ways(Page& page, const Stage& stage, const Pack& pack) {
    if (stage.repeats) {
        page.line(4, "Again one post further up each line, up to " +
                         std::to_string(stage.repeats->times_max) + " times" + cited(stage.repeats->source));
    }
    if (stage.branches) {
        page.line(4, "Ways, chosen by " + in_words(stage.branches->by, pack) + ":");
        for (const auto& option : stage.branches->options)
            page.line(6, "- " + option.title + cited(option.source));
    }
    for (const auto& key : stage.meetings) {
        const auto* meeting = find_meeting(pack, key);
        if (meeting)
            page.line(4, "Meeting: " + meeting->title + ", called by " + in_words(meeting->convenor, pack) +
                             cited(meeting->source));
    }
    for (const auto& decision : stage.decisions) {
        const std::string force = decision.force == Force::Final ? "" : " (" + word_of(decision.force) + ")";
        page.line(4, "Decision by " + in_words(decision.by, pack) + force + ": " + decision.title +
                         where(decision.when, pack) + cited(decision.source));
        for (const auto& option : decision.options)
            page.line(6, "- " + option.title + " (" + word_of(option.then) + ")");
        if (decision.other) page.line(6, "- another course, in words");
    }
    if (stage.hand_over) {
        page.line(4, "Hand-over to " + stage.hand_over->to + " by " + in_words(stage.hand_over->by, pack) +
                         where(stage.hand_over->when, pack) + cited(stage.hand_over->source));
        if (stage.hand_over->back_by.kind != Who::Kind::Nobody)
            page.line(6, "Taken back by " + in_words(stage.hand_over->back_by, pack));
    }
    if (stage.though_settled)
        page.line(4, "Also entered when it is settled" + cited(stage.though_settled_source));
}

void write_stage(Page& page, const Stage& stage, const Pack& pack) {
    page.line(2, stage.label + ": " + stage.title + cited(stage.source));
    page.line(4, "Raising side: " + tier_title(pack, stage.raising) +
                     ". Receiving side: " + tier_title(pack, stage.receiving) + ".");
    if (!stage.formal) page.line(4, "Does not count as an escalation.");
    page.line(4, stage.clock ? "Clock: " + in_words(*stage.clock, pack) + cited(stage.clock_source)
                             : "Clock: none stated");
    if (!stage.asks.empty()) {
        std::vector<std::string> labels;
        for (const auto& field : stage.asks) labels.push_back(field.label);
        page.line(4, "To be stated: " + base::join(labels, "; "));
    }
    if (!stage.duties.empty()) page.line(4, "Duties:");
    write_duties(page, stage.duties, pack, 6);
    if (!stage.needs.empty()) page.line(4, "Needs:");
    write_needs(page, stage.needs, pack, 6);
    write_ways(page, stage, pack);
}

void write_identity(Page& page, const Identity& identity) {
    page.heading(identity.title);
    page.line(0, identity.owner + ", edition " + identity.edition + " (" + identity.key + ")");
    page.line(0, "Source: " + identity.source_title);
    if (!identity.adopter.empty()) page.line(0, "Adopted by: " + identity.adopter);
    if (!identity.approved_by.empty())
        page.line(0, "Approved by: " + identity.approved_by + " " + day(identity.approved_on));
    if (!identity.effective_from.empty()) page.line(0, "In effect from: " + day(identity.effective_from));
    if (!identity.review.on.empty())
        page.line(0, "Review: " + day(identity.review.on) + cited(identity.review.source));
    if (!identity.review.rule.empty())
        page.line(0, "Reviewed: " + identity.review.rule + cited(identity.review.source));
    page.line(0, "Calendar: " + identity.calendar + "; days counted by " + word_of(identity.convention) +
                     cited(identity.convention_source));
    if (!identity.process.empty()) page.line(0, "It calls a disagreement: " + identity.process);
    if (calendar::is_ever_open(identity.hours)) page.line(0, "Offices are open: " + in_words(identity.hours));
    page.line(0, "What has no date is brought to mind after " + calendar::to_text(identity.nag));
}

void write_words(Page& page, const std::string& name, const WordList& list) {
    if (list.words.empty() && !list.open) return;
    std::vector<std::string> titles;
    for (const auto& word : list.words) titles.push_back(word.title);
    if (list.open) titles.emplace_back("others, in words");
    page.line(2, name + ": " + base::join(titles, "; ") + cited(list.source));
}

void write_scope(Page& page, const Scope& scope) {
    page.heading("Scope");
    write_words(page, "Subjects", scope.subjects);
    write_words(page, "Standings", scope.standings);
    write_words(page, "Topics", scope.topics);
    write_words(page, "Kinds of issue", scope.kinds);
    write_words(page, "Concerns", scope.concerns);
    write_words(page, "Decisions disputed", scope.decisions);
    write_words(page, "Criteria", scope.criteria);
    write_words(page, "Strength of dissent", scope.strengths);
    if (scope.whom != Whom::Child) page.line(2, "It is about: " + word_of(scope.whom));
    page.line(2, std::string("A disagreement inside one agency is ") + (scope.own_agency ? "" : "not ") +
                     "in scope" + cited(scope.own_agency_source));
    for (const auto& exclusion : scope.exclusions) {
        page.line(
            2, "Not for this: " + exclusion.question + " Go to " + exclusion.go_to + cited(exclusion.source));
    }
    for (const auto& word : scope.guidance) page.line(2, "Guidance: " + word.title + cited(word.source));
}

std::string row_in_words(const TierRow& row) {
    std::string said;
    if (!row.sectors.empty()) said += base::join(row.sectors, ", ") + ": ";
    if (!row.professions.empty()) said += "for a " + base::join(row.professions, ", ") + ": ";
    switch (row.from) {
        case TierRow::From::Agency: return said + base::join(row.kinds, " or ");
        case TierRow::From::Own: return said + "the practitioner's own post";
        case TierRow::From::Line: return said + "whom the present post reports to";
        case TierRow::From::Partnership: return said + base::join(row.kinds, " or ") + " of the partnership";
        case TierRow::From::Represented:
            return said + base::join(row.kinds, " or ") + " of sector " + row.represented_by +
                   ", on its behalf";
    }
    return said;
}

void write_posts(Page& page, const Pack& pack) {
    page.heading("Who fills a tier");
    for (const auto& tier : pack.tiers) {
        page.line(2, tier.title + cited(tier.source));
        for (const auto& row : tier.rows) page.line(4, "- " + row_in_words(row) + cited(row.source));
    }
    for (const auto& role : pack.roles)
        page.line(2, "Named for one disagreement: " + role.title + cited(role.source));
}

std::string labels_of(const std::vector<std::string>& stages, const Pack& pack) {
    std::vector<std::string> labels;
    for (const auto& key : stages) {
        const auto* stage = find_stage(pack, key);
        labels.push_back(stage ? stage->label : key);
    }
    return base::join(labels, ", ");
}

void write_starts(Page& page, const Pack& pack) {
    for (const auto& start : pack.starts) {
        const auto* stage = find_stage(pack, start.stage);
        page.line(
            2, "Begins at " + (stage ? stage->label : start.stage) + where(start.when, pack) + cited(start.source));
    }
    for (const auto& jump : pack.jumps) {
        page.line(2, "Stages may be left out by " + in_words(jump.by, pack) +
                         (jump.to.empty() ? "" : ", to " + labels_of(jump.to, pack)) + where(jump.when, pack) +
                         cited(jump.source));
    }
}

void write_routes(Page& page, const Pack& pack) {
    for (const auto& route : pack.routes) {
        std::vector<std::string> labels;
        for (const auto* stage : ladder(pack, route.key)) labels.push_back(stage->label);
        page.line(2, "Route " + route.title + ": " + base::join(labels, ", ") + where(route.when, pack) +
                         (route.disagreement ? "" : "; a record, not a disagreement") + cited(route.source));
    }
}

void write_dates(Page& page, const Pack& pack) {
    for (const auto& date : pack.dates) {
        const std::string how = date.counted ? "counted: " + in_words(*date.counted, pack) : "set by " + who_may(date.by, pack);
        page.line(2, "- date: " + date.title + ", " + how + (date.on_raising ? ", asked when it is raised" : "") +
                         (date.holds_all ? "; every stage must end by then" : "") + cited(date.source));
    }
    if (pack.priorities.words.empty()) return;
    std::vector<std::string> words;
    for (const auto& word : pack.priorities.words) words.push_back(word.title);
    page.line(2, "- priority: " + base::join(words, ", ") + ", said by " + in_words(pack.priorities.by, pack) +
                     cited(pack.priorities.source));
}

void write_steps(Page& page, const Pack& pack) {
    for (const auto& step : pack.steps) {
        page.line(2, std::string(step.beside ? "- beside it: " : "- step: ") + step.title + ", by " + who_may(step.by, pack) +
                         (step.stages.empty() ? "" : ", at " + labels_of(step.stages, pack)) + where(step.when, pack) +
                         cited(step.source));
    }
}

void write_settling(Page& page, const Pack& pack) {
    if (!pack.settled_by.empty()) {
        std::vector<std::string> who;
        for (const auto& one : pack.settled_by) who.push_back(in_words(one, pack));
        const std::string enough = pack.settled_by_at_least == 0 ? "" : "at least " + std::to_string(pack.settled_by_at_least) + " of ";
        page.line(2, "- settled when these are satisfied: " + enough + base::join(who, ", ") + cited(pack.settled_by_source));
    }
    if (!pack.agree_to_differ) return;
    const auto* form = find_form(pack, pack.agree_to_differ->form);
    page.line(2, "- both sides may agree to differ" + std::string(form ? ", each with its statement: " + form->title : "") +
                     cited(pack.agree_to_differ->source));
}

void write_languages(Page& page, const Pack& pack) {
    for (const auto& language : pack.languages) {
        const auto named = language.stages.size() + language.forms.size() + language.topics.size() + language.steps.size();
        page.line(2, "Names in '" + language.code + "': " + std::to_string(named) +
                         (language.process.empty() ? "" : ", and the process is called " + language.process));
    }
}

void write_changes(Page& page, const Pack& pack) {
    if (pack.identity.extends.empty()) return;
    page.heading("Laid over the policy '" + pack.identity.extends + "'");
    for (const auto& change : pack.changes) {
        const std::string what = change.kind == Change::Kind::Added     ? "added: "
                                 : change.kind == Change::Kind::Changed ? "changed: "
                                                                        : "left out: ";
        page.line(2, what + change.part);
    }
}

void write_forms(Page& page, const Pack& pack) {
    if (pack.forms.empty()) return;
    page.heading("Forms");
    for (const auto& form : pack.forms) {
        page.line(2, form.title + ", filled in by " + in_words(form.filled_by, pack) + cited(form.source));
        for (const auto& who : form.sent_to) page.line(4, "sent to " + in_words(who, pack));
        for (const auto& section : form.sections) page.line(4, "- " + section.title + where(section.when, pack));
        if (form.dated_actions > 0)
            page.line(4, "Up to " + std::to_string(form.dated_actions) + " actions are planned in it, each with owner and date.");
        if (!form.child_details) page.line(4, "It refuses details of the child and family.");
    }
}

void write_readings(Page& page, const Pack& pack) {
    page.heading("Clauses");
    for (const auto& clause : pack.clauses) page.line(2, clause.key + ": " + clause.says);
    if (pack.readings.empty()) return;
    page.heading("Readings");
    for (const auto& reading : pack.readings) {
        page.line(2, reading.key + ": " + reading.about + cited({reading.clause}));
        page.line(4, "Taken: " + reading.taken);
        page.line(4, "Instead: " + reading.instead);
        page.line(4, reading.ruled_by.empty()
                         ? "Not ruled on yet."
                         : "Ruled by " + reading.ruled_by + ", " + day(reading.ruled_on));
    }
}

}  // namespace

std::string in_words(const calendar::OpenHours& hours) {
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    std::vector<std::string> said;
    for (std::size_t day = 0; day < hours.size(); ++day) {
        for (const auto& window : hours[day]) {
            said.push_back(std::string(days[day]) + " " + calendar::to_text(window.from) + " to " + calendar::to_text(window.to));
        }
    }
    return base::join(said, ", ");
}

std::string describe(const Pack& pack) {
    Page page;
    write_identity(page, pack.identity);
    write_scope(page, pack.scope);
    page.heading("The ladder");
    write_routes(page, pack);
    write_starts(page, pack);
    for (const auto& stage : pack.stages) write_stage(page, stage, pack);
    page.heading("At every stage, and after");
    write_duties(page, pack.duties, pack, 2);
    write_needs(page, pack.needs, pack, 2);
    write_steps(page, pack);
    write_dates(page, pack);
    write_settling(page, pack);
    for (const auto& notice : pack.notices) {
        std::vector<std::string> on;
        for (const auto& fact : notice.on) on.push_back(in_words(fact, pack));
        page.line(2, "- told: " + in_words(notice.to, pack) + " (" + word_of(notice.profile) + "); each time " + base::join(on, " or ") +
                         where(notice.when, pack) + cited(notice.source));
    }
    write_posts(page, pack);
    write_forms(page, pack);
    write_languages(page, pack);
    write_changes(page, pack);
    write_readings(page, pack);
    return std::move(page).take();
}

}  // namespace policy
