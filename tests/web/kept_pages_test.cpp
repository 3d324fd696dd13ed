#include <thread>

#include "web/browser.h"
#include "web/kept_pages.h"

using namespace web::testing;
using app::PersonId;
using disagreement::Action;
using web::KeptPages;

namespace {

const std::vector<std::string> people{"teacher", "head", "worker", "manager", "iro", "keeper", "chair", "dsl", "nurse"};

std::string path_to(const std::string& reference) {
    return "/disagreements/" + reference;
}

/// A person at two addresses of one page: one that has been asked for before, and one that never was.
class Looker {
public:
    Looker(House& house, const std::string& person) : browser_(house, person), name_(person) {}

    /// What they are shown again is what they would be shown now.
    void look_again(const std::string& path, const std::string& after_what) {
        const auto again = browser_.get(path);
        const auto anew = browser_.get(path + "?anew=" + std::to_string(++looks_));
        const bool signed_out = again.status == 303 && anew.status == 303;
        const bool same = again.status == anew.status && again.body == anew.body && again.headers == anew.headers;
        CHECK_MESSAGE((same || signed_out), name_ << " at " << path << " after: " << after_what);
    }
    Browser& browser() { return browser_; }

private:
    Browser browser_;
    std::string name_;
    int looks_ = 0;
};

base::Moment next_date(House& house, const std::string& reference) {
    std::optional<base::Moment> next;
    for (const auto& duty : house.world.dossier(reference).duties) {
        const bool to_come = is_open(duty) && duty.due && duty.due->at > house.world.clock.now();
        if (to_come && (!next || duty.due->at < *next)) next = duty.due->at;
    }
    REQUIRE(next);
    return *next;
}

/// Each change, with what it is called.
std::vector<std::pair<std::string, std::function<void(House&, Browser& head, const std::string& reference)>>> changes() {
    return {
        {"nothing", [](House&, Browser&, const std::string&) {}},
        {"somebody on the other side answers",
         [](House& house, Browser&, const std::string& reference) {
             house.world.act("worker", reference, house.world.command(Action::AddNote, {{"note", "A note of theirs"}}));
         }},
        {"it goes a stage up",
         [](House& house, Browser&, const std::string& reference) {
             house.world.act("teacher", reference, house.world.escalating());
         }},
        {"one's own draft is saved",
         [](House&, Browser& head, const std::string& reference) {
             REQUIRE(head.fill_in(path_to(reference) + "/act/submit_form?about=alert", {{"worry", "Half"}, {"_save", "yes"}})
                         .status == 303);
         }},
        {"who the child is has been opened for somebody",
         [](House& house, Browser&, const std::string& reference) {
             REQUIRE(house.world.reading.release_identity(PersonId("keeper"), reference, "The panel needs it", "r1"));
         }},
        {"somebody else is put into a post",
         [](House& house, Browser&, const std::string&) {
             house.world.import("post,person,deputy,from,until\ncare.worker,deputy,,,\n");
         }},
        {"somebody is excluded",
         [](House& house, Browser&, const std::string& reference) {
             REQUIRE(house.world.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("worker"), "A relative", "x1"));
         }},
        {"a minute passes", [](House& house, Browser&, const std::string&) { house.world.clock.pass(std::chrono::minutes{1}); }},
        {"days pass, until half a minute before something is due",
         [](House& house, Browser&, const std::string& reference) {
             house.world.clock.set(next_date(house, reference) - std::chrono::seconds{30});
         }},
        {"what was due is late", [](House& house, Browser&, const std::string&) { house.world.clock.pass(std::chrono::seconds{45}); }},
        {"what somebody wrote is destroyed",
         [](House& house, Browser&, const std::string& reference) {
             house.world.sealer.destroy_class(app::streams::disagreement(reference), store::FieldClass::Narrative);
         }},
    };
}

web::KeptPage page_for(const std::string& session, const std::string& body, base::Moment minute = {}) {
    return {.basis = {.session = session, .target = "/work", .minute = minute}, .response = http::page(body)};
}

}  // namespace

