#include "web/fragments.h"

#include "govuk/button.h"
#include "http/form.h"
#include "web/error_pages.h"

namespace web {

using namespace html;

Html form_to(const std::string& path, const Asked& asked, const Html& content) {
    const auto token =
        asked.visitor ? govuk::hidden_field(control::token, asked.visitor->form_token) : Html{};
    return element("form").with("action", path).with("method", "post").flag("novalidate")(token, content);
}

Html submit_button(const std::string& text) {
    return render(govuk::Button{.content = text, .prevents_double_click = true});
}

std::string path_of(const std::string& reference) {
    return "/disagreements/" + http::percent_encoded(reference);
}

Answer not_found() {
    return page_not_found();
}

}  // namespace web
