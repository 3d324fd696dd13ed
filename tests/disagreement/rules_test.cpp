// What holds under every policy: sides, times, who may act, several agencies, the top.
#include "disagreement/composition.h"
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

std::string rule_of_refusal(const Decision& decision) { return decision ? "" : decision.error().rule; }

}  // namespace

TEST_CASE("ALL-1 raising without saying what protects the child is refused, by name of the answer") {
    Story story;
    auto answers = concern({"care.worker"});
    answers.erase("protection");
    const auto no = story.ask(who("school.worker"), Action::Raise, answers);
    REQUIRE_FALSE(no);
    CHECK(no.error().field == "protection");
}

TEST_CASE("ALL-1 danger can be declared at any time, opens a duty for the same day, and ends nothing") {
    Story story = raised();
    REQUIRE(story.tell(who("care.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    const Duty* referral = story.find("referral");
    REQUIRE(referral);
    CHECK(calendar::to_iso(referral->due->date) == "2026-11-19");
    CHECK(story.state.phase == Phase::Open);
    REQUIRE(story.tell(who("school.worker"), Action::RecordReferral, {{"to", {"social-care"}}}));
    CHECK(story.find("referral")->state == DutyState::Done);
}

TEST_CASE("what happened yesterday by telephone is entered with its own time, and clocks count from it") {
    Story story = raised();
    story.now = at("2026-11-20T09:00");
    REQUIRE(story.tell(who("school.worker"), Action::Contact, {{"how", {"telephone"}}}, at("2026-11-19T16:00")));
    CHECK(story.events.back().happened_at == at("2026-11-19T16:00"));
    CHECK(story.events.back().recorded_at == story.now);
}

TEST_CASE("nothing happened in the future, or before its stage; more than a working day back needs a reason") {
    Story story = raised();
    story.now = at("2026-11-24T09:00");
    const std::map<std::string, std::vector<std::string>> note{{"note", {"n"}}};
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::AddNote, note, at("2026-11-24T09:01"))) == "in_the_future");
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::AddNote, note, at("2026-11-19T09:00"))) == "before_its_stage");
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::AddNote, note, at("2026-11-20T09:00"))) == "late_reason_missing");
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::AddNote, note, at("2026-11-23T09:00"))) == "");
}

TEST_CASE("ALL-3 nobody acts on both sides") {
    Story story = raised();
    Actor both = who("school.worker");
    both.posts[PostId("care.worker")] = Capacity::Deputy;
    CHECK(rule_of_refusal(story.ask(both, Action::Answer, {{"answer", {"accept"}}, {"rationale", {"r"}}})) == "both_sides");
}

TEST_CASE("a manager acts for a post below only with a reason, and the record says so") {
    Story story = raised();
    Actor manager = who("care.manager");
    manager.posts[PostId("care.worker")] = Capacity::Manager;
    const std::map<std::string, std::vector<std::string>> answer{{"answer", {"decline"}}, {"rationale", {"r"}}};
    CHECK(rule_of_refusal(story.ask(manager, Action::Answer, answer)) == "acting_reason_missing");
    auto with_reason = answer;
    with_reason["acting_reason"] = {"on leave"};
    const auto done = story.ask(manager, Action::Answer, with_reason);
    REQUIRE(done);
    CHECK(done->front().open.text("capacity") == "manager");
    CHECK(done->front().by.post == PostId("care.worker"));
}

TEST_CASE("ALL-2 what somebody without an account said is entered with who, how and when, or not at all") {
    Story story = raised();
    Actor lead = who("school.head");
    lead.records_for_others = true;
    Command command{.id = "c", .action = Action::AddNote, .acting_for = PostId("school.worker")};
    command.answers.set("note", "n");
    CHECK(rule_of_refusal(decide(story.state, command, story.setting(), lead)) == "on_behalf_incomplete");
    command.answers.set("said_by", "the teacher");
    command.answers.set("said_how", "telephone");
    command.answers.set("said_at", "2026-11-19");
    const auto done = decide(story.state, command, story.setting(), lead);
    REQUIRE(done);
    CHECK(done->front().by.on_behalf);
}

