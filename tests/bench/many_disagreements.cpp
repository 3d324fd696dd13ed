// Fills a demo folder with so many disagreements that its size begins to matter, each a copy of one that
// the demo told, with a reference and words of its own.
// many_disagreements FOLDER HOW_MANY HOW_MANY_OPEN: prints {entries, person, raiser, to, partnership, short, long}:
// who keeps the business of a partnership, who raises there, and two disagreements that they may see.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <vector>

#include "app/codec.h"
#include "app/landing.h"
#include "app/posts.h"
#include "app/reference.h"
#include "main/bench.h"

namespace {

using disagreement::Event;

/// One that the demo told: where it stands, and how it came there.
struct Told {
    app::Dossier dossier;
    disagreement::Events events;
    bool is_open = false;
};

constexpr std::size_t events_in_a_usual_one = 12;  // at most; in the one that is looked at, no fewer
constexpr std::size_t events_in_a_long_one = 40;
constexpr int callers = 128;

disagreement::Events events_of(const app::Dossier& dossier) {
    disagreement::Events events;
    for (const auto& stored : dossier.stored) {
        auto event = app::to_event(stored.envelope);
        for (auto& answer : event.sealed) answer.plain = std::string(120, 'x');
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<Told> told_in(const std::vector<std::string>& partnerships, const app::Dossiers& dossiers,
                          base::Moment now) {
    std::vector<Told> all;
    for (const auto& partnership : partnerships) {
        for (const auto& reference : dossiers.references(partnership)) {
            auto dossier = dossiers.find(reference, now);
            if (!dossier) continue;
            auto events = events_of(*dossier);
            const bool is_open = dossier->state.phase == disagreement::Phase::Open;
            if (events.size() > events_in_a_usual_one) continue;
            all.push_back({std::move(*dossier), std::move(events), is_open});
        }
    }
    return all;
}

/// The first partnership's open one in which most has happened: what pages and acts are measured with.
const Told& richest(const std::vector<Told>& open) {
    const Told* best = &open.front();
    for (const auto& told : open) {
        const bool same_partnership = told.dossier.partnership == best->dossier.partnership;
        if (same_partnership && told.events.size() > best->events.size()) best = &told;
    }
    return *best;
}

/// Nothing but notes, up to so many events.
disagreement::Events lengthened(disagreement::Events events, std::size_t wanted) {
    Event note = events.back();
    note.fact = {.happening = policy::Happening::NoteAdded};
    note.open = {};
    note.sealed = {{.name = "note", .privacy = policy::Privacy::Narrative, .plain = std::string(200, 'n')}};
    while (events.size() < wanted) events.push_back(note);
    return events;
}

struct Filling {
    app::Journal& journal;
    const store::Digests& digests;
    const std::vector<Told>& open;
    const std::vector<Told>& ended;
    const Told& looked_at;  // made first: once long, once as usual
    int wanted;
    int wanted_open;
    std::atomic<int> made{0};
    std::string usual = {};   // references
    std::string longest = {};

    void run() {
        app::Landing landing(journal, digests);
        crypto::SystemRandom random;
        for (int n = made++; n < wanted; n = made++) {
            const auto& pool = n < wanted_open ? open : ended;
            const auto& told = n < 2 ? looked_at : pool[static_cast<std::size_t>(n) % pool.size()];
            app::Dossier dossier = told.dossier;
            dossier.reference = app::new_reference(random);
            dossier.state = {};
            const bool is_long = n % 100 == 0;
            const app::Ordered ordered{store::CommandId(random.id()), "fill"};
            landing.land(dossier, ordered, is_long  ? lengthened(told.events, events_in_a_long_one)
                                           : n == 1 ? lengthened(told.events, events_in_a_usual_one)
                                                    : told.events);
            if (n == 0) longest = dossier.reference;
            if (n == 1) usual = dossier.reference;
        }
    }
};

std::vector<Told> only(const std::vector<Told>& all, bool is_open) {
    std::vector<Told> some;
    for (const auto& told : all)
        if (told.is_open == is_open) some.push_back(told);
    return some;
}

/// Who keeps the business of the partnership of a disagreement.
std::string office_of(const app::Dossier& dossier) {
    for (const auto& [id, post] : dossier.partnership->directory.posts()) {
        if (!app::keeps_business(post) || post.agency.get() != dossier.partnership->key) continue;
        const auto people = directory::holders_on(post, dossier.today());
        if (!people.empty()) return people.front().get();
    }
    return {};
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "many_disagreements FOLDER HOW_MANY HOW_MANY_OPEN\n";
        return 2;
    }
    const auto folder = program::DataFolder::open_existing(words[1]);
    program::SystemClock clock;
    app::Journal journal(folder->ledger(), folder->sealer());
    const app::Installation installation(journal, program::pack_reader(), clock);
    const app::Dossiers dossiers(journal, installation);
    std::vector<std::string> partnerships;
    for (const auto& [key, partnership] : installation.now()->partnerships) partnerships.push_back(key);
    const auto all = told_in(partnerships, dossiers, clock.now());
    const auto open = only(all, true), ended = only(all, false);
    const auto& looked_at = richest(open);
    Filling filling{journal, folder->digests(), open, ended, looked_at, std::atoi(words[2]), std::atoi(words[3])};
    std::vector<std::thread> threads;
    for (int i = 0; i < callers; ++i) threads.emplace_back([&] { filling.run(); });
    for (auto& thread : threads) thread.join();
    std::cout << json::to_text(json::Object()
                                   .set("entries", folder->ledger().head().size)
                                   .set("person", office_of(looked_at.dossier))
                                   .set("raiser", looked_at.events.front().by.person.get())
                                   .set("to", looked_at.dossier.state.receiving.front().practitioner.get())
                                   .set("partnership", looked_at.dossier.partnership->key)
                                   .set("short", filling.usual)
                                   .set("long", filling.longest))
              << '\n';
}
