// What one side cannot do alone, however it is asked for: to the other's words, dates, referee or record.
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

using Kind = policy::Who::Kind;
using Said = std::map<std::string, std::vector<std::string>>;

std::string refused_for(const Decision& decision) { return decision ? "" : decision.error().rule; }

Said with(Said answers, const std::string& name, const std::string& value) {
    answers[name] = {value};
    return answers;
}

/// The village, where something of its policy is otherwise.
template <class Change>
Story under(Change change, const Said& answers = concern({"care.worker"})) {
    Story story;
    change(story.pack);
    REQUIRE(story.tell(who("school.worker"), Action::Raise, answers));
    return story;
}

const Said withdrawing{{"why", {"w"}}, {"safe_now", {"yes"}}, {"protection", {"p"}}};

void settle_with_a_point(Story& story, const std::string& owner) {
    REQUIRE(story.tell(who("care.worker"), Action::ProposeOutcome,
                       {{"outcome", {"o"}}, {"point", {"p"}}, {"point_owner", {owner}}, {"point_by", {"2026-12-01"}}}));
    REQUIRE(story.tell(who("school.worker"), Action::ConfirmOutcome));
}

std::string day_of(const Duty* duty) { return duty && duty->due ? calendar::to_iso(duty->due->date) : ""; }

}  // namespace

TEST_CASE("ALL-4 what one side has said is put right by that side or by the partnership, never by the other") {
    Story story = raised();
    const Said change{{"event", {"1"}}, {"field", {"view"}}, {"value", {"no concern at all"}}, {"why", {"w"}}};
    CHECK(refused_for(story.ask(who("care.worker"), Action::Correct, change)) == "not_yours");
    CHECK(story.ask(who("school.worker"), Action::Correct, change));
    CHECK(story.ask(who("office.business-manager"), Action::Correct, change));
    REQUIRE(story.tell(who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}));
    const Said theirs{{"event", {std::to_string(story.events.size())}}, {"field", {"rationale"}}, {"value", {"v"}}, {"why", {"w"}}};
    CHECK(refused_for(story.ask(who("school.worker"), Action::Correct, theirs)) == "not_yours");
    CHECK(story.ask(who("care.worker"), Action::Correct, theirs));
}

TEST_CASE("ALL-3 who has a say in how it ends is of neither side, and is changed by the partnership alone, with a reason") {
    Story story = under([](policy::Pack& pack) {
        pack.roles = {{"referee", "Referee", {}, {"1", {}}}};
        pack.settled_by = {{Kind::CaseRole, "referee"}};
    });
    const auto name = [](const std::string& post) { return Said{{"about", {"referee"}}, {"post", {post}}}; };
    CHECK(refused_for(story.ask(who("school.worker"), Action::NameRole, name("school.worker"))) == "both_sides");
    CHECK(refused_for(story.ask(who("school.worker"), Action::NameRole, name("care.head"))) == "both_sides");
    REQUIRE(story.tell(who("school.worker"), Action::NameRole, name("police.head")));
    CHECK(refused_for(story.ask(who("care.worker"), Action::NameRole, with(name("police.manager"), "why", "w"))) == "not_yours");
    CHECK(refused_for(story.ask(who("office.business-manager"), Action::NameRole, name("police.manager"))) == "answer_missing");
    CHECK(story.ask(who("office.business-manager"), Action::NameRole, with(name("police.manager"), "why", "w")));
    const Said reassigned{{"from", {"police.head"}}, {"to", {"school.head"}}, {"why", {"w"}}};
    CHECK(refused_for(story.ask(who("office.business-manager"), Action::Reassign, reassigned)) == "both_sides");
}

TEST_CASE("MED-5 a role that decides nothing may be filled from an agency concerned") {
    Story story = under([](policy::Pack& pack) { pack.roles = {{"iro", "Reviewing officer", {}, {"1", {}}}}; });
    CHECK(story.ask(who("school.worker"), Action::NameRole, {{"about", {"iro"}}, {"post", {"care.head"}}}));
    auto vacant = *story.directory.find_post(PostId("care.head"));
    vacant.holders.clear();
    story.directory.put(vacant);
    CHECK(refused_for(story.ask(who("school.worker"), Action::NameRole, {{"about", {"iro"}}, {"post", {"care.head"}}})) == "nobody_fills");
}

TEST_CASE("CHS-6 what is reopened at a stage without a limit gets a target date again") {
    Story story = under([](policy::Pack& pack) { pack.stages[0].clock = policy::Clock{.limit = {0, calendar::Unit::SetForTheCase, {}}}; },
                        with(concern({"care.worker"}), "target_date", "2026-11-24"));
    REQUIRE(story.tell(who("school.worker"), Action::Withdraw, withdrawing));
    const auto without = story.ask(who("school.worker"), Action::Reopen, withdrawing);
    REQUIRE_FALSE(without);
    CHECK(without.error().field == "target_date");
    REQUIRE(story.tell(who("school.worker"), Action::Reopen, with(withdrawing, "target_date", "2026-11-26")));
    CHECK(day_of(story.find("settle")) == "2026-11-26");
}

