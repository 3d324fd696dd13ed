#include "main/demo.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/posts.h"
#include "base/ensure.h"
#include "calendar/local_time.h"
#include "main/demo_draft.h"
#include "main/demo_people.h"
#include "main/demo_play.h"
#include "main/demo_random.h"
#include "main/system_clock.h"

namespace program {
namespace {

namespace fs = std::filesystem;
using demo::Days;
using demo::Partnership;

/// So many working days before today the partnerships were set up.
constexpr int set_up_before = 70;

struct Made {
    std::size_t disagreements = 0;
    std::int64_t entries = 0;
    std::vector<Partnership> partnerships;
    std::shared_ptr<const app::Snapshot> known;
};

tl::expected<Made, base::Findings> make_in(const fs::path& path, calendar::Date today,
                                           const cli::Console& console) {
    const auto words = demo::read_words();
    const Days days(today);
    demo::SetClock clock;
    clock.set(days.start_of(days.before(set_up_before)) + std::chrono::hours(9));
    demo::SameEachTime random;
    const crypto::Argon2Passwords passwords;
    const auto folder = DataFolder::open(path);
    UseCases use_cases({*folder, clock, random, passwords});
    const auto marked = use_cases.administration.mark_demo();
    base::ensure(marked.has_value(), "a new folder is empty");

    Made made{.partnerships = demo::read_partnerships()};
    demo::Settlers settlers(use_cases, words, days);
    demo::Play play(use_cases, *folder, clock, days, words);
    for (const auto& partnership : made.partnerships) {
        const auto settled = settlers.settle(partnership, console);
        if (!settled) return tl::unexpected(settled.error());
        play.add(partnership);
    }
    play.run();
    made.disagreements = play.told();
    made.entries = folder->ledger().head().size;
    made.known = use_cases.installation.now();
    return made;
}

/// People worth signing in as: who keeps the business, who raised something, who answers for it.
std::vector<std::pair<std::string, app::PersonId>> personas(const Partnership& partnership,
                                                            const app::Snapshot& known,
                                                            calendar::Date today) {
    std::vector<std::pair<std::string, app::PersonId>> shown;
    const auto& story = partnership.stories.front();
    for (const auto& key : {std::string("office.business-manager"), story.raiser, story.to.front()}) {
        const auto id = demo::post_id(partnership.key, key);
        const auto people = app::answering_for(known, id, today, {});
        if (!people.empty()) shown.emplace_back(known.directory.find_post(id)->title, people.front());
    }
    return shown;
}

int report(const Made& made, const DemoArgs& args, calendar::Date today, const cli::Console& console) {
    json::Array partnerships;
    std::string text = "made a demo in " + args.folder.data + ": " + std::to_string(made.disagreements) +
                       " disagreements, " + std::to_string(made.known->people.size()) + " people, as of " +
                       calendar::in_words(today) + "\n";
    for (const auto& partnership : made.partnerships) {
        json::Array people;
        text += "  " + partnership.name + " (" + partnership.pack + ")\n";
        for (const auto& [title, id] : personas(partnership, *made.known, today)) {
            const auto& person = *made.known->find_person(id);
            people.emplace_back(json::Object()
                                    .set("person", id.get())
                                    .set("name", person.name)
                                    .set("post", title)
                                    .set("email", person.email));
            text += "    " + person.name + ", " + title + "\n";
        }
        partnerships.emplace_back(json::Object()
                                      .set("partnership", partnership.key)
                                      .set("name", partnership.name)
                                      .set("policy", partnership.pack)
                                      .set("people", std::move(people)));
    }
    json::Object summary;
    summary.set("data", args.folder.data).set("today", calendar::to_iso(today));
    summary.set("disagreements", static_cast<std::int64_t>(made.disagreements)).set("entries", made.entries);
    summary.set("people", static_cast<std::int64_t>(made.known->people.size()))
        .set("partnerships", std::move(partnerships));
    return cli::answer(args.folder, console, summary,
                       text + "See it with: concordat serve --data " + args.folder.data +
                           "; everybody listed signs in without a password");
}

}  // namespace

CLI::App* add_demo_command(CLI::App& app, DemoArgs& args) {
    auto* command = app.add_subcommand(
        "demo", "Make a folder with five partnerships, invented people, and disagreements at every stage");
    command
        ->add_option("--data", args.folder.data,
                     "The folder to make (default demo-data); one that exists is refused")
        ->type_name("DIR");
    command->add_option("--today", args.today, "The day that it is all dated from (default: today)")
        ->type_name("DATE");
    command->add_flag("--json", args.folder.json, "Answer in JSON");
    command->footer(
        "The folder is marked as a demo in its first entry: there, and only on loopback, people are signed "
        "in\n"
        "without a password. The same day gives the same references.\n"
        "Example: concordat demo --data demo && concordat serve --data demo");
    return command;
}

int make_demo(const DemoArgs& args, const cli::Console& console) {
    const auto now = calendar::local_date(SystemClock().now(), calendar::Edition{}.zone);
    const auto today =
        args.today.empty() ? base::Result<calendar::Date>(now) : calendar::parse_date(args.today);
    if (!today)
        return cli::complain(args.folder, console,
                             base::Refusal{"date_malformed", "--today: " + today.error().why, {}, "today"});
    if (fs::exists(args.folder.data)) {
        return cli::complain(args.folder, console,
                             base::Refusal{"folder_exists",
                                           "'" + args.folder.data +
                                               "' exists already: give a folder that does not, or remove it",
                                           {},
                                           "data"});
    }
    demo::Draft draft(args.folder.data);
    const auto made = make_in(draft.path(), *today, console);
    if (!made) return cli::complain(args.folder, console, made.error());
    draft.keep();
    return report(*made, args, *today, console);
}

}  // namespace program
