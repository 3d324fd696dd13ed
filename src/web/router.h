// Which page answers which address, and what must hold before it may.
#pragma once
#include "http/assets.h"
#include "http/routes.h"
#include "web/frame.h"
#include "web/kept_pages.h"
#include "web/use_cases.h"

namespace web {

/// Who may come in: anybody, those who are signed in, those who have just shown again who they are.
enum class Door { Open, SignedIn, Proved };

using PageFunction = Answer (*)(const UseCases&, const Address&, const Asked&);

struct Endpoint {
    Door door = Door::SignedIn;
    PageFunction page = nullptr;
    /// Shows the same form with what was typed, and does nothing else: for whoever had to sign in, or to
    /// show who they are, after they had sent it. None: what was sent is not kept.
    PageFunction again = nullptr;
    bool kept = false;  // for whoever looks again: the page is made of nothing but its Basis
};

class Router {
public:
    Router(const UseCases&, const http::Assets&, Address, Readiness);

    http::Response answer(const http::Request&) const;
    const Frame& frame() const { return frame_; }
    void forget_old_pages() const;

private:
    http::Response show_kept(const Endpoint&, const Asked&) const;
    http::Response answer_page(const Endpoint&, Asked) const;
    http::Response ask_to_sign_in(const Endpoint&, const Asked&) const;
    http::Response ask_to_prove(const Endpoint&, const Asked&) const;
    http::Response from_another_session(const Endpoint&, const Asked&) const;
    http::Response carry_on(const Asked&, const std::string& id) const;
    std::string keep(const app::PersonId&, const Asked&) const;
    std::string way_back_to(const http::Request&) const;
    bool has_token(const Asked&) const;
    http::Response health(const http::Request&) const;
    std::optional<Visitor> visitor_of(const http::Request&, const app::Snapshot&) const;

    UseCases use_;
    http::Assets assets_;
    Address address_;
    Readiness is_ready_;
    Frame frame_;
    http::Routes<Endpoint> routes_;
    mutable KeptPages pages_;
};

}  // namespace web
