// What the API stands on: use cases of app/, the same as the pages.
#pragma once
#include <string>

#include "app/api_tokens.h"
#include "app/lists.h"
#include "app/paper.h"
#include "app/read.h"
#include "app/transact.h"
#include "diagram/drawings.h"
#include "http/figures.h"

namespace api {

/// All of it outlives the API, and is safe to use from many threads.
struct UseCases {
    const app::Installation& installation;
    app::ApiTokens& tokens;
    const app::Lists& lists;
    app::Reading& reading;
    app::Transact& transact;
    const store::EventStore& ledger;  // counted for /metrics
    const http::Figures& traffic;     // for /metrics
    const base::Clock& clock;
    app::PaperWriter& papers;
    diagram::Drawings& drawings;
    std::string origin;  // "https://escalation.example.org": addresses that are handed out begin so
};

}  // namespace api
