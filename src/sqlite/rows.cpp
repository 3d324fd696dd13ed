#include "sqlite/rows.h"

#include "base/ensure.h"

namespace sqlite {
namespace {

/// Made of parts that are known beforehand; what is asked for is bound to it.
std::string listing(const store::RowQuery& query) {
    std::string sql = "SELECT view, key, owner, sort, body FROM rows WHERE view = ? AND (sort, key) > (?, ?)";
    if (query.owner) sql += " AND owner = ?";
    if (!query.until.empty()) sql += " AND sort < ?";
    for (std::size_t i = 0; i < query.saying.size(); ++i) sql += " AND instr(body, ?) > 0";
    return sql + " ORDER BY sort, key LIMIT ?";
}

store::ViewRow row_of(const Query& row) {
    return {row.bytes(0), row.bytes(1), row.bytes(2), row.bytes(3), row.bytes(4)};
}

}  // namespace

void replace_rows(Connection& file, const store::StreamId& stream, const std::vector<store::ViewRow>& rows) {
    file.query("DELETE FROM rows WHERE stream = ?").text(stream.get()).run();
    for (const store::ViewRow& row : rows)
        base::ensure(
            file.query("INSERT INTO rows (view, key, owner, sort, stream, body) VALUES (?, ?, ?, ?, ?, ?)")
                .text(row.view)
                .text(row.key)
                .text(row.owner)
                .text(row.sort)
                .text(stream.get())
                .text(row.body)
                .run_if_allowed(),
            "a row of a view belongs to one stream");
}

std::vector<store::ViewRow> list_rows(Connection& file, const store::RowQuery& query) {
    Query found = file.query(listing(query));
    found.text(query.view);
    // No sort key comes before the empty text, and a row always has a key.
    if (query.after)
        found.text(query.after->sort).text(query.after->key);
    else
        found.text("").text("");
    if (query.owner) found.text(*query.owner);
    if (!query.until.empty()) found.text(query.until);
    for (const auto& text : query.saying) found.text(text);
    found.number(static_cast<std::int64_t>(query.limit));
    std::vector<store::ViewRow> rows;
    while (found.step()) rows.push_back(row_of(found));
    return rows;
}

std::optional<store::ViewRow> find_row(Connection& file, const std::string& view, const std::string& key) {
    Query found = file.query("SELECT view, key, owner, sort, body FROM rows WHERE view = ? AND key = ?");
    if (!found.text(view).text(key).step()) return std::nullopt;
    return row_of(found);
}

std::size_t count_rows(Connection& file, const std::string& view, const std::optional<std::string>& owner) {
    Query counted = file.query(owner ? "SELECT count(*) FROM rows WHERE view = ? AND owner = ?"
                                     : "SELECT count(*) FROM rows WHERE view = ?");
    counted.text(view);
    if (owner) counted.text(*owner);
    counted.step();
    return static_cast<std::size_t>(counted.integer(0));
}

}  // namespace sqlite
