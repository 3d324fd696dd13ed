// Entering what somebody said or did who has no account: for whom, and what.
#include "govuk/accordion.h"
#include "web/action_groups.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/on_behalf.h"
#include "web/pages.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

constexpr std::string_view for_others_title = "Enter what somebody else said or did";

govuk::Accordion posts_and_ways(const Case& one) {
    govuk::Accordion posts{.id = "posts", .remembers = false};
    for (const auto& [post, ways] : ways_on_behalf(one)) {
        if (ways.empty()) continue;
        posts.sections.push_back({.heading = "For " + in_words(one.directory(), post),
                                  .content = links_to_acts(one, ways, post)});
    }
    return posts;
}

}  // namespace

Answer for_others_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"),
                                                    disagreement::Questions::LeftOut);
    if (!view) return not_found();
    const Case one{*view, asked};
    Sheet sheet{.title = std::string(for_others_title),
                .under = name_of(one),
                .section = Section::Work,
                .way_back = govuk::BackLink{.href = path_of(one.dossier().reference)}};
    sheet.content.add(span("govuk-caption-l")(name_of(one))).add(h1("govuk-heading-l")(for_others_title));
    const auto posts = posts_and_ways(one);
    if (posts.sections.empty()) {
        sheet.content.add(p("govuk-body")("There is nothing now that you could enter for anybody else."));
    } else {
        sheet.content.add(p("govuk-body")(
            "For those who have no account: what they said by telephone, on paper or in person is entered for them, "
            "with who said it, when and how."));
        sheet.content.add(render(posts));
    }
    return sheet;
}

Html way_to_others(const Case& one) {
    if (posts_recorded_for(one).empty()) return {};
    return p("govuk-body govuk-!-font-size-16")(
        a(path_of(one.dossier().reference) + "/for-others", "govuk-link")(for_others_title));
}

}  // namespace web
