// Reads the parameters of an address: each known by name, of its kind, and given once.
#pragma once
#include <optional>
#include <set>

#include "api/asked.h"
#include "api/reply.h"
#include "calendar/edition.h"

namespace api {

/// As json::Reader reads a body: ask for each parameter, then `finish`.
class Query {
public:
    explicit Query(const http::Request& request) : query_(request.query) {}

    std::optional<std::string> find_text(const std::string& name);
    std::string get_text(const std::string& name);
    std::optional<calendar::Date> find_date(const std::string& name);
    /// One of these words; the first where it is not given.
    std::string word_of(const std::string& name, const std::vector<std::string>& words);
    /// `limit` and `cursor`.
    app::Page page();
    void fault(const std::string& name, const std::string& message);

    /// Something else was asked for, or wrongly: 400.
    std::optional<Problem> finish();

private:
    const http::Fields& query_;
    std::set<std::string> known_;
    json::Faults faults_;
};

/// Opaque to whoever is handed it.
std::string to_text(const app::Cursor&);
json::Value to_json(const std::optional<app::Cursor>&);

}  // namespace api