TEST_CASE("ALL-3 what is reopened where several posts could act asks which of them does") {
    Story story = raised();
    directory::Post second{PostId("care.manager2"), AgencyId("care"), "head", "second head"};
    second.holders = {{PersonId("who care.manager2")}};
    story.directory.put(second);
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, with(up(), "receiving_posts", "care.manager2")));
    REQUIRE(story.tell(who("school.head"), Action::Withdraw, withdrawing));
    CHECK(story.ask(who("school.head"), Action::Reopen, withdrawing).error().field == "receiving_posts");
    REQUIRE(story.tell(who("school.head"), Action::Reopen, with(withdrawing, "receiving_posts", "care.head")));
    CHECK(find_visit(story.state)->receiving.at(AgencyId("care")).post == PostId("care.head"));
}

TEST_CASE("a date that was brought forward goes back no further than the policy's own, and not by one side alone") {
    Story story = under([](policy::Pack& pack) { pack.stages[0].clock = policy::Clock{.limit = {5, calendar::Unit::WorkingDay}}; });
    const std::string limit = day_of(story.find("settle"));
    const auto on = [](const std::string& date) { return Said{{"date", {date}}, {"why", {"w"}}}; };
    REQUIRE(story.tell(who("school.worker"), Action::SetDate, on("2026-11-20")));
    CHECK(day_of(story.find("settle")) == "2026-11-20");
    CHECK(refused_for(story.ask(who("school.worker"), Action::SetDate, on("2027-06-01"))) == "only_shorter");
    CHECK(refused_for(story.ask(who("school.worker"), Action::SetDate, with(on("2027-06-01"), "accepted", "yes"))) == "only_shorter");
    CHECK(refused_for(story.ask(who("school.worker"), Action::SetDate, on(limit))) == "not_accepted");
    REQUIRE(story.tell(who("school.worker"), Action::SetDate, with(on(limit), "accepted", "yes")));
    CHECK(day_of(story.find("settle")) == limit);
}

TEST_CASE("a date is set for one agency's duty, by that agency, or with its word") {
    Story story = raised({"care.worker", "police.worker"});
    const auto due = [&](const std::string& agency) {
        const auto all = story.owed();
        const auto own = std::ranges::find_if(all, [&](const Duty& duty) { return duty.rule == "respond" && duty.agency == AgencyId(agency); });
        return day_of(&*own);
    };
    const std::string limit = due("care");
    const Said tomorrow{{"about", {"respond"}}, {"date", {"2026-11-20"}}, {"why", {"w"}}};
    REQUIRE(story.tell(who("care.worker"), Action::SetDate, tomorrow));
    CHECK(due("care") == "2026-11-20");
    CHECK(due("police") == limit);
    CHECK(refused_for(story.ask(who("school.worker"), Action::SetDate, tomorrow)) == "which_duty");
    const auto all = story.owed();
    const auto own = std::ranges::find_if(all, [](const Duty& duty) { return duty.rule == "respond" && duty.agency == AgencyId("police"); });
    const auto hurried = with(tomorrow, "about", own->id);
    CHECK(refused_for(story.ask(who("school.worker"), Action::SetDate, hurried)) == "not_accepted");
    REQUIRE(story.tell(who("school.worker"), Action::SetDate, with(hurried, "accepted", "yes")));
    CHECK(due("police") == "2026-11-20");
}

TEST_CASE("what is raised has two times as well: long ago needs a reason, and its policy held by then") {
    Story story;
    story.pack.identity.effective_from = "2026-11-01";
    const auto raising = concern({"care.worker"});
    CHECK(refused_for(story.ask(who("school.worker"), Action::Raise, raising, at("2026-11-12T10:00"))) == "late_reason_missing");
    CHECK(refused_for(story.ask(who("school.worker"), Action::Raise, with(raising, "late_reason", "w"), at("1990-01-02T10:00"))) == "before_its_policy");
    CHECK(story.ask(who("school.worker"), Action::Raise, with(raising, "late_reason", "w"), at("2026-11-12T10:00")));
}

TEST_CASE("nothing happens to what is over from before it was over") {
    Story story = raised();
    story.now = at("2026-11-19T15:00");
    REQUIRE(story.tell(who("school.worker"), Action::Withdraw, withdrawing));
    story.now = at("2026-11-19T16:00");
    CHECK(refused_for(story.ask(who("school.worker"), Action::Reopen, withdrawing, at("2026-11-19T14:00"))) == "before_its_stage");
    CHECK(refused_for(story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}}, at("2026-11-19T14:00"))) == "before_its_stage");
    CHECK(story.ask(who("school.worker"), Action::Reopen, withdrawing, at("2026-11-19T15:30")));
}

