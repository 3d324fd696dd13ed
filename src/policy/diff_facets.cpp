#include "policy/diff_facets.h"

#include "base/text.h"
#include "policy/describe.h"
#include "policy/words.h"

namespace policy {
namespace {

using Words = std::vector<std::string>;

std::string yes(bool value) {
    return value ? "yes" : "no";
}

template <class List, class Say>
std::string listed(const List& list, Say say) {
    Words words;
    for (const auto& one : list) words.push_back(say(one));
    return base::join(words, ", ");
}

std::string listed(const Words& words) {
    return base::join(words, ", ");
}

std::string facts(const std::vector<Fact>& list) {
    return listed(list, [](const Fact& fact) { return in_words(fact); });
}

std::string whos(const std::vector<Who>& list, const Pack& pack) {
    return listed(list, [&](const Who& who) { return in_words(who, pack); });
}

std::string clock(const std::optional<Clock>& clock) {
    return clock ? in_words(*clock) : std::string();
}
std::string when(const std::optional<Condition>& when) {
    return when ? in_words(*when) : std::string();
}

std::string tier(const std::string& key, const Pack& pack) {
    const auto* found = find_tier(pack, key);
    return found ? found->title : key;
}

void add_source(Facets& facets, const Source& source, const std::string& of = {}) {
    facets.emplace_back(of + "clause", source.clause);
    facets.emplace_back(of + "reading", source.reading);
}

std::string row_in_words(const TierRow& row) {
    Words said;
    if (!row.sectors.empty()) said.push_back("of sector " + base::join(row.sectors, " or "));
    if (!row.professions.empty()) said.push_back("for a " + base::join(row.professions, " or "));
    if (!row.kinds.empty()) said.push_back("any " + base::join(row.kinds, " or "));
    said.push_back("from " + word_of(row.from));
    if (!row.represented_by.empty()) said.push_back("of sector " + row.represented_by);
    if (const auto source = in_words(row.source); !source.empty()) said.push_back(source);
    return base::join(said, " ");
}

std::string member_in_words(const Members& members) {
    auto said = members.title + ": at least " + std::to_string(members.at_least);
    if (members.at_most > 0) said += ", at most " + std::to_string(members.at_most);
    said += ", from " + word_of(members.from);
    if (!members.kinds.empty()) said += ", any " + base::join(members.kinds, " or ");
    return said;
}

/// A question inside a rule, with all that can change about it.
std::string asked_in_words(const Field& field) {
    auto said = field.label + " (" + word_of(field.kind) + (field.required ? ", must be answered" : "");
    if (!field.options.empty()) said += ": " + listed(field.options, [](const Option& option) { return option.title; });
    if (field.when) said += ", where " + in_words(*field.when);
    return said + ", " + word_of(field.privacy) + ")";
}

std::string channel_in_words(Channel channel) {
    return word_of(channel);
}

}  // namespace

Facets facets_of(const Identity& identity, const Pack&) {
    Facets facets{{"edition", identity.edition},
                  {"title", identity.title},
                  {"owner", identity.owner},
                  {"adopter", identity.adopter},
                  {"approval", identity.approved_by + " " + identity.approved_on},
                  {"in effect from", identity.effective_from},
                  {"source", identity.source_title},
                  {"calendar", identity.calendar},
                  {"how days are counted", word_of(identity.convention)},
                  {"reminder", calendar::to_text(identity.nag)},
                  {"office hours", in_words(identity.hours)},
                  {"review", identity.review.on + " " + identity.review.rule},
                  {"name of a disagreement", identity.process},
                  {"policy it extends", identity.extends},
                  {"what it leaves out of that", listed(identity.leave_out)}};
    add_source(facets, identity.convention_source, "counting: ");
    add_source(facets, identity.review.source, "review: ");
    return facets;
}

Facets facets_of(const Stage& stage, const Pack& pack) {
    Facets facets{
        {"name", stage.label + ": " + stage.title},
        {"who acts on the raising side", tier(stage.raising, pack)},
        {"who acts on the receiving side", tier(stage.receiving, pack)},
        {"by when", clock(stage.clock)},
        {"kind", word_of(stage.kind)},
        {"counts as an escalation", yes(stage.formal)},
        {"repeated up the line",
         stage.repeats ? "at most " + std::to_string(stage.repeats->times_max) + " times" : ""},
        {"ways to choose from",
         stage.branches ? listed(stage.branches->options, [](const Branch& one) { return one.title; }) : ""},
        {"who chooses the way", stage.branches ? in_words(stage.branches->by, pack) : ""},
        {"hand-over to", stage.hand_over ? stage.hand_over->to : ""},
        {"who hands over", stage.hand_over ? in_words(stage.hand_over->by, pack) : ""},
        {"when it can be handed over", stage.hand_over ? when(stage.hand_over->when) : ""},
        {"why not, where that does not hold", stage.hand_over ? stage.hand_over->says : ""},
        {"who takes it back", stage.hand_over ? in_words(stage.hand_over->back_by, pack) : ""},
        {"meetings", listed(stage.meetings)},
        {"also entered when settled", yes(stage.though_settled)}};
    add_source(facets, stage.source);
    add_source(facets, stage.clock_source, "by when: ");
    if (stage.repeats) add_source(facets, stage.repeats->source, "repetition: ");
    if (stage.hand_over) add_source(facets, stage.hand_over->source, "hand-over: ");
    return facets;
}

Facets facets_of(const DutyRule& rule, const Pack& pack) {
    Facets facets{{"what is owed", rule.title},
                  {"kind", word_of(rule.what)},
                  {"who owes it", in_words(rule.by, pack)},
                  {"towards whom", in_words(rule.to, pack)},
                  {"by when", clock(rule.clock)},
                  {"what makes it owed", facts(rule.on)},
                  {"condition", when(rule.when)},
                  {"owed each time", yes(!rule.once)},
                  {"what ends it", facts(done_by(rule))},
                  {"outlives its stage", yes(rule.survives)},
                  {"may be left undone", yes(rule.optional)},
                  {"form", rule.form},
                  {"meeting", rule.meeting},
                  {"channel", listed(rule.channels, channel_in_words)},
                  {"wording", rule.wording}};
    add_source(facets, rule.source);
    return facets;
}

Facets facets_of(const Need& need, const Pack&) {
    Facets facets{{"what it stands before", listed(need.before)},
                  {"what must be true", in_words(need.that)},
                  {"no sooner than", clock(need.no_sooner_than)},
                  {"no later than", clock(need.no_later_than)},
                  {"condition", when(need.when)},
                  {"words of the refusal", need.says}};
    add_source(facets, need.source);
    return facets;
}

Facets facets_of(const DecisionRule& decision, const Pack& pack) {
    Facets facets{
        {"what is decided", decision.title},
        {"who decides", in_words(decision.by, pack)},
        {"force", word_of(decision.force)},
        {"options",
         listed(decision.options,
                [](const DecisionOption& one) { return one.title + " (" + word_of(one.then) + ")"; })},
        {"another course in words", yes(decision.other)},
        {"condition", when(decision.when)},
        {"what it must state", listed(decision.asks, asked_in_words)}};
    add_source(facets, decision.source);
    return facets;
}

Facets facets_of(const Tier& tier, const Pack&) {
    Facets facets{{"name", tier.title}, {"who fills it", listed(tier.rows, row_in_words)}};
    add_source(facets, tier.source);
    return facets;
}

Facets facets_of(const CaseRole& role, const Pack&) {
    Facets facets{{"name", role.title}, {"kinds of post", listed(role.kinds)}};
    add_source(facets, role.source);
    return facets;
}

Facets facets_of(const Start& start, const Pack&) {
    Facets facets{{"stage", start.stage}, {"condition", when(start.when)}};
    add_source(facets, start.source);
    return facets;
}

Facets facets_of(const Jump& jump, const Pack& pack) {
    Facets facets{{"stages it leads to", jump.to.empty() ? "any higher one" : listed(jump.to)},
                  {"who may", in_words(jump.by, pack)},
                  {"condition", when(jump.when)}};
    add_source(facets, jump.source);
    return facets;
}

Facets facets_of(const NoticeRule& notice, const Pack& pack) {
    Facets facets{{"what it follows", facts(notice.on)},
                  {"who is told", in_words(notice.to, pack)},
                  {"condition", when(notice.when)},
                  {"how much is in it", word_of(notice.profile)},
                  {"what it leaves out", listed(notice.leaves_out)}};
    add_source(facets, notice.source);
    return facets;
}

Facets facets_of(const Meeting& meeting, const Pack& pack) {
    Facets facets{{"name", meeting.title},
                  {"who calls it", in_words(meeting.convenor, pack)},
                  {"what it does", word_of(meeting.effect)},
                  {"can be declined", yes(meeting.offered)},
                  {"who is there", listed(meeting.members, member_in_words)},
                  {"agencies concerned where possible", yes(meeting.concerned_where_possible)},
                  {"widened for agencies concerned", yes(meeting.widen_for_concerned)},
                  {"nobody who acted before", yes(meeting.never_acted_before)},
                  {"nobody junior", yes(meeting.never_junior)}};
    add_source(facets, meeting.source);
    return facets;
}

Facets facets_of(const Form& form, const Pack& pack) {
    Facets facets{{"name", form.title},
                  {"who answers for it", in_words(form.filled_by, pack)},
                  {"who gets it", whos(form.sent_to, pack)},
                  {"sections", listed(form.sections,
                                      [&](const Section& section) {
                                          return section.title + " (" + in_words(section.owner, pack) +
                                                 (section.when ? ", where " + in_words(*section.when) : "") +
                                                 ")";
                                      })},
                  {"exactly one is filled in of", listed(form.exactly_one_of, [](const Words& group) { return base::join(group, " or "); })},
                  {"may name the child or family", yes(form.child_details)},
                  {"handed in again with more", yes(form.grows)},
                  {"actions planned in it", std::to_string(form.dated_actions)}};
    add_source(facets, form.source);
    return facets;
}

Facets facets_of(const Field& field, const Pack&) {
    return {{"question", field.label},
            {"hint", field.hint},
            {"kind of answer", word_of(field.kind)},
            {"must be answered", yes(field.required)},
            {"options", listed(field.options, [](const Option& option) { return option.title; })},
            {"condition", when(field.when)},
            {"privacy", word_of(field.privacy)},
            {"longest answer", std::to_string(field.max)},
            {"prefilled from", field.prefill}};
}

Facets facets_of(const Step& step, const Pack& pack) {
    Facets facets{{"name", step.title},
                  {"who takes it", in_words(step.by, pack)},
                  {"stages", step.stages.empty() ? "every stage" : listed(step.stages)},
                  {"condition", when(step.when)},
                  {"why not, where that does not hold", step.says},
                  {"runs beside", yes(step.beside)},
                  {"also afterwards", yes(step.afterwards)},
                  {"what is asked", listed(step.asks, asked_in_words)}};
    add_source(facets, step.source);
    return facets;
}

Facets facets_of(const NamedDate& date, const Pack& pack) {
    Facets facets{{"name", date.title},
                  {"who sets it", in_words(date.by, pack)},
                  {"asked when it is raised", yes(date.on_raising)},
                  {"with a time of day", yes(date.with_time)},
                  {"how it is counted", clock(date.counted)},
                  {"no stage may end later", yes(date.holds_all)}};
    add_source(facets, date.source);
    return facets;
}

Facets facets_of(const Route& route, const Pack&) {
    Facets facets{{"name", route.title},
                  {"condition", when(route.when)},
                  {"stages", listed(route.stages)},
                  {"is about a disagreement", yes(route.disagreement)}};
    add_source(facets, route.source);
    return facets;
}

Facets facets_of(const Reading& reading, const Pack&) {
    return {{"what is open", reading.about},
            {"what we take it to mean", reading.taken},
            {"what else it could mean", reading.instead},
            {"clause", reading.clause},
            {"ruled by", reading.ruled_by},
            {"ruled on", reading.ruled_on}};
}

}  // namespace policy
