#include "app/policy_json.h"

#include "calendar/local_time.h"

namespace app {
namespace {

json::Object cited(json::Object object, const policy::Source& source) {
    if (!source.clause.empty()) object.set("clause", source.clause);
    if (!source.reading.empty()) object.set("reading", source.reading);
    return object;
}

json::Value duty(const policy::DutyRule& rule, const policy::Pack& pack) {
    json::Array on;
    for (const auto& fact : rule.on) on.push_back(policy::to_word(fact));
    json::Object object;
    object.set("key", rule.key).set("title", rule.title).set("by", policy::in_words(rule.by, pack));
    object.set("to", policy::in_words(rule.to, pack)).set("on", std::move(on));
    object.set("within", calendar::to_text(rule.clock.limit)).set("optional", rule.optional);
    return cited(std::move(object), rule.source);
}

json::Value duties(const std::vector<policy::DutyRule>& rules, const policy::Pack& pack) {
    json::Array list;
    for (const auto& rule : rules) list.push_back(duty(rule, pack));
    return list;
}

std::string tier_title(const policy::Pack& pack, const std::string& key) {
    const auto* tier = policy::find_tier(pack, key);
    return tier ? tier->title : key;
}

json::Value stage(const policy::Stage& stage, const policy::Pack& pack) {
    json::Object object;
    object.set("key", stage.key).set("label", stage.label).set("title", stage.title).set("formal", stage.formal);
    object.set("raising", tier_title(pack, stage.raising)).set("receiving", tier_title(pack, stage.receiving));
    if (stage.clock) object.set("within", calendar::to_text(stage.clock->limit));
    object.set("duties", duties(stage.duties, pack));
    return cited(std::move(object), stage.source);
}

json::Value words(const policy::WordList& list) {
    json::Array array;
    for (const auto& word : list.words) array.push_back(json::Object().set("key", word.key).set("title", word.title));
    return json::Object().set("words", std::move(array)).set("open", list.open);
}

json::Value scope(const policy::Scope& scope) {
    return json::Object()
        .set("subjects", words(scope.subjects)).set("standings", words(scope.standings))
        .set("topics", words(scope.topics)).set("kinds", words(scope.kinds)).set("concerns", words(scope.concerns))
        .set("own_agency", scope.own_agency);
}

template <class T, class One>
json::Value list(const std::vector<T>& values, One one) {
    json::Array array;
    for (const auto& value : values) array.push_back(one(value));
    return array;
}

}  // namespace

json::Value as_json(const policy::Pack& pack) {
    const auto& identity = pack.identity;
    json::Object object;
    object.set("key", identity.key).set("edition", identity.edition).set("title", identity.title);
    object.set("owner", identity.owner).set("source", identity.source_title).set("calendar", identity.calendar);
    object.set("convention", std::string(calendar::to_text(identity.convention)));
    object.set("scope", scope(pack.scope));
    object.set("stages", list(pack.stages, [&](const auto& each) { return stage(each, pack); }));
    object.set("duties", duties(pack.duties, pack));
    object.set("forms", list(pack.forms, [](const policy::Form& form) {
        return cited(json::Object().set("key", form.key).set("title", form.title), form.source);
    }));
    object.set("clauses", list(pack.clauses, [](const policy::Clause& clause) {
        return json::Object().set("key", clause.key).set("says", clause.says);
    }));
    object.set("readings", list(pack.readings, [](const policy::Reading& reading) {
        return json::Object().set("key", reading.key).set("about", reading.about).set("taken", reading.taken)
            .set("instead", reading.instead).set("clause", reading.clause).set("ruled_by", reading.ruled_by)
            .set("ruled_on", reading.ruled_on);
    }));
    return object;
}

json::Value as_json(const std::vector<policy::TimetableRow>& rows, const std::string& zone) {
    return list(rows, [&](const policy::TimetableRow& row) {
        json::Object object;
        object.set("stage", row.stage).set("title", row.title).set("limit", row.limit).set("clause", row.clause);
        object.set("opens", calendar::to_iso_local(row.opens, zone));
        object.set("route", row.route.empty() ? json::Value() : json::Value(row.route));
        object.set("notes", list(row.notes, [](const std::string& note) { return json::Value(note); }));
        if (!row.due) return object.set("due", nullptr);
        object.set("due", row.due->date_only ? calendar::to_iso(row.due->date) : calendar::to_iso_local(row.due->at, zone));
        object.set("because", list(row.due->because, [](const calendar::Reason& reason) {
            return json::Object().set("date", calendar::to_iso(reason.date)).set("counted", reason.counted).set("why", reason.why);
        }));
        return object;
    });
}

}  // namespace app
