// The keys of a clock, which stand on duties and on stages alike.
#pragma once
#include "policy/load_tables.h"
#include "policy/load_values.h"

namespace policy {

template <class T, class Where>
void clock_keys(Table<T>& table, Where where) {
    const auto clock = [where](T& rule) -> Clock& { return std::invoke(where, rule); };
    table.may("within", "How long; none stated where left out", limit(),
              [clock](T& rule) -> calendar::Limit& { return clock(rule).limit; });
    table.may("from", "The fact the clock starts at, where not the rule's own", fact(),
              [clock](T& rule) -> std::optional<Fact>& { return clock(rule).from; });
    table.may("convention", "How its days are counted, where not as the pack says", convention(),
              [clock](T& rule) -> std::optional<calendar::Convention>& { return clock(rule).convention; });
    table.may("strength", "How binding it is; must where left out", one_of<Strength>(),
              [clock](T& rule) -> Strength& { return clock(rule).strength; });
    table.may("silence", "What follows when it runs out; prompt where left out", one_of<Silence>(),
              [clock](T& rule) -> Silence& { return clock(rule).silence; });
}

}  // namespace policy
