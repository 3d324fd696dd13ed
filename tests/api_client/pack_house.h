// A partnership at work on one pack, with the people of its cast, in memory and behind the API alone.
#pragma once
#include <filesystem>

#include "api/caller.h"
#include "cli/packs.h"
#include "rehearsal/scenario.h"
#include "yaml/parse.h"

namespace api_client {

namespace fs = std::filesystem;
using namespace app::testing;

/// Every folder with a policy, made-up ones too.
inline std::vector<fs::path> pack_folders() {
    std::vector<fs::path> folders;
    for (const auto* root : {"packs", "packs/examples"}) {
        if (!fs::exists(root)) continue;
        for (const auto& entry : fs::directory_iterator(root)) {
            if (fs::exists(entry.path() / "policy.yaml")) folders.push_back(entry.path());
        }
    }
    std::ranges::sort(folders);
    return folders;
}

inline tl::expected<policy::Pack, base::Findings> read_pack(std::string_view text, const std::string& file) {
    auto loaded = cli::read_pack_text(text, file);
    if (!loaded) return tl::unexpected(std::move(loaded.error()));
    return std::move(loaded->pack);
}

inline rehearsal::Cast cast_of(const fs::path& folder) {
    const auto text = cli::read_file(folder / "examples" / "cast.yaml");
    REQUIRE(text);
    const auto tree = yaml::parse(*text, "cast.yaml");
    REQUIRE(tree);
    auto cast = rehearsal::load_cast(*tree);
    REQUIRE(cast);
    return std::move(*cast);
}

class PackHouse {
public:
    explicit PackHouse(const fs::path& folder) : cast_(cast_of(folder)) {
        const auto text = cli::read_whole_pack(folder / "policy.yaml");
        REQUIRE(text);
        const auto* office = cast_.directory.find_partnership();
        REQUIRE(office);
        partnership = office->id.get();
        const auto added =
            administration.add_partnership({partnership, office->name, *text, "policy.yaml"});
        if (!added) FAIL(added.error().front().what);
        move_in();
        for (const auto& [body, dates] : cast_.meetings)
            REQUIRE(administration.set_meetings(partnership, body, dates));
    }

    /// Signed in as that person.
    const api::testing::Caller& caller(const std::string& person) {
        const auto known = callers_.find(person);
        if (known != callers_.end()) return known->second;
        using app::Scope;
        const auto issued = tokens.issue(
            {app::PersonId(person), {Scope::Read, Scope::Act, Scope::Directory, Scope::Register}, 366});
        REQUIRE(issued);
        return callers_
            .emplace(person, api::testing::Caller(api, issued->secret, api::testing::Checking::Few))
            .first->second;
    }

    /// What the worker does while nobody looks.
    void pass(std::chrono::hours time) {
        clock.pass(time);
        app::expire_due(ledger, transact, clock.now());
    }

    std::string partnership;
    std::string anybody;  // a person of the partnership's office
    TickingClock clock{at("2026-11-19T10:00")};

private:
    void move_in() {
        std::vector<directory::Change> changes, holders;
        for (const auto& [id, agency] : cast_.directory.agencies())
            changes.push_back(directory::AgencyPut{agency, {partnership}});
        const app::PostId keeper(partnership + ".business-manager");
        for (const auto& [id, post] : cast_.directory.posts()) {
            directory::Post bare = post;
            bare.holders.clear();
            changes.push_back(directory::PostPut{std::move(bare)});
            if (post.holders.empty()) continue;
            const app::PersonId person("p-" + std::to_string(changes.size()));
            const auto added = people.add_person({"Person of " + id.get(), person.get() + "@example.org", "",
                                                  person});
            if (!added) FAIL(added.error().why);
            holders.push_back(directory::HoldersSet{id, {{person}}});
            if (post.agency.get() != partnership) continue;
            anybody = person.get();
            if (post.kind == "business-manager" && id != keeper)
                holders.push_back(directory::HoldersSet{keeper, {{person}}});
        }
        administration.change_directory(changes);
        administration.change_directory(holders);
    }

    rehearsal::Cast cast_;
    SeededRandom random;
    HashDigests digests;
    CountedPasswords passwords;
    store::MemoryStore ledger;
    store::MemoryStore reads_ledger;
    store::MemoryDrawers drawers;
    TurningSealer sealer{ledger, random};
    app::Journal journal{ledger, sealer};
    app::Installation installation{journal, read_pack, clock};
    app::Repeats repeats{drawers, digests};
    app::Transact transact{journal, installation, clock, random, digests, repeats};
    app::ReadsLog reads{reads_ledger, random};
    app::Reading reading{{journal, installation, reads, digests, clock}};
    app::Lists lists{journal, installation, clock};
    app::Administration administration{journal, installation, read_pack, clock, random};
    app::People people{journal, installation, drawers, passwords, random, clock};
    app::ApiTokens tokens{drawers, random, digests, clock};
    http::Figures traffic;
    app::testing::PlainPapers papers;
    diagram::Drawings drawings;
    api::Api api{{installation, tokens, lists, reading, transact, ledger, traffic, clock, papers, drawings,
                  "http://127.0.0.1:8080"}};
    std::map<std::string, api::testing::Caller> callers_;
};

}  // namespace api_client
