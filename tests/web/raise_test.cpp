#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

std::size_t live(House& house) {
    return house.world.rows("register").size();
}

/// The addresses of the pages that the answers lead through, without the draft's own part.
std::vector<std::string> pages_through(Browser& browser, const Form& answers, std::string from = questions) {
    std::vector<std::string> pages;
    for (;;) {
        const auto page = browser.get(from);
        Form sent = answers;
        if (const auto command = Browser::hidden(page, "_command")) sent.emplace_back("_command", *command);
        const auto answer = browser.post(from, std::move(sent));
        REQUIRE_MESSAGE(answer.status == 303, from, answer.body);
        from = location_of(answer);
        pages.push_back(from.substr(from.find('/', 8)));
        if (pages.back() == "/check") return pages;
    }
}

bool is_checked(const http::Response& page, const std::string& value) {
    const auto at = page.body.find("value=\"" + value + "\"");
    return at != std::string::npos && page.body.substr(at, page.body.find('>', at) - at).find("checked") != std::string::npos;
}

}  // namespace

TEST_CASE(
    "a practitioner raises a disagreement: told what it is not, asked one thing at a time, shown their answers, given a "
    "reference") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/raise").headers.get("Location") == "/raise/riverside");
    const auto before = teacher.get("/raise/riverside");
    CHECK(shows(before, "call 999"));
    CHECK(shows(before, "It is not a complaint"));
    CHECK(shows(before, "href=\"" + questions + "\""));

    const auto check = answer_pages(teacher, raising());
    CHECK(check.at == check.draft() + "/check");
    CHECK(title_of(check.page) == "Check your answers before you raise it - Riverside Partnership - Concordat");
    CHECK(shows(check.page, "Social worker (Riverside Care)"));
    CHECK(shows(check.page, "7 March 2019"));
    CHECK(live(house) == 0);

    const auto sent = send_checked(teacher, check);
    CHECK(sent.status == 303);
    CHECK(live(house) == 1);
    const auto path = location_of(sent);
    const auto raised = teacher.get(path);
    CHECK(shows(raised, "Disagreement raised"));
    CHECK(shows(raised, "What happens next"));
    CHECK(shows(raised, "Talk it through"));
    CHECK(shows(raised, "How this date was counted"));

    CHECK(location_of(send_checked(teacher, check)) == path);
    CHECK(live(house) == 1);
}

TEST_CASE("each page asks one thing; what has one answer only is not asked, and each leads back to the one before") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(pages_through(teacher, raising()) ==
          std::vector<std::string>{"/questions/agency", "/questions/other-side", "/questions/child", "/questions/topic",
                                   "/questions/decision", "/questions/view", "/questions/outcome", "/questions/safety",
                                   "/check"});
    const auto way = answer_pages(teacher, raising(), questions, "/questions/child");
    CHECK(title_of(way.page) == "Who is the child? - Riverside Partnership - Concordat");
    const auto back = [](const std::string& path) { return "<a class=\"govuk-back-link\" href=\"" + path + "\""; };
    CHECK(shows(way.page, back(way.draft() + "/questions/other-side")));
    CHECK(shows(teacher.get(way.draft() + "/questions/other-side"), back(way.draft() + "/questions/agency")));
    CHECK(shows(teacher.get(way.draft() + "/questions/agency"), back(way.draft() + "/questions/danger")));
    CHECK(shows(teacher.get(way.draft() + "/questions/danger"), back(way.draft())));
    CHECK(shows(teacher.get(questions), back("/raise/riverside")));
    CHECK(teacher.get(way.draft() + "/questions/nowhere").status == 404);
    CHECK(location_of(teacher.get(way.draft() + "/questions/who-acts")) == way.draft() + "/questions/topic");
}

TEST_CASE("no page carries what was answered on another, and what a page does not ask is not taken from it") {
    House house;
    Browser teacher(house, "teacher");
    const auto way = answer_pages(teacher, raising(), questions, "/questions/view");
    CHECK_FALSE(shows(way.page, app::testing::canary_name));
    CHECK_FALSE(shows(way.page, app::testing::canary_address));
    CHECK_FALSE(shows(way.page, "No assessment was made"));
    CHECK(teacher.post(way.at, {{"view", "Seen alone"}, {"child_name", "Somebody else"}, {"nonsense", "x"}}).status == 303);
    const auto child = teacher.get(way.draft() + "/questions/child");
    CHECK(shows(child, app::testing::canary_name));
    CHECK(house.doors.drafts.find(PersonId("teacher"), way.draft().substr(8))->fields.back().second == "Seen alone");
}

