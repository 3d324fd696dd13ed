// Which endpoint a path belongs to.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "http/request.h"

namespace http {

/// "/disagreements/{reference}" against "/disagreements/K7QX": {reference: K7QX}. A name in braces
/// stands for one segment that is not empty.
std::optional<Fields> match(std::string_view pattern, std::string_view path);

struct NoSuchPath {};

struct WrongMethod {
    std::string allow;  // for the Allow header: "GET, HEAD, POST"
};

/// Endpoints by method and pattern; the first that was added wins, so "/cases/new" goes before
/// "/cases/{reference}". HEAD is answered where GET is.
template <class Endpoint>
class Routes {
public:
    struct Found {
        const Endpoint* endpoint;
        Fields parameters;
    };
    using Answer = std::variant<NoSuchPath, WrongMethod, Found>;

    Routes& add(Method method, std::string pattern, Endpoint endpoint) {
        routes_.push_back({method, std::move(pattern), std::move(endpoint)});
        return *this;
    }

    Answer find(Method method, std::string_view path) const {
        std::vector<Method> allowed;
        for (const auto& route : routes_) {
            auto parameters = match(route.pattern, path);
            if (!parameters) continue;
            if (route.method == method || (route.method == Method::Get && method == Method::Head)) {
                return Found{&route.endpoint, std::move(*parameters)};
            }
            allowed.push_back(route.method);
        }
        if (allowed.empty()) return NoSuchPath{};
        return WrongMethod{allow_of(allowed)};
    }

private:
    struct Route {
        Method method;
        std::string pattern;
        Endpoint endpoint;
    };

    static std::string allow_of(const std::vector<Method>& methods) {
        std::string allow;
        for (const Method method : methods) {
            if (!allow.empty()) allow += ", ";
            allow += to_text(method);
            if (method == Method::Get) allow += ", HEAD";
        }
        return allow;
    }

    std::vector<Route> routes_;
};

}  // namespace http
