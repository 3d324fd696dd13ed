#include "policy/load.h"

#include "policy/load_tables.h"
#include "policy/load_values.h"

#include <algorithm>

namespace policy {
namespace {

struct ConventionRule {
    calendar::Convention name = {};
    Source source;
};

const Table<ConventionRule>& convention_table() {
    static const auto table = [] {
        auto rows = Table<ConventionRule>("convention")
                        .must("name", "How days are counted", convention(), &ConventionRule::name);
        cite(rows, &ConventionRule::source);
        return rows;
    }();
    return table;
}

struct ConventionOf {
    Identity& identity;
    ConventionOf& operator=(ConventionRule&& read) {
        identity.convention = read.name;
        identity.convention_source = std::move(read.source);
        return *this;
    }
};

const Table<Review>& review_table() {
    static const auto table = [] {
        auto rows = Table<Review>("review")
                        .may("on", "The date of the next review", date(), &Review::on)
                        .may("rule", "How often, in words", text(), &Review::rule);
        cite(rows, &Review::source);
        return rows;
    }();
    return table;
}

const Table<Reading>& reading_table() {
    static const auto table = Table<Reading>("reading")
                                  .must("key", "Its key", key(), &Reading::key)
                                  .must("about", "What the source leaves open", text(), &Reading::about)
                                  .must("taken", "What we take it to mean", text(), &Reading::taken)
                                  .must("instead", "What else it could mean", text(), &Reading::instead)
                                  .may("clause", "The clause that is read", text(), &Reading::clause)
                                  .may("ruled_by", "The post that ruled so; not ruled on yet where left out",
                                       text(), &Reading::ruled_by)
                                  .may("ruled_on", "The date of that ruling", date(), &Reading::ruled_on);
    return table;
}

/// Names of clauses are the source's own: "5 stage 2".
std::optional<std::vector<Clause>> read_clauses(const Node& node, Loading& loading) {
    if (!loading.is(node, Node::Kind::Map, "a map from clauses to what each says")) return std::nullopt;
    std::vector<Clause> clauses;
    for (std::size_t i = 0; i < node.entries.size(); ++i) {
        const auto& entry = node.entries[i];
        const Loading::Step step(loading, i, entry.place);
        if (entry.key == "house" || entry.key.starts_with("house ")) {
            loading.wrong(entry.place, "a clause cannot be called '" + entry.key + "'",
                          "'house' stands for the rules of the product");
        }
        if (const auto* says = find_text(entry.value, loading)) clauses.push_back({entry.key, *says});
    }
    return clauses;
}

Reader<std::vector<Clause>> clauses() {
    return {{.kind = Shape::Kind::Map, .of = {{.kind = Shape::Kind::Text}}}, read_clauses};
}

const Table<CaseRole>& role_table() {
    static const auto table = [] {
        auto rows = Table<CaseRole>("role")
                        .must("key", "Its key", key(), &CaseRole::key)
                        .must("title", "Its name", text(), &CaseRole::title)
                        .may("kinds", "Kinds of post that can be named; any, where left out", keys(),
                             &CaseRole::kinds);
        cite(rows, &CaseRole::source);
        return rows;
    }();
    return table;
}

const Table<Body>& body_table() {
    static const auto table = Table<Body>("body")
                                  .must("key", "Its key", key(), &Body::key)
                                  .must("title", "Its name", text(), &Body::title);
    return table;
}

const Table<Start>& start_table() {
    static const auto table = [] {
        auto rows = Table<Start>("start")
                        .must("stage", "The stage it may begin at", key(), &Start::stage)
                        .may("if", "Only where this holds", condition(), &Start::when);
        cite(rows, &Start::source);
        return rows;
    }();
    return table;
}

const Table<Jump>& jump_table() {
    static const auto table = [] {
        auto rows =
            Table<Jump>("jump")
                .may("to", "The stages it may go to; any higher one where left out", keys(), &Jump::to)
                .may("if", "Only where this holds", condition(), &Jump::when)
                .may("by", "Who may; the raising side where left out", who(), &Jump::by);
        cite(rows, &Jump::source);
        return rows;
    }();
    return table;
}

const Table<NoticeRule>& notice_table() {
    static const auto table = [] {
        auto rows = Table<NoticeRule>("notice")
                        .must("key", "Its key", key(), &NoticeRule::key)
                        .must("on", "The facts it follows", facts(), &NoticeRule::on)
                        .may("if", "Only where this holds", condition(), &NoticeRule::when)
                        .must("to", "Who is told", who(), &NoticeRule::to)
                        .may("profile", "How much is in it; content_free where left out", one_of<Profile>(),
                             &NoticeRule::profile)
                        .may("leaves_out", "Answers that do not go out, by the names of their fields", keys(),
                             &NoticeRule::leaves_out);
        cite(rows, &NoticeRule::source);
        return rows;
    }();
    return table;
}

struct SettledBy {
    std::vector<Who> who;
    int at_least = 0;
    Source source;
};

const Table<SettledBy>& settled_by_table() {
    static const auto table = [] {
        auto rows = Table<SettledBy>("rule on settling")
                        .must("who", "Who must be satisfied", list_of(who()), &SettledBy::who)
                        .may("at_least", "So many of them are enough; all where left out", number(1, 20),
                             &SettledBy::at_least);
        cite(rows, &SettledBy::source);
        return rows;
    }();
    return table;
}

struct SettledByOf {
    Pack& pack;
    SettledByOf& operator=(SettledBy&& read) {
        pack.settled_by = std::move(read.who);
        pack.settled_by_at_least = read.at_least;
        pack.settled_by_source = std::move(read.source);
        return *this;
    }
};

const Table<AgreeToDiffer>& agree_to_differ_table() {
    static const auto table = [] {
        auto rows = Table<AgreeToDiffer>("rule on agreeing to differ")
                        .may("form", "The form in which each side says where it stands", key(), &AgreeToDiffer::form);
        cite(rows, &AgreeToDiffer::source);
        return rows;
    }();
    return table;
}

/// "mon-fri 09:00-17:00", or several of these.
Reader<calendar::OpenHours> office_hours() {
    const auto each = one_or_more(text());
    return {each.shape, [each](const Node& node, Loading& loading) -> std::optional<calendar::OpenHours> {
                const auto lines = each.read(node, loading);
                if (!lines) return std::nullopt;
                calendar::OpenHours hours;
                for (const auto& line : *lines) {
                    if (const auto no = calendar::add_open_hours(hours, line)) {
                        loading.wrong(node.place, loading.here() + ": " + no->why, "write it as in mon-fri 09:00-17:00");
                    }
                }
                return hours;
            }};
}

/// A place in the identity of a pack, whose keys stand at the top of the text.
template <class M>
auto in_identity(M Identity::*member) {
    return [member](Pack& pack) -> M& { return pack.identity.*member; };
}

void add_identity(Table<Pack>& rows) {
    rows.must("policy", "The key of the policy, the same in every edition", key(),
              in_identity(&Identity::key))
        .must("edition", "The name of this edition", text(), in_identity(&Identity::edition))
        .must("title", "The title of the policy", text(), in_identity(&Identity::title))
        .must("owner", "The partnership or board whose policy it is", text(), in_identity(&Identity::owner))
        .may("adopter", "Who adopted it, where not the owner", text(), in_identity(&Identity::adopter))
        .may("approved_by", "Who approved it", text(), in_identity(&Identity::approved_by))
        .may("approved_on", "When it was approved", date(), in_identity(&Identity::approved_on))
        .must("source", "The document it is drawn from", text(), in_identity(&Identity::source_title))
        .may("effective_from", "The first day it holds", date(), in_identity(&Identity::effective_from))
        .must("calendar", "Whose bank holidays count",
              word_from({"england-and-wales", "scotland", "northern-ireland", "uk-any", "none"}),
              in_identity(&Identity::calendar))
        .must("convention", "How days are counted, unless a clock says otherwise", record(convention_table()),
              [](Pack& pack) { return ConventionOf{pack.identity}; })
        .must("nag", "How long before what has no date is brought to mind", limit(),
              in_identity(&Identity::nag))
        .may("office_hours", "When offices are open, for limits in working hours", office_hours(),
             in_identity(&Identity::hours))
        .may("review", "When the policy is looked at again", record(review_table()),
             in_identity(&Identity::review))
        .may("process", "What the policy calls a disagreement", text(), in_identity(&Identity::process))
        .may("extends", "The key of the policy it is laid over", key(), in_identity(&Identity::extends))
        .may("leave_out", "Parts of that policy that do not hold here", list_of(text()),
             in_identity(&Identity::leave_out));
}

void add_rules(Table<Pack>& rows) {
    rows.must("clauses", "The clauses of the source, each in our own words", clauses(), &Pack::clauses)
        .may("readings", "What the source leaves open, and how we read it", list_of(record(reading_table())),
             &Pack::readings)
        .must("scope", "Whom and what it is for", record(scope_table()), &Pack::scope)
        .must("tiers", "The rungs of each agency, and who fills them", list_of(record(tier_table())),
              &Pack::tiers)
        .may("roles", "Posts named for one disagreement", list_of(record(role_table())), &Pack::roles)
        .may("bodies", "Bodies whose dated meetings count", list_of(record(body_table())), &Pack::bodies)
        .may("starts", "Where it may begin, the first that fits is proposed", list_of(record(start_table())),
             &Pack::starts)
        .must("stages", "The ladder, lowest first", list_of(record(stage_table())), &Pack::stages)
        .may("jumps", "Stages that may be left out, and when", list_of(record(jump_table())), &Pack::jumps)
        .may("duties", "What is owed at every stage, and after", list_of(record(duty_table())), &Pack::duties)
        .may("needs", "What must be true before an action at every stage", list_of(record(need_table())),
             &Pack::needs)
        .may("notices", "Who is told, without owing anything", list_of(record(notice_table())),
             &Pack::notices)
        .may("meetings", "Meetings, panels and mediation", list_of(record(meeting_table())), &Pack::meetings)
        .may("forms", "The documents it asks for", list_of(record(form_table())), &Pack::forms)
        .may("routes", "Several ladders, the first whose condition holds", list_of(record(route_table())),
             &Pack::routes)
        .may("dates", "Dates with a name, which clocks start at or keep to", list_of(record(date_table())),
             &Pack::dates)
        .may("steps", "What stated people may do or state besides", list_of(record(step_table())), &Pack::steps)
        .may("priorities", "How pressing it can be", record(priorities_table()), &Pack::priorities)
        .may("agree_to_differ", "Both sides may close it without agreement", record(agree_to_differ_table()),
             &Pack::agree_to_differ)
        .may("languages", "The names that people see in another language", list_of(record(language_table())),
             &Pack::languages)
        .may("settled_by", "Who must be satisfied; both sides where left out", record(settled_by_table()),
             [](Pack& pack) { return SettledByOf{pack}; });
}

}  // namespace

const Table<Pack>& pack_table() {
    static const auto table = [] {
        Table<Pack> rows("pack");
        add_identity(rows);
        add_rules(rows);
        return rows;
    }();
    return table;
}

const Shape& pack_shape() {
    return pack_table().shape();
}

tl::expected<Loaded, base::Findings> load(const Node& root) {
    Loading loading;
    loading.places[""] = root.place;
    auto pack = pack_table().read(root, loading);
    if (pack && loading.findings.empty()) return Loaded{std::move(*pack), std::move(loading.places)};
    const auto place = [](const base::Finding& finding) {
        return std::pair(finding.where.line, finding.where.column);
    };
    std::ranges::stable_sort(loading.findings, {}, place);
    return tl::unexpected(std::move(loading.findings));
}

}  // namespace policy
