#include "main/browser.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace running {
namespace {

constexpr int redirects_max = 5;

std::string encoded(const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte)) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string unescaped(std::string text) {
    const std::array<std::pair<std::string, std::string>, 5> entities{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
    for (const auto& [entity, letter] : entities) {
        for (auto at = text.find(entity); at != std::string::npos;
             at = text.find(entity, at + letter.size())) {
            text.replace(at, entity.size(), letter);
        }
    }
    return text;
}

std::string attribute(const std::string& tag, const std::string& name) {
    const std::string mark = " " + name + "=\"";
    const auto at = tag.find(mark);
    if (at == std::string::npos) return {};
    const auto begin = at + mark.size();
    return unescaped(tag.substr(begin, tag.find('"', begin) - begin));
}

bool has_word(const std::string& tag, const std::string& word) {
    return tag.find(" " + word) != std::string::npos;
}

/// All bytes until the server closes.
std::string all_of_answer(std::uint16_t port, const std::string& request) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(send(socket, request.data(), request.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(request.size()));
    std::string all;
    std::array<char, 8192> bytes;
    for (ssize_t count = 0; (count = read(socket, bytes.data(), bytes.size())) > 0;) {
        all.append(bytes.data(), static_cast<std::size_t>(count));
    }
    close(socket);
    return all;
}

std::vector<std::string> headers(const std::string& head, const std::string& name) {
    std::vector<std::string> values;
    const std::string mark = "\r\n" + name + ": ";
    const auto same = [](char left, char right) { return std::tolower(left) == std::tolower(right); };
    for (auto at = head.begin(); at != head.end(); ++at) {
        at = std::search(at, head.end(), mark.begin(), mark.end(), same);
        if (at == head.end()) break;
        const auto begin = at + static_cast<std::ptrdiff_t>(mark.size());
        values.emplace_back(begin, std::find(begin, head.end(), '\r'));
    }
    return values;
}

/// Each `<name …>`, up to the end of the tag.
std::vector<std::string> tags(const std::string& html, const std::string& name) {
    std::vector<std::string> found;
    const std::string mark = "<" + name;
    for (auto at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
        found.push_back(html.substr(at, html.find('>', at) - at + 1));
    }
    return found;
}

void take_control(const std::string& tag, Form& form) {
    const std::string type = attribute(tag, "type");
    const std::string name = attribute(tag, "name");
    if (name.empty() || type == "submit") return;
    const bool chosen_among = type == "radio" || type == "checkbox";
    if (chosen_among) form.choices.push_back(name + "=" + attribute(tag, "value"));
    if (!chosen_among || has_word(tag, "checked")) form.fields.emplace_back(name, attribute(tag, "value"));
}

void take_select(const std::string& select, Form& form) {
    const std::string name = attribute(select.substr(0, select.find('>')), "name");
    for (const auto& tag : tags(select, "option")) {
        form.choices.push_back(name + "=" + attribute(tag, "value"));
        if (has_word(tag, "selected")) form.fields.emplace_back(name, attribute(tag, "value"));
    }
}

/// What stands between `<tag` and its end, for each.
std::vector<std::string> elements(const std::string& html, const std::string& tag) {
    std::vector<std::string> found;
    const std::string close = "</" + tag + ">";
    for (auto at = html.find("<" + tag); at != std::string::npos; at = html.find("<" + tag, at + 1)) {
        found.push_back(html.substr(at, html.find(close, at) - at));
    }
    return found;
}

}  // namespace

bool Form::has(const std::string& name) const {
    const std::string prefix = name + "=";
    return std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; }) ||
           std::ranges::any_of(choices, [&](const auto& choice) { return choice.starts_with(prefix); });
}

Form& Form::set(const std::string& name, const std::string& value) {
    REQUIRE_MESSAGE(has(name), "the form has no field " << name);
    std::erase_if(fields, [&](const auto& field) { return field.first == name; });
    fields.emplace_back(name, value);
    return *this;
}

std::string Form::choice(const std::string& name, const std::string& ending) const {
    const std::string prefix = name + "=";
    for (const auto& choice : choices) {
        if (choice.starts_with(prefix) && choice.ends_with(ending) && choice != prefix)
            return choice.substr(prefix.size());
    }
    FAIL("the form has no such choice: " << name << " " << ending);
    return {};
}

Page Browser::get(const std::string& path) {
    return ask("GET", path, {});
}

Page Browser::send(const Form& form) {
    std::string body;
    for (const auto& [name, value] : form.fields)
        body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
    return ask("POST", form.action, body);
}

Form Browser::form(const Page& page, const std::string& action,
                   const std::pair<std::string, std::string>& sending) {
    for (const auto& html : elements(page.body, "form")) {
        const std::string tag = html.substr(0, html.find('>'));
        Form form{.action = attribute(tag, "action")};
        if (!form.action.starts_with(action) || attribute(tag, "method") != "post") continue;
        for (const auto& control : tags(html, "input")) take_control(control, form);
        for (const auto& select : elements(html, "select")) take_select(select, form);
        for (const auto& area : elements(html, "textarea")) {
            form.fields.emplace_back(attribute(area.substr(0, area.find('>')), "name"),
                                     unescaped(area.substr(area.find('>') + 1)));
        }
        if (sending.first.empty() || std::ranges::find(form.fields, sending) != form.fields.end())
            return form;
    }
    FAIL("the page " << page.path << " has no form for " << action << "\n" << page.body);
    return {};
}

Page Browser::ask(const std::string& first_method, const std::string& first_path,
                  const std::string& first_body) {
    std::string method = first_method, path = first_path, body = first_body;
    const std::string origin = "http://127.0.0.1:" + std::to_string(port_);
    for (int turn = 0; turn < redirects_max; ++turn) {
        std::string request = method + " " + path + " HTTP/1.1\r\nHost: " + origin.substr(7) +
                              "\r\nConnection: close\r\nOrigin: " + origin +
                              "\r\nSec-Fetch-Site: same-origin\r\n";
        std::string cookies;
        for (const auto& [name, value] : cookies_)
            cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
        if (!cookies.empty()) request += "Cookie: " + cookies + "\r\n";
        if (method == "POST") {
            request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n";
        }
        const std::string answer = all_of_answer(port_, request + "\r\n" + body);
        const auto end = answer.find("\r\n\r\n");
        REQUIRE_MESSAGE(end != std::string::npos, "no whole answer to " << method << " " << path);
        const std::string head = answer.substr(0, end);
        for (const auto& cookie : headers(head, "set-cookie")) {
            const auto equals = cookie.find('=');
            cookies_[cookie.substr(0, equals)] = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
        }
        const auto location = headers(head, "location");
        if (location.empty()) return {std::stoi(head.substr(9, 3)), path, answer.substr(end + 4)};
        method = "GET", path = location.front(), body.clear();
    }
    FAIL("too many redirects from " << first_path);
    return {};
}

}  // namespace running
