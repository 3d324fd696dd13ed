// Rows of lists: one's own work, and the register.
#pragma once
#include "app/lists.h"
#include "web/asked.h"
#include "web/sheet.h"

namespace web {

/// What the rows of a list say.
enum class Listing { YourMove, MayDo, TheirMove, Ended, Raised, Staff, Register };

/// How many disagreements there are in it, and whether there are more: "3", "10 or more".
std::string count_of(const app::Listed&);

/// The rows in columns, or words where there are none.
Html render(Listing, const app::Listed&, const Asked&);

constexpr std::size_t rows_on_page = 50;

/// The page of a list that the address asks for, and the way to the next one.
app::Page page_of(const http::Request&, std::size_t limit, app::Filter only = {});
/// `query` is what the address says besides.
Html way_on(const std::string& path, const app::Listed&, const std::string& query = {});

}  // namespace web
