// The pages: a request in, a page out. Whatever is shown or done comes from the use cases.
#pragma once
#include "app/lists.h"
#include "app/read.h"
#include "app/sign_in.h"
#include "app/transact.h"
#include "http/assets.h"
#include "http/cookie.h"
#include "http/request.h"
#include "http/response.h"

#include <functional>
#include <memory>
#include <string>

namespace web {

/// What the pages call; all of it outlives the site, and is safe to use from many threads.
struct UseCases {
    const app::Installation& installation;
    app::Sessions& sessions;
    app::SignIn& sign_in;
    const app::Lists& lists;
    app::Reading& reading;
    app::Transact& transact;
    store::Random& random;
    const base::Clock& clock;
};

/// How people reach the service.
struct Address {
    std::string origin;                          // "http://127.0.0.1:8080", as browsers send it
    http::Exposure exposure = http::Exposure::Loopback;
};

/// Whether everything that answering needs is there: for /health/ready.
using Readiness = std::function<bool()>;

class Router;

/// Safe to use from many threads.
class Site {
public:
    Site(const UseCases&, const http::Assets&, Address, Readiness);
    ~Site();

    http::Response answer(const http::Request&) const;
    /// For the server, where answering failed: says that nothing was changed, and no more.
    http::Response failed() const;
    /// Where there are too many requests.
    http::Response busy() const;

private:
    std::unique_ptr<const Router> router_;
};

}  // namespace web
