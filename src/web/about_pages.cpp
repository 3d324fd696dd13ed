// Help, accessibility, privacy and cookies: short, and true.
#include "govuk/summary_list.h"
#include "web/pages.h"
#include "web/session_cookie.h"

namespace web {
namespace {

using namespace html;

Html bullets(const std::vector<std::string>& lines) {
    Html items;
    for (const auto& line : lines) items.add(li()(line));
    return ul("govuk-list govuk-list--bullet")(items);
}

Sheet begin(const std::string& title) {
    Sheet sheet{.title = title};
    sheet.content = h1("govuk-heading-l")(title);
    return sheet;
}

void part(Sheet& sheet, const std::string& title, const std::vector<std::string>& lines) {
    sheet.content.add(h2("govuk-heading-m")(title));
    for (const auto& line : lines) sheet.content.add(p("govuk-body")(line));
}

}  // namespace

Answer help(const UseCases&, const Address&, const Asked&) {
    Sheet sheet = begin("Help");
    part(sheet, "A child is in danger",
         {"Call 999. If a child is at risk of harm, tell children's social care under your child protection "
          "procedures. "
          "Nothing here replaces that, and nothing here may delay it."});
    part(sheet, "What this service does",
         {"It carries out your safeguarding partnership's policy for professional disagreements about a "
          "child's safety. "
          "You say once what worries you; it finds the opposite number, works out the dates, and keeps the "
          "record of both sides."});
    sheet.content.add(h2("govuk-heading-m")("How to"));
    sheet.content.add(bullets(
        {"raise a disagreement: choose ‘Raise a disagreement’ and answer the questions; you check them "
         "before anything is sent",
         "stop half-way: choose ‘Save and come back later’; your draft stands under ‘Your work’, and you can ask "
         "somebody to look at it before the other side sees anything",
         "answer, take up or settle: open the disagreement from ‘Your work’ and look under ‘What happens "
         "next’",
         "enter what was said yesterday on the telephone: open ‘It happened earlier than now’ on the form",
         "see why something cannot be done: open ‘What you cannot do now, and why’",
         "see how a date was counted: open ‘How this date was counted’ beside it"}));
    part(sheet, "You cannot sign in, or a post is wrong",
         {"Ask your partnership's business manager. They keep the list of agencies, posts and people."});
    sheet.content.add(p("govuk-body")(a("/forgotten-password", "govuk-link")("I have forgotten my password")));
    return sheet;
}

Answer accessibility(const UseCases&, const Address&, const Asked&) {
    Sheet sheet = begin("Accessibility statement");
    part(sheet, "How accessible this service is",
         {"It is made to meet the Web Content Accessibility Guidelines 2.2, level AA. It works with a "
          "keyboard alone, with a screen reader, "
          "without scripts, at 400% zoom and on a telephone.",
          "Its pages are checked by machine each time the program is built. They have not yet been tested by "
          "people who use "
          "assistive technology, so we do not claim full compliance."});
    part(sheet, "What we know does not work well",
         {"Long lists of posts are ordinary lists to choose from; they cannot be searched by typing a part "
          "of a title."});
    part(sheet, "Tell us",
         {"If you cannot use a page, tell your partnership's business manager, in writing, by telephone or "
          "in person. They can enter what you want to say for you."});
    part(sheet, "If you are not happy with the answer",
         {"The Equality and Human Rights Commission enforces the accessibility regulations for public "
          "bodies. In Northern Ireland it is the Equality Commission for Northern Ireland. "
          "The Equality Advisory and Support Service can advise you."});
    return sheet;
}

Answer privacy(const UseCases&, const Address&, const Asked&) {
    Sheet sheet = begin("Privacy");
    part(sheet, "Who is responsible",
         {"The safeguarding partnership that runs this service and the agencies that work with it are "
          "responsible for what is recorded here."});
    sheet.content.add(h2("govuk-heading-m")("What is kept"));
    sheet.content.add(
        bullets({"what professionals record about a disagreement: dates, posts, answers, and what they wrote",
                 "who the child and family are, sealed apart, and shown to those who need to know",
                 "who looked at which disagreement, and when",
                 "names, e-mail addresses and posts of the people who use the service",
                 "where you are signed in, as the kind of browser and whether it is the same network, until you sign "
                 "out or your session runs out; what you had typed when it did, sealed, for twelve hours",
                 "when your password or your second factor was changed, and by whom"}));
    part(sheet, "Who sees it",
         {"Those who take part in a disagreement, those who answer for them, and whoever the policy names. "
          "The register of a partnership holds no names of children.",
          "Whoever opens the identity of a child outside their own work gives a reason, which is recorded."});
    part(sheet, "What is written stays written",
         {"The record cannot be changed without trace: it is corrected by adding to it. What must not be "
          "kept can be made unreadable for good."});
    part(sheet, "Your rights",
         {"To see, correct or object to what is held about you, write to the data guardian of your "
          "partnership."});
    return sheet;
}

Answer cookies(const UseCases&, const Address& address, const Asked&) {
    Sheet sheet = begin("Cookies");
    sheet.content.add(
        p("govuk-body")("This service sets one cookie. It is needed for signing in, so you are not asked "
                        "about it. There is nothing that measures or follows you."));
    govuk::SummaryList list;
    list.rows = {
        {.key = "Name", .value = session_cookie_name(address.exposure)},
        {.key = "What for", .value = "Keeps you signed in"},
        {.key = "Until when", .value = "Until you sign out, close the browser, or do nothing for some time"}};
    sheet.content.add(render(list));
    return sheet;
}

}  // namespace web