TEST_CASE("an answer is overdue when its day has ended, a late answer counts, and stays late") {
    Story story = raised();
    story.now = at("2026-11-23T23:59");
    CHECK_FALSE(story.find("respond")->overdue);
    story.now = at("2026-11-24T00:00");
    CHECK(story.find("respond")->overdue);
    REQUIRE(story.tell(who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}));
    CHECK(story.find("respond")->state == DutyState::DoneLate);
    CHECK(story.find("respond")->breached);
}

TEST_CASE("that a date has passed is recorded once, and carries the moment that was due") {
    Story story = raised();
    story.now = at("2026-11-25T08:00");
    Actor worker;
    worker.system = true;
    const std::string id = story.find("respond")->id;
    REQUIRE(story.tell(worker, Action::Expire, {{"about", {id}}}));
    CHECK(story.events.back().open.text("due") == "2026-11-23T23:59:59Z");
    CHECK(rule_of_refusal(story.ask(worker, Action::Expire, {{"about", {id}}})) == "recorded_already");
}

TEST_CASE("no answer can only be said once one was due; that it is unsettled can be said at once") {
    Story story = raised();
    auto early = up();
    early["reason"] = {"no-answer"};
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::Escalate, early)) == "not_yet_overdue");
    CHECK(story.ask(who("school.worker"), Action::Escalate, up()));
    story.now = at("2026-11-24T08:00");
    CHECK(story.ask(who("school.worker"), Action::Escalate, early));
}

TEST_CASE("with several agencies, going up takes the unsettled ones and leaves the settled their duties") {
    Story story = raised({"care.worker", "police.worker"});
    REQUIRE(story.state.receiving.size() == 2);
    REQUIRE(story.tell(who("care.worker"), Action::ProposeOutcome, {{"about", {"care"}}, {"outcome", {"o"}}}));
    REQUIRE(story.tell(who("school.worker"), Action::ConfirmOutcome, {{"about", {"care"}}}));
    CHECK(find_party(story.state, AgencyId("care"))->settled);
    CHECK(story.state.phase == Phase::Open);
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    const Visit* visit = find_visit(story.state);
    CHECK(visit->receiving.contains(AgencyId("police")));
    CHECK_FALSE(visit->receiving.contains(AgencyId("care")));
    const auto owed = story.owed();
    CHECK(std::any_of(owed.begin(), owed.end(), [](const Duty& d) { return is_open(d) && d.rule == "put-on-file" && d.agency == AgencyId("care"); }));
}

TEST_CASE("ALL-3 a tier that nobody fills goes up the line, then to the partnership, who owes finding somebody") {
    Story story;
    auto head = *story.directory.find_post(PostId("care.head"));
    head.holders.clear();
    story.directory.put(head);
    (void)story.tell(who("school.worker"), Action::Raise, concern({"care.worker"}));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    CHECK(find_visit(story.state)->receiving.at(AgencyId("care")).stand_in);
    const Duty* find = story.find("find-post");
    REQUIRE(find);
    CHECK(find->owner == PostId("office.business-manager"));
    REQUIRE(story.tell(who("office.business-manager"), Action::Reassign,
                       {{"from", {"office.business-manager"}}, {"to", {"care.manager"}}, {"why", {"w"}}}));
    CHECK(story.find("find-post")->state == DutyState::Done);
    CHECK(find_visit(story.state)->receiving.at(AgencyId("care")).post == PostId("care.manager"));
}