TEST_CASE("a page tells what is wrong with its own answers, shows them as they were typed, and saves none of them") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = answer_pages(teacher, with(with(raising(), "child_dob-month", "13"), "child_name", "<b>kept & shown</b>"));
    CHECK(page.at.ends_with("/questions/child"));
    CHECK(title_of(page.page).starts_with("Error: "));
    CHECK(shows(page.page, "There is a problem"));
    CHECK(shows(page.page, "href=\"#answer-child_dob-day\""));
    CHECK(shows(page.page, "must be a real date"));
    CHECK(shows(page.page, "&lt;b&gt;kept &amp; shown&lt;/b&gt;"));
    CHECK_FALSE(shows(page.page, "What protects the child"));
    CHECK_FALSE(shows(teacher.get(page.at), "kept &amp; shown"));
}

TEST_CASE("half a date is told by what it lacks") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(shows(answer_pages(teacher, with(raising(), "child_dob-day", "")).page, "must include a day"));
}

TEST_CASE("another topic is asked in words at its choice") {
    House house;
    Browser teacher(house, "teacher");
    auto form = with(raising(), "topic", "another");
    const auto page = answer_pages(teacher, form);
    CHECK(page.at.ends_with("/questions/topic"));
    CHECK(shows(page.page, "Enter in your words what the other topic is"));
    CHECK(shows(page.page, "href=\"#answer-topic_words\""));
    form.emplace_back("topic_words", "Who goes first");
    CHECK(shows(answer_pages(teacher, form, page.at).page, "Who goes first"));
}

TEST_CASE("words for another stand at their choice, and are left out where something else is chosen") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = answer_pages(teacher, raising(), questions, "/questions/topic");
    CHECK(shows(page.page, "govuk-radios__conditional--hidden"));
    CHECK(shows(page.page, "What it is, in your words"));
    auto form = raising();
    form.emplace_back("topic_words", "What nobody chose");
    const auto check = answer_pages(teacher, form, page.at);
    CHECK_FALSE(shows(check.page, "What nobody chose"));
    const auto path = location_of(send_checked(teacher, check));
    CHECK_FALSE(shows(teacher.get(path.substr(0, path.rfind('/'))), "What nobody chose"));
}

TEST_CASE("[ALL-1] whoever raises in danger finds that first on the next page, with a way to record the referral") {
    House house;
    Browser teacher(house, "teacher");
    const auto warned = answer_pages(teacher, with(raising(), "danger", "yes"), questions, "/call-999");
    const auto check = answer_pages(teacher, raising(), warned.draft() + "/questions/agency");
    const auto raised = teacher.get(location_of(send_checked(teacher, check)));
    const auto danger = raised.body.find("Immediate danger has been declared");
    REQUIRE(danger != std::string::npos);
    CHECK(danger < raised.body.find("The reference is"));
    CHECK(shows(raised, "call 999"));
    CHECK(shows(raised, "/act/record_referral"));
    const auto calm = teacher.get(location_of(send_checked(teacher, answer_pages(teacher, raising()))));
    CHECK_FALSE(shows(calm, "Immediate danger has been declared"));
}

TEST_CASE("[ALL-3] once raised it is said who has it, what the policy asks of whom by when, what waits for oneself, and what proves it") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising());
    CHECK(shows(check.page, "The policy names ‘Practitioner’ here"));
    CHECK(shows(check.page, "gives them no date to answer by"));
    CHECK(shows(check.page, "<strong>Talk it through</strong>, by <time"));
    CHECK(shows(check.page, "href=\"" + check.draft() + "/ask\""));
    CHECK(check.page.body.find("Before anything else") < check.page.body.find("What happens when you raise it"));
    const auto path = location_of(send_checked(teacher, check));
    const auto raised = teacher.get(path);
    CHECK(shows(raised, "<strong>Social worker (Riverside Care)</strong>: Person worker"));
    CHECK(shows(raised, "The policy gives the other side no date yet"));
    CHECK(shows(raised, "<strong>You have "));
    CHECK(shows(raised, path.substr(0, path.rfind('/')) + "/record.pdf"));
    CHECK(shows(raised, "The receiving side<br>Social worker (Riverside Care): Person worker"));
}

TEST_CASE("[ALL-1] that the child is not safe now brings 999 at that answer and before it is raised, and stops nobody") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = answer_pages(teacher, raising(), questions, "/questions/safety");
    CHECK(shows(page.page, "In immediate danger, call 999"));
    const auto check = answer_pages(teacher, with(raising(), "safe_now", "no"), page.at);
    CHECK(shows(check.page, "You said that the child is not safe now"));
    CHECK_FALSE(shows(answer_pages(teacher, raising()).page, "not safe now"));
    CHECK(shows(teacher.get(location_of(send_checked(teacher, check))), "The child was said not to be safe"));
}

