#include "sqlite/notices.h"

namespace sqlite {

void insert_notices(Connection& file, const std::vector<store::Notice>& notices) {
    for (const store::Notice& notice : notices)
        file.query(
                "INSERT INTO notices (id, kind, recipient, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO "
                "NOTHING")
            .text(notice.id)
            .text(notice.kind)
            .text(notice.recipient)
            .text(notice.body)
            .run();
}

std::vector<store::Notice> pending_notices(Connection& file, std::size_t limit) {
    Query rows =
        file.query("SELECT id, kind, recipient, body FROM notices WHERE sent = 0 ORDER BY number LIMIT ?");
    rows.number(static_cast<std::int64_t>(limit));
    std::vector<store::Notice> notices;
    while (rows.step()) notices.push_back({rows.bytes(0), rows.bytes(1), rows.bytes(2), rows.bytes(3)});
    return notices;
}

void mark_sent(Connection& file, const std::string& id) {
    file.query("UPDATE notices SET sent = 1 WHERE id = ?").text(id).run();
}

}  // namespace sqlite
