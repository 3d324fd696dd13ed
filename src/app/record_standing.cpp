// How a disagreement stands now, as sections of its record.
#include <algorithm>
#include <tuple>

#include "app/citations.h"
#include "app/events.h"
#include "app/record_parts.h"
#include "app/wording.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "policy/describe.h"

namespace app::record {
namespace {

using disagreement::Duty;
using policy::Happening;
using Tone = Paper::Paragraph::Tone;

const directory::Directory& directory_of(const View& view) {
    return view.dossier.partnership->directory;
}

std::string post_in_words(const View& view, const PostId& post) {
    const auto holders = holders_in_words(*view.dossier.known, post, view.dossier.today());
    return in_words(directory_of(view), post) + (holders.empty() ? "" : ": " + holders);
}

struct SideWords {
    std::string title;
    std::string practitioner;
};

void add_side(const View& view, const SideWords& words, const disagreement::Party& party,
              const disagreement::Seat* seat, Section& section) {
    section.blocks.push_back(Paper::Heading{words.title + in_words(directory_of(view), party.agency)});
    Paper::Rows rows;
    rows.rows.push_back({words.practitioner, {post_in_words(view, party.practitioner)}});
    if (seat && !seat->post.get().empty()) {
        Paper::Row acts{"Acts at this stage", {post_in_words(view, seat->post)}};
        if (!seat->why.empty()) acts.words.push_back(capitalised(seat->why) + ".");
        if (seat->stand_in) acts.words.emplace_back("Stands in: somebody still has to be found.");
        rows.rows.push_back(std::move(acts));
    }
    if (party.settled) rows.rows.push_back({"Outcome", {"Settled"}});
    section.blocks.push_back(std::move(rows));
}

std::string due_in_words(const View& view, const Duty& duty) {
    if (!duty.due) return duty.undated.empty() ? "No date" : capitalised(duty.undated);
    return (duty.overdue ? "Overdue: " : "") +
           (duty.due->date_only ? calendar::in_words(duty.due->date) : when(view, duty.due->at));
}

std::string source_in_words(const View& view, const policy::Source& source) {
    const bool of_policy = policy::find_clause(*view.dossier.pack, source.clause) ||
                           policy::find_reading(*view.dossier.pack, source.reading);
    if (of_policy) return capitalised(policy::in_words(source));
    return source.clause.empty() ? "" : capitalised(clause_in_words(source.clause));
}

/// Those with a date first, the earliest before the others; what may be left undone comes last.
std::vector<const Duty*> open_duties(const View& view) {
    std::vector<const Duty*> open;
    for (const auto& duty : view.dossier.duties) {
        if (is_open(duty)) open.push_back(&duty);
    }
    std::ranges::stable_sort(open, {}, [](const Duty* duty) {
        return std::tuple(duty->optional, !duty->due.has_value(), duty->due ? duty->due->at : base::Moment{});
    });
    return open;
}

Section of_rows(const std::string& heading, Paper::Rows rows) {
    Section section{heading};
    if (!rows.rows.empty()) section.blocks.push_back(std::move(rows));
    return section;
}

}  // namespace

Section safety(const View& view) {
    Section section{"The safety of the child"};
    if (view.dossier.state.danger)
        section.blocks.push_back(Paper::Paragraph{"Immediate danger has been declared.", Tone::Strong});
    const auto* entry = find_latest(view, Happening::ProtectionRecorded);
    if (!entry) {
        section.blocks.push_back(
            Paper::Paragraph{"Nothing has been recorded about what protects the child now."});
        return section;
    }
    section.blocks.push_back(Paper::Paragraph{safety_in_words(entry->event.open.text("safe_now")) + " on " +
                                              when(view, entry->event.happened_at) + "."});
    if (const auto* text = view.find_text(entry->revision, "protection"))
        section.blocks.push_back(Paper::Rows{{{"What protects the child", in_words(*text).words}}});
    return section;
}

Section standing(const View& view) {
    Section section{"Where it stands"};
    section.blocks.push_back(Paper::Paragraph{move_in_words(disagreement::whose_move(view.dossier.duties))});
    Paper::Table table{"Stages so far", {{"Stage", 4}, {"Opened", 4}, {"Who acted", 6}}, {}};
    for (const auto& visit : view.dossier.state.visits) {
        const auto* stage = policy::find_stage(*view.dossier.pack, visit.stage);
        std::string opened = when(view, visit.opened);
        if (differ_on_paper(visit.opened, visit.recorded))
            opened += "\nEntered " + when(view, visit.recorded);
        if (visit.target) opened += "\nTarget date " + calendar::in_words(*visit.target);
        std::vector<std::string> who;
        if (!visit.raising.post.get().empty())
            who.push_back(in_words(directory_of(view), visit.raising.post));
        for (const auto& [agency, seat] : visit.receiving) {
            if (!seat.post.get().empty()) who.push_back(in_words(directory_of(view), seat.post));
        }
        table.rows.push_back({stage ? stage_in_words(*stage) : visit.stage, opened, base::join(who, "\n")});
    }
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

Section sides(const View& view) {
    const auto& state = view.dossier.state;
    const auto* visit = disagreement::find_last_visit(state);
    Section section{"Both sides"};
    add_side(view, {"Raising side: ", "Raised by"}, state.raising, visit ? &visit->raising : nullptr,
             section);
    for (const auto& party : state.receiving) {
        const disagreement::Seat* seat = nullptr;
        if (visit && visit->receiving.contains(party.agency)) seat = &visit->receiving.at(party.agency);
        add_side(view, {"Receiving side: ", "Whose decision it was"}, party, seat, section);
    }
    Paper::Rows named;
    for (const auto& [key, post] : state.roles) {
        const auto* role = policy::find_role(*view.dossier.pack, key);
        named.rows.push_back({role ? role->title : key, {post_in_words(view, post)}});
    }
    if (named.rows.empty()) return section;
    section.blocks.push_back(Paper::Heading{"Named for this disagreement"});
    section.blocks.push_back(std::move(named));
    return section;
}

Section owed(const View& view) {
    Section section{"What is owed now"};
    Paper::Table table{"Open duties", {{"What", 4}, {"Who", 4}, {"By when", 3}, {"Because of", 3}}, {}};
    for (const auto* duty : open_duties(view)) {
        table.rows.push_back({duty->title + (duty->optional ? "\nMay be left undone" : ""),
                              in_words(directory_of(view), duty->owner) + ", " + side_in_words(duty->side),
                              due_in_words(view, *duty), source_in_words(view, duty->source)});
    }
    if (table.rows.empty())
        section.blocks.push_back(Paper::Paragraph{move_in_words(disagreement::Move::Nobody)});
    else
        section.blocks.push_back(std::move(table));
    return section;
}

Section points(const View& view) {
    Paper::Rows rows;
    for (const auto& point : view.dossier.state.points) {
        Paper::Row row{"Point " + point.key, {}};
        if (const auto* text = view.find_text(point.event + 1, "point")) row.words = in_words(*text).words;
        row.words.push_back(in_words(directory_of(view), point.owner) + ", by " +
                            calendar::in_words(point.by));
        if (point.settled_at) row.words.push_back("Done on " + when(view, *point.settled_at));
        rows.rows.push_back(std::move(row));
    }
    return of_rows("Outstanding points", std::move(rows));
}

Section sources(const View& view) {
    const auto& pack = *view.dossier.pack;
    const auto cited = cited_by(view.dossier);
    Paper::Rows rows;
    for (const auto& key : cited.clauses) {
        const auto* clause = policy::find_clause(pack, key);
        if (clause)
            rows.rows.push_back(
                {capitalised(policy::in_words(policy::Source{.clause = key})), {clause->says}});
    }
    for (const auto& key : cited.readings) {
        const auto* reading = policy::find_reading(pack, key);
        if (!reading) continue;
        Paper::Row row{capitalised(policy::in_words(policy::Source{.reading = key})),
                       {reading->about + ". We take it that: " + reading->taken}};
        if (const auto* ruling = view.dossier.partnership->find_ruling(pack, key))
            row.words.push_back(ruling_in_words(*ruling));
        rows.rows.push_back(std::move(row));
    }
    return of_rows("The policy behind it", std::move(rows));
}

}  // namespace app::record
