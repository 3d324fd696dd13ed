#include "app/record.h"

#include "app/record_parts.h"
#include "app/reference.h"
#include "app/wording.h"
#include "base/text.h"
#include "calendar/local_time.h"

namespace app {
namespace {

const std::string about_reading =
    "It holds what whoever made it may see. That it was made is in the log of reads. " + confidential;

/// The posts that the reader acts for in it; by name for whoever reads without one.
std::string reader_in_words(const View& view, const PersonId& reader) {
    std::vector<std::string> posts;
    for (const auto& [post, capacity] : view.actor.posts) {
        if (capacity != disagreement::Capacity::Manager)
            posts.push_back(in_words(view.dossier.partnership->directory, post));
    }
    return posts.empty() ? name_of(*view.dossier.known, reader) : base::join(posts, "; ");
}

std::vector<Paper::Row> opening_of(const View& view) {
    const auto& dossier = view.dossier;
    const auto& identity = dossier.pack->identity;
    const auto& state = dossier.state;
    std::vector<Paper::Row> rows{
        {"Reference", {dossier.reference}},
        {"Partnership", {dossier.partnership->name}},
        {"Policy", {identity.title + ", " + identity.owner + ", edition " + identity.edition}}};
    const auto topic = topic_in_words(*dossier.partnership, state.topic);
    if (!topic.empty()) rows.push_back({"Topic", {topic}});
    std::string stands = phase_in_words(state.phase);
    const auto* visit = disagreement::find_last_visit(state);
    const auto* stage = visit ? policy::find_stage(*dossier.pack, visit->stage) : nullptr;
    if (stage) stands += ". " + stage_in_words(*stage);
    rows.push_back({"Where it stands", {stands}});
    return rows;
}

Paper::Section about_this_record(const View& view, const PersonId& reader) {
    Paper::Section section{"About this record"};
    section.blocks.push_back(Paper::Rows{
        {{"Made by", {name_of(*view.dossier.known, reader) + ", for " + reader_in_words(view, reader)}},
         {"Made on", {record::when(view, view.dossier.now)}},
         {"As at", {"Entry " + std::to_string(view.revision().get()) + ", the latest then"}}}});
    section.blocks.push_back(Paper::Paragraph{about_reading, Paper::Paragraph::Tone::Quiet});
    return section;
}

}  // namespace

namespace record {

std::string when(const View& view, base::Moment at) {
    return calendar::in_words(at, view.dossier.calendar.zone);
}

std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> all;
    std::string lines;
    const auto finish = [&] {
        if (!lines.empty()) all.push_back(std::exchange(lines, {}));
    };
    for (const auto& line : base::split(text, '\n')) {
        const auto said = base::trimmed(line);
        if (said.empty()) {
            finish();
            continue;
        }
        lines += (lines.empty() ? "" : "\n") + said;
    }
    finish();
    return all;
}

}  // namespace record

Paper record_of(const View& view, const PersonId& reader) {
    const auto& dossier = view.dossier;
    Paper paper{.title = "Record of disagreement " + dossier.reference, .made = dossier.now};
    paper.opening = opening_of(view);
    paper.footer =
        paper.title + " · made " + record::when(view, dossier.now) + " for " + reader_in_words(view, reader);
    paper.confidentiality = confidential;
    paper.sections = {record::safety(view),  record::standing(view),      record::owed(view),
                      record::about(view),   record::sides(view),         record::positions(view),
                      record::outcome(view), record::confirmations(view), record::points(view),
                      record::forms(view),   record::history(view),       record::sources(view),
                      about_this_record(view, reader)};
    std::erase_if(paper.sections, [](const auto& section) { return section.blocks.empty(); });
    return paper;
}

base::Result<WrittenPaper> write_record(Reading& reading, PaperWriter& writer, const PersonId& reader,
                                        const std::string& typed) {
    const auto reference = parse_reference(typed);
    if (!reference) return tl::unexpected(not_found());
    const auto view = reading.open_disagreement(reader, *reference, disagreement::Questions::LeftOut);
    if (!view) return tl::unexpected(view.error());
    return WrittenPaper{*reference + ".pdf", writer.write(record_of(*view, reader))};
}

}  // namespace app