TEST_CASE("raising straight at a higher stage that several posts could take asks which, and takes the one chosen") {
    Story story;
    story.pack.jumps = {{.to = {"heads"}, .source = {"1", {}}}};
    directory::Post second{PostId("care.head2"), AgencyId("care"), "head", "Head of the north"};
    second.holders = {{PersonId("who care.head2")}};
    story.directory.put(std::move(second));
    auto answers = concern({"care.worker"});
    answers["start"] = {"heads"};
    answers["jump_reason"] = {"it cannot wait"};
    const auto command = [&] {
        Command made{.id = "c", .action = Action::Raise};
        made.answers.values = answers;
        return made;
    };
    const auto no = story.ask(who("school.worker"), Action::Raise, answers);
    CHECK(rule_of_refusal(no) == "choose_post");
    CHECK(no.error().field == "receiving_posts");
    const auto seats = seats_on_raising(command(), story.setting(), who("school.worker"));
    REQUIRE(seats.size() == 1);
    CHECK(seats.front().name == "receiving_posts");
    REQUIRE(seats.front().options.size() == 2);
    answers["receiving_posts"] = {"care.head2"};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, answers));
    CHECK(story.state.visits.front().receiving.at(AgencyId("care")).post == PostId("care.head2"));
    CHECK(seats_on_raising({.id = "c", .action = Action::Raise}, story.setting(), who("school.worker")).empty());
}

TEST_CASE("an excluded person's post is passed over when a side is cast") {
    Story story;
    story.excluded = {PersonId("who care.manager")};
    (void)story.tell(who("school.worker"), Action::Raise, concern({"care.worker"}));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    CHECK(find_visit(story.state)->receiving.at(AgencyId("care")).post == PostId("care.head"));
}

TEST_CASE("a change in the directory moves nothing that is under way") {
    Story story = raised();
    story.directory.remove(PostId("care.worker"));
    CHECK(find_visit(story.state)->receiving.at(AgencyId("care")).post == PostId("care.worker"));
    CHECK(story.find("respond")->owner == PostId("care.worker"));
}

TEST_CASE("ALL-11 unsettled at the top, nothing closes by itself: the business manager records what follows") {
    Story story = raised();
    for (const auto* post : {"school.worker", "school.manager", "school.head"}) REQUIRE(story.tell(who(post), Action::Escalate, up()));
    CHECK(story.state.phase == Phase::Open);
    REQUIRE(story.find("course"));
    CHECK(story.find("course")->owner == PostId("office.business-manager"));
    CHECK(rule_of_refusal(story.ask(who("school.head"), Action::Close, {})) == "not_settled");
    REQUIRE(story.tell(who("office.business-manager"), Action::RecordCourse, {{"course", {"c"}}}));
    CHECK(story.tell(who("office.business-manager"), Action::Close));
    CHECK(story.state.phase == Phase::Closed);
}

TEST_CASE("nobody decides above what they acted in below, unless nobody else is left, with a reason") {
    Story story = raised();
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    Actor chair = who("office.chair");
    chair.person = PersonId("who school.manager");
    std::map<std::string, std::vector<std::string>> decision{{"option", {"end"}}, {"reasons", {"r"}}};
    CHECK(rule_of_refusal(story.ask(chair, Action::Decide, decision)) == "acted_below");
    decision["no_other_reason"] = {"everybody else is excluded"};
    CHECK(story.ask(chair, Action::Decide, decision));
}

TEST_CASE("ALL-5 a decision settles it, both sides owe confirming it, and one may refuse with a reason") {
    Story story = raised();
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    REQUIRE(story.tell(who("office.chair"), Action::Decide, {{"option", {"end"}}, {"reasons", {"r"}}}));
    CHECK(story.state.phase == Phase::Settled);
    CHECK(rule_of_refusal(story.ask(who("school.head"), Action::Close, {})) == "duties_open");
    REQUIRE(story.tell(who("school.head"), Action::ConfirmOutcome));
    REQUIRE(story.tell(who("care.head"), Action::RejectOutcome, {{"why", {"w"}}}));
    CHECK(story.state.phase == Phase::Settled);
    for (const auto& duty : story.owed()) CHECK((duty.rule != "confirm" || !is_open(duty)));
}

