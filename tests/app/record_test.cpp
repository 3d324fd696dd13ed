// The record on paper: what its reader may see, once, and nothing besides.
#include "app/papers.h"
#include "app/world.h"
#include "base/text.h"

using namespace app;
using namespace app::testing;

namespace {

std::string record_for(World& w, const std::string& person, const std::string& reference) {
    PlainPapers papers;
    const auto written = write_record(w.reading, papers, PersonId(person), reference);
    if (!written) FAIL(written.error().why);
    return written->content;
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// From a heading up to the next of its level.
std::string section(const std::string& text, const std::string& heading) {
    const auto begin = text.find("\n## " + heading + "\n");
    REQUIRE_MESSAGE(begin != std::string::npos, heading);
    return text.substr(begin, text.find("\n## ", begin + 4) - begin);
}

}  // namespace

TEST_CASE(
    "who the child is stays hidden in the record of whoever has not opened it, and the record says so") {
    World w;
    const auto reference = w.raise();
    const auto record = record_for(w, "keeper", reference);
    for (const auto& canary : {canary_name, canary_born, canary_address}) CHECK_FALSE(says(record, canary));
    CHECK(says(record, "Hidden until it is opened with a reason"));
    CHECK(says(record, "was not open to whoever made this record"));
}

TEST_CASE("who may see who the child is has it in the record, and is told of nothing hidden") {
    World w;
    const auto reference = w.raise();
    REQUIRE(w.reading.release_identity(PersonId("keeper"), reference, "I visit the child", "r1"));
    const auto record = record_for(w, "keeper", reference);
    CHECK(says(record, canary_name));
    CHECK(says(record, "Thursday 7 March 2019"));
    CHECK_FALSE(says(record, "Hidden"));
    CHECK_FALSE(says(record, "was not open to whoever made this record"));
}

TEST_CASE("the record of somebody who sees no narrative has none") {
    World w;
    const auto reference = w.raise();
    for (const auto& [id, person] : w.installation.now()->people) {
        const auto view = w.reading.open_disagreement(id, reference);
        if (!view) continue;
        INFO(id.get());
        CHECK(says(record_for(w, id.get(), reference), canary_words) ==
              gate::allows(view->facts, gate::Action::SeeNarrative));
    }
}

TEST_CASE("whoever may not know gets no record, and the same answer as for one that is not there") {
    World w;
    const auto reference = w.raise();
    PlainPapers papers;
    for (const auto* person : {"stranger", "admin", "nurse"}) {
        const auto refused = write_record(w.reading, papers, PersonId(person), reference);
        REQUIRE_FALSE(refused);
        const auto absent = write_record(w.reading, papers, PersonId(person), "K7QM-2RXD-9F");
        CHECK(refused.error() == absent.error());
        CHECK(write_record(w.reading, papers, PersonId(person), "../x").error() == absent.error());
    }
}

TEST_CASE("making a record is a reading, on record as such") {
    World w;
    const auto reference = w.raise();
    const auto before = w.reads.of(reference).size();
    record_for(w, "keeper", reference);
    const auto reads = w.reads.of(reference);
    REQUIRE(reads.size() == before + 1);
    CHECK(reads.back().person == PersonId("keeper"));
    CHECK(reads.back().parts == std::vector<std::string>{"open", "narrative"});
}

TEST_CASE("both times stand in the record where they differ, and one where they do not") {
    World w;
    const auto reference = w.raise();
    auto talked = w.command(Action::AddNote, {{"note", "we spoke"}});
    talked.happened_at = at("2026-11-19T11:15");
    w.clock.set(at("2026-11-20T09:00"));
    w.act("teacher", reference, talked);
    const auto history = section(record_for(w, "teacher", reference), "What has happened");
    CHECK(says(history, "Thursday 19 November 2026 at 11:15am. Entered Friday 20 November 2026 at 9am."));
    CHECK(times(history, "Entered ") == 1);
    CHECK(says(history, "The note: we spoke"));
}

TEST_CASE("the history is oldest first, whole, and says nothing twice") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    const auto record = record_for(w, "teacher", reference);
    const auto history = section(record, "What has happened");
    std::size_t from = 0;
    for (std::int64_t i = 1; i <= w.view("teacher", reference).revision().get(); ++i) {
        const auto found = history.find("Entry " + std::to_string(i) + ". ", from);
        REQUIRE(found != std::string::npos);
        from = found;
    }
    CHECK(times(record, canary_words + " view") == 1);
    CHECK(says(section(record, "What it is about"), canary_words + " view"));
    CHECK(says(history, "What was said stands above, under 'What it is about'."));
}

TEST_CASE("what is owed stands with its owner, its date and its clause") {
    World w;
    const auto reference = w.raise();
    const auto owed = section(record_for(w, "keeper", reference), "What is owed now");
    CHECK(says(owed,
               "| Talk it through | Class teacher (Fernbank School), raising side | Friday 20 November 2026 "
               "| Clause 1, reading counting"));
}

TEST_CASE("NTY-8 safety, stages, sides, forms and the policy behind it have their places in the record") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    auto form = w.command(Action::SubmitForm, {{"about", "alert"}, {"worry", "the worry"}});
    w.act("head", reference, form);
    const auto record = record_for(w, "keeper", reference);
    CHECK(says(section(record, "The safety of the child"), "The child was said to be safe on "));
    CHECK(says(section(record, "The safety of the child"), canary_words + " protection"));
    CHECK(says(section(record, "Where it stands"), "| Stage 2: Stage 2 |"));
    CHECK(says(section(record, "Both sides"), "### Receiving side: Riverside Care"));
    CHECK(says(section(record, "Forms handed in"), "Alert"));
    CHECK(says(section(record, "What has happened"), "The worry: the worry"));
    CHECK(says(section(record, "The policy behind it"), "We take it that: A working day"));
    CHECK(says(section(record, "About this record"), "Made by: Person keeper, for "));
}

TEST_CASE(
    "the footer says which record, when and for which post; the file is named after the reference alone") {
    World w;
    const auto reference = w.raise();
    PlainPapers papers;
    const auto written = write_record(w.reading, papers, PersonId("teacher"), base::lower(reference));
    REQUIRE(written);
    CHECK(written->file_name == reference + ".pdf");
    CHECK(says(written->content,
               "-- Record of disagreement " + reference +
                   " · made Thursday 19 November 2026 at 10am for Class teacher (Fernbank School)\n"));
    CHECK(says(written->content, "-- Keep it as confidential as the child's file."));
}
