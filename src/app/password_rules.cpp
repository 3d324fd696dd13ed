#include "app/password_rules.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t length_min = 12;
constexpr std::size_t bytes_max = 1024;

/// Words that stand first in every list of guesses: of passwords, of sport, of the calendar, of this work.
constexpr std::array common_words{
    "password", "passwort", "passphrase", "pass", "word", "secret", "private", "secure", "security", "welcome",
    "letmein", "login", "logon", "signin", "admin", "administrator", "root", "user", "test", "testing", "guest",
    "default", "temp", "temporary", "change", "changeme", "please", "master", "access", "system", "computer",
    "internet", "windows", "microsoft", "google", "facebook", "hello", "hallo", "love", "iloveyou", "loveyou", "you",
    "forever", "baby", "angel", "princess", "sunshine", "rainbow", "butterfly", "flower", "dragon", "monkey",
    "tiger", "shadow", "superman", "batman", "spiderman", "pokemon", "starwars", "football", "baseball", "soccer",
    "hockey", "liverpool", "arsenal", "chelsea", "everton", "rangers", "celtic", "manchester", "united", "city",
    "london", "england", "scotland", "wales", "ireland", "britain", "british", "freedom", "whatever", "trustno",
    "michael", "jordan", "daniel", "charlie", "thomas", "jennifer", "jessica", "michelle", "ashley", "nicole",
    "spring", "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "christmas", "birthday", "family", "mother", "father", "safeguarding", "safeguard",
    "safe", "child", "children", "childrens", "council", "county", "borough", "school", "teacher", "nurse", "health",
    "police", "social", "worker", "work", "care", "concordat", "escalation", "disagreement", "qwerty", "azerty", "abc",
    "the", "my", "is", "new", "this", "mine"};

/// Along which fingers, or children learning to count, go; read in both directions.
constexpr std::array<std::string_view, 9> paths{"abcdefghijklmnopqrstuvwxyz",
                                                "12345678901234567890",
                                                "qwertyuiop",
                                                "asdfghjkl",
                                                "zxcvbnm",
                                                "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                                                "qazwsxedcrfvtgbyhnujmikolp",
                                                "1q2w3e4r5t6y7u8i9o0p",
                                                "q1w2e3r4t5y6u7i8o9p0"};

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// "aaaa", "abcabcabc": one piece three times and more, whatever is left over at the end.
bool is_repetition(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 3; ++period) {
        const auto repeats = [&](std::size_t i) { return text[i] == text[i - period]; };
        bool all = true;
        for (std::size_t i = period; i < text.size() && all; ++i) all = repeats(i);
        if (all) return true;
    }
    return false;
}

std::size_t run_at_start(std::string_view text, std::string_view path) {
    std::size_t longest = 0;
    for (std::size_t length = 1; length <= std::min(text.size(), path.size()); ++length) {
        if (path.find(text.substr(0, length)) == std::string_view::npos) break;
        longest = length;
    }
    return longest;
}

/// Covered by a few runs along the paths: "1qaz2wsx3edc", "abcd1234efgh".
bool is_walk(std::string_view text) {
    constexpr std::size_t run_length_usual = 4;
    std::size_t runs = 0;
    for (auto rest = text; !rest.empty(); ++runs) {
        std::size_t longest = 1;
        for (const auto path : paths) {
            const std::string back(path.rbegin(), path.rend());
            longest = std::max({longest, run_at_start(rest, path), run_at_start(rest, back)});
        }
        rest.remove_prefix(longest);
    }
    return runs <= text.size() / run_length_usual;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Without what stands before, between and after the words.
std::string letters_of(std::string_view low) {
    std::string only;
    std::ranges::copy_if(low, std::back_inserter(only), is_letter);
    return only;
}

/// Digits and signs that stand for letters become those; those that stand before or after the words go.
std::string as_meant(std::string_view low) {
    const auto first = std::ranges::find_if(low, is_letter);
    const auto last = std::find_if(low.rbegin(), low.rend(), is_letter).base();
    std::string words;
    for (auto c = first; c < last; ++c) {
        constexpr std::string_view from = "0134578@$!";
        constexpr std::string_view to = "oleastbasi";
        const auto at = from.find(*c);
        if (at != std::string_view::npos) words += to[at];
        else if (is_letter(*c)) words += *c;
    }
    return words;
}

/// Whether it is some common word, with at most `more` others after it.
bool is_common(std::string_view words, int more) {
    return std::ranges::any_of(common_words, [&](std::string_view word) {
        if (!words.starts_with(word)) return false;
        const auto rest = words.substr(word.size());
        return rest.empty() || (more > 0 && is_common(rest, more - 1));
    });
}

/// The parts of their name and of their address, and what this is.
std::vector<std::string> words_about(const Owner& owner) {
    const std::string email = base::lower(owner.email);
    std::vector<std::string> words{"concordat"};
    std::string part;
    for (const char c : base::lower(owner.name) + " " + email + " ") {
        if (is_letter(c)) {
            part += c;
            continue;
        }
        if (part.size() >= 3) words.push_back(part);
        part.clear();
    }
    std::ranges::sort(words, std::greater{}, &std::string::size);
    return words;
}

/// Who they are or what this is, and not much else besides.
bool is_about(std::string low, const Owner& owner) {
    constexpr std::size_t own_part_min = 6;
    bool found = false;
    for (const auto& word : words_about(owner)) {
        for (auto at = low.find(word); at != std::string::npos; at = low.find(word)) {
            low.erase(at, word.size());
            found = true;
        }
    }
    return found && low.size() < own_part_min;
}

bool is_easy(const std::string& low, const Owner& owner) {
    return is_repetition(low) || is_walk(low) || is_common(letters_of(low), 1) || is_common(as_meant(low), 1) ||
           is_about(low, owner);
}

}  // namespace

std::optional<base::Refusal> find_fault(const std::string& password, const Owner& owner) {
    const auto no = [](const std::string& why) { return base::Refusal{"password_weak", why, {}, "password"}; };
    if (!base::is_utf8(password)) return no("The password must be text");
    if (letters(password) < length_min)
        return no("The password must have at least 12 characters; three words make a good one");
    if (password.size() > bytes_max) return no("The password must have at most 1024 bytes");
    if (is_easy(base::lower(password), owner)) {
        return no(
            "That password would be guessed: choose one that has nothing to do with you or this service");
    }
    return std::nullopt;
}

}  // namespace app
