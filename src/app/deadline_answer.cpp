#include "app/deadline_answer.h"

#include <fmt/format.h>

#include "calendar/local_time.h"

namespace app {

namespace {

void write_error(json::Writer& writer, std::string_view error) {
    writer.key("error").string(error);
}

/// Whose answer a line is, even of a line that is refused for what else it says.
json::Value salvaged_id(std::string_view line) {
    const auto value = json::parse(
        line, {.bytes_max = line_bytes_max, .depth_max = 1000, .reading = json::Reading::Salvage});
    const auto* id = value ? value->find("id") : nullptr;
    return id != nullptr ? *id : json::Value{};
}

}  // namespace

void write_due(json::Writer& writer, const calendar::Due& due, const DeadlineQuestion& question) {
    writer.key("due").string(due_text(due, question)).key("because").begin_array();
    for (const auto& reason : due.because) {
        writer.begin_object().key("date").string(calendar::to_iso(reason.date));
        writer.key("counted").boolean(reason.counted).key("why").string(reason.why).end_object();
    }
    writer.end_array();
    if (due.from_rules) writer.key("from_rules").boolean(true);
}

bool write_answer(json::Writer& writer, const json::Value& asked) {
    writer.begin_object().key("id");
    const auto* id = asked.find("id");
    writer.value(id != nullptr ? *id : json::Value{});
    json::Faults faults;
    const auto question = read_question(asked, faults);
    const auto due = faults.empty() ? answer(question) : base::Result<calendar::Due>{};
    const bool answered = faults.empty() && due;
    if (answered)
        write_due(writer, *due, question);
    else
        write_error(writer, faults.empty() ? due.error().why : json::to_text(faults));
    writer.end_object();
    return answered;
}

bool write_line_answer(json::Writer& writer, std::string_view line) {
    const auto value = json::parse(line, {.bytes_max = line_bytes_max});
    if (value) return write_answer(writer, *value);
    writer.begin_object().key("id");
    write_error(writer.value(salvaged_id(line)), value.error().why);
    writer.end_object();
    return false;
}

void write_too_long(json::Writer& writer) {
    writer.begin_object().key("id").null();
    write_error(writer, fmt::format("the line is longer than {} bytes", line_bytes_max));
    writer.end_object();
}

}  // namespace app
