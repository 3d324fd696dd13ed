#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "calendar/edition.h"
#include "cli/deadline.h"

namespace cli {

namespace {

constexpr std::string_view conventions_help = R"(Conventions, and the limits they count:
  next_working_day_is_day_one  working days: the n-th working day strictly after the start
  roll_start_forward           whole days, months: a non-working start moves to the next working day, then n
  roll_start_backward          the same, but to the working day before
  start_is_day_one             working and calendar days: the start is day 1 (for working days: if it is one)
  day_after_start_is_day_one   calendar days, weeks
  corresponding_date           months, weeks: same day number; the last day of the month where it has none
  elapsed                      hours of real time, through clock changes
  wall_clock                   hours on the clock: refused where that time is skipped or occurs twice
  clock_runs_in_hours          working hours and minutes: only open time counts
Without --convention the first of these that fits is assumed for one question (months: corresponding_date,
calendar days: day_after_start_is_day_one), and the answer says so. A batch must give it.
)";

constexpr std::string_view rules_help = R"(What counts:
  A re-opened day is a working day, even on a weekend; a day both closed and re-opened is refused.
  n = 0 leaves the start where it is: only rolling, roll_end and the cut-off move it. In open hours a start at
  closing time, or outside opening hours, stays with at_close `close`, and moves to the next opening with
  `next_open`. n < 0 counts back the same way (whole days only); a start that rolls does so as for n > 0.
  The cut-off moves a start to the next calendar day, whatever n is; a start without a time is before it.
  roll_end applies to calendar days, weeks and months; a limit in working days ends on one anyway.
  A window is open when the clock on the wall reads a time within it, and only on working days: Saturday's
  windows need a weekend without Saturday.
  Hours from a start without a time run from the start of that day.
  What has no meaning for a limit is refused: a negative n, a cut-off or a roll_end with hours, next_open
  without open hours, a convention that does not fit the unit.
  A local time that the clocks skip or repeat is refused unless the moment in UTC is given too.
)";

constexpr std::string_view batch_help = R"(A batch is JSON, one object a line (64 KiB at most), with the keys
  id (anything, comes back), start, start_utc, limit {n, unit}, convention, calendar, extra_holidays,
  reopened_days, weekend, roll_end, cutoff, hours, at_close, tz;
  unit: working_day calendar_day month hour working_hour working_minute
  hours: {"mon": ["09:00-12:30", "13:00-17:00"], "tue-fri": "09:00-17:00"}, or pairs ["09:00", "17:00"]
The answer to a line is {id, due, because: [{date, counted, why}]} or {id, error}, with "from_rules": true where
it rests on bank holidays that are not announced yet. Other keys, and keys twice, are errors of that line.
)";

constexpr std::string_view examples_help = R"(Examples:
  concordat deadline --from 2026-11-26 --limit "5 working days" --calendar england-and-wales
  concordat deadline --from 2026-12-23T14:30 --limit "48 hours" --calendar none
  concordat deadline --from 2026-01-31 --limit "1 month" --calendar scotland --roll-end forward
  concordat deadline --from 2026-12-23T15:00 --limit "10 working hours" --calendar northern-ireland \
      --hours mon-fri=09:00-17:00
  concordat deadline --batch < questions.jsonl > answers.jsonl

Exit status: 0 answered, 1 refused (in a batch: at least one line), 2 wrong usage, 3 a fault.
)";

std::string bounds_help() {
    return fmt::format(
        "Bounds: n from {} to {}; years {} to {}, with bank holidays from {}. Bank holidays are\n"
        "announced to the end of {}; later ones come from rules, and the answer says `from rules`.\n",
        -calendar::n_max, calendar::n_max, calendar::first_year, calendar::last_year,
        calendar::first_holiday_year,
        static_cast<int>(std::chrono::year_month_day{calendar::announced_until}.year()));
}

void check_usage(const DeadlineArgs& args) {
    if (args.batch) return;
    if (args.from.empty() && !args.from_utc) throw CLI::RequiredError("--from (or --batch)");
    if (args.limit.empty()) throw CLI::RequiredError("--limit");
    if (args.calendar.empty()) throw CLI::RequiredError("--calendar");
}

}  // namespace

CLI::App* add_deadline(CLI::App& app, DeadlineArgs& args) {
    CLI::App* command =
        app.add_subcommand("deadline", "When something is due, with the days that were counted and why");
    CLI::Option* batch = command->add_flag("--batch", args.batch, "Answer lines of JSON from standard input");
    command->add_flag("--json", args.json, "Answer in JSON (a batch always does)");
    const auto one = [batch](CLI::Option* option) { return option->excludes(batch); };
    one(command->add_option("--from", args.from,
                            "Start: a local date, or local date and time (2026-11-19T14:30)"));
    one(command->add_option("--from-utc", args.from_utc,
                            "The moment in UTC, where the clocks change (2026-10-25T00:30Z)"));
    one(command->add_option(
        "--limit", args.limit,
        "\"5 working days\", \"10 calendar days\", \"2 weeks\", \"1 month\", \"48 hours\", "
        "\"8 working hours\", \"90 working minutes\", \"same day\", \"same working day\""));
    one(command->add_option(
        "--calendar", args.calendar,
        "england-and-wales, scotland, northern-ireland, uk-any (closed where any of the three "
        "is) or none (only --closed)"));
    one(command->add_option("--convention", args.convention, "How to count; see below"));
    one(command->add_option("--closed", args.closed, "Further closed days (dates; may be repeated)"));
    one(command->add_option("--reopened", args.reopened,
                            "Days that count after all (dates; may be repeated)"));
    one(command->add_option("--weekend", args.weekend,
                            "Days of the week that do not count (sat sun); none for none"));
    one(command->add_option("--roll-end", args.roll_end,
                            "none, forward or backward: moves an end off a non-working day"));
    one(command->add_option("--cutoff", args.cutoff,
                            "A start at or after this time counts as the next day (16:00)"));
    one(command->add_option("--hours", args.hours,
                            "Open windows for working hours (mon-fri=09:00-17:00; repeatable)"));
    one(command->add_option("--at-close", args.at_close,
                            "close or next_open: when time runs out at closing time"));
    one(command->add_option("--tz", args.zone, "Time zone of the start and of the answer (Europe/London)"));
    command->footer(fmt::format("{}\n{}\n{}\n{}\n{}", conventions_help, rules_help, batch_help, bounds_help(),
                                examples_help));
    command->callback([&args] { check_usage(args); });
    return command;
}

}  // namespace cli
