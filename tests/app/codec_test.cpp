#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/world.h"
#include "json/json.h"
#include "policy/words.h"

using namespace app;
using namespace app::testing;

namespace {

disagreement::Event example(policy::Happening happening) {
    disagreement::Event event{.fact = {happening, "key-1"},
                              .happened_at = at("2026-11-19T09:30"),
                              .recorded_at = at("2026-11-19T10:00"),
                              .by = {PersonId("p1"), PostId("school.teacher"), AgencyId("school"),
                                     disagreement::Side::Raising, true},
                              .agency = AgencyId("care")};
    event.open.values["members"] = {"school.head", "care.manager"};
    event.open.set("safe_now", "yes");
    event.sealed = {{"child_name", policy::Privacy::Identity, canary_name},
                    {"view", policy::Privacy::Narrative, canary_words}};
    return event;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

disagreement::Event unopened(disagreement::Event event) {
    for (auto& answer : event.sealed) answer.plain.clear();
    return event;
}

store::Envelope sealed(const Draft& draft) {
    store::Envelope envelope{draft.type, 1, draft.open, {}};
    for (const auto& text : draft.sealed) envelope.sealed.push_back({text.name, text.field_class, "k", "c"});
    return envelope;
}

}  // namespace

TEST_CASE("the stored form of every kind of event is pinned") {
    const std::filesystem::path folder = "tests/golden/events";
    const char* golden = std::getenv("CONCORDAT_GOLDEN");
    const bool rewrite = golden && std::string(golden) == "rewrite";
    if (rewrite) std::filesystem::create_directories(folder);
    std::size_t pinned = 0;
    for (const auto& named : policy::words_of<policy::Happening>()) {
        const Draft made = draft(example(named.value));
        json::Array fields;
        for (const auto& text : made.sealed) {
            const bool identity = text.field_class == store::FieldClass::Identity;
            fields.emplace_back(
                json::Object().set("name", text.name).set("class", identity ? "identity" : "narrative"));
        }
        const std::string text = json::to_pretty_text(json::Object()
                                                          .set("type", made.type)
                                                          .set("type_version", 1)
                                                          .set("open", *json::parse(made.open))
                                                          .set("sealed", std::move(fields)));
        const auto path = folder / (std::string(named.word) + ".json");
        if (rewrite) std::ofstream(path) << text;
        CAPTURE(path.string());
        CHECK(read(path) == text);
        CHECK(text.find(canary_name) == std::string::npos);
        ++pinned;
    }
    const auto files =
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
    CHECK(static_cast<std::size_t>(files) == pinned);
}

TEST_CASE("an event comes back as it was stored, its sealed words apart") {
    for (const auto& named : policy::words_of<policy::Happening>()) {
        const auto event = example(named.value);
        CHECK(to_event(sealed(draft(event))) == unopened(event));
    }
    disagreement::Event bare{.fact = {policy::Happening::Breached, {}},
                             .happened_at = at("2026-11-19T09:30"),
                             .recorded_at = at("2026-11-19T09:30")};
    CHECK(to_event(sealed(draft(bare))) == bare);
}

TEST_CASE("an answer that is sealed never stands in the open too") {
    auto event = example(policy::Happening::NoteAdded);
    event.open.set("view", "the same words");
    CHECK_THROWS_AS(draft(event), base::Bug);
    event = example(policy::Happening::NoteAdded);
    event.sealed.front().privacy = policy::Privacy::Open;
    CHECK_THROWS_AS(draft(event), base::Bug);
}

TEST_CASE("the other records come back as they were stored, words of people sealed") {
    const Made made{PersonId("p1"), at("2026-11-19T10:00")};
    calendar::Edition edition{.key = "scotland",
                              .closed = {{*calendar::parse_date("2026-12-24"), "Offices closed"}}};
    edition.reopened = {*calendar::parse_date("2026-12-28")};
    edition.weekend = {std::chrono::Friday};
    edition.hours[1] = {{std::chrono::hours{9}, std::chrono::hours{17}}};
    directory::Post post{PostId("a.b"), AgencyId("a"),   "kind", "Title", "Team", PostId("a.c"), {},
                         "ask",         calendar::Date{}};
    const directory::Holding holding{PersonId("p2"), true, calendar::Date{}, calendar::Date{}};
    const std::vector<Record> records{
        DemoMarked{made},
        PartnershipAdded{made, "riverside", "Riverside"},
        PackAdopted{made, "riverside", "policy: text\n"},
        PackAdopted{made, "riverside", "policy: text\n", {"Ottoline Marsh", calendar::Date{}}},
        ReadingRuled{made, "riverside", "trial", "1", "counting", "A working day", {"Ottoline Marsh", calendar::Date{}}},
        CalendarSet{made, "riverside", edition},
        MeetingsSet{made, "riverside", "subgroup", {*calendar::parse_date("2026-12-10")}},
        DirectoryChanged{made, directory::AgencyPut{{AgencyId("a"), "A", "school"}, {"riverside"}}},
        DirectoryChanged{made, directory::PostPut{post}},
        DirectoryChanged{made, directory::HoldersSet{PostId("a.b"), {holding}}},
        DirectoryChanged{made, directory::ClosingsSet{AgencyId("a"), {{calendar::Date{}, calendar::Date{}, "Summer"}}}},
        PersonAdded{made, PersonId("p2"), "Their Name", "name@example.org"},
        RoleGiven{made, PersonId("p2"), {AccountRole::DataGuardian, "riverside"}},
        RoleTaken{{{}, made.at}, PersonId("p2"), {AccountRole::Administrator}},
        AccessChanged{made, PersonId("p2"), AccessChange::SecondFactorOn},
        ExclusionSet{made, "2222-2222-22", PersonId("p2"), "their reason"},
        ExclusionLifted{made, "2222-2222-22", PersonId("p2"), "their reason"},
        IdentityReleased{made, "2222-2222-22", PersonId("p2"), "their reason"}};
    std::set<std::size_t> kinds;
    for (const auto& record : records) {
        const Draft draft = app::draft(record);
        CAPTURE(draft.type);
        Texts texts;
        for (const auto& text : draft.sealed) {
            texts[text.name] = text.plain;
            CHECK(draft.open.find(text.plain) == std::string::npos);
        }
        CHECK(to_record(sealed(draft), texts) == record);
        kinds.insert(record.index());
    }
    CHECK(kinds.size() == std::variant_size_v<Record>);
}

TEST_CASE("an adoption that was stored before there were approvals is read as one that nobody approved") {
    store::Envelope stored{"partnership.pack-adopted", 1,
                           R"({"at":"2026-11-19T10:00:00Z","pack":"policy: text\n","partnership":"riverside"})"};
    const auto adopted = std::get<PackAdopted>(to_record(stored, {}));
    CHECK(adopted == PackAdopted{{{}, at("2026-11-19T10:00")}, "riverside", "policy: text\n"});
    // And one without an approval is still stored as it was.
    CHECK(draft(Record(adopted)).open == stored.open);
    CHECK(draft(Record(adopted)).sealed.empty());
}

TEST_CASE("what a destroyed key sealed is empty, and the record is still read") {
    const PersonAdded added{
        {PersonId("p1"), at("2026-11-19T10:00")}, PersonId("p2"), "Their Name", "name@example.org"};
    const auto erased = std::get<PersonAdded>(to_record(sealed(draft(Record(added))), {}));
    CHECK(erased.person == PersonId("p2"));
    CHECK(erased.name.empty());
}
