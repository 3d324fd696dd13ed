#include "calendar/local_time.h"
#include "policy/load_values.h"
#include "rehearsal/scenario.h"

#include <algorithm>
#include <functional>

namespace rehearsal {
namespace {

using policy::Loading;
using policy::Node;
using policy::Reader;
using policy::Table;
using policy::text;
using policy::yes_no;

Reader<std::string> moment() {
    Reader<std::string> reader = text();
    reader.read = [](const Node& node, Loading& loading) -> std::optional<std::string> {
        const auto* words = policy::find_text(node, loading);
        if (!words) return std::nullopt;
        std::string iso = *words;
        if (iso.size() > 10 && iso[10] == ' ') iso[10] = 'T';
        if (calendar::parse_moment(iso, "Europe/London")) return iso;
        loading.wrong(node.place, "'" + *words + "' is not a date and time", "write it like 2026-11-19 14:30");
        return std::nullopt;
    };
    return reader;
}

/// A value may be one text or a list of texts.
Reader<std::vector<std::string>> texts() {
    Reader<std::vector<std::string>> reader = policy::list_of(text());
    const auto list = reader.read;
    reader.read = [list](const Node& node, Loading& loading) -> std::optional<std::vector<std::string>> {
        if (node.kind != Node::Kind::Scalar) return list(node, loading);
        const auto* words = policy::find_text(node, loading);
        return words ? std::optional(std::vector{*words}) : std::nullopt;
    };
    return reader;
}

Reader<policy::Answers> answers() {
    Reader<policy::Answers> reader{text().shape, {}};
    reader.read = [](const Node& node, Loading& loading) -> std::optional<policy::Answers> {
        if (!loading.is(node, Node::Kind::Map, "a map of answers")) return std::nullopt;
        policy::Answers given;
        const auto read = texts().read;
        for (const auto& entry : node.entries) {
            const Loading::Step step(loading, entry.key, entry.value.place);
            if (auto value = read(entry.value, loading)) given.values[entry.key] = std::move(*value);
        }
        return given;
    };
    return reader;
}

/// Reads a T by its table and notes where it stood.
template <class T>
Reader<T> placed(const Table<T>& table) {
    Reader<T> reader = policy::record(table);
    const auto read = reader.read;
    reader.read = [read](const Node& node, Loading& loading) -> std::optional<T> {
        auto value = read(node, loading);
        if (value) value->place = node.place;
        return value;
    };
    return reader;
}

const Table<ExpectedDuty>& duty_table() {
    static const auto table = Table<ExpectedDuty>("duty")
        .must("rule", "Key of its rule", text(), &ExpectedDuty::rule)
        .may("owner", "The post that owes it", text(), &ExpectedDuty::owner)
        .may("due", "Its date, or none", text(), &ExpectedDuty::due)
        .may("state", "open, done, done-late, lapsed or waived", policy::word_from({"open", "done", "done-late", "lapsed", "waived"}), &ExpectedDuty::state)
        .may("overdue", "Whether it is late and open", policy::word_from({"yes", "no"}), &ExpectedDuty::overdue);
    return table;
}

const Table<ExpectedRefusal>& refusal_table() {
    static const auto table = Table<ExpectedRefusal>("refused")
        .may("says", "Part of the reason", text(), &ExpectedRefusal::says)
        .may("clause", "The clause it cites", text(), &ExpectedRefusal::clause)
        .may("field", "The answer that was wrong", text(), &ExpectedRefusal::field);
    return table;
}

const Table<NotPermittedHere>& not_permitted_table() {
    static const auto table = Table<NotPermittedHere>("not_permitted")
        .must("action", "The action", text(), &NotPermittedHere::action)
        .may("why", "Part of the reason", text(), &NotPermittedHere::why)
        .may("clause", "The clause it cites", text(), &NotPermittedHere::clause);
    return table;
}

const Table<ExpectedNotice>& notice_table() {
    static const auto table = Table<ExpectedNotice>("notice")
        .must("to", "The post that is told", text(), &ExpectedNotice::to)
        .may("rule", "Key of the duty or notice rule", text(), &ExpectedNotice::rule)
        .may("profile", "How much is in it", text(), &ExpectedNotice::profile)
        .may("leaves_out", "Answers that do not go out", texts(), &ExpectedNotice::leaves_out);
    return table;
}

const Table<Seats>& seats_table() {
    static const auto table = Table<Seats>("seats")
        .may("raising", "Who acts for the raising side", text(), &Seats::raising)
        .may("receiving", "Who acts for the receiving side", texts(), &Seats::receiving);
    return table;
}

const Table<Expectation>& expectation_table() {
    static const auto table = Table<Expectation>("expect")
        .may("phase", "open, settled, closed, withdrawn, handed-over", policy::word_from({"none", "open", "settled", "closed", "withdrawn", "handed-over"}), &Expectation::phase)
        .may("stage", "Key of the stage it stands at", text(), &Expectation::stage)
        .may("move", "Whose move it is", policy::word_from({"raising", "receiving", "partnership", "nobody"}), &Expectation::move)
        .may("seats", "Who acts for each side", policy::record(seats_table()), &Expectation::seats)
        .may("duties", "Duties that must be there", policy::list_of(placed(duty_table())), &Expectation::duties)
        .may("no_duties", "Rules that nothing is open of", texts(), &Expectation::no_duties)
        .may("expect_for", "Whose permissions are meant", text(), &Expectation::for_whom)
        .may("permitted", "Actions that are permitted", texts(), &Expectation::permitted)
        .may("not_permitted", "Actions that are not, and why", policy::list_of(placed(not_permitted_table())), &Expectation::not_permitted)
        .may("notices", "Who is told", policy::list_of(placed(notice_table())), &Expectation::notices);
    return table;
}

const Table<Step>& step_table() {
    static const auto table = Table<Step>("step")
        .must("at", "When, local time", moment(), &Step::at)
        .may("who", "The post that does it", text(), &Step::who)
        .may("does", "The action", text(), &Step::does)
        .may("about", "Form, meeting, duty, role, agency, stage or point it is about", text(), &Step::about)
        .may("for", "The post that its manager acts for", text(), &Step::acts_for)
        .may("on_behalf_of", "The post whose words are entered", text(), &Step::on_behalf_of)
        .may("happened", "When it happened, where that was earlier", moment(), &Step::happened)
        .may("id", "The command's id, to send it twice", text(), &Step::id)
        .may("again", "Sent a second time: nothing may change", yes_no(), &Step::again)
        .may("with", "The answers", answers(), &Step::with)
        .may("leaving_out", "Required answers that are not given", texts(), &Step::leaving_out)
        .may("refused", "It must be refused", placed(refusal_table()), &Step::refused)
        .may("expect", "What is so afterwards", placed(expectation_table()), &Step::expect);
    return table;
}

const Table<Scenario>& scenario_table() {
    static const auto table = Table<Scenario>("scenario")
        .must("scenario", "What it shows, as a sentence", text(), &Scenario::title)
        .may("rows", "Requirements it shows", texts(), &Scenario::rows)
        .must("steps", "What happens", policy::list_of(placed(step_table())), &Scenario::steps);
    return table;
}

struct CastPost {
    base::Place place;
    std::string key, kind, title, team, reports_to, deputy_of;
    bool vacant = false;
};

struct CastAgency {
    base::Place place;
    std::string key, name, sector;
    std::vector<CastPost> posts;
};

struct ClosedDay {
    std::string date, why;
};

struct CastText {
    std::vector<CastAgency> agencies;
    std::map<std::string, std::set<calendar::Date>> meetings;
    std::vector<ClosedDay> closed;
};

const Table<CastPost>& post_table() {
    static const auto table = Table<CastPost>("post")
        .must("key", "Its key in its agency", text(), &CastPost::key)
        .must("kind", "Kind of post", text(), &CastPost::kind)
        .may("title", "As its agency calls it", text(), &CastPost::title)
        .may("team", "Team or locality", text(), &CastPost::team)
        .may("reports_to", "Key of the post above it", text(), &CastPost::reports_to)
        .may("vacant", "Nobody holds it", yes_no(), &CastPost::vacant);
    return table;
}

const Table<CastAgency>& agency_table() {
    static const auto table = Table<CastAgency>("agency")
        .must("key", "Its key", text(), &CastAgency::key)
        .may("name", "Its name, plainly invented", text(), &CastAgency::name)
        .must("sector", "Its sector; partnership for the partnership's own offices", text(), &CastAgency::sector)
        .must("posts", "Its posts", policy::list_of(placed(post_table())), &CastAgency::posts);
    return table;
}

Reader<std::map<std::string, std::set<calendar::Date>>> meetings() {
    using Meetings = std::map<std::string, std::set<calendar::Date>>;
    Reader<Meetings> reader{text().shape, {}};
    reader.read = [](const Node& node, Loading& loading) -> std::optional<Meetings> {
        if (!loading.is(node, Node::Kind::Map, "a map from bodies to dates")) return std::nullopt;
        Meetings found;
        const auto dates = policy::list_of(policy::date());
        for (const auto& entry : node.entries) {
            const auto listed = dates.read(entry.value, loading);
            for (const auto& iso : listed.value_or(std::vector<std::string>{})) {
                found[entry.key].insert(*calendar::parse_date(iso));
            }
        }
        return found;
    };
    return reader;
}

const Table<ClosedDay>& closed_table() {
    static const auto table = Table<ClosedDay>("closed day")
        .must("date", "The day", policy::date(), &ClosedDay::date)
        .must("why", "Why it does not count", text(), &ClosedDay::why);
    return table;
}

const Table<CastText>& cast_table() {
    static const auto table = Table<CastText>("cast")
        .must("agencies", "Who is there", policy::list_of(placed(agency_table())), &CastText::agencies)
        .may("meetings", "Dated meetings of bodies", meetings(), &CastText::meetings)
        .may("closed", "Days on which the partnership is closed", policy::list_of(policy::record(closed_table())), &CastText::closed);
    return table;
}

void add_post(Cast& cast, const CastAgency& agency, const CastPost& written) {
    const std::string id = agency.key + "." + written.key;
    directory::Post post{directory::PostId(id), directory::AgencyId(agency.key), written.kind,
                         written.title.empty() ? written.kind : written.title, written.team};
    if (!written.reports_to.empty()) {
        const bool full = written.reports_to.find('.') != std::string::npos;
        post.reports_to = directory::PostId(full ? written.reports_to : agency.key + "." + written.reports_to);
    }
    if (!written.vacant) post.holders.push_back({directory::PersonId("person of " + id)});
    cast.directory.put(std::move(post));
}

tl::expected<Cast, base::Findings> build_cast(const CastText& written, Loading& loading) {
    Cast cast;
    for (const auto& agency : written.agencies) {
        cast.directory.put({directory::AgencyId(agency.key), agency.name.empty() ? agency.key : agency.name, agency.sector});
        for (const auto& post : agency.posts) add_post(cast, agency, post);
    }
    for (const auto& agency : written.agencies) {
        for (const auto& post : agency.posts) {
            const auto* made = cast.directory.find_post(directory::PostId(agency.key + "." + post.key));
            if (made->reports_to && !cast.directory.find_post(*made->reports_to)) {
                loading.wrong(post.place, "'" + post.reports_to + "' is not a post of this cast");
            }
        }
    }
    cast.meetings = written.meetings;
    for (const auto& day : written.closed) cast.closed[*calendar::parse_date(day.date)] = day.why;
    if (!loading.findings.empty()) return tl::unexpected(loading.findings);
    return cast;
}

}  // namespace

tl::expected<Cast, base::Findings> load_cast(const Node& node) {
    Loading loading;
    const auto written = cast_table().read(node, loading);
    if (!loading.findings.empty() || !written) return tl::unexpected(loading.findings);
    return build_cast(*written, loading);
}

tl::expected<Suite, base::Findings> load_suite(const Node& node) {
    struct SuiteText {
        CastText cast;
        bool has_cast = false;
        std::vector<Scenario> scenarios;
    };
    static const auto table = Table<SuiteText>("scenarios")
        .may("cast", "Who is there, where it is not the shared cast", policy::record(cast_table()), &SuiteText::cast)
        .must("scenarios", "The scenarios", policy::list_of(placed(scenario_table())), &SuiteText::scenarios);
    Loading loading;
    auto written = table.read(node, loading);
    if (!loading.findings.empty() || !written) return tl::unexpected(loading.findings);
    Suite suite{std::nullopt, std::move(written->scenarios)};
    if (node.find("cast")) {
        auto cast = build_cast(written->cast, loading);
        if (!cast) return tl::unexpected(cast.error());
        suite.cast = std::move(*cast);
    }
    return suite;
}

}  // namespace rehearsal
