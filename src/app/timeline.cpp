#include "app/timeline.h"

#include <algorithm>

namespace app {
namespace {

using policy::Happening;
using policy::Privacy;

/// Opens texts for one person.
class Opening {
public:
    Opening(const Journal& journal, const Dossier& dossier, const gate::Facts& facts)
        : journal_(journal),
          dossier_(dossier),
          identity_(gate::allows(facts, gate::Action::SeeIdentity)),
          narrative_(gate::allows(facts, gate::Action::SeeNarrative)),
          release_(gate::allows(facts, gate::Action::Release)),
          corrected_(gate::allows(facts, gate::Action::SeeCorrected)) {
        std::vector<const store::SealedField*> fields;
        for (const auto& stored : dossier.stored) {
            for (const auto& field : stored.envelope.sealed) {
                if (may_see(field)) fields.push_back(&field);
            }
        }
        if (fields.empty()) return;
        auto opened = journal.open_all(dossier.stored.front().stream, fields);
        for (std::size_t i = 0; i < fields.size(); ++i) opened_.emplace(fields[i], std::move(opened[i]));
    }

    Entry entry(std::size_t index) const {
        const auto& event = dossier_.state.history[index].event;
        Entry entry{index + 1, event, {}, {}};
        for (const auto& answer : event.sealed) entry.texts.push_back(text(index, answer));
        for (auto& [name, values] : entry.event.open.values) {
            const auto correction = last_correction(index, name);
            if (!correction) continue;
            entry.corrected.push_back(name);
            if (!corrected_) values = {event_at(*correction).open.text("value")};
        }
        return entry;
    }

private:
    const disagreement::Event& event_at(std::size_t index) const {
        return dossier_.state.history[index].event;
    }

    bool may_see(const store::SealedField& field) const {
        return field.field_class == store::FieldClass::Identity ? identity_ : narrative_;
    }

    std::optional<std::size_t> last_correction(std::size_t index, const std::string& field) const {
        const std::string number = std::to_string(index + 1);
        for (std::size_t i = dossier_.state.history.size(); i-- > index + 1;) {
            const auto& event = event_at(i);
            const bool corrects = event.fact.happening == Happening::Corrected && event.fact.key == number;
            if (corrects && event.open.text("field") == field) return i;
        }
        return std::nullopt;
    }

    Text text(std::size_t index, const disagreement::SealedAnswer& answer) const {
        Text text{.name = answer.name, .privacy = answer.privacy};
        std::size_t at = index;
        std::string name = answer.name;
        for (auto correction = last_correction(at, name); correction;
             correction = last_correction(at, name)) {
            at = *correction;
            name = "value";
            text.corrected_by = at + 1;
        }
        const bool may = answer.privacy == Privacy::Identity ? identity_ : narrative_;
        if (may) {
            show(text, at, name);
        } else if (answer.privacy == Privacy::Identity && release_) {
            text.shown = Text::Shown::Masked;
        }
        const bool old_too =
            corrected_ && text.corrected_by && (answer.privacy != Privacy::Identity || identity_);
        if (old_too) text.before = plain(index, answer.name).value_or("");
        return text;
    }

    void show(Text& text, std::size_t index, const std::string& name) const {
        const auto words = plain(index, name);
        text.shown = words ? Text::Shown::Plain : Text::Shown::Withheld;
        text.words = words.value_or("");
    }

    std::optional<std::string> plain(std::size_t index, const std::string& name) const {
        const auto& stored = dossier_.stored[index];
        const auto field = std::ranges::find(stored.envelope.sealed, name, &store::SealedField::name);
        if (field == stored.envelope.sealed.end()) return std::nullopt;
        const auto opened = opened_.find(&*field);
        return opened == opened_.end() ? journal_.open(stored.stream, *field) : opened->second;
    }

    const Journal& journal_;
    const Dossier& dossier_;
    bool identity_;
    bool narrative_;
    bool release_;
    bool corrected_;
    std::map<const store::SealedField*, std::optional<std::string>> opened_;  // those that may be seen
};

}  // namespace

std::vector<Entry> timeline_for(const Journal& journal, const Dossier& dossier, const gate::Facts& facts) {
    const Opening opening(journal, dossier, facts);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < dossier.state.history.size(); ++i) entries.push_back(opening.entry(i));
    return entries;
}

}  // namespace app
