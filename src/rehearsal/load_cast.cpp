#include "rehearsal/load_cast.h"

#include "calendar/local_time.h"
#include "rehearsal/load_parts.h"

namespace rehearsal {
namespace {

using policy::Loading;
using policy::Node;
using policy::Reader;
using policy::Table;
using policy::text;
using policy::yes_no;

const Table<CastPost>& post_table() {
    static const auto table = Table<CastPost>("post")
        .must("key", "Its key in its agency", policy::key(), &CastPost::key)
        .must("kind", "Kind of post, as tiers of the policy name it", policy::key(), &CastPost::kind)
        .may("title", "As its agency calls it", text(), &CastPost::title)
        .may("team", "Team or locality", text(), &CastPost::team)
        .may("reports_to", "Key of the post above it", text(), &CastPost::reports_to)
        .may("vacant", "Nobody holds it", yes_no(), &CastPost::vacant);
    return table;
}

const Table<CastAgency>& agency_table() {
    static const auto table = Table<CastAgency>("agency")
        .must("key", "Its key", policy::key(), &CastAgency::key)
        .may("name", "Its name, plainly invented", text(), &CastAgency::name)
        .must("sector", "Its sector; partnership for the partnership's own offices", policy::key(), &CastAgency::sector)
        .must("posts", "Its posts", policy::list_of(placed(post_table())), &CastAgency::posts);
    return table;
}

Reader<CastMeetings> meetings() {
    Reader<CastMeetings> reader{{.kind = policy::Shape::Kind::Map, .of = {policy::list_of(policy::date()).shape}}, {}};
    reader.read = [](const Node& node, Loading& loading) -> std::optional<CastMeetings> {
        if (!loading.is(node, Node::Kind::Map, "a map from bodies to dates")) return std::nullopt;
        CastMeetings found;
        const auto dates = policy::list_of(policy::date());
        for (const auto& entry : node.entries) {
            const Loading::Step step(loading, entry.key, entry.value.place);
            found.places[entry.key] = entry.place;
            const auto listed = dates.read(entry.value, loading);
            for (const auto& iso : listed.value_or(std::vector<std::string>{})) {
                found.dates[entry.key].insert(*calendar::parse_date(iso));
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

/// A line of reports has an end: somebody at the top who reports to nobody.
void check_lines(const CastText& written, const Cast& cast, Loading& loading) {
    std::set<directory::PostId> told;
    for (const auto& agency : written.agencies) {
        for (const auto& post : agency.posts) {
            const directory::PostId id(agency.key + "." + post.key);
            std::vector<std::string> line{id.get()};
            std::set<directory::PostId> seen;
            for (const auto* above = cast.directory.find_above(id); above && seen.insert(above->id).second;
                 above = cast.directory.find_above(above->id)) {
                line.push_back(above->id.get());
                if (above->id == id) break;
            }
            const bool round = line.size() > 1 && line.back() == id.get();
            if (!round || told.contains(id)) continue;
            told.insert(seen.begin(), seen.end());
            loading.wrong(post.written.at("reports_to"), "this line of reports has no end: " + base::join(line, ", which reports to "),
                          "leave 'reports_to' out for the post at the top");
        }
    }
}

void check_reports(const CastText& written, const Cast& cast, Loading& loading) {
    for (const auto& agency : written.agencies) {
        for (const auto& post : agency.posts) {
            const auto* made = cast.directory.find_post(directory::PostId(agency.key + "." + post.key));
            if (!made || !made->reports_to || cast.directory.find_post(*made->reports_to)) continue;
            std::vector<std::string> others;
            for (const auto& other : agency.posts) others.push_back(other.key);
            const auto meant = base::nearest(post.reports_to, others);
            loading.wrong(post.written.at("reports_to"), "'" + post.reports_to + "' is not a post of this cast",
                          meant.empty() ? "there are: " + base::join(others, ", ") : "did you mean '" + meant + "'?");
        }
    }
}

}  // namespace

const Table<CastText>& cast_table() {
    static const auto table = Table<CastText>("cast")
        .must("agencies", "Who is there", policy::list_of(placed(agency_table())), &CastText::agencies)
        .may("meetings", "Dated meetings of bodies", meetings(), &CastText::meetings)
        .may("closed", "Days on which the partnership is closed", policy::list_of(policy::record(closed_table())), &CastText::closed);
    return table;
}

tl::expected<Cast, base::Findings> build_cast(const CastText& written, Loading& loading) {
    Cast cast;
    for (const auto& agency : written.agencies) {
        cast.directory.put({directory::AgencyId(agency.key), agency.name.empty() ? agency.key : agency.name, agency.sector});
        for (const auto& post : agency.posts) add_post(cast, agency, post);
    }
    check_reports(written, cast, loading);
    check_lines(written, cast, loading);
    cast.meetings = written.meetings.dates;
    cast.bodies = written.meetings.places;
    for (const auto& day : written.closed) cast.closed[*calendar::parse_date(day.date)] = day.why;
    if (!loading.findings.empty()) return tl::unexpected(loading.findings);
    return cast;
}

tl::expected<Cast, base::Findings> load_cast(const Node& node) {
    Loading loading;
    const std::string hint = "begin with 'agencies:', and under it a list of them, each with its 'posts:'";
    if (!is_file_of(node, loading, "a cast", hint)) return tl::unexpected(loading.findings);
    const auto written = cast_table().read(node, loading);
    if (!loading.findings.empty() || !written) return tl::unexpected(loading.findings);
    return build_cast(*written, loading);
}

const policy::Shape& cast_shape() {
    return cast_table().shape();
}

}  // namespace rehearsal
