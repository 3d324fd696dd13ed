#include "app/view_bodies.h"

#include "app/json_forms.h"
#include "base/ensure.h"
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

}  // namespace

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
    if (row.ended) body.set("ended", forms::moment(*row.ended));
    forms::set_text(body, "post", row.post.get());
    forms::set_text(body, "duty", row.duty);
    forms::set_text(body, "rule", row.rule);
    forms::set_text(body, "what", row.what);
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
    row.ended = find_moment(body, "ended");
    row.post = PostId(forms::text_of(body, "post"));
    row.duty = forms::text_of(body, "duty");
    row.rule = forms::text_of(body, "rule");
    row.what = forms::text_of(body, "what");
    return row;
}

}  // namespace app
