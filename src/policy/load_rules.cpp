// How duties, needs and clocks are written.
#include "policy/load_rules.h"

namespace policy {

const Table<ClockCase>& clock_case_table() {
    static const auto table = [] {
        auto rows =
            Table<ClockCase>("case of a clock")
                .must("if", "Where this holds", condition(), &ClockCase::when)
                .must("within", "How long, then", limit(), &ClockCase::limit)
                .may("convention", "How its days are counted, where not as the pack says", convention(),
                     &ClockCase::convention);
        cite(rows, &ClockCase::source);
        return rows;
    }();
    return table;
}

const Table<Clock>& span_table() {
    static const auto table = [] {
        auto rows = Table<Clock>("span").must("limit", "How long", limit(), &Clock::limit);
        start_keys(rows, [](Clock& clock) -> Clock& { return clock; });
        return rows;
    }();
    return table;
}

const Table<DutyRule>& duty_table() {
    static const auto table = [] {
        auto rows =
            Table<DutyRule>("duty")
                .must("key", "Its key, unique where it stands", key(), &DutyRule::key)
                .must("what", "What kind of doing is owed", one_of<What>(), &DutyRule::what)
                .must("title", "What to do, in words", text(), &DutyRule::title)
                .must("by", "Who owes it", who(), &DutyRule::by)
                .may("to", "Towards whom", who(), &DutyRule::to)
                .may("on", "The facts that make it owed; the opening of the stage where left out", facts(),
                     &DutyRule::on)
                .may("if", "Only where this held at that fact", condition(), &DutyRule::when)
                .may("once", "No: owed anew at each such fact, not only at the first", yes_no(),
                     &DutyRule::once)
                .may("done_by", "The facts that fulfil it, where not those of `what`", facts(),
                     &DutyRule::done_by)
                .may("survives", "Still owed after the stage has been left", yes_no(), &DutyRule::survives)
                .may("optional", "May be left undone: shown, never late", yes_no(), &DutyRule::optional)
                .may("form", "The form it is about", key(), &DutyRule::form)
                .may("meeting", "The meeting it is about", key(), &DutyRule::meeting)
                .may("channels", "The ways it may be done; any, where left out", list_of(one_of<Channel>()),
                     &DutyRule::channels)
                .may("wording", "What the policy wants said, word for word", text(), &DutyRule::wording);
        clock_keys(rows, &DutyRule::clock);
        cite(rows, &DutyRule::source);
        return rows;
    }();
    return table;
}

const Table<Need>& need_table() {
    static const auto table = [] {
        auto rows = Table<Need>("need")
                        .must("before", "The actions it stands before", list_of(word_before()),
                              &Need::before)
                        .may("that", "What must be true", condition(), &Need::that)
                        .may("no_sooner_than", "And this long must have passed", record(span_table()),
                             &Need::no_sooner_than)
                        .may("no_later_than", "And no more than this may have passed", record(span_table()),
                             &Need::no_later_than)
                        .may("if", "Only where this holds", condition(), &Need::when)
                        .must("says", "Why not yet, in words", text(), &Need::says);
        cite(rows, &Need::source);
        return rows;
    }();
    return table;
}

}  // namespace policy
