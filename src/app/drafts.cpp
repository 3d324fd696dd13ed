#include "app/drafts.h"

#include <algorithm>

#include "app/json_forms.h"
#include "app/posts.h"
#include "app/relations.h"
#include "app/workplaces.h"
#include "calendar/local_time.h"

namespace app {
namespace {

using Writing = std::lock_guard<std::mutex>;

constexpr std::chrono::seconds draft_life = std::chrono::days{28};
constexpr std::chrono::seconds trace_life = draft_life + std::chrono::days{56};
constexpr std::size_t drafts_max = 10;  // of one person in one partnership

/// In place of a reference, on the trace of a draft that never became one.
constexpr std::string_view thrown_away = "thrown away";

calendar::Date day_of(base::Moment now) {
    return calendar::local_date(now, "Europe/London");
}

/// The agencies of one's own posts in this partnership, and those who stand above these posts there.
struct OwnSide {
    std::set<AgencyId> agencies;
    std::set<PersonId> people;
};

void add_holders(std::set<PersonId>& people, const directory::Post& post, calendar::Date today) {
    const auto holders = directory::holders_on(post, today);
    people.insert(holders.begin(), holders.end());
}

void add_line_above(OwnSide& side, const Snapshot& known, const directory::Post& own, calendar::Date today) {
    std::set<PostId> seen{own.id};
    for (const auto* above = known.directory.find_above(own.id);
         above && above->agency == own.agency && seen.insert(above->id).second;
         above = known.directory.find_above(above->id)) {
        add_holders(side.people, *above, today);
    }
}

OwnSide own_side(const Snapshot& known, const Partnership& partnership, const PersonId& person,
                 calendar::Date today) {
    OwnSide side;
    for (const auto& [id, capacity] : held_by(known, person, today)) {
        const auto* post = partnership.directory.find_post(id);
        if (!post) continue;
        side.agencies.insert(post->agency);
        add_line_above(side, known, *post, today);
    }
    for (const auto& agency : side.agencies) {
        for (const auto* post : known.directory.posts_of(agency)) {
            if (leads_safeguarding(*post)) add_holders(side.people, *post, today);
        }
    }
    side.people.erase(person);
    return side;
}

/// They hold the post that the draft is addressed to, or one in that other agency.
bool acts_for_other_side(const Snapshot& known, const PersonId& person, const OwnSide& side,
                         const Typed& fields, calendar::Date today) {
    const auto held = held_by(known, person, today);
    return std::ranges::any_of(fields, [&](const auto& field) {
        const auto* addressed = field.first == "to" ? known.directory.find_post(PostId(field.second)) : nullptr;
        if (!addressed) return false;
        if (held.contains(addressed->id)) return true;
        if (side.agencies.contains(addressed->agency)) return false;
        return std::ranges::any_of(held, [&](const auto& post) {
            return known.directory.find_post(post.first)->agency == addressed->agency;
        });
    });
}

json::Value act_to_json(const DraftedAct& act) {
    auto body = json::Object().set("reference", act.reference).set("action", act.action).set("title", act.title);
    forms::set_text(body, "about", act.about);
    forms::set_text(body, "on_behalf", act.on_behalf.get());
    return body;
}

DraftedAct to_act(const json::Value& body) {
    return {body.at("reference").get_string(), body.at("action").get_string(), forms::text_of(body, "about"),
            PostId(forms::text_of(body, "on_behalf")), body.at("title").get_string()};
}

std::string to_body(const KeptDraft& draft) {
    json::Array looks;
    for (const auto& look : draft.looks)
        looks.emplace_back(json::Object().set("id", look.id).set("whom", look.whom.get()));
    auto body = json::Object()
                    .set("partnership", draft.partnership)
                    .set("fields", to_json(draft.fields))
                    .set("saved", forms::moment(draft.saved_at))
                    .set("looks", std::move(looks));
    if (draft.act) body.set("act", act_to_json(*draft.act));
    return json::to_text(body);
}

/// A look as its slip says it, with whose draft it is of.
struct LookSlip {
    PersonId owner;
    std::string draft;
    Look look;
};

LookSlip to_look(const PersonId& whom, const OpenedSlip& slip) {
    const auto body = forms::parsed(slip.body);
    return {PersonId(body.at("owner").get_string()),
            body.at("draft").get_string(),
            {slip.id, whom, forms::to_moment(body.at("asked")), forms::text_of(body, "comment")}};
}

/// What was kept, with what was typed in the place of what its boxes held before.
Typed merged(const Typed& kept, const DraftToSave& typed) {
    if (!typed.boxes) return typed.fields;
    Typed fields;
    for (const auto& field : kept) {
        if (!typed.boxes->contains(field.first)) fields.push_back(field);
    }
    fields.insert(fields.end(), typed.fields.begin(), typed.fields.end());
    return fields;
}

}  // namespace

Drafts::Drafts(const DraftsGround& ground)
    : journal_(ground.journal),
      installation_(ground.installation),
      random_(ground.random),
      reads_(ground.reads),
      clock_(ground.clock),
      drafts_(ground.drawers, ground.boxes, ground.clock, {"drafts", "draft"}),
      looks_(ground.drawers, ground.boxes, ground.clock, {"draft-looks", "look at a draft"}),
      traces_(ground.drawers, ground.boxes, ground.clock, {"draft-traces", "trace of a draft"}) {}

KeptDraft Drafts::draft_in(const OpenedSlip& slip) const {
    const auto body = forms::parsed(slip.body);
    KeptDraft draft{slip.id, body.at("partnership").get_string(), to_typed(body.at("fields")),
                    forms::to_moment(body.at("saved")), slip.expires_at};
    for (const auto& asked : body.at("looks").get_array()) {
        const PersonId whom(asked.at("whom").get_string());
        const auto kept = looks_.find(whom, asked.at("id").get_string());
        if (kept) draft.looks.push_back(to_look(whom, *kept).look);
    }
    if (const auto* act = body.find("act")) draft.act = to_act(*act);
    return draft;
}

bool Drafts::may_know(const PersonId& person, const std::string& reference) const {
    const auto dossier = Dossiers(journal_, installation_).find(reference, clock_.now());
    return dossier && gate::allows(facts_of(*dossier, person), gate::Action::SeeOpen);
}

std::optional<KeptDraft> Drafts::find_kept(const PersonId& person, const std::string& id) const {
    const auto slip = drafts_.find(person, id);
    return slip ? std::optional(draft_in(*slip)) : std::nullopt;
}

tl::expected<KeptDraft, NoDraft> Drafts::find(const PersonId& person, const std::string& id) const {
    if (auto draft = find_kept(person, id)) {
        if (draft->act && !may_know(person, draft->act->reference)) return tl::unexpected(NoDraft::Unknown);
        return std::move(*draft);
    }
    const auto trace = traces_.find(person, id);
    if (!trace) return tl::unexpected(NoDraft::Unknown);
    if (trace->body.empty()) return tl::unexpected(NoDraft::Expired);
    if (trace->body == thrown_away) return tl::unexpected(NoDraft::ThrownAway);
    return tl::unexpected(raised_as(person, id).empty() ? NoDraft::Unknown : NoDraft::Raised);
}

std::string Drafts::raised_as(const PersonId& person, const std::string& id) const {
    const auto trace = traces_.find(person, id);
    if (!trace || trace->body.empty() || trace->body == thrown_away) return {};
    return may_know(person, trace->body) ? trace->body : std::string{};
}

/// Whatever they are about, the last saved first.
std::vector<KeptDraft> Drafts::all_of(const PersonId& person) const {
    std::vector<KeptDraft> all;
    for (const auto& slip : drafts_.list(person)) all.push_back(draft_in(slip));
    std::ranges::sort(all, std::ranges::greater{}, &KeptDraft::saved_at);
    return all;
}

std::vector<KeptDraft> Drafts::list(const PersonId& person) const {
    auto all = all_of(person);
    std::erase_if(all, [&](const KeptDraft& draft) { return draft.act && !may_know(person, draft.act->reference); });
    return all;
}

std::vector<KeptDraft> Drafts::list_acts(const PersonId& person, const std::string& reference) const {
    auto all = all_of(person);
    std::erase_if(all, [&](const KeptDraft& draft) { return !draft.act || draft.act->reference != reference; });
    if (!all.empty() && !may_know(person, reference)) all.clear();
    return all;
}

std::optional<KeptDraft> Drafts::find_act(const PersonId& person, const DraftedAct& act) const {
    for (auto& draft : list_acts(person, act.reference)) {
        if (draft.act->is_same(act)) return std::move(draft);
    }
    return std::nullopt;
}

void Drafts::put(const PersonId& person, const KeptDraft& draft) {
    drafts_.put(person, {draft.id, to_body(draft), draft.expires_at});
    for (const auto& look : draft.looks) put_look(person, draft, look);
}

void Drafts::put_look(const PersonId& owner, const KeptDraft& draft, const Look& look) {
    auto body = json::Object()
                    .set("owner", owner.get())
                    .set("draft", draft.id)
                    .set("asked", forms::moment(look.asked_at));
    forms::set_text(body, "comment", look.comment);
    looks_.put(look.whom, {look.id, json::to_text(body), draft.expires_at});
}

bool Drafts::may_write(const PersonId& person, const DraftToSave& typed) const {
    if (typed.act) return may_know(person, typed.act->reference);
    const auto known = installation_.now();
    const auto own = partnerships_of(*known, person, day_of(clock_.now()));
    return std::ranges::find(own, typed.partnership, &Partnership::key) != own.end();
}

base::Result<KeptDraft> Drafts::save(const PersonId& person, const DraftToSave& typed) {
    if (!may_write(person, typed)) return tl::unexpected(not_found());
    const auto now = clock_.now();
    const Writing writing(writing_);
    KeptDraft draft{typed.id, typed.partnership, typed.fields, now, now + draft_life, {}, typed.act};
    const auto same = typed.act ? find_act(person, *typed.act) : std::nullopt;
    if (const auto before = find_kept(person, typed.id)) {
        draft.looks = before->looks;
        draft.fields = merged(before->fields, typed);
    } else if (same) {
        erase(person, *same);
    } else if (!typed.act && traces_.find(person, typed.id)) {
        return base::refused("draft_gone", "This draft is not there any more");
    } else if (!make_room(person, typed.partnership)) {
        return base::refused("too_many_drafts",
                             "You have " + std::to_string(drafts_max) +
                                 " drafts here already. Leave this page open, throw one of them away "
                                 "under ‘Your work’, and save again");
    }
    put(person, draft);
    traces_.put(person, {draft.id, "", now + trace_life});
    return draft;
}

/// Whoever opens the questions of raising and leaves after the first one does not mean to keep a draft.
bool Drafts::make_room(const PersonId& person, const std::string& partnership) {
    auto kept = list(person);  // what they may no longer know of takes no room
    std::erase_if(kept, [&](const KeptDraft& draft) { return draft.partnership != partnership; });
    if (kept.size() < drafts_max) return true;
    const auto oldest = std::ranges::find_if(kept.rbegin(), kept.rend(), [](const KeptDraft& draft) {
        return !draft.act && draft.fields.size() <= 1 && draft.looks.empty();
    });
    if (oldest == kept.rend()) return false;
    throw_away(person, *oldest);
    return true;
}

bool Drafts::forget(const PersonId& person, const std::string& id) {
    const Writing writing(writing_);
    const auto draft = find(person, id);
    if (!draft) return false;
    throw_away(person, *draft);
    return true;
}

void Drafts::remember_raised(const PersonId& person, const std::string& id, const std::string& reference) {
    const Writing writing(writing_);
    const auto draft = find_kept(person, id);
    if (!draft) return;
    erase(person, *draft);
    traces_.put(person, {id, reference, clock_.now() + trace_life});
}

void Drafts::throw_away(const PersonId& person, const KeptDraft& draft) {
    erase(person, draft);
    if (!draft.act) traces_.put(person, {draft.id, std::string(thrown_away), clock_.now() + trace_life});
}

void Drafts::erase(const PersonId& person, const KeptDraft& draft) {
    for (const auto& look : draft.looks) looks_.erase(look.whom, look.id);
    drafts_.erase(person, draft.id);
    traces_.erase(person, draft.id);
}

void Drafts::forget_act(const PersonId& person, const DraftedAct& act) {
    const Writing writing(writing_);
    if (const auto draft = find_act(person, act)) erase(person, *draft);
}

std::vector<PersonId> Drafts::who_may_look(const PersonId& person, const KeptDraft& draft) const {
    const auto known = installation_.now();
    const auto today = day_of(clock_.now());
    const auto* partnership = known->find_partnership(draft.partnership);
    if (!partnership || draft.act) return {};
    const auto side = own_side(*known, *partnership, person, today);
    std::vector<PersonId> people(side.people.begin(), side.people.end());
    std::erase_if(people, [&](const PersonId& whom) {
        return !known->find_person(whom) || acts_for_other_side(*known, whom, side, draft.fields, today);
    });
    return people;
}

base::Result<Look> Drafts::ask(const PersonId& person, const std::string& id, const PersonId& whom) {
    const Writing writing(writing_);
    auto draft = find_kept(person, id);
    if (!draft) return tl::unexpected(not_found());
    const auto people = who_may_look(person, *draft);
    if (std::ranges::find(people, whom) == people.end())
        return base::refused("may_not_look", "Select somebody from the list");
    const auto asked = std::ranges::find(draft->looks, whom, &Look::whom);
    if (asked != draft->looks.end()) return *asked;
    draft->looks.push_back({random_.id(), whom, clock_.now()});
    put(person, *draft);
    return draft->looks.back();
}

bool Drafts::take_back(const PersonId& person, const std::string& id, const std::string& look) {
    const Writing writing(writing_);
    auto draft = find_kept(person, id);
    if (!draft) return false;
    const auto asked = std::ranges::find(draft->looks, look, &Look::id);
    if (asked == draft->looks.end()) return false;
    looks_.erase(asked->whom, asked->id);
    draft->looks.erase(asked);
    put(person, *draft);
    return true;
}

/// What they were asked for, where they still are one of those who may be asked.
std::optional<ShownDraft> Drafts::find_shown(const PersonId& whom, const OpenedSlip& slip) const {
    const auto asked = to_look(whom, slip);
    auto draft = find_kept(asked.owner, asked.draft);
    if (!draft) return std::nullopt;
    const auto people = who_may_look(asked.owner, *draft);
    if (std::ranges::find(people, whom) == people.end()) return std::nullopt;
    draft->looks = {asked.look};
    return ShownDraft{asked.owner, std::move(*draft)};
}

std::vector<ShownDraft> Drafts::asked_of(const PersonId& whom) const {
    std::vector<ShownDraft> all;
    for (const auto& slip : looks_.list(whom)) {
        auto shown = find_shown(whom, slip);
        if (!shown) continue;
        shown->draft.fields.clear();
        all.push_back(std::move(*shown));
    }
    return all;
}

std::optional<ShownDraft> Drafts::look_at(const PersonId& whom, const std::string& look) {
    const auto slip = looks_.find(whom, look);
    auto shown = slip ? find_shown(whom, *slip) : std::nullopt;
    if (shown) reads_.note({shown->draft.id, whom, clock_.now(), store::Revision{0}, {"draft"}});
    return shown;
}

base::Result<Look> Drafts::comment(const PersonId& whom, const std::string& look, const std::string& words) {
    const Writing writing(writing_);
    const auto slip = looks_.find(whom, look);
    const auto shown = slip ? find_shown(whom, *slip) : std::nullopt;
    if (!shown) return tl::unexpected(not_found());
    if (words.find_first_not_of(" \t\n") == std::string::npos)
        return tl::unexpected(base::Refusal{"answer_missing", "Enter what you want to say", {}, "comment"});
    Look said = shown->draft.looks.front();
    said.comment = words;
    put_look(shown->owner, shown->draft, said);
    return said;
}

}  // namespace app
