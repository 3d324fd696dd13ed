// Lists in which somebody may answer "another", and the words that go with it.
#include "disagreement/steps.h"

namespace disagreement {

using policy::Answers;

const std::vector<std::string>& open_lists() {
    static const std::vector<std::string> names{"topic", "kind", "concern", "subject", "standing", "disputed"};
    return names;
}

std::vector<base::Refusal> another_without_words(const Answers& answers, const std::vector<std::string>& lists) {
    std::vector<base::Refusal> missing;
    for (const auto& name : lists) {
        if (answers.text(name) == "another" && answers.text(name + "_words").empty()) {
            missing.push_back(refuse("answer_missing", "Enter in your words what the other " + name + " is", name + "_words"));
        }
    }
    return missing;
}

Answers without_idle_words(Answers answers) {
    for (const auto& name : open_lists()) {
        if (answers.has(name) && answers.text(name) != "another") answers.values.erase(name + "_words");
    }
    return answers;
}

}  // namespace disagreement