TEST_CASE("a panel of the wrong make-up is refused, and says what is missing") {
    Story story = raised();
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    std::map<std::string, std::vector<std::string>> held{{"about", {"panel"}}, {"members", {"care.head", "police.head"}},
                                                         {"record", {"r"}}, {"result", {"settled"}}};
    const auto two = story.ask(who("office.chair"), Action::HoldMeeting, held);
    REQUIRE_FALSE(two);
    CHECK(two.error().why.find("at least 3") != std::string::npos);
    held["members"] = {"care.head", "police.head", "office.business-manager"};
    const auto without_school = story.ask(who("office.chair"), Action::HoldMeeting, held);
    REQUIRE_FALSE(without_school);
    CHECK(without_school.error().field == "missing_reason");
    held["members"] = {"care.head", "police.head", "school.head"};
    REQUIRE(story.tell(who("office.chair"), Action::HoldMeeting, held));
    CHECK(story.state.phase == Phase::Settled);
}

TEST_CASE("an outstanding point stays a duty after closing, until it is done") {
    Story story = raised();
    REQUIRE(story.tell(who("care.worker"), Action::ProposeOutcome,
                       {{"outcome", {"o"}}, {"point", {"p"}}, {"point_owner", {"receiving"}}, {"point_by", {"2026-12-01"}}}));
    REQUIRE(story.tell(who("school.worker"), Action::ConfirmOutcome));
    for (const auto& duty : story.owed()) {
        if (duty.holds_up_closing && is_open(duty)) REQUIRE(story.tell(who(duty.owner.get()), Action::Discharge, {{"about", {duty.id}}}));
    }
    REQUIRE(story.tell(who("school.worker"), Action::Close));
    REQUIRE(story.find("point"));
    CHECK(is_open(*story.find("point")));
    REQUIRE(story.tell(who("care.worker"), Action::SettlePoint, {{"about", {"1"}}, {"how", {"h"}}}));
    CHECK(story.find("point")->state == DutyState::Done);
}

TEST_CASE("withdrawing needs a safety statement, and reopening a reason; both leave somebody to act") {
    Story story = raised();
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::Withdraw, {{"why", {"w"}}})) == "answer_missing");
    REQUIRE(story.tell(who("school.worker"), Action::Withdraw, {{"why", {"w"}}, {"safe_now", {"yes"}}, {"protection", {"p"}}}));
    CHECK(story.state.phase == Phase::Withdrawn);
    REQUIRE(story.tell(who("school.worker"), Action::Reopen, {{"why", {"w"}}, {"safe_now", {"no"}}, {"protection", {"p"}}}));
    CHECK(story.state.phase == Phase::Open);
    CHECK(is_open(*story.find("settle")));
}

TEST_CASE("the duty to settle or take it up cannot be waived") {
    Story story = raised();
    const std::string id = story.find("settle")->id;
    CHECK(rule_of_refusal(story.ask(who("office.business-manager"), Action::Waive, {{"about", {id}}, {"why", {"w"}}})) == "not_waived");
}

TEST_CASE("an unknown answer is refused with the one that was meant") {
    Story story = raised();
    const auto no = story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}, {"notte", {"n"}}});
    REQUIRE_FALSE(no);
    CHECK(no.error().field == "notte");
    CHECK(no.error().why.find("'note'") != std::string::npos);
}

