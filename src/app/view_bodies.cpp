#include "app/view_bodies.h"

#include "app/json_forms.h"
#include "base/ensure.h"
#include "calendar/local_time.h"
#include "disagreement/state.h"

namespace app {
namespace {

using disagreement::Phase;

Phase to_phase(const std::string& word) {
    for (const auto phase :
         {Phase::Open, Phase::Settled, Phase::Closed, Phase::Withdrawn, Phase::HandedOver}) {
        if (disagreement::to_word(phase) == word) return phase;
    }
    base::ensure(false, "a phase in a row is known");
    return Phase::None;
}

std::optional<base::Moment> find_moment(const json::Value& body, std::string_view key) {
    const auto* value = body.find(key);
    return value ? std::optional(forms::to_moment(*value)) : std::nullopt;
}

/// "2026-11-19 + day 1 of 5": a day of the strip that counts; with "-" one that does not.
constexpr std::size_t mark_at = 11, why_at = 13;

json::Array to_days(const std::vector<calendar::Reason>& strip) {
    json::Array days;
    for (const auto& [date, counted, why] : strip)
        days.emplace_back(calendar::to_iso(date) + (counted ? " + " : " - ") + why);
    return days;
}

std::vector<calendar::Reason> to_strip(const json::Array& days) {
    std::vector<calendar::Reason> strip;
    for (const auto& day : days) {
        const auto& said = day.get_string();
        const auto date = calendar::parse_date(said.substr(0, mark_at - 1));
        base::ensure(date && said.size() >= why_at, "a day of a strip has a date");
        strip.push_back({*date, said[mark_at] == '+', said.substr(why_at)});
    }
    return strip;
}

void set_counted(json::Object& body, const calendar::Due& due) {
    body.set("strip", to_days(due.because));
    if (!due.date_only) body.set("timed", true);
    if (due.from_rules) body.set("from_rules", true);
    body.set("due_on", forms::date(due.date));
}

std::optional<calendar::Due> find_counted(const json::Value& body, const std::optional<base::Moment>& due) {
    const auto* strip = body.find("strip");
    if (!strip || !due) return std::nullopt;
    return calendar::Due{*due, forms::to_date(body.at("due_on")), !body.find("timed"), to_strip(strip->get_array()),
                         body.find("from_rules") != nullptr};
}

}  // namespace

std::string said_in_body(const std::string& key, const std::string& word) {
    const std::string object = json::to_text(json::Object().set(key, word));
    return object.substr(1, object.size() - 2);
}

std::string to_body(const Row& row) {
    json::Array receiving;
    for (const auto& agency : row.receiving) receiving.emplace_back(agency.get());
    json::Object body;
    body.set("reference", row.reference)
        .set("partnership", row.partnership)
        .set("topic", row.topic)
        .set("stage", row.stage)
        .set("phase", disagreement::to_word(row.phase))
        .set("move", row.move)
        .set("raising", row.raising.get())
        .set("receiving", std::move(receiving))
        .set("opened", forms::moment(row.opened));
    if (row.due) body.set("due", forms::moment(*row.due));
    if (row.counted) set_counted(body, *row.counted);
    if (row.remind) body.set("remind", forms::moment(*row.remind));
    if (row.optional) body.set("optional", true);
    if (row.danger) body.set("danger", true);
    if (row.ended) body.set("ended", forms::moment(*row.ended));
    forms::set_text(body, "post", row.post.get());
    forms::set_text(body, "duty", row.duty);
    forms::set_text(body, "rule", row.rule);
    forms::set_text(body, "what", row.what);
    forms::set_text(body, "owed_by", row.owed_by.get());
    forms::set_text(body, "settled", row.settled);
    return json::to_text(body);
}

Row to_row(const store::ViewRow& stored) {
    const auto body = forms::parsed(stored.body);
    Row row{.reference = body.at("reference").get_string(),
            .partnership = body.at("partnership").get_string(),
            .topic = body.at("topic").get_string(),
            .stage = body.at("stage").get_string(),
            .phase = to_phase(body.at("phase").get_string()),
            .move = body.at("move").get_string(),
            .raising = AgencyId(body.at("raising").get_string()),
            .opened = forms::to_moment(body.at("opened"))};
    for (const auto& agency : forms::to_words(body.at("receiving"))) row.receiving.emplace_back(agency);
    row.due = find_moment(body, "due");
    row.counted = find_counted(body, row.due);
    row.remind = find_moment(body, "remind");
    row.optional = body.find("optional") != nullptr;
    row.danger = body.find("danger") != nullptr;
    row.ended = find_moment(body, "ended");
    row.post = PostId(forms::text_of(body, "post"));
    row.duty = forms::text_of(body, "duty");
    row.rule = forms::text_of(body, "rule");
    row.what = forms::text_of(body, "what");
    row.owed_by = PostId(forms::text_of(body, "owed_by"));
    row.settled = forms::text_of(body, "settled");
    return row;
}

}  // namespace app
