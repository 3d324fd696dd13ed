#include "app/family_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t part_bytes_min = 3;

/// Names that are also words nobody can write a page without.
constexpr std::array<std::string_view, 24> everyday{
    "will", "may", "mark", "hope",  "grace", "joy",   "rose",  "dawn", "bill",   "grant", "miles", "young",
    "long", "day", "case", "child", "west",  "north", "south", "road", "street", "house", "the",   "and"};

std::string in_british_order(const std::string& iso) {
    const auto parts = base::split(iso, '-');
    const bool date = iso.size() == 10 && parts.size() == 3 && parts[0].size() == 4;
    return date ? parts[2] + "/" + parts[1] + "/" + parts[0] : std::string{};
}

void add_parts(std::vector<std::string>& words, const std::string& answer) {
    std::string part;
    for (const char c : answer + " ") {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80 || c == '\'';
        if (letter) {
            part += c;
            continue;
        }
        const bool plain = std::ranges::find(everyday, base::lower(part)) != everyday.end();
        if (part.size() >= part_bytes_min && !plain) words.push_back(part);
        part.clear();
    }
}

}  // namespace

std::vector<std::string> telling_parts(const std::string& answer) {
    const std::string whole = base::trimmed(answer);
    if (whole.empty()) return {};
    std::vector<std::string> words{whole};
    if (auto british = in_british_order(whole); !british.empty()) words.push_back(std::move(british));
    for (const auto& line : base::split(whole, '\n')) {
        if (auto part = base::trimmed(line); !part.empty() && part != whole) words.push_back(std::move(part));
    }
    add_parts(words, whole);
    return words;
}

std::vector<std::string> family_words(const Journal& journal, const Dossier& dossier) {
    std::vector<std::string> words;
    for (const auto& stored : dossier.stored) {
        for (const auto& field : stored.envelope.sealed) {
            if (field.field_class != store::FieldClass::Identity) continue;
            const auto plain = journal.open(stored.stream, field);
            if (!plain) continue;
            for (auto& word : telling_parts(*plain)) words.push_back(std::move(word));
        }
    }
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    return words;
}

}  // namespace app
