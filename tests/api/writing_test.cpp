// Writing safely: commands that come again, revisions that moved on, refusals that say why.
#include "api/caller.h"

using namespace api::testing;

TEST_CASE("raising and acting answer with the disagreement as it stands, and its revision") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    CHECK(first.header("Location") == path_of(first));
    CHECK(first.header("ETag") == "\"" + json::to_text(first.at("revision")) + "\"");
    CHECK(teacher.get(path_of(first)).body == first.body);
    const auto acted = teacher.post(path_of(first) + "/actions/add_note", note("called them"),
                                    with_key("n1", first.at("revision").get_int()));
    REQUIRE_MESSAGE(acted.status == 200, acted.body);
    CHECK(acted.at("revision").get_int() == first.at("revision").get_int() + 1);
    CHECK(acted.at("policy").at("key").get_string() == "trial");
    CHECK(acted.at("stage").at("key").get_string() == "talk");
    CHECK(acted.text("move") == "raising");
}

TEST_CASE("the same key with the same body is one effect, and gets the stored answer") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto path = path_of(first) + "/actions/add_note";
    const auto once = teacher.post(path, note("called them"), with_key("n1", 3));
    REQUIRE(once.status == 200);
    office.world.clock.pass(std::chrono::hours{5});
    const auto revision = once.at("revision").get_int();
    REQUIRE(teacher.post(path, note("and again"), with_key("n2", revision)).status == 200);
    const auto events = office.events();

    const auto again = teacher.post(path, note("called them"), with_key("n1", 3));
    CHECK(again.status == 200);
    CHECK(again.body == once.body);
    CHECK(again.header("Idempotent-Replayed") == "true");
    CHECK(teacher.post(path, note("called them"), with_key("\"n1\"", 3)).body == once.body);
    const auto raised_again = teacher.post("/api/v1/disagreements", raising(), with_key("raise-1"));
    CHECK(raised_again.status == 201);
    CHECK(raised_again.body == first.body);
    CHECK(office.events() == events);

    const auto other = teacher.post(path, note("something else"), with_key("n1", 3));
    CHECK(other.status == 422);
    CHECK(other.text("rule") == "command_reused");
    CHECK_FALSE(other.error_at("Idempotency-Key").empty());
    CHECK(teacher.post("/api/v1/disagreements", raising(raise_answers().set("view", "another")),
                       with_key("raise-1"))
              .status == 422);
    CHECK(office.events() == events);
}

TEST_CASE("the key of one person is not the key of another") {
    Office office;
    const auto first = raised(office.caller("teacher"));
    const auto path = path_of(first) + "/actions/add_note";
    CHECK(office.caller("teacher").post(path, note("a"), with_key("same", 3)).status == 200);
    CHECK(office.caller("worker").post(path, note("b"), with_key("same", 4)).status == 200);
}

TEST_CASE("a write says which revision it has seen: missing 428, stale 412, malformed 400") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto path = path_of(raised(teacher)) + "/actions/add_note";
    const auto events = office.events();
    CHECK(teacher.post(path, note("x"), with_key("n1")).status == 428);
    const auto stale = teacher.post(path, note("x"), with_key("n1", 2));
    CHECK(stale.status == 412);
    CHECK_FALSE(stale.error_at("If-Match").empty());
    CHECK(teacher.post(path, note("x"), with_key("n1", 99)).status == 412);
    for (const auto* tag : {"3", "\"x\"", "\"\"", "*", "W/\"3\"", "\"3\", \"4\"", "\"-1\"",
                            "\"99999999999999999999\""}) {
        INFO(tag);
        CHECK(teacher.post(path, note("x"), {{"idempotency-key", "n1"}, {"if-match", tag}}).status == 400);
    }
    CHECK(teacher.post(path, note("x"), {{"if-match", "\"3\""}}).status == 400);
    CHECK(teacher.post(path, note("x"), with_key("a b", 3)).status == 400);
    CHECK(teacher.post(path, note("x"), with_key(std::string(201, 'k'), 3)).status == 400);
    CHECK(office.events() == events);
}

namespace {

/// Somebody else is always a moment faster.
class RacingStore final : public store::EventStore {
public:
    explicit RacingStore(store::MemoryStore& store) : store_(store) {}
    tl::expected<store::Appended, store::NotAppended> append(store::Append append) override {
        const bool first = racing && append.expected.get() < 1000;
        if (first) return tl::unexpected(store::Conflict{store::Revision(append.expected.get() + 1)});
        return store_.append(std::move(append));
    }
    std::vector<store::Stored> read(const store::StreamId& stream, store::Revision after) const override {
        return store_.read(stream, after);
    }
    store::Revision revision(const store::StreamId& stream) const override { return store_.revision(stream); }
    std::uint64_t changes() const override { return store_.changes(); }
    void each(store::Position from, const std::function<void(const store::Stored&)>& see) const override {
        store_.each(from, see);
    }
    ledger::Head head() const override { return store_.head(); }
    ledger::Verdict verify(const std::optional<ledger::Head>& kept) const override {
        return store_.verify(kept);
    }
    std::vector<store::ViewRow> rows(const store::RowQuery& query) const override { return store_.rows(query); }
    std::optional<store::ViewRow> row(const std::string& view, const std::string& key) const override {
        return store_.row(view, key);
    }
    std::size_t count(const std::string& view, const std::optional<std::string>& owner) const override {
        return store_.count(view, owner);
    }
    void replace_views(const store::StreamId& stream, const std::vector<store::ViewRow>& rows) override {
        store_.replace_views(stream, rows);
    }
    std::vector<store::Notice> pending_notices(std::size_t limit) const override {
        return store_.pending_notices(limit);
    }
    void mark_sent(const std::string& id) override { store_.mark_sent(id); }