TEST_CASE("ALL-5 withdrawing what was settled leaves its outstanding points to be pursued") {
    Story story = raised();
    settle_with_a_point(story, "receiving");
    REQUIRE(story.tell(who("school.worker"), Action::Withdraw, withdrawing));
    REQUIRE(story.find("point"));
    CHECK(is_open(*story.find("point")));
    REQUIRE(story.tell(who("care.worker"), Action::SettlePoint, {{"about", {"1"}}, {"how", {"h"}}}));
    CHECK(story.find("point")->state == DutyState::Done);
}

TEST_CASE("ALL-5 who owes an outstanding point puts it off only with the other side's word, or the partnership's") {
    Story story = raised();
    settle_with_a_point(story, "receiving");
    const auto by = [](const std::string& date) { return Said{{"about", {"1"}}, {"by", {date}}, {"why", {"w"}}}; };
    CHECK(refused_for(story.ask(who("care.worker"), Action::ReplanPoint, by("2027-12-01"))) == "not_accepted");
    CHECK(refused_for(story.ask(who("school.worker"), Action::ReplanPoint, by("2026-11-20"))) == "not_accepted");
    CHECK(story.ask(who("care.worker"), Action::ReplanPoint, by("2026-11-25")));
    CHECK(story.ask(who("office.business-manager"), Action::ReplanPoint, by("2027-01-11")));
    REQUIRE(story.tell(who("care.worker"), Action::ReplanPoint, with(by("2027-01-11"), "accepted", "yes")));
    CHECK(day_of(story.find("point")) == "2027-01-11");
}

TEST_CASE("STH-2 who may leave a stage out is who the clause names: the manager, and not whoever raised it") {
    Story story = under([](policy::Pack& pack) { pack.jumps = {{.to = {"heads"}, .by = {Kind::Raising, "manager"}, .source = {"1", {}}}}; });
    const auto to_heads = with(withdrawing, "about", "heads");
    CHECK(refused_for(story.ask(who("school.worker"), Action::Jump, to_heads)) == "not_yours");
    const auto gone = story.tell(who("school.manager"), Action::Jump, to_heads);
    REQUIRE(gone);
    CHECK(gone->front().by.side == Side::Raising);
    CHECK(find_visit(story.state)->stage == "heads");
}

TEST_CASE("STH-2 whoever raises it starts higher by a clause that is for them, not by one for the partnership") {
    Story story;
    policy::Condition danger{.op = policy::Condition::Op::Is, .ask = policy::Ask::Danger, .words = {"yes"}};
    policy::Who either{.kind = Kind::AnyOf, .parts = {{Kind::Raising, "worker"}, {Kind::Partnership, "chair"}}};
    story.pack.jumps = {{.to = {"managers"}, .by = {Kind::Partnership, "chair"}, .source = {"1", {}}},
                        {.to = {"managers"}, .when = danger, .by = either, .source = {"1", {}}}};
    const auto higher = with(with(concern({"care.worker"}), "start", "managers"), "jump_reason", "r");
    CHECK(refused_for(story.ask(who("school.worker"), Action::Raise, higher)) == "no_jump");
    CHECK(story.ask(who("school.worker"), Action::Raise, with(higher, "danger", "yes")));
}

TEST_CASE("an answer to a question that is not asked stands nowhere in the record") {
    const auto asks_under_a_plan = [](policy::Pack& pack) {
        policy::Condition plan{.op = policy::Condition::Op::Is, .ask = policy::Ask::Standing, .words = {"plan"}};
        pack.stages[1].asks = {{.name = "reviewed", .label = "Last review", .kind = policy::FieldKind::Date, .when = plan,
                                .privacy = policy::Privacy::Open}};
    };
    Story story = under(asks_under_a_plan, with(concern({"care.worker"}), "reviewed", "Zinnia Thrupp"));
    CHECK_FALSE(story.events.front().open.has("reviewed"));
    CHECK(refused_for(story.ask(who("school.worker"), Action::Escalate, with(up(), "reviewed", "Zinnia Thrupp"))) == "answer_unknown");
}

TEST_CASE("what is left blank was not answered, whatever was sent") {
    Story story = raised();
    const auto no = story.ask(who("care.worker"), Action::ProposeOutcome,
                              {{"outcome", {"o"}}, {"point", {"p"}}, {"point_owner", {"raising"}}, {"point_by", {"   "}}});
    REQUIRE_FALSE(no);
    CHECK(no.error().field == "point_by");
    story.now = at("2026-11-24T09:00");
    CHECK(refused_for(story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}, {"late_reason", {" \t"}}}, at("2026-11-19T11:00"))) ==
          "late_reason_missing");
    const auto noted = story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}, {"said_by", {std::string(1 << 20, ' ')}}});
    REQUIRE(noted);
    for (const auto& answer : noted->front().sealed) CHECK(answer.name == "note");
}

TEST_CASE("what has no subject takes none: words in its place do not stand in the open") {
    Story story = raised();
    const auto noted = story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}, {"about", {"Zinnia-Thrupp"}}});
    REQUIRE(noted);
    CHECK(noted->front().fact.key.empty());
    const auto of_care = story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}, {"about", {"care"}}});
    REQUIRE(of_care);
    CHECK(of_care->front().agency == AgencyId("care"));
}
