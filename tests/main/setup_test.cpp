// From an empty folder to a disagreement that goes up, by the console and the browser alone.
#include <doctest/doctest.h>

#include <csignal>

#include "main/browser.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

using running::Browser;
using running::Page;

const std::string agencies =
    "key,name,sector,partnerships\n"
    "orchard-school,Orchard School,school,riverside\n"
    "river-care,Riverside Children's Services,social-care,riverside\n";
const std::string posts =
    "key,agency,kind,title,team,reports_to,contact,verified_on\n"
    "school.teacher,orchard-school,teacher,Class teacher,,school.dsl,ask at reception,2026-01-05\n"
    "school.dsl,orchard-school,designated-safeguarding-lead,Safeguarding lead,,,,\n"
    "care.worker,river-care,social-worker,Social worker,East,care.tm,,\n"
    "care.tm,river-care,team-manager,Team manager,East,,,\n";

struct Newcomer {
    std::string name;
    std::string email;
    std::string post;
};

const std::string password = "four plain wooden spoons";

/// A partnership under a policy with five posts, each held by somebody.
void set_up(const std::string& data) {
    const std::string folder = data + "/files";
    std::filesystem::create_directories(folder);
    running::write_file(folder + "/agencies.csv", agencies);
    running::write_file(folder + "/posts.csv", posts);
    const auto added =
        running::run({"partnership", "add", "--data", data + "/d", "--name", "Riverside Partnership", "--key",
                      "riverside", "--pack", "north-tyneside"});
    REQUIRE_MESSAGE(added.status == 0, added.err);
    // The order of the files does not matter.
    const auto taken = running::run(
        {"directory", "import", "--data", data + "/d", folder + "/posts.csv", folder + "/agencies.csv"});
    REQUIRE_MESSAGE(taken.status == 0, taken.err);
    const std::vector<Newcomer> people{{"Tess Newbold", "tess@riverside.example", "school.teacher"},
                                       {"Dora Leadbeater", "dora@riverside.example", "school.dsl"},
                                       {"Wes Carrow", "wes@riverside.example", "care.worker"},
                                       {"Mina Tallow", "mina@riverside.example", "care.tm"},
                                       {"Bea Keeper", "bea@riverside.example", "riverside.business-manager"}};
    for (const auto& [name, email, post] : people) {
        const auto user = running::run({.arguments = {"user", "add", "--data", data + "/d", "--name", name,
                                                      "--email", email, "--post", post},
                                        .input = password + "\n"});
        REQUIRE_MESSAGE(user.status == 0, user.err);
    }
}

Browser signed_in(const running::Service& service, const std::string& email) {
    Browser browser(service.port());
    auto form = Browser::form(browser.get("/sign-in"), "/sign-in");
    const Page page = browser.send(form.set("email", email).set("password", password));
    REQUIRE_MESSAGE(page.status == 200, page.body);
    REQUIRE(page.says("Sign out"));
    return browser;
}

std::string reference_in(const Page& page) {
    const std::string mark = "/disagreements/";
    const auto at = page.path.find(mark) == std::string::npos ? page.body.find(mark) : std::string::npos;
    const std::string& text = at == std::string::npos ? page.path : page.body;
    const auto begin = text.find(mark) + mark.size();
    return text.substr(begin, text.find_first_of("/?\"", begin) - begin);
}

/// One page after the other, each with those of the answers that it asks for.
std::string raise(Browser& browser) {
    const std::map<std::string, std::string> answers{
        {"danger", "no"}, {"excluded_complaint", "no"}, {"excluded_front-door", "no"}, {"excluded_conference-complaint", "no"},
        {"raiser_post", "school.teacher"}, {"other_agency", "river-care"}, {"to", "care.worker"}, {"subject", "child"},
        {"standing", "early-help"}, {"topic", "levels-of-need"}, {"decision", "The referral was closed"},
        {"view", "Nobody has been there"}, {"outcome_wanted", "A visit"}, {"safe_now", "yes"},
        {"protection", "An aunt is there in the evenings"}};
    Page page = browser.get("/raise/riverside/questions");
    for (int pages = 0; pages < 30 && !page.path.ends_with("/check"); ++pages) {
        auto form = Browser::form(page, page.path);
        for (const auto& [name, value] : answers) {
            if (page.says("name=\"" + name + "\"")) form.set(name, value);
        }
        page = browser.send(form);
        REQUIRE_MESSAGE(page.status == 200, page.body);
        REQUIRE_MESSAGE(!page.says("There is a problem"), page.body);
    }
    const Page raised = browser.send(Browser::form(page, page.path));
    REQUIRE_MESSAGE(raised.path.ends_with("/raised"), raised.body);
    return reference_in(raised);
}

Page act(Browser& browser, const std::string& reference, const std::string& action,
         const std::map<std::string, std::string>& answers) {
    const std::string path = "/disagreements/" + reference + "/act/" + action;
    const Page asked = browser.get(path);
    REQUIRE_MESSAGE(asked.status == 200, asked.body);
    auto form = Browser::form(asked, "/disagreements/" + reference + "/act/");
    for (const auto& [name, value] : answers) form.set(name, value);
    const Page sent = browser.send(form);
    if (!sent.says("Change your answers")) return sent;
    return browser.send(Browser::form(sent, "/disagreements/" + reference + "/act/"));
}

}  // namespace

