#include "web/letting_in.h"

#include <array>

#include "http/form.h"
#include "web/return_path.h"
#include "web/session_cookie.h"

namespace web {
namespace {

struct Mark {
    std::string_view in_header;
    std::string_view name;
};

/// The first that fits: those that call themselves like others come first.
template <std::size_t N>
std::string_view first_of(const std::array<Mark, N>& marks, std::string_view user_agent) {
    for (const auto& mark : marks) {
        if (user_agent.find(mark.in_header) != std::string_view::npos) return mark.name;
    }
    return {};
}

constexpr std::array browsers{Mark{"Edg", "Edge"},        Mark{"OPR/", "Opera"},      Mark{"SamsungBrowser/", "Samsung Internet"},
                              Mark{"Firefox/", "Firefox"}, Mark{"FxiOS/", "Firefox"}, Mark{"CriOS/", "Chrome"},
                              Mark{"Chrome/", "Chrome"},   Mark{"Safari/", "Safari"}};
constexpr std::array systems{Mark{"iPhone", "iPhone"},   Mark{"iPad", "iPad"},    Mark{"Android", "Android"},
                             Mark{"Windows", "Windows"}, Mark{"CrOS", "ChromeOS"}, Mark{"Mac OS X", "Mac"},
                             Mark{"Linux", "Linux"}};

std::string up_to(const std::string& text, char separator, int parts) {
    std::size_t at = 0;
    for (int i = 0; i < parts && at != std::string::npos; ++i) at = text.find(separator, i == 0 ? 0 : at + 1);
    return text.substr(0, at);
}

}  // namespace

std::string device_of(std::string_view user_agent) {
    const auto browser = first_of(browsers, user_agent);
    const auto system = first_of(systems, user_agent);
    if (browser.empty() && system.empty()) return "a browser";
    const std::string name(browser.empty() ? "a browser" : browser);
    return system.empty() ? name : name + " on " + std::string(system);
}

std::string network_of(const std::string& address) {
    const bool is_v6 = address.find(':') != std::string::npos;
    return is_v6 ? up_to(address, ':', 3) : up_to(address, '.', 3);
}

app::Place place_of(const http::Request& request) {
    return {device_of(request.headers.get("user-agent")), network_of(request.peer)};
}

std::string carried_token(const Asked& asked) {
    return asked.visitor ? asked.visitor->session_token : "";
}

Answer let_in(const app::NewSession& session, const Address& address, const std::string& then) {
    return http::see_other(return_path(then))
        .with("Set-Cookie", session_cookie(session.token, address.exposure));
}

Answer let_in(const app::Entered& entered, const Address& address, const std::string& then) {
    if (const auto* session = std::get_if<app::NewSession>(&entered)) return let_in(*session, address, then);
    const auto& needed = std::get<app::CodeNeeded>(entered);
    return http::see_other("/sign-in/code?then=" + http::percent_encoded(return_path(then)))
        .with("Set-Cookie", session_cookie(needed.token, address.exposure));
}

}  // namespace web
