// The keys of a clock, which stand on duties and on stages alike.
#pragma once
#include "policy/load_tables.h"
#include "policy/load_values.h"

namespace policy {

/// Where a clock starts: at facts, or at a named date.
template <class T, class Where>
void start_keys(Table<T>& table, Where where) {
    const auto clock = [where](T& rule) -> Clock& { return std::invoke(where, rule); };
    table.may("from", "The fact it starts at, or the first of several; where not the rule's own", one_or_more(fact()),
              [clock](T& rule) -> std::vector<Fact>& { return clock(rule).from; });
    table.may("from_last", "Of several facts, the last: it starts when all have happened", yes_no(),
              [clock](T& rule) -> bool& { return clock(rule).from_last; });
    table.may("from_date", "The named date it starts at, instead of a fact", key(),
              [clock](T& rule) -> std::string& { return clock(rule).from_date; });
    table.may("convention", "How its days are counted, where not as the pack says", convention(),
              [clock](T& rule) -> std::optional<calendar::Convention>& { return clock(rule).convention; });
}

template <class T, class Where>
void clock_keys(Table<T>& table, Where where) {
    const auto clock = [where](T& rule) -> Clock& { return std::invoke(where, rule); };
    table.may("within", "How long; none stated where left out", limit(),
              [clock](T& rule) -> calendar::Limit& { return clock(rule).limit; });
    start_keys(table, where);
    table.may("cases", "Other limits, each where something holds; the first that does", list_of(record(clock_case_table())),
              [clock](T& rule) -> std::vector<ClockCase>& { return clock(rule).cases; });
    table.may("no_later_than", "Named dates it may not run beyond", keys(),
              [clock](T& rule) -> std::vector<std::string>& { return clock(rule).no_later_than; });
    table.may("same_as", "A limit that the policy declares to be as long", limit(),
              [clock](T& rule) -> calendar::Limit& { return clock(rule).same_as; });
    table.may("strength", "How binding it is; must where left out", one_of<Strength>(),
              [clock](T& rule) -> Strength& { return clock(rule).strength; });
    table.may("silence", "What follows when it runs out; prompt where left out", one_of<Silence>(),
              [clock](T& rule) -> Silence& { return clock(rule).silence; });
}

}  // namespace policy