TEST_CASE("who the child is: it is said who sees it, with a birthday that a child could have, and an address of several lines") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = answer_pages(teacher, raising(), questions, "/questions/child");
    CHECK(shows(page.page, "Both sides and their managers see this"));
    CHECK(shows(page.page, "For example, 27 3 2018"));
    const auto check = answer_pages(teacher, with(raising(), "child_address", "17 Umberwell Crescent\r\nNowhere"), page.at);
    CHECK(shows(check.page, "17 Umberwell Crescent"));
    CHECK(shows(check.page, "Nowhere"));
}

TEST_CASE("further agencies are asked for one by one, without those that would be refused") {
    House house;
    house.world.import("key,name,sector,partnerships\nclinic,Hilltop Clinic,health,riverside hillside\n");
    Browser teacher(house, "teacher");
    const auto page = answer_pages(teacher, raising(), questions, "/questions/other-side");
    for (const std::string label : {"Second agency", "Third agency", "Fourth agency"}) CHECK(shows(page.page, label));
    CHECK(shows(page.page, "<option value=\"clinic.nurse\">"));
    for (const std::string post : {"school.teacher", "school.head", "care.worker"})
        CHECK_FALSE(shows(page.page, "<option value=\"" + post + "\""));
    CHECK(shows(page.page, "Proposed: the same level as yours"));
    CHECK(is_checked(page.page, "care.worker"));
}

TEST_CASE("where there is no other agency it is said who can add one, and nothing is asked") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"lonely", "Lonely Partnership", "trial", "trial.yaml"}));
    world.import("post,person,deputy,from,until\nlonely.business-manager,stranger,,,\n");
    Browser keeper(house, "stranger");
    const auto before = keeper.get("/raise/lonely");
    CHECK(shows(before, "No other agency with a post is entered for Lonely Partnership yet"));
    CHECK(shows(before, "Person stranger"));
    CHECK_FALSE(shows(before, "Start now"));
    const auto page = answer_pages(keeper, {{"danger", "no"}}, "/raise/lonely/questions", "/questions/agency");
    CHECK(shows(page.page, "added by whoever administers this service"));
    CHECK_FALSE(shows(page.page, "name=\"other_agency\""));
}

TEST_CASE("whoever says that a child is in immediate danger is told to call 999 before the next question") {
    House house;
    Browser teacher(house, "teacher");
    const auto warned = answer_pages(teacher, with(raising(), "danger", "yes"), questions, "/call-999");
    CHECK(shows(warned.page, "Call 999 now"));
    const auto onward = warned.draft() + "/questions/agency";
    CHECK(shows(warned.page, "href=\"" + onward + "\""));
    CHECK(shows(teacher.get(onward), "href=\"" + warned.at + "\""));
    const auto check = answer_pages(teacher, raising(), onward);
    CHECK(shows(check.page, "You said that a child is in immediate danger"));
    CHECK(send_checked(teacher, check).status == 303);
    CHECK(location_of(teacher.get(answer_pages(teacher, raising()).draft() + "/call-999")).ends_with("/questions/agency"));
}

TEST_CASE("every answer has a way to its page, and from there back to the answers") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising());
    const std::string change = check.draft() + "/questions/topic?then=check";
    CHECK(shows(check.page, "href=\"" + change + "\""));
    const auto topic = teacher.get(change);
    CHECK(is_checked(topic, "levels-of-need"));
    CHECK(shows(topic, "href=\"" + check.at + "\""));
    CHECK(location_of(teacher.post(change, {{"topic", "roles"}})) == check.at);
    CHECK(shows(teacher.get(check.at), "Roles"));
    CHECK(shows(teacher.get(check.draft() + "/questions/decision"), "No assessment was made</textarea>"));
    CHECK(shows(teacher.get(check.draft() + "/questions/child"), "value=\"2019\""));
}

TEST_CASE("another agency has other posts: who was named there is asked anew") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising());
    const auto other = check.draft() + "/questions/other-side?then=check";
    CHECK(location_of(teacher.post(check.draft() + "/questions/agency?then=check", {{"other_agency", "care"}})) == check.at);
    CHECK(location_of(teacher.post(check.draft() + "/questions/agency?then=check", {{"other_agency", "riverside"}})) == other);
    const auto page = teacher.get(other);
    CHECK(shows(page, "riverside.chair"));
    CHECK_FALSE(shows(page, "type=\"radio\" value=\"care.worker\""));
    CHECK(shows(teacher.get(check.at), "It cannot be raised yet"));
}

