#include "cli/policy_replay.h"

#include <CLI/CLI.hpp>
#include <map>

#include "base/text.h"
#include "cli/findings_json.h"
#include "cli/packs.h"
#include "cli/stage_map.h"
#include "policy/house_rules.h"

namespace cli {
namespace {

using app::Difference;
using app::Hindsight;

/// How often each kind of difference showed, in all and by rule.
struct Tally {
    std::size_t compared = 0;
    std::size_t different = 0;
    std::size_t without_place = 0;
    std::map<std::string, std::map<std::string, std::size_t>> by_kind;  // kind, rule

    explicit Tally(const std::vector<Hindsight>& all) {
        for (const auto& one : all) {
            (one.no_place.empty() ? compared : without_place) += 1;
            if (!one.differences.empty()) ++different;
            for (const auto& difference : one.differences) ++by_kind[app::to_word(difference.kind)][difference.rule];
        }
    }

    std::size_t of(const std::string& kind) const {
        std::size_t sum = 0;
        const auto found = by_kind.find(kind);
        if (found == by_kind.end()) return 0;
        for (const auto& [rule, count] : found->second) sum += count;
        return sum;
    }
};

json::Value count(std::size_t number) { return static_cast<std::int64_t>(number); }

std::string heading_of(Difference::Kind kind) {
    switch (kind) {
        case Difference::Kind::Due: return "due on another date";
        case Difference::Kind::Late: return "late, or no longer late";
        case Difference::Kind::Gone: return "not owed any more";
        case Difference::Kind::New: return "owed besides";
        case Difference::Kind::Refused: return "done then, refused now";
    }
    return {};
}

std::string in_words(const Difference& one) {
    const std::string entry = "after entry " + std::to_string(one.revision) + ", " + one.rule + ": ";
    switch (one.kind) {
        case Difference::Kind::Due: return entry + one.before + " becomes " + one.after;
        case Difference::Kind::Late: return entry + one.before + " becomes " + one.after;
        case Difference::Kind::Gone: return entry + "not owed any more (it was due " + one.before + ")";
        case Difference::Kind::New: return entry + "owed besides, due " + one.after;
        case Difference::Kind::Refused:
            return "entry " + std::to_string(one.revision) + ", " + one.rule + ": refused, " + one.after +
                   (one.clause.empty() ? "" : " [" + one.clause + "]");
    }
    return entry;
}

json::Value as_json(const Difference& one) {
    json::Object object;
    object.set("kind", app::to_word(one.kind)).set("revision", count(one.revision)).set("rule", one.rule);
    object.set("before", one.before).set("after", one.after);
    if (!one.clause.empty()) object.set("clause", one.clause);
    return object;
}

json::Object as_json(const Tally& tally) {
    json::Object counts;
    counts.set("compared", count(tally.compared)).set("different", count(tally.different));
    counts.set("without_place", count(tally.without_place));
    for (const auto kind : app::all_kinds()) {
        const auto word = app::to_word(kind);
        json::Object rules;
        const auto found = tally.by_kind.find(word);
        if (found != tally.by_kind.end()) {
            for (const auto& [rule, number] : found->second) rules.set(rule, count(number));
        }
        counts.set(word, json::Object().set("count", count(tally.of(word))).set("rules", std::move(rules)));
    }
    return counts;
}

json::Object as_json(const std::vector<Hindsight>& all, const Tally& tally, const policy::Pack& other) {
    json::Array list;
    for (const auto& one : all) {
        json::Array differences;
        for (const auto& difference : one.differences) differences.push_back(as_json(difference));
        list.push_back(json::Object()
                           .set("reference", one.reference)
                           .set("edition", one.edition)
                           .set("no_place", cli::as_json(one.no_place))
                           .set("differences", std::move(differences)));
    }
    json::Object object;
    object.set("policy", other.identity.key).set("with", other.identity.edition);
    return object.set("counts", as_json(tally)).set("disagreements", std::move(list));
}

std::string in_words(const std::vector<Hindsight>& all, const Tally& tally, const policy::Pack& other) {
    std::string text = std::to_string(tally.compared) + " compared with edition " + other.identity.edition + " of " +
                       other.identity.key + ", " + std::to_string(tally.different) + " would have gone otherwise";
    if (tally.without_place != 0) text += "; " + std::to_string(tally.without_place) + " have no place there";
    for (const auto kind : app::all_kinds()) {
        const auto word = app::to_word(kind);
        const auto found = tally.by_kind.find(word);
        if (found == tally.by_kind.end()) continue;
        std::vector<std::string> rules;
        for (const auto& [rule, number] : found->second) rules.push_back(rule + " " + std::to_string(number));
        text += "\n  " + heading_of(kind) + ": " + std::to_string(tally.of(word)) + " (" + base::join(rules, ", ") + ")";
    }
    for (const auto& one : all) {
        if (one.differences.empty() && one.no_place.empty()) continue;
        text += "\n" + one.reference + ", edition " + one.edition;
        for (const auto& why : one.no_place) text += "\n  " + base::to_text(why);
        for (const auto& difference : one.differences) text += "\n  " + in_words(difference);
    }
    return text;
}

/// The partnerships to look at: the one that was named, or all under this policy.
tl::expected<std::vector<std::string>, base::Findings> partnerships_of(const ReplayArgs& args, const app::Snapshot& known,
                                                                       const policy::Pack& other) {
    const auto& key = other.identity.key;
    std::vector<std::string> under;
    for (const auto& [name, partnership] : known.partnerships) {
        const bool adopted = std::ranges::any_of(partnership.adoptions, [&](const auto& a) { return a.pack->identity.key == key; });
        if (adopted && (args.partnership.empty() || args.partnership == name)) under.push_back(name);
    }
    if (!under.empty()) return under;
    const std::string who = args.partnership.empty() ? "no partnership here" : "the partnership '" + args.partnership + "'";
    const auto what = !args.partnership.empty() && !known.find_partnership(args.partnership)
                          ? "there is no partnership '" + args.partnership + "'"
                          : who + " never adopted the policy '" + key + "'";
    return tl::unexpected(base::Findings{{{}, what, "an edition is compared with others of the same policy", {}}});
}

}  // namespace

CLI::App* add_policy_replay(CLI::App& app, ReplayArgs& args) {
    auto* replay = app.get_subcommand("policy")->add_subcommand(
        "replay", "Every past disagreement under another edition: what would have been due, late, refused. Exit status 1 where something would");
    add_folder(*replay, args.folder);
    replay->add_option("--with", args.with, "The other edition: a pack file, or the key of a pack")->required()->type_name("FILE|KEY");
    replay->add_option("--partnership", args.partnership, "Key of one partnership (default: all under the policy)");
    replay->add_option("--map", args.map, "Which stage of the other edition an old one is; may be repeated")->type_name("OLD=NEW");
    replay->footer(
        "Also while the service runs. Says references, rules and dates, and nobody's words. Each duty counts once\n"
        "in each kind, where the difference first shows. Of raising, only what has to be true before it is judged again.\n"
        "Example: concordat policy replay --data data --with policies/2027.yaml --json");
    return replay;
}

int run_policy_replay(const ReplayArgs& args, const Console& console, const app::Journal& journal,
                      const app::Installation& installation, base::Moment now) {
    const auto path = find_pack(args.with, console);
    auto loaded = path ? read_pack(*path) : tl::unexpected(path.error());
    if (!loaded) return complain(args.folder, console, loaded.error());
    const auto stages = parse_stage_map(args.map);
    if (!stages) return complain(args.folder, console, stages.error());
    const auto other = policy::with_house_rules(std::move(loaded->pack));
    const auto partnerships = partnerships_of(args, *installation.now(), other);
    if (!partnerships) return complain(args.folder, console, partnerships.error());
    std::vector<Hindsight> all;
    for (const auto& key : *partnerships) {
        auto found = app::in_hindsight(app::Dossiers(journal, installation), key, other, *stages, now);
        std::ranges::move(found, std::back_inserter(all));
    }
    const Tally tally(all);
    answer(args.folder, console, as_json(all, tally, other), in_words(all, tally, other));
    return tally.different + tally.without_place == 0 ? Done : Findings;
}

}  // namespace cli
