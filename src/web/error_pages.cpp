#include "web/error_pages.h"

namespace web {
namespace {

using namespace html;

Sheet sheet(int status, const std::string& title, const std::vector<std::string>& lines) {
    Html content = h1("govuk-heading-l")(title);
    for (const auto& line : lines) content.add(p("govuk-body")(line));
    return {.title = title, .content = content, .status = status};
}

}  // namespace

Sheet page_not_found() {
    return sheet(404, "Page not found",
                 {"If you typed the address, check that it is correct. If you pasted it, check that you "
                  "copied all of it.",
                  "A disagreement is only shown to those who have a part in it. If you think that you should "
                  "have one, "
                  "ask your agency's safeguarding lead or the partnership's business manager."});
}

Sheet forbidden() {
    return sheet(403, "Nothing was changed",
                 {"The form did not come from a page of this service that is still open to you, so nothing "
                  "was changed.",
                  "Go back to the page, load it again and send the form once more."});
}

Sheet wrong_method() {
    return sheet(405, "That cannot be done here",
                 {"This address does not take what was sent to it. Nothing was changed."});
}

Sheet bad_request(const std::string& why) {
    return sheet(400, "The form could not be read",
                 {"Nothing was changed. What was sent could not be read: " + why + "."});
}

Sheet out_of_order() {
    return sheet(
        500, "Sorry, there is a problem with the service",
        {"Try again later. If you had just sent a form, look at the disagreement first: either all of it was "
         "recorded, or nothing.",
         "Do not wait for this service where a child is at risk: follow your child protection procedures."});
}

Sheet not_taken(const http::Refused& refused) {
    if (refused.status == 413) {
        return sheet(413, "That is too much to send at once",
                     {"Nothing was changed. Go back, send less text, and put the rest into a note.",
                      "Files are not taken here: say where a document is kept."});
    }
    if (refused.status != 503) {
        return sheet(refused.status, "The request could not be read",
                     {"Nothing was changed. What was sent could not be read: " + refused.why + ".",
                      "Go back, load the page again and send the form once more."});
    }
    return sheet(
        503, "Sorry, the service is unavailable",
        {"It has more to do than it can manage at the moment. Try again in a minute.",
         "Do not wait for this service where a child is at risk: follow your child protection procedures."});
}

}  // namespace web
