#include "http/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ensure.h"

namespace http {

namespace {

bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

bool is_bodiless(int status) {
    return status == 204 || status == 304;
}

}  // namespace

std::string http_date(base::Moment moment) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{midnight};
    const std::chrono::hh_mm_ss time{moment - midnight};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       days[std::chrono::weekday{midnight}.c_encoding()], static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

void ensure_sendable(const Response& response) {
    base::ensure(!reason(response.status).empty(), "a status that we use");
    for (const auto& [name, value] : response.headers) {
        base::ensure(is_plain(name) && is_plain(value), "a header is one line");
    }
}

std::string head_text(const Response& response, base::Moment now, After after) {
    std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    head.reserve(1024);
    for (const auto& [name, value] : response.headers) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
    head += "Date: " + http_date(now) + "\r\n";
    if (!is_bodiless(response.status)) head += fmt::format("Content-Length: {}\r\n", response.body.size());
    head += after == After::Close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    return head;
}

bool has_body(const Response& response, Method method) {
    return method != Method::Head && !is_bodiless(response.status);
}

}  // namespace http
