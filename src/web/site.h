// The pages: a request in, a page out. Whatever is shown or done comes from the use cases.
#pragma once
#include <memory>

#include "http/assets.h"
#include "http/request.h"
#include "http/response.h"
#include "http/server.h"
#include "web/use_cases.h"

namespace web {

class Router;

/// Safe to use from many threads.
class Site {
public:
    Site(const UseCases&, const http::Assets&, Address, Readiness);
    ~Site();

    http::Response answer(const http::Request&) const;
    /// For the server, where answering failed: says that nothing was changed, and no more.
    http::Response failed() const;
    /// Where the server itself refused: no page was asked.
    http::Response refused(const http::Refused&) const;
    /// Drops pages that nobody can be shown any more. Now and then: they hold what people wrote.
    void forget_old_pages() const;

private:
    std::unique_ptr<const Router> router_;
};

}  // namespace web
