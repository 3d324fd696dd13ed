// Dates in bulk: the questions and answers of `concordat deadline --batch`.
#include "api/body.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "app/deadline_answer.h"
#include "base/text.h"

namespace api {
namespace {

constexpr std::size_t questions_max = 5000;
/// Each day of a strip is some 100 bytes: a few long questions may have long answers, not all of them.
constexpr std::size_t answers_bytes_max = 16 * 1024 * 1024;

http::Response too_many() {
    return reply({.status = 413,
                  .rule = "too_large",
                  .why = "ask at most 5000 questions at once",
                  .errors = {{"", "has more than 5000 questions"}}});
}

http::Response too_long() {
    return reply({.status = 413,
                  .rule = "too_large",
                  .why = "the answers are longer than 16 MiB: ask fewer at once, or over fewer days",
                  .errors = {{"", "has answers longer than 16 MiB"}}});
}

http::Response answer_array(const http::Request& request) {
    const auto body = read_json(request);
    if (!body) return body.error();
    const auto* questions = body->if_array();
    if (!questions) return reply(unfit({{"", "must be a list of questions, not " + std::string(body->kind())}}));
    if (questions->size() > questions_max) return too_many();
    std::string text;
    json::Writer writer(text);
    writer.begin_array();
    for (const auto& question : *questions) {
        app::write_answer(writer, question);
        if (text.size() > answers_bytes_max) return too_long();
    }
    writer.end_array();
    return text_reply(text + "\n", "application/json");
}

http::Response answer_lines(const http::Request& request) {
    if (const auto wrong = too_large(request)) return reply(*wrong);
    auto lines = base::split(request.body, '\n');
    if (lines.back().empty()) lines.pop_back();
    if (lines.size() > questions_max) return too_many();
    std::string text;
    for (const auto& line : lines) {
        json::Writer writer(text);
        if (line.size() > app::line_bytes_max)
            app::write_too_long(writer);
        else
            app::write_line_answer(writer, line);
        text += '\n';
        if (text.size() > answers_bytes_max) return too_long();
    }
    return text_reply(text, "application/x-ndjson");
}

}  // namespace

http::Response answer_deadlines(const UseCases&, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const bool lines = is_of_type(asked.request, "application/x-ndjson") ||
                       is_of_type(asked.request, "application/jsonl");
    return lines ? answer_lines(asked.request) : answer_array(asked.request);
}

}  // namespace api
