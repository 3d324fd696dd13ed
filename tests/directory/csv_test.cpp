#include "directory/csv.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace directory;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(std::string_view text) {
    Cells cells;
    const auto rows = parse_csv(text, "f.csv");
    REQUIRE(rows);
    for (const auto& row : *rows) cells.push_back(row.cells);
    return cells;
}

base::Finding first_fault(std::string_view text, const CsvLimits& limits = {}) {
    const auto rows = parse_csv(text, "f.csv", limits);
    REQUIRE_FALSE(rows);
    return rows.error().front();
}

}  // namespace

TEST_CASE("rows are read as spreadsheets write them") {
    CHECK(cells_of("a,b\r\n1,2\r\n") == Cells{{"a", "b"}, {"1", "2"}});
    CHECK(cells_of("\xEF\xBB\xBF"
                   "a,b\n1,\n") == Cells{{"a", "b"}, {"1", ""}});
    CHECK(cells_of("\"a,\"\"x\"\"\r\ny\",b") == Cells{{"a,\"x\"\r\ny", "b"}});
    CHECK(cells_of("a\n\n\nb\n") == Cells{{"a"}, {"b"}});
    CHECK(cells_of("").empty());
}

TEST_CASE("a row knows its line, also after a cell of several lines") {
    const auto rows = parse_csv("a\n\"x\ny\"\nb\n", "f.csv");
    REQUIRE(rows);
    CHECK((*rows)[1].line == 2);
    CHECK((*rows)[2].line == 4);
}

TEST_CASE("what is not CSV is refused with its line") {
    CHECK(first_fault("a\n\"b").what == "a quotation mark is never closed");
    CHECK(first_fault("a\n\"b").where.line == 2);
    CHECK(first_fault("a\nb\"c\n").where.line == 2);
    CHECK(first_fault("\"a\"b\n").what == "text after the closing quotation mark");
    CHECK(first_fault("a\rb\n").what == "a line that ends in a return without a line feed");
    CHECK(first_fault(std::string("a\n\0b\n", 5)).what == "a cell holds a control character");
    CHECK(first_fault("a\nb\xC3\n").what == "this is not UTF-8");
    CHECK(first_fault("a\nb\xC3\n").where.line == 2);
}

TEST_CASE("a file that is too much is refused before it costs anything") {
    CHECK(first_fault(std::string(33, 'a'), {.bytes_max = 32}).where.line == 0);
    CHECK(first_fault("a\nb\nc\n", {.rows_max = 2}).what == "there are more than 2 rows");
    CHECK(first_fault("abcd\n", {.cell_bytes_max = 3}).what == "a cell of more than 3 bytes");
}

TEST_CASE("every mistake is found, not only the first") {
    const auto rows = parse_csv("a\"b\nc\"d\n", "f.csv");
    REQUIRE_FALSE(rows);
    CHECK(rows.error().size() == 2);
}

TEST_CASE("no written cell runs as a formula") {
    CHECK(to_csv({{"=1+1", "+1", "-1", "@x", "\tx", "a=b"}}) == "'=1+1,'+1,'-1,'@x,'\tx,a=b\r\n");
    CHECK(to_csv({{"\r=1"}}) == "\"'\r=1\"\r\n");
}

TEST_CASE("a file of mistakes alone is told about as far as a person reads, and read no further") {
    const auto returns = parse_csv(std::string(CsvLimits{}.bytes_max, '\r'), "f.csv");
    REQUIRE_FALSE(returns);
    CHECK(returns.error().size() == CsvLimits{}.findings_max);
    std::string one_row;
    for (int i = 0; i < 1000; ++i) one_row += "a\"b,";
    const auto cells = parse_csv(one_row, "f.csv");
    REQUIRE_FALSE(cells);
    CHECK(cells.error().size() == CsvLimits{}.findings_max);
}

TEST_CASE("a row of more cells than any sheet has is refused, and not kept in pieces") {
    CHECK(first_fault(std::string(1'000'000, ',')).what == "a row of more than 200 cells");
    CHECK(cells_of(std::string(199, ',')).front().size() == 200);
}

TEST_CASE("what is written is read back the same, formulas without what kept them from running") {
    rc::check([] {
        const auto text = rc::gen::container<std::string>(rc::gen::elementOf(std::string("a=+,\" \r\n'")));
        const auto row = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text));
        Cells kept;
        for (const auto& cells : *rc::gen::container<Cells>(row)) {
            const bool blank = cells.size() == 1 && cells.front().empty();
            if (!blank) kept.push_back(cells);
        }
        Cells read = cells_of(to_csv(kept));
        for (auto& cells : read) {
            for (auto& cell : cells) cell = std::string(unguarded(cell));
        }
        RC_ASSERT(read == kept);
    });
}
