#include "api/words_json.h"

#include <fmt/format.h>

#include "api/asked.h"
#include "app/json_forms.h"
#include "calendar/local_time.h"
#include "http/form.h"
#include "policy/describe.h"
#include "policy/words.h"

namespace api {
namespace {

std::string to_word(app::Text::Shown shown) {
    switch (shown) {
        case app::Text::Shown::Plain: return "plain";
        case app::Text::Shown::Masked: return "masked";
        case app::Text::Shown::Withheld: return "withheld";
        case app::Text::Shown::NotForYou: return "not_for_you";
    }
    return {};
}

}  // namespace

json::Value or_null(const std::string& text) {
    return text.empty() ? json::Value() : json::Value(text);
}

json::Value to_json(const policy::Field& field) {
    json::Array options;
    for (const auto& option : field.options)
        options.push_back(json::Object().set("key", option.key).set("title", option.title));
    json::Object object;
    object.set("name", field.name)
        .set("label", field.label)
        .set("hint", or_null(field.hint))
        .set("kind", policy::word_of(field.kind))
        .set("required", field.required)
        .set("options", std::move(options))
        .set("when", field.when ? json::Value(policy::in_words(*field.when)) : json::Value())
        .set("privacy", policy::word_of(field.privacy))
        .set("max", field.max);
    return object;
}

json::Array to_json(const std::vector<policy::Field>& fields) {
    json::Array array;
    for (const auto& field : fields) array.push_back(to_json(field));
    return array;
}

std::string due_text(const calendar::Due& due, const std::string& zone) {
    return due.date_only ? calendar::to_iso(due.date) : calendar::to_iso_local(due.at, zone);
}

json::Array because(const calendar::Due& due) {
    json::Array rows;
    for (const auto& reason : due.because) {
        rows.push_back(json::Object()
                           .set("date", calendar::to_iso(reason.date))
                           .set("counted", reason.counted)
                           .set("why", reason.why));
    }
    return rows;
}

json::Value post_json(const app::PostId& id, const directory::Directory& directory) {
    if (id.get().empty()) return {};
    const auto* post = directory.find_post(id);
    json::Object object;
    object.set("id", id.get()).set("title", post ? json::Value(post->title) : json::Value());
    return object.set("agency", post ? json::Value(post->agency.get()) : json::Value());
}

json::Value agency_json(const app::AgencyId& id, const directory::Directory& directory) {
    if (id.get().empty()) return {};
    const auto* agency = directory.find_agency(id);
    return json::Object()
        .set("id", id.get())
        .set("name", agency ? json::Value(agency->name) : json::Value());
}

json::Value to_json(const app::Text& text) {
    json::Object object;
    object.set("name", text.name)
        .set("privacy", policy::word_of(text.privacy))
        .set("shown", to_word(text.shown));
    object.set("words", text.shown == app::Text::Shown::Plain ? json::Value(text.words) : json::Value());
    if (text.corrected_by) object.set("corrected_by", static_cast<std::int64_t>(*text.corrected_by));
    if (!text.before.empty()) object.set("before", text.before);
    return object;
}

json::Object to_json(const policy::Reading& reading, const policy::Pack& pack,
                     const app::Partnership& partnership) {
    const auto* ruling = partnership.find_ruling(pack, reading.key);
    return json::Object()
        .set("key", reading.key)
        .set("about", reading.about)
        .set("taken", reading.taken)
        .set("instead", or_null(reading.instead))
        .set("clause", or_null(reading.clause))
        .set("ruled_by", or_null(ruling ? ruling->ruled.by : reading.ruled_by))
        .set("ruled_on", ruling && ruling->ruled.on ? app::forms::date(*ruling->ruled.on) : or_null(reading.ruled_on))
        .set("ruling", ruling ? json::Value(ruling->words) : json::Value());
}

std::string path_of(const std::string& reference) {
    return fmt::format("{}/disagreements/{}", root, http::percent_encoded(reference));
}

}  // namespace api
