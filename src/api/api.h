// The HTTP API: a request of a program in, JSON out. The same use cases and the same gate as the pages.
#pragma once
#include "api/use_cases.h"
#include "http/request.h"
#include "http/response.h"
#include "http/routes.h"
#include "http/server.h"

namespace api {

struct Route;

/// Safe to use from many threads.
class Api {
public:
    explicit Api(UseCases);

    /// Whether an address is the API's to answer, known or not.
    static bool owns(std::string_view path);

    http::Response answer(const http::Request&) const;
    /// For the server, where answering failed: nothing was changed.
    static http::Response failed();
    /// Where the server itself refused: nobody was asked.
    static http::Response refused(const http::Refused&);

private:
    http::Response answer_at(const Route&, const http::Request&, http::Fields parameters) const;

    UseCases use_;
    http::Routes<const Route*> routes_;
};

}  // namespace api
