// A small installation at work: two partnerships, a school and a social care team in one of them.
#pragma once
#include <doctest/doctest.h>

#include "app/administration.h"
#include "app/expiry.h"
#include "app/fakes.h"
#include "app/guardian.h"
#include "app/lists.h"
#include "app/people.h"
#include "app/read.h"
#include "app/transact.h"
#include "app/trial_pack.h"
#include "calendar/local_time.h"
#include "store/memory_drawers.h"
#include "store/memory_store.h"

namespace app::testing {

using disagreement::Action;
using disagreement::Command;

/// Words that must never be seen outside what was sealed.
inline const std::string canary_name = "Zephyrine Quillfeather";
inline const std::string canary_born = "2019-03-07";
inline const std::string canary_address = "17 Umberwell Crescent";
inline const std::string canary_words = "canarywords";

inline base::Moment at(const std::string& local) {
    return *calendar::parse_moment(local, "Europe/London");
}

struct World {
    TickingClock clock{at("2026-11-19T10:00")};
    SeededRandom random;
    HashDigests digests;
    CountedPasswords passwords;
    store::MemoryStore ledger;
    store::MemoryStore reads_ledger;
    store::MemoryDrawers drawers;
    TurningSealer sealer{ledger, random};
    Journal journal{ledger, sealer};
    Installation installation{journal, read_trial_pack, clock};
    Repeats repeats{drawers, digests};
    Transact transact{journal, installation, clock, random, digests, repeats};
    ReadsLog reads{reads_ledger, random};
    Reading reading{{journal, installation, reads, digests, clock}};
    Lists lists{journal, installation, clock};
    Guardian guardian{journal, installation, digests, clock};
    Administration administration{journal, installation, read_trial_pack, clock, random};
    People people{journal, installation, drawers, passwords, random, clock};
    int commands = 0;

    World() {
        REQUIRE(
            administration.add_partnership({"riverside", "Riverside Partnership", "trial", "trial.yaml"}));
        REQUIRE(administration.add_partnership({"hillside", "Hillside Partnership", "trial", "trial.yaml"}));
        import(
            "key,name,sector,partnerships\n"
            "school,Fernbank School,school,riverside\n"
            "care,Riverside Care,social-care,riverside\n"
            "clinic,Hilltop Clinic,health,hillside\n");
        import(
            "key,agency,kind,title,team,reports_to,contact,verified_on\n"
            "school.teacher,school,teacher,Class teacher,,school.head,,\n"
            "school.head,school,headteacher,Headteacher,,,,\n"
            "school.dsl,school,designated-safeguarding-lead,Safeguarding lead,,,,\n"
            "care.worker,care,social-worker,Social worker,,care.manager,,\n"
            "care.manager,care,team-manager,Team manager,,,,\n"
            "care.iro,care,independent-reviewing-officer,Reviewing officer,,,,\n"
            "clinic.nurse,clinic,named-nurse,Named nurse,,,,\n"
            "riverside.chair,riverside,independent-chair,Independent chair,,,,\n");
        for (const auto* id : {"teacher", "head", "dsl", "worker", "manager", "iro", "nurse", "keeper",
                               "chair", "deputy", "admin", "guardian", "stranger", "keeper2"}) {
            const std::string name(id);
            REQUIRE(people.add_person({"Person " + name, name + "@example.org", "", PersonId(name)}));
        }
        import(
            "post,person,deputy,from,until\n"
            "school.teacher,teacher,,,\nschool.head,head,,,\nschool.dsl,dsl,,,\n"
            "care.worker,worker,,,\ncare.worker,deputy,yes,,\ncare.manager,manager,,,\ncare.iro,iro,,,\n"
            "clinic.nurse,nurse,,,\nriverside.business-manager,keeper,,,\nriverside.chair,chair,,,\n"
            "hillside.business-manager,keeper2,,,\n");
        REQUIRE(people.give_role(PersonId("admin"), {AccountRole::Administrator}));
        REQUIRE(people.give_role(PersonId("guardian"), {AccountRole::DataGuardian}));
    }

    void import(const std::string& csv) {
        const auto imported = administration.import_directory(csv, "f.csv");
        if (!imported) FAIL(imported.error().front().what);
    }

    Command command(Action action, const std::map<std::string, std::string>& answers = {}) {
        Command made{.id = "c" + std::to_string(++commands), .action = action};
        for (const auto& [name, value] : answers) made.answers.set(name, value);
        return made;
    }

    Command raising() {
        return command(Action::Raise, {{"danger", "no"},
                                       {"to", "care.worker"},
                                       {"subject", "child"},
                                       {"child_name", canary_name},
                                       {"child_dob", canary_born},
                                       {"child_address", canary_address},
                                       {"standing", "child-in-need"},
                                       {"topic", "levels-of-need"},
                                       {"decision", canary_words + " decision"},
                                       {"view", canary_words + " view"},
                                       {"outcome_wanted", canary_words + " outcome"},
                                       {"safe_now", "yes"},
                                       {"protection", canary_words + " protection"}});
    }

    std::string raise() {
        const auto done = transact.raise(PersonId("teacher"), "riverside", raising());
        if (!done) FAIL(done.error().why);
        return done->reference;
    }

    Done act(const std::string& person, const std::string& reference, const Command& given) {
        const auto done = transact.perform(PersonId(person), reference, given);
        if (!done) FAIL(done.error().why << " (" << done.error().field << ")");
        return *done;
    }

    base::Refusal refused(const std::string& person, const std::string& reference, const Command& given) {
        const auto done = transact.perform(PersonId(person), reference, given);
        REQUIRE_FALSE(done);
        return done.error();
    }

    Command escalating() {
        return command(Action::Escalate, {{"reason", "unsettled"},
                                          {"why", canary_words + " why"},
                                          {"safe_now", "yes"},
                                          {"protection", canary_words + " protection"}});
    }

    View view(const std::string& person, const std::string& reference) {
        auto opened = reading.open_disagreement(PersonId(person), reference);
        if (!opened) FAIL(opened.error().why);
        return std::move(*opened);
    }

    bool sees(const std::string& person, const std::string& reference) {
        return reading.open_disagreement(PersonId(person), reference).has_value();
    }

    Dossier dossier(const std::string& reference) {
        auto found = Dossiers(journal, installation).find(reference, clock.now());
        REQUIRE(found);
        return std::move(*found);
    }

    std::vector<store::ViewRow> rows(const std::string& view) {
        return ledger.rows({.view = view, .limit = 1000});
    }
};

}  // namespace app::testing