TEST_CASE("whoever looks again sees what they would see had they never looked, whatever has happened between") {
    House house;
    const auto reference = house.world.raise();
    for (const auto& [what, change] : changes()) {
        std::vector<std::unique_ptr<Looker>> lookers;
        for (const auto& person : people) lookers.push_back(std::make_unique<Looker>(house, person));
        for (const auto& path : {path_to(reference), std::string("/work"), std::string("/work/your-move")})
            for (const auto& looker : lookers) looker->browser().get(path);
        // The pages of all of them have just been made, so each may be shown again.
        change(house, lookers[1]->browser(), reference);
        for (const auto& path : {path_to(reference), std::string("/work"), std::string("/work/your-move")})
            for (const auto& looker : lookers) looker->look_again(path, what);
    }
}

TEST_CASE("each look is noted, whether or not the page had to be made for it") {
    House house;
    const auto reference = house.world.raise();
    Browser worker(house, "worker");
    const auto before = house.world.reads.of(reference).size();
    const auto first = worker.get(path_to(reference));
    house.world.clock.pass(std::chrono::seconds{20});
    const auto second = worker.get(path_to(reference));
    CHECK(first.body == second.body);
    const auto reads = house.world.reads.of(reference);
    REQUIRE(reads.size() == before + 2);
    CHECK(reads.back().at == house.world.clock.now());
    CHECK(reads.back().person == PersonId("worker"));
    CHECK(reads.back().parts == reads[before].parts);
    CHECK(reads.back().revision == reads[before].revision);
}

TEST_CASE("a page is shown again to the session that asked for it, and to no other") {
    House house;
    const auto reference = house.world.raise();
    Browser worker(house, "worker"), other(house, "teacher");
    const auto page = worker.get(path_to(reference));
    CHECK(other.get(path_to(reference)).body != page.body);
    house.sessions.end(worker.cookie());
    CHECK(worker.get(path_to(reference)).status == 303);
}

TEST_CASE("a page is kept as long as all that it was made of is the same") {
    const auto known = std::make_shared<const app::Snapshot>();
    const web::Basis basis{"s", "/work", false, known, 1, 1, base::Moment{}};
    auto otherwise = [&](auto&& change) {
        web::Basis other = basis;
        change(other);
        KeptPages pages;
        pages.keep({basis, http::page("x")});
        REQUIRE(pages.find(basis));
        return pages.find(other) != nullptr;
    };
    CHECK_FALSE(otherwise([](auto& other) { other.session = "t"; }));
    CHECK_FALSE(otherwise([](auto& other) { other.target = "/work?a"; }));
    CHECK_FALSE(otherwise([](auto& other) { other.proved_lately = true; }));
    CHECK_FALSE(otherwise([](auto& other) { other.known = std::make_shared<const app::Snapshot>(); }));
    CHECK_FALSE(otherwise([](auto& other) { other.ledger = 2; }));
    CHECK_FALSE(otherwise([](auto& other) { other.drafts = 2; }));
    CHECK_FALSE(otherwise([](auto& other) { other.minute += std::chrono::minutes{1}; }));
    CHECK(otherwise([](auto&) {}));
}

TEST_CASE("kept pages take no more room than they were given, and are gone with their minute") {
    KeptPages pages(1000);
    for (int i = 0; i < 52; ++i) {
        pages.keep(page_for("s" + std::to_string(i), std::string(200, 'x')));
        CHECK(pages.bytes() <= 1000);
    }
    CHECK(pages.bytes() > 0);
    pages.keep(page_for("s", std::string(2000, 'x')));
    CHECK(pages.bytes() == 0);
    pages.keep(page_for("s", "a"));
    const auto once = pages.bytes();
    pages.keep(page_for("s", "b"));
    CHECK(pages.bytes() == once);
    CHECK(pages.find(page_for("s", "").basis)->response.body == "b");
    pages.forget_before(base::Moment{} + std::chrono::minutes{1});
    CHECK(pages.bytes() == 0);
}

TEST_CASE("many ask for kept pages at once, and each is given their own") {
    KeptPages pages(20'000);
    std::vector<std::thread> askers;
    for (int who = 0; who < 4; ++who) {
        askers.emplace_back([&pages, name = "s" + std::to_string(who)] {
            for (int i = 0; i < 2000; ++i) {
                auto page = page_for(name, name + std::string(200, 'x'), base::Moment{} + std::chrono::minutes{i / 500});
                page.basis.target += std::to_string(i % 40);
                if (const auto kept = pages.find(page.basis)) CHECK(kept->response.body == page.response.body);
                else pages.keep(page);
                if (i % 100 == 0) pages.forget_before(page.basis.minute);
            }
        });
    }
    for (auto& asker : askers) asker.join();
    CHECK(pages.bytes() <= 20'000);
}
