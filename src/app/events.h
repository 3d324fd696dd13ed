// Events in words: what happened, who did it, and what was answered under which question.
#pragma once
#include "app/read.h"

namespace app {

/// "Stage opened: Stage 2: Service managers", "Answered (Riverside Council)"
std::string headline_of(const Dossier&, const disagreement::Event&);

/// "Ann Example, Team manager, Northfield (Riverside Council)"; "" for what the service itself recorded.
std::string author_of(const Dossier&, const disagreement::Event&);

/// The questions that an entry answers, in the order in which they are asked: its answers are read back under
/// them.
std::vector<policy::Field> questions_of(const Dossier&, const Entry&);

/// Whether the two times are worth saying both.
bool differ_on_paper(base::Moment left, base::Moment right);

/// One answer as somebody may see it, under its question.
struct Answered {
    enum class Shape { Short, Prose };  // Prose: as it was typed, with its paragraphs
    std::string label;
    std::vector<std::string> words;
    Shape shape = Shape::Short;
    std::vector<std::string> remarks = {};  // that it was corrected, and what it said before
    bool operator==(const Answered&) const = default;
};

/// The words of one sealed answer, or why there are none.
Answered in_words(const Text&, policy::FieldKind = policy::FieldKind::LongText);

/// The answers of an entry, in the order of its questions.
std::vector<Answered> answers_of(const Dossier&, const Entry&);
bool has_answers(const Dossier&, const Entry&);

/// The posts that an opening of a stage seated, each with why it was that one: "Raising side: Team manager.
/// The line manager.".
std::vector<std::string> seats_of(const Dossier&, const disagreement::Event&);

/// The newest entry of its kind; null where there is none.
const Entry* find_latest(const View&, policy::Happening);

}  // namespace app
