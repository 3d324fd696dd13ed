#include "api/body.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "calendar/local_time.h"

namespace api {
namespace {

constexpr std::size_t answers_max = 200;  // as many as the fields of a form

/// Answers are texts; yes and no may be said as true and false; several are a list of texts.
std::optional<std::vector<std::string>> values_of(const json::Value& value) {
    if (const auto* text = value.if_string())
        return text->empty() ? std::vector<std::string>{} : std::vector{*text};
    if (const auto* said = value.if_bool()) return std::vector<std::string>{*said ? "yes" : "no"};
    const auto* list = value.if_array();
    if (!list) return std::nullopt;
    std::vector<std::string> values;
    for (const auto& element : *list) {
        if (!element.if_string()) return std::nullopt;
        if (!element.get_string().empty()) values.push_back(element.get_string());
    }
    return values;
}

policy::Answers read_answers(const json::Value* given, json::Faults& faults) {
    policy::Answers answers;
    if (!given) return answers;
    const auto* object = given->if_object();
    if (!object) {
        faults.push_back({"/answers", "must be an object, not " + std::string(given->kind())});
        return answers;
    }
    if (object->size() > answers_max) {
        faults.push_back({"/answers", "must be at most " + std::to_string(answers_max) + " answers"});
        return answers;
    }
    for (const auto& [name, value] : *object) {
        auto values = values_of(value);
        if (!values)
            faults.push_back({json::pointer_to("/answers", name),
                              "must be a string, true or false, or a list of strings"});
        else if (!values->empty())
            answers.values[name] = std::move(*values);
    }
    return answers;
}

std::optional<base::Moment> read_moment(json::Reader& reader) {
    const auto text = reader.find_string("happened_at");
    if (!text) return std::nullopt;
    const auto moment = calendar::parse_moment(*text, home_zone);
    if (moment) return *moment;
    reader.fault("happened_at", "must be a time that the clocks showed once, like 2026-11-19T14:30 or "
                                "2026-11-19T14:30:00Z");
    return std::nullopt;
}

Problem header_problem(int status, const std::string& rule, const std::string& header,
                       const std::string& why) {
    return {.status = status, .rule = rule, .why = why, .errors = {{header, why}}};
}

bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

}  // namespace

bool is_of_type(const http::Request& request, std::string_view type) {
    const auto said = base::lower(request.headers.get("content-type"));
    return base::trimmed(std::string_view(said).substr(0, said.find(';'))) == type;
}

std::optional<Problem> too_large(const http::Request& request) {
    if (request.body.size() <= body_bytes_max) return std::nullopt;
    return Problem{.status = 413,
                   .rule = "too_large",
                   .why = "the body is larger than 524288 bytes",
                   .errors = {{"", "is larger than 524288 bytes"}}};
}

Or<json::Value> read_json(const http::Request& request) {
    if (!is_of_type(request, "application/json"))
        return stop(header_problem(415, "wrong_type", "Content-Type", "send application/json"));
    if (const auto wrong = too_large(request)) return stop(*wrong);
    auto value = json::parse(request.body, {.bytes_max = body_bytes_max, .depth_max = body_depth_max});
    if (value) return std::move(*value);
    const auto& no = value.error();
    return stop({.status = 400, .rule = no.rule, .why = no.why, .errors = {{no.field, no.why}}});
}

Or<std::string> idempotency_key(const http::Request& request) {
    const std::string header = "Idempotency-Key";
    const auto keys = request.headers.all("idempotency-key");
    if (keys.size() != 1 || keys.front().empty()) {
        return stop(header_problem(400, "command_id_missing", header,
                                   "say once which command it is, in the header Idempotency-Key"));
    }
    std::string_view key = keys.front();
    if (is_quoted(key)) key = key.substr(1, key.size() - 2);
    return std::string(key);
}

Or<store::Revision> if_match(const http::Request& request) {
    const std::string header = "If-Match";
    const auto tags = request.headers.all("if-match");
    if (tags.empty()) {
        return stop(header_problem(428, "revision_missing", header,
                                   "say which revision you have seen, as If-Match: \"12\""));
    }
    const std::string_view tag = tags.front();
    std::int64_t revision = 0;
    const bool shaped = tags.size() == 1 && is_quoted(tag) && tag.size() > 2;
    const auto* end = tag.data() + tag.size() - 1;
    const auto read = shaped ? std::from_chars(tag.data() + 1, end, revision) : std::from_chars_result{};
    if (shaped && read.ec == std::errc{} && read.ptr == end && revision >= 0)
        return store::Revision(revision);
    return stop(header_problem(400, "revision_malformed", header,
                               "must be one revision in quotes, as in \"12\""));
}

Sent read_sent(json::Reader& reader, json::Faults& faults) {
    Sent sent;
    sent.about = reader.find_string("about").value_or("");
    sent.acting_for = reader.find_string("acting_for").value_or("");
    sent.happened_at = read_moment(reader);
    sent.answers = read_answers(reader.find_any("answers"), faults);
    const auto& inside = sent.answers.text("about");
    if (!sent.about.empty() && !inside.empty() && inside != sent.about)
        reader.fault("about", "is not the 'about' of the answers: say it once");
    if (!sent.about.empty()) sent.answers.set("about", sent.about);
    return sent;
}

Problem unfit(const json::Faults& faults) {
    return {.status = 422, .rule = "unfit", .why = json::to_text(faults), .errors = faults};
}

}  // namespace api
