#include "rehearsal/load_parts.h"

#include "calendar/local_time.h"

namespace rehearsal {

using policy::Loading;
using policy::Node;
using policy::Reader;

namespace {

/// People write a space where ISO has a T.
std::string as_iso(std::string words) {
    if (words.size() > 10 && words[10] == ' ') words[10] = 'T';
    return words;
}

/// At a clock change there are two moments of that name, or none: says which can be written instead.
std::string other_spellings(const std::string& iso, const std::string& words) {
    const auto local = calendar::parse_local_time(iso);
    const auto moments = local ? calendar::moments_of(*local, zone) : std::vector<base::Moment>{};
    if (moments.size() == 2) {
        return "write '" + words + "+01:00' for the first time, in summer time, or '" + words + "Z' for the second, in winter time";
    }
    return "the clocks go forward and skip this hour; write a time before or after it";
}

}  // namespace

Reader<std::string> moment() {
    Reader<std::string> reader = policy::text();
    reader.read = [](const Node& node, Loading& loading) -> std::optional<std::string> {
        const auto* words = policy::find_text(node, loading);
        if (!words) return std::nullopt;
        const std::string iso = as_iso(*words);
        const auto read = calendar::parse_moment(iso, zone);
        if (read) return iso;
        if (read.error().rule == "clock_change") {
            const bool twice = read.error().why.find("twice") != std::string::npos;
            loading.wrong(node.place, "'" + *words + (twice ? "' happens twice, because the clocks go back" : "' never happens"),
                          other_spellings(iso, *words));
            return std::nullopt;
        }
        const auto day = calendar::parse_date(iso.substr(0, 10));
        const std::string what = day ? "'" + *words + "' is not a date and time" : day.error().why;
        loading.wrong(node.place, what, "write it like 2026-11-19 14:30");
        return std::nullopt;
    };
    return reader;
}

Reader<std::string> date_or_none() {
    Reader<std::string> reader = policy::text();
    reader.read = [](const Node& node, Loading& loading) -> std::optional<std::string> {
        const auto* words = policy::find_text(node, loading);
        if (!words) return std::nullopt;
        const std::string iso = as_iso(*words);
        if (iso == "none" || calendar::parse_date(iso) || calendar::parse_local_time(iso)) return iso;
        loading.wrong(node.place, loading.here() + ": '" + *words + "' is neither a date, nor a date and time, nor 'none'",
                      "write it like 2026-11-19, 2026-11-19 14:30 or none");
        return std::nullopt;
    };
    return reader;
}

Reader<std::vector<std::string>> texts() {
    return policy::one_or_more(policy::text());
}

bool is_file_of(const Node& node, Loading& loading, const std::string& what, const std::string& hint) {
    if (node.kind == Node::Kind::Map) return true;
    const std::string is = node.kind == Node::Kind::List ? "a list" : "a single text";
    loading.wrong(node.place, what + " is to be a map of keys, and this is " + is, hint);
    return false;
}

Written places_of(const Node& node) {
    Written written{node.place, {}};
    for (const auto& entry : node.entries) {
        written.parts[entry.key] = entry.value.place;
        for (std::size_t i = 0; i < entry.value.items.size(); ++i) {
            written.parts[entry.key + "/" + std::to_string(i)] = entry.value.items[i].place;
        }
        for (const auto& part : entry.value.entries) written.parts[entry.key + "/" + part.key] = part.place;
    }
    return written;
}

}  // namespace rehearsal