TEST_CASE("whoever goes to the end by its address is shown what is missing and where, and cannot send") {
    House house;
    Browser teacher(house, "teacher");
    const auto way = answer_pages(teacher, raising(), questions, "/questions/view");
    const auto early = teacher.get(way.draft() + "/check");
    CHECK(early.status == 200);
    CHECK(shows(early, "It cannot be raised yet"));
    CHECK(shows(early, way.draft() + "/questions/outcome?then=check"));
    CHECK(shows(early, "Not answered yet"));
    CHECK_FALSE(shows(early, "Raise the disagreement<"));
    CHECK(teacher.post(way.draft() + "/check", {}).status == 409);
    CHECK(location_of(teacher.get(way.draft() + "/questions")) == way.at);
    CHECK(live(house) == 0);
}

TEST_CASE("what was changed in another window after the answers were looked at is looked at again before it is sent") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising());
    REQUIRE(teacher.post(check.draft() + "/questions/outcome", {{"outcome_wanted", "Something else"}}).status == 303);
    const auto again = send_checked(teacher, check);
    CHECK(again.status == 409);
    CHECK(shows(again, "Your answers have changed since you opened this page"));
    CHECK(shows(again, "Something else"));
    CHECK(live(house) == 0);
    CHECK(send_checked(teacher, {check.at, again}).status == 303);
    CHECK(live(house) == 1);
}

TEST_CASE("raised straight at a higher stage that several posts could take, a page asks which") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"seaside", "Seaside Partnership", "trial jump", "trial.yaml"}));
    world.import(
        "key,name,sector,partnerships\n"
        "school,Fernbank School,school,riverside seaside\n"
        "care,Riverside Care,social-care,riverside seaside\n");
    world.import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "care.manager,care,team-manager,Team manager,North,,,\n"
        "care.manager2,care,team-manager,Team manager,South,,,\n");
    world.import("post,person,deputy,from,until\ncare.manager2,stranger,,,\n");
    Browser teacher(house, "teacher");
    Form form = raising();
    form.emplace_back("start", "managers");
    const std::string seaside = "/raise/seaside/questions";
    const auto start = answer_pages(teacher, form, seaside, "/questions/start");
    CHECK(is_checked(start.page, "talk"));
    CHECK(shows(start.page, "The policy starts it here."));
    CHECK_FALSE(shows(start.page, "(optional)"));
    const auto unreasoned = answer_pages(teacher, form, start.at);
    CHECK(unreasoned.at.ends_with("/questions/start"));
    CHECK(shows(unreasoned.page, "Enter why it should start at a higher stage"));
    form.emplace_back("jump_reason", "It cannot wait");
    const auto asked = answer_pages(teacher, form, unreasoned.at);
    CHECK(asked.at.ends_with("/questions/who-acts"));
    CHECK(shows(asked.page, "href=\"#answer-receiving_posts"));
    CHECK(shows(asked.page, "value=\"care.manager2\""));
    CHECK(shows(asked.page, "Team manager, South"));
    form.emplace_back("receiving_posts", "care.manager2");
    const auto check = answer_pages(teacher, form, asked.at);
    CHECK(shows(check.page, "Team manager, South"));
    CHECK(send_checked(teacher, check).status == 303);
    CHECK(live(house) == 1);
}

TEST_CASE("who stands opposite by the policy's tiers is proposed, with the reason, and chosen already") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"seaside", "Seaside Partnership", "trial jump", "trial.yaml"}));
    world.import(
        "key,name,sector,partnerships\n"
        "sister,Sister Care,social-care,seaside\n"
        "care,Riverside Care,social-care,riverside seaside\n");
    world.import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "sister.manager,sister,team-manager,Team manager,,,,\n"
        "sister.worker,sister,social-worker,Social worker,,sister.manager,,\n");
    world.import("post,person,deputy,from,until\nsister.manager,stranger,,,\nsister.worker,head,,,\n");
    Browser manager(house, "stranger");
    const Form first{{"danger", "no"}, {"raiser_post", "sister.manager"}, {"other_agency", "care"}};
    const auto page = answer_pages(manager, first, "/raise/seaside/questions", "/questions/other-side");
    CHECK(shows(page.page, "Its opposite number is"));
    CHECK(shows(page.page, "Your post is ‘Line manager’ in this policy"));
    CHECK(is_checked(page.page, "care.manager"));
    CHECK(location_of(manager.post(page.at, {{"to", "care.worker"}})).ends_with("/questions/child"));
    CHECK(is_checked(manager.get(page.at), "care.worker"));

    Browser worker(house, "head");
    const auto plain = answer_pages(worker, with(first, "raiser_post", "sister.worker"), "/raise/seaside/questions", "/questions/other-side");
    CHECK_FALSE(shows(plain.page, "opposite number"));
    CHECK(shows(plain.page, "Proposed: the same level as yours"));
}

