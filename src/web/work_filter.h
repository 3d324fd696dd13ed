// What somebody narrows a list of work down to: read from the address, said above the list, asked for by a form.
#pragma once
#include "app/lists.h"
#include "web/asked.h"
#include "web/sheet.h"

namespace web {

/// What there is to choose from in one list of one person.
struct FilterChoices {
    std::vector<const app::Partnership*> partnerships = {};  // where there are several
    const app::Partnership* of_stages = nullptr;  // whose stages and topics can be chosen; null while it is open
    std::vector<app::PostId> posts = {};          // where there are several
    enum class Dates { Overdue, None } dates = Dates::Overdue;
};

/// `posts`: those whose rows stand in the list.
FilterChoices filter_choices(const Asked&, std::vector<app::PostId> posts, FilterChoices::Dates);

/// What the address says, as far as it can be chosen.
app::Filter filter_of(const Asked&, const FilterChoices&);

/// "stage=Stage%202&overdue=yes": the filter in an address; "" where nothing is chosen.
std::string query_of(const app::Filter&);

/// What is chosen, with a way to take each of it away, and the form behind a line.
Html filter_part(const Asked&, const FilterChoices&, const app::Filter&);

}  // namespace web
