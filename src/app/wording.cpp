#include "app/wording.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"

namespace app {

std::string title_of(const directory::Directory& directory, const PostId& id) {
    const auto* post = directory.find_post(id);
    if (!post) return id.get().empty() ? "nobody yet" : id.get();
    return post->team.empty() ? post->title : post->title + ", " + post->team;
}

std::string in_words(const directory::Directory& directory, const PostId& id) {
    const auto* post = directory.find_post(id);
    if (!post) return title_of(directory, id);
    return title_of(directory, id) + " (" + in_words(directory, post->agency) + ")";
}

std::string in_words(const directory::Directory& directory, const AgencyId& id) {
    const auto* agency = directory.find_agency(id);
    return agency ? agency->name : id.get();
}

std::string in_words(const directory::Directory& directory, const std::vector<AgencyId>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(in_words(directory, id));
    return base::join(names, ", ");
}

std::string name_of(const Snapshot& known, const PersonId& id) {
    const auto* person = known.find_person(id);
    return person && !person->name.empty() ? person->name : "somebody no longer known";
}

std::string closed_in_words(const directory::Directory& directory, const PostId& id, calendar::Date today) {
    const auto* post = directory.find_post(id);
    const auto* agency = post ? directory.find_agency(post->agency) : nullptr;
    const auto* closing = agency ? directory::find_closing(*agency, today) : nullptr;
    return closing ? "closed until " + calendar::in_words(closing->until) + ": " + closing->why
                   : std::string{};
}

std::string holders_in_words(const Snapshot& known, const PostId& id, calendar::Date today) {
    const auto* post = known.directory.find_post(id);
    if (!post) return {};
    std::vector<std::string> names;
    for (const auto& person : directory::holders_on(*post, today)) {
        const bool deputy = std::ranges::any_of(
            post->holders, [&](const auto& holding) { return holding.person == person && holding.deputy; });
        names.push_back(name_of(known, person) + (deputy ? ", deputy" : ""));
    }
    std::string said = names.empty() ? "vacant" : base::join(names, "; ");
    const auto closed = closed_in_words(known.directory, id, today);
    return closed.empty() ? said : said + "; " + closed;
}

std::string side_in_words(disagreement::Side side) {
    switch (side) {
        case disagreement::Side::Raising: return "raising side";
        case disagreement::Side::Receiving: return "receiving side";
        case disagreement::Side::Partnership: return "partnership";
        case disagreement::Side::System: return "the service";
    }
    return {};
}

std::string phase_in_words(disagreement::Phase phase) {
    switch (phase) {
        case disagreement::Phase::None: return "Not raised";
        case disagreement::Phase::Open: return "Open";
        case disagreement::Phase::Settled: return "Settled";
        case disagreement::Phase::Closed: return "Closed";
        case disagreement::Phase::Withdrawn: return "Withdrawn";
        case disagreement::Phase::HandedOver: return "Handed over";
    }
    return {};
}

std::string move_in_words(disagreement::Move move) {
    switch (move) {
        case disagreement::Move::Raising: return "It is the raising side's move.";
        case disagreement::Move::Receiving: return "It is the receiving side's move.";
        case disagreement::Move::Partnership: return "It is the partnership's move.";
        case disagreement::Move::Nobody: return "Nothing more is owed.";
    }
    return {};
}

std::string stage_in_words(const policy::Stage& stage) {
    return stage.label + ": " + stage.title;
}

std::string topic_in_words(const Partnership& partnership, const std::string& topic) {
    const auto& words = partnership.pack().scope.topics.words;
    const auto found = std::ranges::find(words, topic, &policy::Word::key);
    if (found != words.end()) return found->title;
    return topic.empty() ? "" : "Another topic";
}

std::string clause_in_words(const std::string& clause) {
    return clause == "house" || clause.starts_with("house ") ? "a rule of this service" : "clause " + clause;
}

std::string ruling_in_words(const Ruling& ruling) {
    std::string said = "Ruled";
    if (!ruling.ruled.by.empty()) said += " by " + ruling.ruled.by;
    if (ruling.ruled.on) said += " on " + calendar::in_words(*ruling.ruled.on);
    return said + ": " + ruling.words;
}

std::string safety_in_words(const std::string& safe_now) {
    if (safe_now == "yes") return "The child was said to be safe";
    return safe_now == "no" ? "The child was said not to be safe" : "Recorded";
}

}  // namespace app