TEST_CASE("what people wrote and who the child is never stand in the open part of an event") {
    Story story = raised();
    for (const auto& event : story.events) {
        for (const auto& [name, values] : event.open.values) CHECK(std::find(values.begin(), values.end(), "Ann Example") == values.end());
    }
    const auto& sealed = story.events.front().sealed;
    CHECK(std::any_of(sealed.begin(), sealed.end(), [](const auto& s) { return s.name == "child_name" && s.privacy == policy::Privacy::Identity; }));
    CHECK(std::all_of(story.state.history.begin(), story.state.history.end(), [](const Recorded& r) {
        return std::all_of(r.event.sealed.begin(), r.event.sealed.end(), [](const auto& s) { return s.plain.empty(); });
    }));
}

TEST_CASE("a topic is corrected in the open, a text under the seal of what it corrects") {
    Story story = raised();
    const auto topic = story.ask(who("school.worker"), Action::Correct,
                                 {{"event", {"1"}}, {"field", {"topic"}}, {"value", {"need"}}, {"why", {"w"}}});
    REQUIRE(topic);
    CHECK(topic->front().open.text("value") == "need");
    for (const auto& sealed : topic->front().sealed) CHECK(sealed.name != "value");
    const auto name = story.ask(who("school.worker"), Action::Correct,
                                {{"event", {"1"}}, {"field", {"child_name"}}, {"value", {"Anne Example"}}, {"why", {"w"}}});
    REQUIRE(name);
    CHECK(name->front().open.text("value").empty());
    const auto& sealed = name->front().sealed;
    CHECK(std::any_of(sealed.begin(), sealed.end(), [](const auto& s) { return s.name == "value" && s.privacy == policy::Privacy::Identity; }));
}

TEST_CASE("whom a panel may be made of is known before it is called; who has acted is not among them where the policy says so") {
    Story story = raised();
    auto panel = *policy::find_meeting(story.pack, "panel");
    const auto anybody = possible_members(panel, story.state, story.setting());
    for (const auto* post : {"care.head", "police.head", "school.worker"}) CHECK(anybody.contains(PostId(post)));
    panel.never_acted_before = true;
    const auto fresh = possible_members(panel, story.state, story.setting());
    CHECK(fresh.contains(PostId("police.head")));
    CHECK_FALSE(fresh.contains(PostId("school.worker")));
    panel.members = {{.key = "nobody", .title = "Nobody", .kinds = {"no-such-kind"}}};
    const auto sent = possible_members(panel, story.state, story.setting());
    CHECK(sent.contains(PostId("care.head")));
    CHECK_FALSE(sent.contains(PostId("police.head")));
}

TEST_CASE("a date and time that the clocks never showed, or showed twice, is no answer") {
    Story story;
    story.pack.dates = {{.key = "hearing", .title = "Hearing", .by = {policy::Who::Kind::Both}, .on_raising = true, .with_time = true, .source = {"1", {}}}};
    for (const auto& [time, wrong] : {std::pair{"2027-03-28T01:30", true}, {"2027-10-31T01:30", true}, {"2027-03-28T02:30", false}, {"2027-10-31T02:00", false}}) {
        auto answers = concern({"care.worker"});
        answers["date_hearing"] = {time};
        answers["date_hearing_source"] = {"the court"};
        const auto raising = story.ask(who("school.worker"), Action::Raise, answers);
        REQUIRE(raising.has_value() != wrong);
        if (wrong) CHECK(raising.error().why == "The hearing must be a time that the clocks showed once");
    }
}

TEST_CASE("before the first day of its policy nothing is raised, and what is under way goes on") {
    Story story = raised();
    story.pack.identity.effective_from = "2026-12-01";
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}})) == "");
    CHECK(rule_of_refusal(story.ask(who("school.worker"), Action::AddNote, {{"note", {"n"}}})) == "");
    Story late;
    late.pack.identity.effective_from = "2026-12-01";
    CHECK(rule_of_refusal(late.ask(who("school.worker"), Action::Raise, concern({"care.worker"}))) == "before_its_policy");
    late.now = at("2026-12-01T09:00");
    CHECK(rule_of_refusal(late.ask(who("school.worker"), Action::Raise, concern({"care.worker"}))) == "");
}
