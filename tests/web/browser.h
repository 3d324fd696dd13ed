// A browser without a screen: keeps the cookie, finds the hidden fields, follows what a page gives it.
#pragma once
#include <array>
#include <regex>

#include "app/doors.h"
#include "app/papers.h"
#include "http/form.h"
#include "http/target.h"
#include "web/site.h"

namespace web::testing {

using app::testing::World;

inline constexpr std::array files{http::Asset{"app.css", "text/css", "body{}", ""},
                                  http::Asset{"init.js", "text/javascript", ";", ""},
                                  http::Asset{"favicon.svg", "image/svg+xml", "<svg/>", ""}};

/// The site over a small installation in memory.
struct House {
    World world;
    app::testing::DoorsOf doors{world};
    app::Sessions& sessions = doors.sessions;
    app::testing::PlainPapers papers;
    diagram::Drawings drawings;
    http::Assets assets{"fingerprint", files};
    bool ready = true;
    Site site{{world.installation, sessions, doors.sign_in, world.lists, world.reading, world.transact,
               world.random, world.clock, doors.invitations, doors.own_account, doors.kept_forms, doors.drafts,
               papers, drawings},
              assets,
              {"http://127.0.0.1:8080", http::Exposure::Loopback},
              [this] { return ready; }};
};

using Form = std::vector<std::pair<std::string, std::string>>;

inline std::string encoded(const Form& form) {
    std::string body;
    for (const auto& [name, value] : form) {
        body += (body.empty() ? "" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    }
    return body;
}

class Browser {
public:
    explicit Browser(House& house) : house_(house) {}
    Browser(House& house, const std::string& person) : house_(house) { sign_in(person); }

    void sign_in(const std::string& person) {
        const auto begun = house_.sessions.begin(app::PersonId(person));
        cookie_ = begun.token;
        token_ = begun.session.form_token;
    }

    http::Request request(http::Method method, const std::string& target) const {
        const auto parsed = http::parse_target(target);
        REQUIRE(parsed);
        http::Request request{.method = method,
                              .target = target,
                              .path = parsed->path,
                              .query = parsed->query,
                              .peer = "127.0.0.1"};
        request.headers.add("host", "127.0.0.1:8080");
        if (!cookie_.empty()) request.cookies.add("concordat-session", cookie_);
        return request;
    }

    http::Response send(const http::Request& request) {
        auto response = house_.site.answer(request);
        const std::string set(response.headers.get("Set-Cookie"));
        const std::string name = "concordat-session=";
        if (set.starts_with(name)) cookie_ = set.substr(name.size(), set.find(';') - name.size());
        return response;
    }

    http::Response get(const std::string& target) { return send(request(http::Method::Get, target)); }

    http::Request posting(const std::string& target, Form form) const {
        auto made = request(http::Method::Post, target);
        made.headers.add("origin", "http://127.0.0.1:8080");
        made.headers.add("content-type", "application/x-www-form-urlencoded");
        made.body = encoded(form);
        return made;
    }

    /// With the token of the session, as every form of the house carries it.
    http::Response post(const std::string& target, Form form) {
        form.emplace_back("_token", token_);
        return send(posting(target, std::move(form)));
    }

    /// As a person would: opens the form, fills it in, sends it with what is hidden in it.
    /// As far as it goes: what is to be checked first, is checked.
    http::Response fill_in(const std::string& target, Form answers) {
        const auto page = get(target);
        if (page.status != 200) FAIL(page.body);
        answers = with_hidden(page, std::move(answers));
        auto answer = post(target, answers);
        if (!is_check(answer)) return answer;
        answers.emplace_back("_checked", "yes");
        return post(target, std::move(answers));
    }

    /// The page that shows what was typed once more, before it is recorded.
    static bool is_check(const http::Response& page) { return page.body.find("name=\"_checked\"") != std::string::npos; }

    /// Answers together with what the form of that page hides.
    static Form with_hidden(const http::Response& page, Form answers) {
        for (const auto* name : {"_command", "_revision", "_for", "_step"}) {
            if (const auto value = hidden(page, name)) answers.emplace_back(name, *value);
        }
        return answers;
    }

    static std::optional<std::string> hidden(const http::Response& page, const std::string& name) {
        const std::regex pattern("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"");
        std::smatch found;
        if (!std::regex_search(page.body, found, pattern)) return std::nullopt;
        return found[1].str();
    }

    const std::string& token() const { return token_; }
    const std::string& cookie() const { return cookie_; }

private:
    House& house_;
    std::string cookie_;
    std::string token_;
};

inline std::string title_of(const http::Response& page) {
    const auto begin = page.body.find("<title>") + 7;
    return page.body.substr(begin, page.body.find("</title>") - begin);
}

inline bool shows(const http::Response& page, const std::string& words) {
    return page.body.find(words) != std::string::npos;
}

/// What was recorded of all disagreements.
inline std::size_t events(const House& house) {
    return static_cast<std::size_t>(house.world.ledger.head().size);
}

/// The answers of raising, as a browser sends them.
inline Form raising() {
    return {{"danger", "no"},
            {"raiser_post", "school.teacher"},
            {"other_agency", "care"},
            {"to", "care.worker"},
            {"subject", "child"},
            {"child_name", app::testing::canary_name},
            {"child_dob-day", "7"},
            {"child_dob-month", "3"},
            {"child_dob-year", "2019"},
            {"child_address", app::testing::canary_address},
            {"standing", "child-in-need"},
            {"topic", "levels-of-need"},
            {"decision", "No assessment was made"},
            {"view", "The child is left alone at night"},
            {"outcome_wanted", "An assessment"},
            {"safe_now", "yes"},
            {"protection", "An aunt stays in the evening"}};
}

inline Form with(Form form, const std::string& name, const std::string& value) {
    for (auto& [key, kept] : form) {
        if (key != name) continue;
        kept = value;
        return form;
    }
    form.emplace_back(name, value);
    return form;
}

inline Form without(Form form, const std::string& name) {
    std::erase_if(form, [&](const auto& field) { return field.first == name; });
    return form;
}

inline std::string location_of(const http::Response& answer) {
    return std::string(answer.headers.get("Location"));
}

inline const std::string questions = "/raise/riverside/questions";

/// How far somebody came through the questions: the page they are on, at its address.
struct Way {
    std::string at;
    http::Response page;

    /// "/drafts/0123…"
    std::string draft() const { return at.substr(0, at.find('/', 8)); }
};

/// Answers one page after the other, until one does not lead on, all are answered, or `until` is reached.
inline Way answer_pages(Browser& browser, const Form& answers, const std::string& from = questions,
                        const std::string& until = "/check") {
    Way way{from, browser.get(from)};
    for (int pages = 0; pages < 30 && !way.at.ends_with(until); ++pages) {
        Form sent = answers;
        if (const auto command = Browser::hidden(way.page, "_command")) sent.emplace_back("_command", *command);
        auto answer = browser.post(way.at, std::move(sent));
        if (answer.status != 303) return {way.at, std::move(answer)};
        way = {location_of(answer), {}};
        way.page = browser.get(way.at);
        if (way.page.status != 200) break;
    }
    return way;
}

/// Presses the button of the page on which the answers are checked.
inline http::Response send_checked(Browser& browser, const Way& check) {
    REQUIRE(Browser::hidden(check.page, "_revision"));
    return browser.post(check.at, {{"_revision", *Browser::hidden(check.page, "_revision")}});
}

}  // namespace web::testing