    bool racing = false;

private:
    store::MemoryStore& store_;
};

}  // namespace

TEST_CASE("who looked in time and was overtaken while it was being recorded gets 409, and nothing is written") {
    Office office;
    auto& world = office.world;
    const auto path = path_of(raised(office.caller("teacher"))) + "/actions/add_note";
    RacingStore racing(world.ledger);
    app::Journal journal(racing, world.sealer);
    app::Transact transact(journal, world.installation, world.clock, world.random, world.digests,
                           world.repeats);
    const api::Api api({world.installation, office.tokens, world.lists, world.reading, transact, racing,
                        office.traffic, world.clock, office.papers, office.drawings, "http://127.0.0.1:8080"});
    const auto issued = office.tokens.issue({app::PersonId("teacher"), {Scope::Act}, 1});
    const auto events = office.events();
    racing.racing = true;
    const auto lost = Caller(api, issued->secret).post(path, note("x"), with_key("n1", 3));
    CHECK(lost.status == 409);
    CHECK(lost.text("rule") == "race_lost");
    CHECK(office.events() == events);
}

TEST_CASE("what the policy does not allow is refused with its reason, and what is not one's own with 403") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto events = office.events();
    const auto close = teacher.post(path_of(first) + "/actions/close", json::Object(), with_key("c1", 3));
    CHECK(close.status == 409);
    CHECK_FALSE(close.text("detail").empty());
    const auto seen = office.caller("keeper").post(
        path_of(first) + "/actions/answer",
        json::Object().set("answers", json::Object().set("answer", "accept")), with_key("c2", 3));
    CHECK((seen.status == 403 || seen.status == 409));
    for (const auto* action : {"raise", "expire", "dance"})
        CHECK(teacher.post(path_of(first) + "/actions/" + action, json::Object(), with_key("c3", 3)).status == 404);
    CHECK(office.events() == events);
}

TEST_CASE("every wrong answer is named by its place, and nothing is written") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto events = office.events();
    auto answers = raise_answers();
    answers.erase("view");
    answers.set("topic", "weather").set("child_dob", "2019-02-30").set("outcome_wnted", "typo");
    const auto response = teacher.post("/api/v1/disagreements", raising(std::move(answers)), with_key("k"));
    CHECK(response.status == 422);
    CHECK_FALSE(response.error_at("/answers/view").empty());
    CHECK_FALSE(response.error_at("/answers/topic").empty());
    CHECK_FALSE(response.error_at("/answers/child_dob").empty());
    CHECK(response.error_at("/answers/outcome_wnted").find("did you mean 'outcome_wanted'") != std::string::npos);
    const auto elsewhere =
        teacher.post("/api/v1/disagreements", raising().set("partnership", "hillside"), with_key("k"));
    CHECK(elsewhere.status == 422);
    CHECK_FALSE(elsewhere.error_at("/partnership").empty());
    const auto future = teacher.post("/api/v1/disagreements", raising().set("happened_at", "2027-01-01T09:00"),
                                     with_key("k"));
    CHECK(future.status == 422);
    CHECK_FALSE(future.error_at("/happened_at").empty());
    CHECK(office.events() == events);
    CHECK(teacher.post("/api/v1/disagreements", raising(), with_key("k")).status == 201);
}

TEST_CASE("a thousand answers that nobody asked for are refused at once, not one by one") {
    Office office;
    const auto teacher = office.caller("teacher");
    auto answers = raise_answers();
    for (int i = 0; i < 1000; ++i) answers.set("unknown_" + std::to_string(i), "x");
    const auto many = teacher.post("/api/v1/disagreements", raising(answers), with_key("k"));
    CHECK(many.status == 422);
    CHECK(many.error_at("/answers") == "must be at most 200 answers");
    auto some = raise_answers();
    for (int i = 0; i < 100; ++i) some.set("unknown_" + std::to_string(i), "x");
    const auto fewer = teacher.post("/api/v1/disagreements", raising(some), with_key("k"));
    CHECK(fewer.status == 422);
    CHECK(fewer.at("errors").get_array().size() <= 51);
}

TEST_CASE("where several posts could act for a side, the problem asks which") {
    Office office;
    REQUIRE(office.world.administration.adopt("riverside", "trial jump", "jump.yaml"));
    office.world.import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "care.manager,care,team-manager,Team manager,North,,,\n"
        "care.manager2,care,team-manager,Team manager,South,,,\n");
    office.world.import("post,person,deputy,from,until\ncare.manager2,stranger,,,\n");
    const auto teacher = office.caller("teacher");
    auto answers = raise_answers().set("start", "managers").set("jump_reason", "it cannot wait");
    const auto which = teacher.post("/api/v1/disagreements", raising(answers), with_key("k"));
    CHECK(which.status == 422);
    CHECK(which.text("rule") == "choose_post");
    const auto& fields = which.at("fields").get_array();
    REQUIRE(fields.size() == 1);
    CHECK(fields.front().at("options").get_array().size() == 2);
    answers.set(fields.front().at("name").get_string(), fields.front().at("options").get_array().front().at("key"));
    const auto chosen = teacher.post("/api/v1/disagreements", raising(answers), with_key("k"));
    REQUIRE_MESSAGE(chosen.status == 201, chosen.body);
    CHECK(chosen.at("stage").at("key").get_string() == "managers");
}
