// How a pack names whom a rule means.
#include "base/text.h"
#include "policy/words.h"

#include <array>

namespace policy {
namespace {

enum class Key { None, May, Must };

struct Form {
    Who::Kind kind;
    std::string_view word;
    Key key;
    std::string_view example;
};

constexpr std::array forms{
    Form{Who::Kind::Nobody, "nobody", Key::None, "nobody"},
    Form{Who::Kind::Raising, "raising", Key::May, "raising:team-manager"},
    Form{Who::Kind::Receiving, "receiving", Key::May, "receiving:team-manager"},
    Form{Who::Kind::Both, "both", Key::None, "both"},
    Form{Who::Kind::Everyone, "everyone", Key::None, "everyone"},
    Form{Who::Kind::Raiser, "raiser", Key::None, "raiser"},
    Form{Who::Kind::CaseRole, "role", Key::Must, "role:conference-chair"},
    Form{Who::Kind::Partnership, "partnership", Key::Must, "partnership:business-manager"},
    Form{Who::Kind::Above, "above", Key::Must, "above:raising"},
    Form{Who::Kind::Author, "author", Key::None, "author"},
    Form{Who::Kind::RaisingAgency, "raising-agency", Key::Must, "raising-agency:named-nurse"},
    Form{Who::Kind::ReceivingAgency, "receiving-agency", Key::Must, "receiving-agency:named-nurse"},
};

tl::unexpected<base::Refusal> refused(std::string why) {
    return tl::unexpected(base::Refusal{"unknown_who", std::move(why)});
}

tl::unexpected<base::Refusal> unknown(std::string_view text, std::string_view head) {
    std::vector<std::string> words;
    for (const auto& form : forms) words.emplace_back(form.word);
    const auto meant = base::nearest(head, words);
    auto hint =
        meant.empty() ? "use one of: " + base::join(words, ", ") : "did you mean '" + meant + "'?";
    return base::refused("unknown_who", "'" + std::string(text) + "' names nobody that the language knows", std::move(hint));
}

}  // namespace

std::string to_word(const Who& who) {
    if (who.kind == Who::Kind::AnyOf) {
        std::vector<std::string> words;
        for (const auto& part : who.parts) words.push_back(to_word(part));
        return base::join(words, " or ");
    }
    for (const auto& form : forms) {
        if (form.kind != who.kind) continue;
        return std::string(form.word) + (who.key.empty() ? "" : ":" + who.key);
    }
    base::ensure(false, "a kind of who has a word");
    return {};
}

base::Result<Who> parse_who(std::string_view text) {
    const auto colon = text.find(':');
    const auto head = text.substr(0, colon);
    const bool has_key = colon != std::string_view::npos;
    const auto key = has_key ? std::string(text.substr(colon + 1)) : std::string();
    for (const auto& form : forms) {
        if (form.word != head) continue;
        if (has_key && form.key == Key::None) {
            return refused("'" + std::string(head) + "' stands alone, without ':" + key + "'");
        }
        if (has_key ? !is_key(key) : form.key == Key::Must) {
            return base::refused("unknown_who", "'" + std::string(text) + "' does not say which",
                                 "write it as in '" + std::string(form.example) + "'");
        }
        if (form.kind == Who::Kind::Above && key != "raising" && key != "receiving" && key != "raiser") {
            return refused("'above' is followed by raising, receiving or raiser, not '" + key + "'");
        }
        return Who{form.kind, key, {}};
    }
    return unknown(text, head);
}

}  // namespace policy
