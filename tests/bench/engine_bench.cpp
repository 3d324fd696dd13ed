// The engine and the calendar, each beside the least work that the same answer could take.
#include "../policies/walker.h"

#include <chrono>
#include <cstdio>

namespace {

using walking::Ground;
using walking::Walker;
using Clock = std::chrono::steady_clock;

/// Median microseconds of one call, over batches that last a while.
template <class Work>
double microseconds(Work work) {
    std::vector<double> batches;
    for (int batch = 0; batch < 15; ++batch) {
        const auto begin = Clock::now();
        int calls = 0;
        while (Clock::now() - begin < std::chrono::milliseconds{40}) {
            work();
            ++calls;
        }
        batches.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count() / calls);
    }
    std::ranges::sort(batches);
    return batches[batches.size() / 2];
}

void print(const char* name, double value, const char* beside, double neighbour) {
    std::printf(R"({"name":"%s","value":%.3f,"unit":"us","beside":"%s","neighbour":%.3f,"ratio":%.2f})" "\n",
                name, value, beside, neighbour, value / neighbour);
}

/// A walk that has recorded at least so many events and is still open.
Walker long_walk(const Ground& ground, std::size_t events) {
    for (std::uint64_t seed = 1;; ++seed) {
        Walker walker(ground, seed);
        while (walker.events.size() < events && walker.step()) {}
        if (walker.events.size() >= events && walker.state.phase == disagreement::Phase::Open) return walker;
    }
}

/// The fewest steps that count working days: no reasons, no calendar but weekends.
calendar::Date count_plainly(calendar::Date day, int left) {
    while (left > 0) {
        day += std::chrono::days{1};
        const std::chrono::weekday weekday{day};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --left;
    }
    return day;
}

void measure_engine() {
    using namespace disagreement;
    const Ground ground = walking::ground("packs/wigan");
    const Walker walker = long_walk(ground, 40);
    const Events history(walker.events.begin(), walker.events.begin() + 40);
    volatile std::size_t sink = 0;
    const double copy = microseconds([&] { Events again = history; sink = sink + again.size(); });
    print("replay of 40 events", microseconds([&] { sink = sink + replay(history).history.size(); }), "copying them", copy);

    const State state = replay(history);
    const Moment now = history.back().recorded_at + std::chrono::hours{1};
    const Setting setting{ground.pack, ground.calendar, ground.cast.directory, now, {}, {}};
    const double owed = microseconds([&] { sink = sink + duties(state, ground.pack, ground.calendar, now).size(); });
    print("duties after 40 events", owed, "copying them", copy);
    const Actor actor = rehearsal::actor_of(history.front().by.post.get(), ground.cast);
    Command note{.id = "1", .action = Action::AddNote};
    note.answers.set("note", "as told");
    print("decide and evolve after 40 events", microseconds([&] {
        const auto events = decide(state, note, setting, actor);
        if (events) sink = sink + evolve(state, events->front()).history.size();
    }), "duties after 40 events", owed);
    print("permitted after 40 events", microseconds([&] { sink = sink + permitted(state, setting, actor).permitted.size(); }),
          "duties after 40 events", owed);
}

void measure_dates() {
    calendar::Edition edition{.key = "england-and-wales"};
    const auto start = *calendar::parse_moment("2026-12-21T10:00", edition.zone);
    const auto day = calendar::local_date(start, edition.zone);
    volatile std::int64_t sink = 0;
    for (const int n : {5, 250}) {
        const calendar::Limit limit{n, calendar::Unit::WorkingDay};
        const double plain = microseconds([&] { sink = sink + count_plainly(day, n).time_since_epoch().count(); });
        const double strip = microseconds([&] {
            sink = sink + calendar::due(start, limit, calendar::Convention::NextWorkingDayIsDayOne, edition)->date.time_since_epoch().count();
        });
        print(n == 5 ? "5 working days with their strip" : "250 working days with their strip", strip, "counting weekdays without one", plain);
    }
}

}  // namespace

int main() {
    measure_engine();
    measure_dates();
}
