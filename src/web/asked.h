// One request, with who sent it and what is known at this moment.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/snapshot.h"
#include "http/request.h"

namespace web {

/// Somebody who is signed in.
struct Visitor {
    app::PersonId person;
    std::string name;
    std::string session_token;
    std::string form_token;  // every form of this session carries it
    bool proved_lately = false;
};

struct Asked {
    const http::Request& request;
    http::Fields parameters;  // the named parts of the path
    http::Fields form;        // of a POST
    std::optional<Visitor> visitor;
    std::shared_ptr<const app::Snapshot> known;
    base::Moment now;

    const app::PersonId& person() const { return visitor->person; }
    std::string parameter(std::string_view name) const { return std::string(parameters.get(name)); }
};

/// Fields of a form that are not answers; no question has a name that starts so.
namespace control {
inline constexpr std::string_view token = "_token";
inline constexpr std::string_view command = "_command";
inline constexpr std::string_view revision = "_revision";
inline constexpr std::string_view post = "_for";
inline constexpr std::string_view when = "_when";
}  // namespace control

}  // namespace web