TEST_CASE("what the policy is not for leads to a signpost, from which the answer can be changed") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"moorside", "Moorside Partnership", "trial scope", "trial.yaml"}));
    world.import(
        "key,name,sector,partnerships\n"
        "school,Fernbank School,school,riverside moorside\n"
        "care,Riverside Care,social-care,riverside moorside\n");
    const std::string moorside = "/raise/moorside/questions";
    Browser teacher(house, "teacher");
    const auto form = with(with(with(raising(), "origin", "dissent"), "affirm", "no"), "excluded_complaint", "yes");
    const auto sign = answer_pages(teacher, form, moorside, "/another-way");
    CHECK(shows(sign.page, "This policy is not the way for that"));
    CHECK(shows(sign.page, "Go to <strong>the complaints procedure</strong> (clause 1)."));
    const auto answer = sign.draft() + "/questions/right-way";
    CHECK(shows(sign.page, "href=\"" + answer + "\""));
    CHECK(is_checked(teacher.get(answer), "yes"));
    CHECK(location_of(teacher.get(sign.draft() + "/questions")) == sign.at);
    CHECK(location_of(teacher.get(sign.draft() + "/check")) == sign.at);

    const auto unsaid = answer_pages(teacher, with(form, "excluded_complaint", "no"), answer);
    CHECK(unsaid.at.ends_with("/questions/statement"));
    CHECK(shows(unsaid.page, "The dissent is my own"));
    CHECK(shows(unsaid.page, "This must be true to start here"));
    const auto check = answer_pages(teacher, with(form, "affirm", "yes"), unsaid.at);
    CHECK(send_checked(teacher, check).status == 303);
    CHECK(location_of(teacher.get(answer_pages(teacher, with(with(form, "origin", "conference"), "excluded_complaint", "no"), moorside).draft() +
                                  "/questions/statement")).ends_with("/check"));
}

TEST_CASE("nobody raises from a post that is not theirs, nor where they do not work") {
    House house;
    Browser lead(house, "dsl");
    const auto stopped = answer_pages(lead, with(raising(), "raiser_post", "care.manager"));
    CHECK(stopped.at.ends_with("/questions/your-post"));
    CHECK(shows(stopped.page, "There is a problem"));
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/raise/hillside").status == 404);
    CHECK(teacher.get("/raise/hillside/questions").status == 404);
    CHECK(teacher.get("/raise/nowhere").body == teacher.get("/raise/hillside").body);
    Browser stranger(house, "stranger");
    CHECK(shows(stranger.get("/raise"), "You hold no post"));
    CHECK(live(house) == 0);
}

TEST_CASE("[ALL-2] a safeguarding lead raises for a colleague, and says who said it, how and when") {
    House house;
    Browser lead(house, "dsl");
    const auto posts = answer_pages(lead, raising(), questions, "/questions/your-post");
    CHECK(shows(posts.page, "I enter it for somebody else"));
    CHECK(shows(posts.page, "Whose post is it?"));
    const Form unnamed{{"danger", "no"}, {"raiser_post", "for-somebody-else"}};
    CHECK(shows(answer_pages(lead, unnamed, posts.at).page, "Select an answer"));
    const auto named = answer_pages(lead, with(unnamed, "raised_for", "school.teacher"), posts.at, "/questions/for-another");
    CHECK(shows(named.page, "You raise it for Class teacher (Fernbank School)"));
    CHECK(is_checked(lead.get(posts.at), "for-somebody-else"));
    const auto page = answer_pages(lead, raising());
    CHECK(page.at.ends_with("/questions/for-another"));
    CHECK(shows(page.page, "Who said it"));
    Form form = raising();
    for (const auto& [name, value] : Form{{"said_by", "The class teacher"},
                                          {"said_how", "in-person"},
                                          {"said_at-day", "19"},
                                          {"said_at-month", "11"},
                                          {"said_at-year", "2026"}}) {
        form.emplace_back(name, value);
    }
    CHECK(send_checked(lead, answer_pages(lead, form, page.at)).status == 303);
    const auto own = answer_pages(lead, with(raising(), "raiser_post", "school.dsl"));
    CHECK(own.at.ends_with("/check"));
    CHECK_FALSE(shows(own.page, "Who said it"));
}
