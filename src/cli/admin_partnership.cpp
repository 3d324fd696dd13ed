#include <cctype>

#include "calendar/local_time.h"
#include "cli/admin.h"
#include "cli/packs.h"

namespace cli {
namespace {

/// "Riverside SCP" → "riverside-scp".
std::string key_from(const std::string& name) {
    std::string key;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 128 && std::isalnum(byte))
            key += static_cast<char>(std::tolower(byte));
        else if (!key.empty() && key.back() != '-')
            key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

struct PackText {
    std::string file;
    std::string text;
};

tl::expected<PackText, base::Findings> pack_text(const std::string& key_or_file, const Console& console) {
    const auto path = find_pack(key_or_file, console);
    if (!path) return tl::unexpected(path.error());
    auto text = read_whole_pack(*path);
    if (!text) return tl::unexpected(text.error());
    return PackText{path->string(), std::move(*text)};
}

tl::expected<app::Approval, base::Findings> approval_of(const PartnershipArgs& args) {
    if (args.approved_by.empty() && args.approved_on.empty()) return app::Approval{};
    const auto on = calendar::parse_date(args.approved_on);
    if (!on) {
        return tl::unexpected(base::Findings{
            {{}, "'" + args.approved_on + "' is not a date", "write --approved-on as 2026-11-19", {}}});
    }
    return app::Approval{args.approved_by, *on};
}

/// The edition adopted last, which need not be in force yet.
json::Object described(const app::Partnership& partnership) {
    const auto& identity = partnership.adoptions.back().pack->identity;
    json::Array posts;
    for (const auto* post : partnership.directory.posts_of(app::AgencyId(partnership.key)))
        posts.emplace_back(post->id.get());
    json::Object object;
    object.set("partnership", partnership.key).set("name", partnership.name);
    object.set("policy", identity.key).set("edition", identity.edition).set("posts", std::move(posts));
    object.set("begins", calendar::to_iso(partnership.adoptions.back().begins()));
    const auto& approved = partnership.adoptions.back().approved;
    if (approved.on) object.set("approved_by", approved.by).set("approved_on", calendar::to_iso(*approved.on));
    return object;
}

std::string key_of(const PartnershipArgs& args) {
    return args.key.empty() ? key_from(args.name) : args.key;
}

}  // namespace

base::Findings faults_of_words(const PartnershipArgs& args) {
    auto faults = app::faults_of_naming(key_of(args), args.name);
    const auto approved = approval_of(args);
    if (faults.empty() && !approved) faults = approved.error();
    return faults;
}

int run_partnership_add(const PartnershipArgs& args, const Console& console,
                        app::Administration& administration, const app::Installation& installation) {
    const auto pack = pack_text(args.pack, console);
    if (!pack) return complain(args.folder, console, pack.error());
    const std::string key = key_of(args);
    const auto approved = approval_of(args);
    if (!approved) return complain(args.folder, console, approved.error());
    const auto added = administration.add_partnership({key, args.name, pack->text, pack->file, *approved});
    if (!added) return complain(args.folder, console, added.error());
    if (!args.calendar.empty()) {
        const auto set = administration.set_calendar(*added, {.key = args.calendar});
        if (!set) return complain(args.folder, console, set.error());
    }
    const auto known = installation.now();
    const auto& partnership = *known->find_partnership(*added);
    std::string text = "added the partnership '" + *added + "' under " + partnership.pack().identity.title;
    for (const auto* post : partnership.directory.posts_of(app::AgencyId(*added))) {
        text += "\nits office has the post '" + post->id.get() + "' (" + post->title +
                "): give it to somebody with 'user add --post'";
    }
    const auto begins = partnership.adoptions.back().begins();
    if (begins > known->day) {
        text += "\nits policy holds from " + calendar::in_words(begins) + ": nothing can be raised before that day";
    }
    return answer(args.folder, console, described(partnership), text);
}

int run_partnership_adopt(const PartnershipArgs& args, const Console& console,
                          app::Administration& administration, const app::Installation& installation) {
    const auto pack = pack_text(args.pack, console);
    if (!pack) return complain(args.folder, console, pack.error());
    const auto approved = approval_of(args);
    if (!approved) return complain(args.folder, console, approved.error());
    const auto adopted = administration.adopt(args.key, pack->text, pack->file, *approved);
    if (!adopted) return complain(args.folder, console, adopted.error());
    const auto known = installation.now();
    const auto& partnership = *known->find_partnership(args.key);
    const auto& adoption = partnership.adoptions.back();
    const auto& identity = adoption.pack->identity;
    const auto& now = partnership.pack().identity;
    const std::string so = approved->on ? ", approved by " + approved->by + " on " + calendar::in_words(*approved->on)
                                        : std::string{};
    return answer(args.folder, console, described(partnership),
                  "'" + args.key + "' works under " + identity.title + ", edition " + identity.edition + so + ", from " +
                      (adoption.begins() > known->day
                           ? calendar::in_words(adoption.begins()) + " on, and until then under edition " + now.edition
                           : "now on") +
                      "; what is under way keeps the edition it was raised under");
}

}  // namespace cli
