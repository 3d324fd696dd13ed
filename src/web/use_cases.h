// What the pages stand on: use cases of app/, and nothing below them that acts.
#pragma once
#include <functional>
#include <string>

#include "app/drafts.h"
#include "app/invitations.h"
#include "app/kept_forms.h"
#include "app/lists.h"
#include "app/own_account.h"
#include "app/paper.h"
#include "app/read.h"
#include "app/transact.h"
#include "diagram/drawings.h"
#include "http/cookie.h"

namespace web {

/// All of it outlives the site, and is safe to use from many threads.
struct UseCases {
    const app::Installation& installation;
    app::Sessions& sessions;
    app::SignIn& sign_in;
    const app::Lists& lists;
    app::Reading& reading;
    app::Transact& transact;
    store::Random& random;
    const base::Clock& clock;
    app::Invitations& invitations;
    app::OwnAccount& own_account;
    app::KeptForms& kept_forms;
    app::Drafts& drafts;
    app::PaperWriter& papers;
    diagram::Drawings& drawings;
};

/// How people reach the service.
struct Address {
    std::string origin;  // "http://127.0.0.1:8080", as browsers send it
    http::Exposure exposure = http::Exposure::Loopback;
};

/// Whether everything that answering needs is there: for /health/ready.
using Readiness = std::function<bool()>;

}  // namespace web
