// Which page answers which address, and what must hold before it may.
#pragma once
#include "http/assets.h"
#include "http/routes.h"
#include "web/frame.h"
#include "web/use_cases.h"

namespace web {

/// Who may come in: anybody, or those who are signed in.
enum class Door { Open, SignedIn };

using PageFunction = Answer (*)(const UseCases&, const Address&, const Asked&);

struct Endpoint {
    Door door = Door::SignedIn;
    PageFunction page = nullptr;
};

class Router {
public:
    Router(const UseCases&, const http::Assets&, Address, Readiness);

    http::Response answer(const http::Request&) const;
    const Frame& frame() const { return frame_; }

private:
    http::Response answer_page(const Endpoint&, Asked) const;
    bool has_token(const Asked&) const;
    http::Response health(const http::Request&) const;
    std::optional<Visitor> visitor_of(const http::Request&, const app::Snapshot&) const;

    UseCases use_;
    http::Assets assets_;
    Address address_;
    Readiness is_ready_;
    Frame frame_;
    http::Routes<Endpoint> routes_;
};

}  // namespace web
