// What came to pass in a disagreement, as sections of its record: nothing stands in it twice.
#include "app/events.h"
#include "app/outcomes.h"
#include "app/record_parts.h"
#include "app/wording.h"
#include "calendar/local_time.h"

namespace app::record {
namespace {

using policy::Happening;
using Tone = Paper::Paragraph::Tone;

const std::string about_heading = "What it is about";
const std::string positions_heading = "Positions of both sides";
const std::string outcome_heading = "Outcome";

const std::string identity_hidden =
    "Who the child and family are was not open to whoever made this record: those answers are marked as "
    "hidden.";

bool hides_identity(const View& view) {
    for (const auto& entry : view.timeline) {
        for (const auto& text : entry.texts) {
            if (text.privacy == policy::Privacy::Identity && text.shown != Text::Shown::Plain) return true;
        }
    }
    return false;
}

/// The heading under which the answers of an entry stand, apart from the history; "" for most.
std::string heading_over(const Entry& entry) {
    switch (told_under(entry.event.fact.happening)) {
        case Told::About: return about_heading;
        case Told::Positions: return positions_heading;
        case Told::Outcome: return outcome_heading;
        case Told::InHistory: break;
    }
    return {};
}

std::string number_of(const Entry& entry) {
    return "Entry " + std::to_string(entry.revision);
}

std::string times_of(const View& view, const Entry& entry) {
    const auto& event = entry.event;
    std::string said = when(view, event.happened_at);
    if (differ_on_paper(event.happened_at, event.recorded_at))
        said += ". Entered " + when(view, event.recorded_at);
    return said;
}

void add_answers(const View& view, const Entry& entry, Section& section) {
    for (const auto& seat : seats_of(view.dossier, entry.event))
        section.blocks.push_back(Paper::Paragraph{seat});
    Paper::Rows rows;
    for (const auto& answered : answers_of(view.dossier, entry)) {
        Paper::Row row{answered.label, {}};
        for (const auto& words : answered.words) {
            for (auto& paragraph : paragraphs_of(words)) row.words.push_back(std::move(paragraph));
        }
        for (const auto& remark : answered.remarks) row.words.push_back(remark);
        rows.rows.push_back(std::move(row));
    }
    if (!rows.rows.empty()) section.blocks.push_back(std::move(rows));
}

/// What happened, when it was and when it was entered, and who did it.
void add_head(const View& view, const Entry& entry, Section& section) {
    section.blocks.push_back(Paper::Heading{headline_of(view.dossier, entry.event)});
    const auto author = author_of(view.dossier, entry.event);
    section.blocks.push_back(Paper::Paragraph{
        number_of(entry) + ". " + times_of(view, entry) + "." + (author.empty() ? "" : " " + author + "."),
        Tone::Quiet});
}

Section told(const View& view, const std::string& heading) {
    Section section{heading};
    for (const auto& entry : view.timeline) {
        if (heading_over(entry) != heading) continue;
        add_head(view, entry, section);
        const auto meaning = meaning_of(entry.event);
        if (!meaning.empty()) section.blocks.push_back(Paper::Paragraph{meaning});
        add_answers(view, entry, section);
    }
    return section;
}

}  // namespace

Section about(const View& view) {
    auto section = told(view, about_heading);
    if (hides_identity(view))
        section.blocks.insert(section.blocks.begin(), Paper::Paragraph{identity_hidden, Tone::Strong});
    return section;
}

Section positions(const View& view) {
    return told(view, positions_heading);
}

Section outcome(const View& view) {
    return told(view, outcome_heading);
}

Section confirmations(const View& view) {
    Section section{"Confirmations"};
    Paper::Table table{"Who confirms in writing what was agreed",
                       {{"What", 4}, {"Who", 4}, {"By when", 3}, {"Where it stands", 4}},
                       {}};
    for (const auto& one : confirmations_of(view)) {
        const auto& due = one.duty->due;
        table.rows.push_back({one.duty->title, in_words(view.dossier.partnership->directory, one.duty->owner),
                              due ? calendar::in_words(due->date) : "No date",
                              standing_of(one, view.dossier.calendar.zone)});
    }
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

Section forms(const View& view) {
    Section section{"Forms handed in"};
    Paper::Table table{"Each as it was completed", {{"Form", 4}, {"When", 4}, {"By", 5}, {"Entry", 1}}, {}};
    for (const auto& entry : view.timeline) {
        if (entry.event.fact.happening != Happening::FormSubmitted) continue;
        table.rows.push_back({headline_of(view.dossier, entry.event), times_of(view, entry),
                              author_of(view.dossier, entry.event), std::to_string(entry.revision)});
    }
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

Section history(const View& view) {
    Section section{"What has happened"};
    section.blocks.push_back(Paper::Paragraph{"Oldest first."});
    for (const auto& entry : view.timeline) {
        add_head(view, entry, section);
        const auto elsewhere = heading_over(entry);
        if (elsewhere.empty()) {
            add_answers(view, entry, section);
        } else if (!answers_of(view.dossier, entry).empty()) {
            section.blocks.push_back(
                Paper::Paragraph{"What was said stands above, under '" + elsewhere + "'."});
        }
    }
    return section;
}

}  // namespace app::record
