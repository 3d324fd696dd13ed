#include "sqlite/slips.h"

namespace sqlite {
namespace {

bool write(Query query, const std::string& drawer, const store::Slip& slip) {
    query.text(drawer).text(slip.key).blob(slip.body);
    if (slip.expires_at)
        query.number(slip.expires_at->time_since_epoch().count());
    else
        query.null();
    return query.run() != 0;
}

store::Slip slip_of(const Query& row) {
    store::Slip slip{row.bytes(0), row.bytes(1), {}};
    if (!row.is_null(2)) slip.expires_at = base::Moment(std::chrono::seconds(row.integer(2)));
    return slip;
}

}  // namespace

void put_slip(Connection& file, const std::string& drawer, const store::Slip& slip) {
    write(file.query("INSERT OR REPLACE INTO slips (drawer, key, body, expires_at) VALUES (?, ?, ?, ?)"),
          drawer, slip);
}

bool claim_slip(Connection& file, const std::string& drawer, const store::Slip& slip) {
    return write(file.query("INSERT INTO slips (drawer, key, body, expires_at) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (drawer, key) DO NOTHING"),
                 drawer, slip);
}

bool erase_slip(Connection& file, const std::string& drawer, const std::string& key) {
    return file.query("DELETE FROM slips WHERE drawer = ? AND key = ?").text(drawer).text(key).run() != 0;
}

std::optional<store::Slip> find_slip(Connection& file, const std::string& drawer, const std::string& key) {
    Query row = file.query("SELECT key, body, expires_at FROM slips WHERE drawer = ? AND key = ?");
    if (!row.text(drawer).text(key).step()) return std::nullopt;
    return slip_of(row);
}

std::vector<store::Slip> list_slips(Connection& file, const std::string& drawer,
                                    const std::string& key_prefix) {
    Query rows =
        file.query("SELECT key, body, expires_at FROM slips WHERE drawer = ? AND key >= ? ORDER BY key");
    rows.text(drawer).text(key_prefix);
    std::vector<store::Slip> slips;
    while (rows.step()) {
        store::Slip slip = slip_of(rows);
        if (!slip.key.starts_with(key_prefix)) break;
        slips.push_back(std::move(slip));
    }
    return slips;
}

std::size_t sweep_slips(Connection& file, base::Moment now) {
    return static_cast<std::size_t>(
        file.query("DELETE FROM slips WHERE expires_at <= ?").number(now.time_since_epoch().count()).run());
}

}  // namespace sqlite
