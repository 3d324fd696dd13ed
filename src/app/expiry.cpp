#include "app/expiry.h"

#include "app/view_bodies.h"
#include "app/views.h"

namespace app {
namespace {

constexpr std::size_t page = 100;

disagreement::Command command_for(const Row& row) {
    disagreement::Command command{.id = "expire/" + row.reference + "/" + row.duty,
                                  .action = disagreement::Action::Expire};
    command.answers.set("about", row.duty);
    return command;
}

/// What cannot be read is said, and stops time for nobody else.
base::Result<Done> record(Transact& transact, const Row& row) {
    try {
        return transact.record(row.reference, command_for(row));
    } catch (const std::exception& fault) {
        return tl::unexpected(base::Refusal{"fault", row.reference + ": " + fault.what()});
    }
}

Expired expire_once(const store::EventStore& store, Transact& transact, base::Moment now) {
    Expired expired;
    store::RowQuery query{.view = "due", .limit = page, .until = overdue("due", now).front().until};
    while (true) {
        const auto rows = store.rows(query);
        for (const auto& stored : rows) {
            const Row row = to_row(stored);
            const auto done = record(transact, row);
            if (!done)
                expired.refused.push_back(done.error());
            else if (!done->repeated)
                ++expired.recorded;
        }
        if (rows.size() < query.limit) return expired;
        query.after = store::RowQuery::After{rows.back().sort, rows.back().key};
    }
}

}  // namespace

Expired expire_due(const store::EventStore& store, Transact& transact, base::Moment now) {
    Expired expired;
    // A stage that opened by itself may have run out as well since.
    while (true) {
        auto more = expire_once(store, transact, now);
        expired.recorded += more.recorded;
        expired.refused = std::move(more.refused);
        if (more.recorded == 0) return expired;
    }
}

}  // namespace app
