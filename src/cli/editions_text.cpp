// What the commands that move disagreements say of them: references, rules and dates, nobody's words.
#include "calendar/local_time.h"
#include "cli/editions.h"
#include "cli/findings_json.h"

namespace cli {
namespace {

std::string day_in_words(const std::optional<calendar::Due>& due) {
    if (!due) return "no date";
    return due->date_only ? calendar::in_words(due->date) : calendar::in_words(due->at, calendar::Edition{}.zone);
}

json::Value day_as_json(const std::optional<calendar::Due>& due) {
    if (!due) return nullptr;
    return due->date_only ? calendar::to_iso(due->date) : calendar::to_iso(due->at);
}

std::string in_words(const app::DutyChange& change) {
    using Kind = app::DutyChange::Kind;
    const std::string what = change.title + " (" + change.owner.get() + ")";
    switch (change.kind) {
        case Kind::Date: return what + ": " + day_in_words(change.before) + " becomes " + day_in_words(change.after);
        case Kind::Gone: return what + ": falls away";
        case Kind::New: return what + ": new, " + (change.after ? "by " : "") + day_in_words(change.after);
    }
    return what;
}

json::Value as_json(const app::DutyChange& change) {
    return json::Object()
        .set("kind", app::to_word(change.kind))
        .set("duty", change.duty)
        .set("rule", change.rule)
        .set("title", change.title)
        .set("owner", change.owner.get())
        .set("before", day_as_json(change.before))
        .set("after", day_as_json(change.after));
}

}  // namespace

std::string in_words(const std::vector<app::Placed>& all) {
    std::string text;
    for (const auto& one : all) {
        if (!text.empty()) text += '\n';
        text += one.reference;
        if (!one.no_place.empty()) text += ": has no place there";
        else if (one.stage_before == one.stage_after) text += ": " + one.stage_after;
        else text += ": " + one.stage_before + " becomes " + one.stage_after;
        for (const auto& why : one.no_place) text += "\n  " + base::to_text(why);
        for (const auto& change : one.changes) text += "\n  " + in_words(change);
    }
    return text;
}

json::Value as_json(const std::vector<app::Placed>& all) {
    json::Array list;
    for (const auto& one : all) {
        json::Array changes;
        for (const auto& change : one.changes) changes.push_back(as_json(change));
        list.push_back(json::Object()
                           .set("reference", one.reference)
                           .set("edition", one.edition)
                           .set("stage_before", one.stage_before)
                           .set("stage_after", one.stage_after)
                           .set("changes", std::move(changes))
                           .set("no_place", as_json(one.no_place)));
    }
    return list;
}

}  // namespace cli
