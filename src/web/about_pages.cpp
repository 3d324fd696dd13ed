// Help, accessibility, privacy and cookies: short, and true.
#include <chrono>

#include "app/sessions.h"
#include "govuk/summary_list.h"
#include "web/pages.h"
#include "web/session_cookie.h"
#include "web/words.h"

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

Html way_to(const std::string& path, const std::string& title) {
    return p("govuk-body")(a(path, "govuk-link")(title));
}

/// "30 minutes", "12 hours"
std::string length_in_words(std::chrono::seconds length) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    return minutes % 60 == 0 ? counted(static_cast<std::size_t>(minutes / 60), "hour")
                             : counted(static_cast<std::size_t>(minutes), "minute");
}

}  // namespace

Answer help(const UseCases&, const Address&, const Asked&) {
    Sheet sheet = begin("Help");
    part(sheet, "What if a child is in danger?",
         {"Call 999. If a child is at risk of harm, tell children's social care under your child protection "
          "procedures. "
          "Nothing here replaces that, and nothing here may delay it."});
    part(sheet, "What is this service for?",
         {"It carries out your safeguarding partnership's policy for professional disagreements about a "
          "child's safety. "
          "You say once what worries you; it finds the opposite number, works out the dates, and keeps the "
          "record of both sides."});
    part(sheet, "How do I raise a disagreement?",
         {"Answer the questions, one page at a time. You check your answers before anything is sent."});
    sheet.content.add(way_to("/raise", "Raise a disagreement"));
    part(sheet, "Can I stop half-way?",
         {"Yes. Choose ‘Save and come back later’; your draft stands under ‘Your work’, and you can ask somebody to look "
          "at it before the other side sees anything."});
    part(sheet, "How do I answer, take it up or settle it?",
         {"Open the disagreement from ‘Your work’ and look under ‘What happens next’."});
    sheet.content.add(way_to("/work", "Your work"));
    part(sheet, "What was said by telephone yesterday: how do I enter it?",
         {"Open ‘It happened earlier than now’ on the form, and give the date and the time."});
    part(sheet, "Why can I not do something?", {"Open ‘What you cannot do now, and why’ on the page of the disagreement."});
    part(sheet, "How was a date counted?",
         {"Open ‘How this date was counted’ beside it. What the policy says of each stage stands on its own page."});
    sheet.content.add(way_to("/policies", "Policies"));
    part(sheet, "I cannot sign in, or a post is wrong",
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
    part(sheet, "About this statement", {"It was prepared on 23 November 2026."});
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
    part(sheet, "What is the lawful basis, and how long is it kept?",
         {"The partnership and its agencies decide both, and say so in their own privacy notices. The service sets no time of its "
          "own after which a record goes.",
          "Ask the data guardian or the business manager of your partnership which basis they rely on, and how long they keep "
          "records."});
    part(sheet, "Your rights",
         {"To see, correct or object to what is held about you, write to the data guardian of your "
          "partnership. If you are not content with the answer, you can complain to the Information Commissioner's Office, "
          "which supervises data protection in the United Kingdom."});
    sheet.content.add(p("govuk-body")(a("https://ico.org.uk/make-a-complaint/", "govuk-link")("Complain to the Information Commissioner's Office")));
    return sheet;
}

Answer cookies(const UseCases& use, const Address& address, const Asked&) {
    Sheet sheet = begin("Cookies");
    sheet.content.add(
        p("govuk-body")("This service sets one cookie. It is needed for signing in, so you are not asked "
                        "about it. There is nothing that measures or follows you."));
    const auto& limits = use.sessions.limits();
    govuk::SummaryList list;
    list.rows = {
        {.key = "Name", .value = session_cookie_name(address.exposure)},
        {.key = "What for", .value = "Keeps you signed in"},
        {.key = "Until when", .value = "Until you sign out, close the browser, do nothing for " + length_in_words(limits.idle) + ", or have been signed in for " +
                                         length_in_words(limits.absolute)}};
    sheet.content.add(render(list));
    return sheet;
}

}  // namespace web
