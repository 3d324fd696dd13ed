#include "web/raise_other_side.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "govuk/notice.h"
#include "web/partnerships.h"
#include "web/raise_asking.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::OppositeNumbers;
using policy::Field;
using policy::Option;

bool is_opposite(const std::optional<OppositeNumbers>& opposite, const Option& option) {
    return opposite && std::ranges::find(opposite->posts, app::PostId(option.key)) != opposite->posts.end();
}

std::string why_proposed(const RaisingSoFar& so_far, const OppositeNumbers& opposite) {
    const bool one = opposite.posts.size() == 1;
    const std::string onward = one ? " Choose somebody else if the decision was theirs." : " Choose whose decision it was.";
    if (opposite.by == OppositeNumbers::By::Level)
        return "Proposed is who stands on the same level in their agency as your post does in yours." + onward;
    std::vector<std::string> posts;
    for (const auto& post : opposite.posts) posts.push_back(title_of(so_far.raising().partnership.directory, post));
    const std::string clause = opposite.source.clause.empty() ? "" : " (" + clause_in_words(opposite.source.clause) + ")";
    return "Your post is ‘" + opposite.tier + "’ in this policy. " +
           (one ? "Its opposite number is " : "Its opposite numbers are ") + base::join(posts, " and ") + clause + "." + onward;
}

std::string proposal_of(const OppositeNumbers& opposite) {
    return opposite.by == OppositeNumbers::By::Level ? "Proposed: the same level as yours"
                                                     : "Proposed: the opposite number of your post in this policy";
}

/// With several agencies there is a post for each.
Html further_agencies(const RaisingSoFar& so_far, const Field& field, const Filling& filling) {
    constexpr std::array labels{"Second agency", "Third agency", "Fourth agency"};
    Field another = field;
    another.options = so_far.posts_of_further_agencies();
    if (another.options.empty()) return {};
    Html more = p("govuk-body")("One post for each further agency whose decision or action you disagree with.");
    for (std::size_t nth = 0; nth < labels.size(); ++nth) {
        another.label = labels[nth];
        more.add(render_another(another, nth + 2, filling));
    }
    const auto given = filling.given.all(field.name);
    const bool several = given.size() > 1 && !given[1].empty();
    return render(govuk::Details{.summary = "More than one agency is concerned", .content = more, .open = several});
}

}  // namespace

/// Who alone stands opposite is chosen already, until somebody else is.
Html other_side(const RaisingSoFar& so_far, const Field& asked, const Filling& filling) {
    const auto opposite = so_far.opposite_numbers();
    Field field = as_question(asked, so_far);
    std::ranges::stable_partition(field.options, [&](const Option& option) { return is_opposite(opposite, option); });
    http::Fields given = filling.given;
    if (given.get(field.name).empty()) {
        if (opposite && opposite->posts.size() == 1) given.add(field.name, opposite->posts.front().get());
        else if (field.options.size() == 1) given.add(field.name, field.options.front().key);
    }
    WithOptions with;
    if (opposite) field.hint = why_proposed(so_far, *opposite);
    for (const auto& option : field.options) {
        if (is_opposite(opposite, option)) with.hints[option.key] = proposal_of(*opposite);
    }
    Html part = render(field, Filling{given, filling.problems, filling.people, filling.heading}, with);
    return part.add(further_agencies(so_far, asked, filling));
}

Html nobody_on_the_other_side(const Raising& raising) {
    const auto& directory = raising.partnership.directory;
    const auto* office = directory.find_partnership();
    std::string keeper;
    for (const auto* post : office ? directory.posts_of(office->id) : std::vector<const directory::Post*>{}) {
        if (post->kind == "business-manager") keeper = in_words(directory, post->id) + ": " + holders_in_words(*raising.asked.known, post->id, today(raising.asked));
    }
    Html said = p("govuk-body")("No other agency with a post is entered for " + raising.partnership.name +
                                " yet, so there is nobody whom a disagreement could go to.");
    said.add(p("govuk-body")("Agencies and posts are added by whoever administers this service. Ask ",
                             keeper.empty() ? Html("your partnership's business manager") : Html(strong()(keeper)),
                             " to have them added."));
    return render(govuk::InsetText{.content = said});
}

}  // namespace web
