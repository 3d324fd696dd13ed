// The port behind which every event, notice and read-model row is kept.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "ledger/audit.h"
#include "ledger/head.h"
#include "store/record.h"

namespace store {

struct Appended {
    Revision revision;      // of the stream, after this command
    Position position;      // of the first event it wrote; where the next one goes, if it wrote none
    bool repeated = false;  // the command had landed before: nothing was written now
    std::string answer;     // as it was kept the first time
    bool operator==(const Appended&) const = default;
};

/// Someone else appended first.
struct Conflict {
    Revision actual;
    bool operator==(const Conflict&) const = default;
};

/// The command id is known, with another digest.
struct Reused {
    bool operator==(const Reused&) const = default;
};

using NotAppended = std::variant<Conflict, Reused>;

/// Which rows of a view: of one owner or of all, after a row already seen, at most `limit`. What the texts
/// in a body mean is for whoever wrote it.
struct RowQuery {
    struct After {
        std::string sort;
        std::string key;
    };
    std::string view;
    std::optional<std::string> owner = {};
    std::optional<After> after = {};
    std::size_t limit = 50;
    std::string until = {};                // only those that sort before this; empty: all
    std::vector<std::string> saying = {};  // only those whose body holds each of these, byte for byte
};

/// Append-only. Every store passes tests/store/contract.h. A lost database is thrown (Fault); a
/// lost race is returned, because the caller must answer it. Safe to call from many threads.
class EventStore {
public:
    virtual ~EventStore() = default;

    /// Returns when the whole effect is durable. A known command id wins over a stale revision.
    virtual tl::expected<Appended, NotAppended> append(Append) = 0;

    virtual std::vector<Stored> read(const StreamId&, Revision after = Revision{0}) const = 0;
    /// How many events a stream has: 0 where there is none.
    virtual Revision revision(const StreamId&) const = 0;
    /// A number that has grown whenever an append, a destroyed key or a rebuilt view has changed what is read here,
    /// before that call returns. It counts from the opening: who sees the same number twice can have missed nothing.
    virtual std::uint64_t changes() const = 0;
    /// The whole ledger in order, up to its end at the time of the call.
    virtual void each(Position from, const std::function<void(const Stored&)>& see) const = 0;
    virtual ledger::Head head() const = 0;
    /// Reads everything from the first entry on and recomputes it.
    virtual ledger::Verdict verify(const std::optional<ledger::Head>& kept) const = 0;

    virtual std::vector<ViewRow> rows(const RowQuery&) const = 0;
    virtual std::optional<ViewRow> row(const std::string& view, const std::string& key) const = 0;
    virtual std::size_t count(const std::string& view, const std::optional<std::string>& owner) const = 0;
    /// For a rebuild: the stream's rows in every view become these.
    virtual void replace_views(const StreamId&, const std::vector<ViewRow>&) = 0;

    /// Oldest first.
    virtual std::vector<Notice> pending_notices(std::size_t limit) const = 0;
    virtual void mark_sent(const std::string& notice_id) = 0;
};

}  // namespace store
