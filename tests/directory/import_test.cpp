#include "directory/import.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "directory/export.h"

using namespace directory;

namespace {

struct World {
    Directory directory;
    std::map<AgencyId, std::set<std::string>> works_with;

    Known known() const {
        return {directory,
                works_with,
                {"riverside", "hillside"},
                {{"p1", PersonId("p1")}, {"asha@school.example", PersonId("p1")}, {"p2", PersonId("p2")}}};
    }

    void take(const Change& change) {
        apply(directory, change);
        if (const auto* put = std::get_if<AgencyPut>(&change)) works_with[put->agency.id] = put->partnerships;
    }

    void import(std::string_view text) {
        const auto changes = import_csv(text, "f.csv", known());
        REQUIRE(changes);
        for (const auto& change : *changes) take(change);
    }
};

const std::string agencies =
    "key,name,sector,partnerships\n"
    "riverside,Riverside Partnership,partnership,riverside\n"
    "fernbank,\"Fernbank School, Lower\",school,riverside hillside\n";
const std::string posts =
    "key,agency,kind,title,team,reports_to,contact,verified_on\n"
    "fernbank.teacher,fernbank,teacher,Class teacher,,fernbank.head,,\n"
    "fernbank.head,fernbank,headteacher,Headteacher,Locality 2,,ask at reception,2026-10-01\n";
const std::string holdings =
    "post,person,deputy,from,until\n"
    "fernbank.head,Asha@school.example,no,2026-01-01,2026-12-31\n"
    "fernbank.head,p2,yes,,\n";

World filled() {
    World world;
    for (const auto& file : {agencies, posts, holdings}) world.import(file);
    return world;
}

base::Findings faults(const World& world, const std::string& text) {
    const auto changes = import_csv(text, "f.csv", world.known());
    REQUIRE_FALSE(changes);
    return changes.error();
}

bool says(const base::Findings& findings, int line, const std::string& part) {
    return std::ranges::any_of(findings, [&](const auto& finding) {
        return finding.where.line == line && finding.what.find(part) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("MED-11 the three files fill a directory, each known by its header row") {
    const World world = filled();
    CHECK(world.directory.find_agency(AgencyId("fernbank"))->name == "Fernbank School, Lower");
    CHECK(world.works_with.at(AgencyId("fernbank")) == std::set<std::string>{"hillside", "riverside"});
    const Post* head = world.directory.find_post(PostId("fernbank.head"));
    REQUIRE(head);
    CHECK(head->team == "Locality 2");
    CHECK(head->holders.size() == 2);
    CHECK(world.directory.find_above(PostId("fernbank.teacher")) == head);
}

TEST_CASE("WIG-15 'ask at reception' is a contact like any other") {
    CHECK(filled().directory.find_post(PostId("fernbank.head"))->contact == "ask at reception");
}

TEST_CASE("MED-11 a telephone number with its country in front is a contact, and no formula") {
    World world = filled();
    const auto with_contact = [](const std::string& contact) {
        return "key,agency,kind,title,team,reports_to,contact,verified_on\nfernbank.head,fernbank,headteacher,Headteacher,,," + contact + ",\n";
    };
    world.import(with_contact("+44 1634 960123"));
    CHECK(world.directory.find_post(PostId("fernbank.head"))->contact == "+44 1634 960123");
    CHECK(export_csv(Sheet::Posts, world.known()).find("'+44 1634 960123") != std::string::npos);
    CHECK(says(faults(world, with_contact("+44*cmd()")), 2, "would run as a formula"));
    CHECK(says(faults(world, with_contact("'=cmd()")), 2, "would run as a formula"));
}

TEST_CASE("the sector of an agency is a key, as the tiers of a policy write it") {
    CHECK(says(faults(filled(), "key,name,sector,partnerships\na,A,Social care,riverside\n"), 2, "'Social care' is not a key"));
}

TEST_CASE("what is wrong with the header is said before any row is looked at") {
    std::string wide = "key,name,sector,partnerships";
    for (int i = 0; i < 100; ++i) wide += ",more" + std::to_string(i);
    const auto findings = faults(filled(), wide + "\nBad Key,,,\n");
    CHECK(findings.size() == 50);
    CHECK(std::ranges::all_of(findings, [](const auto& finding) { return finding.where.line == 1; }));
}

TEST_CASE("what is exported is imported as it was") {
    World world = filled();
    Post head = *world.directory.find_post(PostId("fernbank.head"));
    head.contact = "+44 1634 960123";
    world.directory.put(head);
    World again;
    for (const auto sheet : {Sheet::Agencies, Sheet::Posts, Sheet::Holdings, Sheet::Closings}) {
        again.import(export_csv(sheet, world.known()));
    }
    CHECK(again.directory == world.directory);
    CHECK(again.works_with == world.works_with);
    CHECK(export_csv(Sheet::Holdings, again.known()) == export_csv(Sheet::Holdings, world.known()));
}

TEST_CASE("a post that is imported again keeps its holders") {
    World world = filled();
    world.import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "fernbank.head,fernbank,headteacher,Head of school,,,,\n");
    CHECK(world.directory.find_post(PostId("fernbank.head"))->title == "Head of school");
    CHECK(world.directory.find_post(PostId("fernbank.head"))->holders.size() == 2);
}

TEST_CASE("columns in another order, and in capitals, are taken as they are named") {
    World world;
    world.import("Name,Key,Partnerships,Sector\nFernbank,fernbank,riverside,school\n");
    CHECK(world.directory.find_agency(AgencyId("fernbank"))->name == "Fernbank");
}

TEST_CASE("a header that is not one of ours is refused, with what was meant") {
    const World world = filled();
    CHECK(says(faults(world, ""), 1, "empty"));
    CHECK(says(faults(world, "a,b\n"), 1, "does not name the columns"));
    const auto findings = faults(world, "key,name,secter,partnerships\n");
    CHECK(says(findings, 1, "there is no column 'secter'"));
    CHECK(says(findings, 1, "'sector' is missing"));
    CHECK(findings.front().hint == "did you mean 'sector'?");
    CHECK(says(faults(world, "key,name,name,sector,partnerships\n"), 1, "stands twice"));
}

TEST_CASE("everything wrong with agencies is found at once, by line") {
    const auto findings = faults(filled(),
                                 "key,name,sector,partnerships\n"
                                 "a,,school,riverside\n"
                                 "Bad Key,B,school,riversid\n"
                                 "a,Again,school,riverside\n"
                                 "c,=cmd(),school,riverside\n"
                                 "d,D,partnership,riverside\n"
                                 "riverside,Office,council,riverside\n"
                                 "e,E,school,\n"
                                 "f," +
                                     std::string(201, 'x') + ",school,riverside,extra\n");
    CHECK(says(findings, 2, "'name' is empty"));
    CHECK(says(findings, 3, "'Bad Key' is not a key"));
    CHECK(says(findings, 3, "there is no partnership 'riversid'"));
    CHECK(says(findings, 4, "stands in line 2 already"));
    CHECK(says(findings, 5, "would run as a formula"));
    CHECK(says(findings, 6, "is for the office of a partnership"));
    CHECK(says(findings, 7, "keeps the sector"));
    CHECK(says(findings, 8, "works with no partnership"));
    CHECK(says(findings, 9, "longer than 200 bytes"));
    CHECK(says(findings, 9, "more cells than there are columns"));
}

TEST_CASE("everything wrong with posts is found at once, circles in the line of reports included") {
    const auto findings = faults(filled(),
                                 "key,agency,kind,title,team,reports_to,contact,verified_on\n"
                                 "x,nowhere,teacher,X,,,,\n"
                                 "fernbank.head,fernbank,headteacher,H,,fernbank.teacher,,\n"
                                 "y,fernbank,teacher,Y,,nobody,,31/12/2026\n"
                                 "z,fernbank,teacher,Z,,z,,2026-02-30\n"
                                 "fernbank.teacher,riverside,teacher,T,,,,\n");
    CHECK(says(findings, 2, "there is no agency 'nowhere'"));
    CHECK(says(findings, 4, "there is no post 'nobody'"));
    CHECK(says(findings, 4, "'31/12/2026' is not a date"));
    CHECK(says(findings, 5, "would report to itself"));
    CHECK(says(findings, 5, "'2026-02-30' is not a date"));
    CHECK(says(findings, 6, "belongs to the agency 'fernbank'"));
}

TEST_CASE("a circle over the file and what is known already is found") {
    const auto findings = faults(filled(),
                                 "key,agency,kind,title,team,reports_to,contact,verified_on\n"
                                 "fernbank.head,fernbank,headteacher,H,,fernbank.teacher,,\n");
    CHECK(says(findings, 2, "would report to itself"));
}

TEST_CASE("everything wrong with holdings is found at once") {
    const auto findings = faults(filled(),
                                 "post,person,deputy,from,until\n"
                                 "nothing,p1,no,,\n"
                                 "fernbank.head,stranger,no,,\n"
                                 "fernbank.head,p1,perhaps,2026-13-01,\n"
                                 "fernbank.head,p1,no,2026-02-01,2026-01-01\n"
                                 "fernbank.head,p2,no,,\n"
                                 "fernbank.head,p2,no,,\n");
    CHECK(says(findings, 2, "there is no post 'nothing'"));
    CHECK(says(findings, 3, "nobody with the e-mail address or id 'stranger'"));
    CHECK(says(findings, 4, "neither yes nor no"));
    CHECK(says(findings, 4, "is not a date"));
    CHECK(says(findings, 5, "ends before it begins"));
    CHECK(says(findings, 7, "twice"));
}

TEST_CASE("an agency's closed days are taken in, replace those before, and survive a change of its name") {
    World world = filled();
    world.import(
        "agency,closed_from,closed_until,why\n"
        "fernbank,2026-12-19,2027-01-03,Winter holidays\nfernbank,2026-12-24,2026-12-24,Heating repairs\n");
    const auto day = [](int d) { return Date{std::chrono::year{2026} / 12 / d}; };
    const auto fernbank = [&]() -> const Agency& { return *world.directory.find_agency(AgencyId("fernbank")); };
    CHECK_FALSE(find_closing(fernbank(), day(18)));
    REQUIRE(find_closing(fernbank(), day(24)));
    CHECK(find_closing(fernbank(), day(24))->why == "Winter holidays");
    world.import("key,name,sector,partnerships\nfernbank,Fernbank Primary,school,riverside\n");
    CHECK(find_closing(fernbank(), day(19)));
    CHECK(export_csv(Sheet::Closings, world.known()).find("fernbank,2026-12-19,2027-01-03,Winter holidays") !=
          std::string::npos);
    world.import("agency,closed_from,closed_until,why\nfernbank,,,\n");
    CHECK(fernbank().closings.empty());
}

TEST_CASE("everything wrong with closed days is found at once") {
    const auto findings = faults(filled(),
                                 "agency,closed_from,closed_until,why\n"
                                 "nowhere,2026-12-19,2027-01-03,Winter\n"
                                 "fernbank,2026-12-19,,Winter\n"
                                 "fernbank,2026-12-19,2026-12-18,Winter\n"
                                 "fernbank,2026-12-19,2026-12-20,\n"
                                 "fernbank,19/12/2026,2026-12-20,Winter\n"
                                 "fernbank,2026-12-22,2026-12-22,Snow\nfernbank,2026-12-22,2026-12-22,Snow\n");
    CHECK(says(findings, 2, "there is no agency 'nowhere'"));
    CHECK(says(findings, 3, "from when until when"));
    CHECK(says(findings, 4, "ends before it begins"));
    CHECK(says(findings, 5, "not said why"));
    CHECK(says(findings, 6, "is not a date"));
    CHECK(says(findings, 8, "in the file twice"));
}
