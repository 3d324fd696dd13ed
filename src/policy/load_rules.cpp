// How duties, needs and clocks are written.
#include "policy/load_rules.h"

namespace policy {

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
                .may("meeting", "The meeting it is about", key(), &DutyRule::meeting);
        clock_keys(rows, &DutyRule::clock);
        cite(rows, &DutyRule::source);
        return rows;
    }();
    return table;
}

const Table<Need>& need_table() {
    static const auto table = [] {
        auto rows = Table<Need>("need")
                        .must("before", "The actions it stands before", list_of(word_from(words_before())),
                              &Need::before)
                        .must("that", "What must be true", condition(), &Need::that)
                        .must("says", "Why not yet, in words", text(), &Need::says);
        cite(rows, &Need::source);
        return rows;
    }();
    return table;
}

}  // namespace policy