TEST_CASE("ALL-2 from an empty folder, two agencies disagree and go up, without demo data") {
    const testing::TemporaryFolder folder;
    const std::string data = folder.path().string();
    set_up(data);
    running::Service service({.arguments = {"serve", "--data", data + "/d", "--listen", "127.0.0.1:0"}});

    auto teacher = signed_in(service, "tess@riverside.example");
    const std::string reference = raise(teacher);
    CHECK(teacher.get("/work").says(reference));

    auto worker = signed_in(service, "wes@riverside.example");
    CHECK(worker.get("/work").says(reference));
    const Page answered = act(worker, reference, "answer?about=river-care",
                              {{"answer", "decline"}, {"rationale", "The facts do not reach that far"}});
    CHECK_MESSAGE(answered.path.find("/disagreements/" + reference) == 0, answered.body);

    const Page escalated = act(teacher, reference, "escalate",
                               {{"reason", "unsettled"},
                                {"why", "The child has not been seen"},
                                {"evidence", "Notes of three days"},
                                {"outcome_wanted", "A visit"},
                                {"how_settled", "A joint visit"},
                                {"safe_now", "yes"},
                                {"protection", "An aunt is there"}});
    CHECK_MESSAGE(escalated.says("Stage 2"), escalated.body);
    CHECK(signed_in(service, "mina@riverside.example").get("/work").says(reference));

    CHECK(service.stop(SIGTERM) == 0);
    const auto verified = running::run({"verify", "--data", data + "/d"});
    CHECK(verified.status == 0);
    const auto looked_over = running::run({"doctor", "--data", data + "/d"});
    CHECK_MESSAGE(looked_over.status == 0, looked_over.out);
}

TEST_CASE("Everything the console did can be written out and read in again") {
    const testing::TemporaryFolder folder;
    const std::string data = folder.path().string();
    set_up(data);
    for (const std::string what : {"agencies", "posts", "holdings"}) {
        const auto exported = running::run({"directory", "export", "--data", data + "/d", "--what", what});
        CHECK(exported.status == 0);
        running::write_file(data + "/" + what + ".csv", exported.out);
        const auto again =
            running::run({"directory", "import", "--data", data + "/d", data + "/" + what + ".csv"});
        CHECK_MESSAGE(again.status == 0, again.err);
        CHECK(running::run({"directory", "export", "--data", data + "/d", "--what", what}).out ==
              exported.out);
    }
}

TEST_CASE("What is wrong with a file is said with its place, and nothing of it is taken in") {
    const testing::TemporaryFolder folder;
    const std::string data = folder.path().string();
    set_up(data);
    running::write_file(data + "/bad.csv",
                        posts + "care.new,nowhere,social-worker,Social worker,,care.gone,,\n");
    const auto refused = running::run({"directory", "import", "--data", data + "/d", data + "/bad.csv"});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("bad.csv:6") != std::string::npos);
    CHECK(refused.err.find("there is no agency 'nowhere'") != std::string::npos);
    CHECK(running::run({"directory", "export", "--data", data + "/d", "--what", "posts"})
              .out.find("care.new") == std::string::npos);
}

TEST_CASE("A person without a fitting post, password or role is refused, and not added by halves") {
    const testing::TemporaryFolder folder;
    const std::string data = folder.path().string();
    set_up(data);
    const std::vector<std::string> add{"user",   "add",         "--data",  data + "/d",
                                       "--name", "Nat Newcome", "--email", "nat@riverside.example"};
    auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), add.begin(), add.end());
        return more;
    };
    CHECK(running::run({.arguments = with({"--post", "nowhere.at-all"}), .input = password}).status == 1);
    CHECK(running::run({.arguments = add, .input = "short"}).status == 1);
    CHECK(running::run(add).status == 1);
    CHECK(running::run({.arguments = with({"--role", "king"}), .input = password}).status == 2);
    const auto added =
        running::run({.arguments = with({"--role", "administrator", "--json"}), .input = password});
    CHECK_MESSAGE(added.status == 0, added.err);
    CHECK(added.out.find("\"administrator\"") != std::string::npos);
    CHECK(running::run({.arguments = add, .input = password}).status == 1);
}

TEST_CASE("A partnership whose policy is not there or not sound leaves no folder behind") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "d").string();
    running::write_file(folder.path() / "pack.yaml", "policy: new\n");
    for (const std::string& pack : {std::string("medwya"), (folder.path() / "pack.yaml").string()}) {
        const auto refused =
            running::run({"partnership", "add", "--data", data, "--name", "New", "--pack", pack});
        CHECK(refused.status == 1);
        CHECK_FALSE(refused.err.empty());
        CHECK_FALSE(std::filesystem::exists(data));
    }
}
