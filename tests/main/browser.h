// A small browser without scripts: keeps cookies, follows redirects, fills in and sends forms.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace running {

struct Page {
    int status = 0;
    std::string path;  // after redirects
    std::string body;

    bool says(const std::string& words) const { return body.find(words) != std::string::npos; }
};

/// What a form would send as it stands.
struct Form {
    std::string action;
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::string> choices;  // values of radios and options, as "name=value"

    bool has(const std::string& name) const;
    Form& set(const std::string& name, const std::string& value);
    /// The first choice whose value ends so.
    std::string choice(const std::string& name, const std::string& ending = {}) const;
};

class Browser {
public:
    explicit Browser(std::uint16_t port) : port_(port) {}

    Page get(const std::string& path);
    Page send(const Form&);
    /// The form of the page whose action begins so, and that sends this; a test without one fails.
    static Form form(const Page&, const std::string& action,
                     const std::pair<std::string, std::string>& sending = {});

private:
    Page ask(const std::string& method, const std::string& path, const std::string& body);

    std::uint16_t port_;
    std::map<std::string, std::string> cookies_;
};

}  // namespace running
