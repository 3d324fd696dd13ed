#include "web/work_filter.h"

#include <algorithm>

#include "govuk/choices.h"
#include "govuk/filter.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "http/form.h"
#include "web/partnerships.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// One thing to choose, as the address and as people say it.
struct Choosable {
    std::string value;
    std::string title;
    bool operator==(const Choosable&) const = default;
};

void add_once(std::vector<Choosable>& all, Choosable one) {
    const bool known = std::ranges::find(all, one.value, &Choosable::value) != all.end();
    if (!known) all.push_back(std::move(one));
}

/// Of every edition that something may stand under, as the newest one has them first.
std::vector<Choosable> stages_of(const app::Partnership& partnership) {
    std::vector<Choosable> all;
    for (auto adopted = partnership.adoptions.rbegin(); adopted != partnership.adoptions.rend(); ++adopted) {
        for (const auto& stage : adopted->pack->stages) add_once(all, {stage.label, stage.label});
    }
    return all;
}

std::vector<Choosable> topics_of(const app::Partnership& partnership) {
    std::vector<Choosable> all;
    for (auto adopted = partnership.adoptions.rbegin(); adopted != partnership.adoptions.rend(); ++adopted) {
        for (const auto& topic : adopted->pack->scope.topics.words) add_once(all, {topic.key, topic.title});
    }
    const std::string another = "another";  // in words, where the list is open
    if (partnership.pack().scope.topics.open) all.push_back({another, topic_in_words(partnership, another)});
    return all;
}

/// One way to narrow a list down.
struct Facet {
    std::string name;
    std::string label;
    std::vector<Choosable> options;
    std::string app::Filter::*chosen;
};

std::vector<Facet> facets_of(const FilterChoices& choices) {
    std::vector<Facet> facets;
    std::vector<Choosable> partnerships;
    for (const auto* partnership : choices.partnerships) partnerships.push_back({partnership->key, partnership->name});
    facets.push_back({"partnership", "Partnership", partnerships, &app::Filter::partnership});
    if (choices.of_stages) {
        facets.push_back({"stage", "Stage", stages_of(*choices.of_stages), &app::Filter::stage});
        facets.push_back({"topic", "Topic", topics_of(*choices.of_stages), &app::Filter::topic});
    }
    std::erase_if(facets, [](const Facet& facet) { return facet.options.size() < 2; });
    return facets;
}

std::vector<Choosable> posts_in(const Asked& asked, const FilterChoices& choices) {
    std::vector<Choosable> posts;
    for (const auto& post : choices.posts) posts.push_back({post.get(), in_words(asked.known->directory, post)});
    return posts;
}

bool is_among(const std::vector<Choosable>& options, std::string_view value) {
    return std::ranges::find(options, value, &Choosable::value) != options.end();
}

Html list_of(const std::string& name, const std::string& label, const std::vector<Choosable>& options,
             const std::string& chosen, const std::string& hint = {}) {
    govuk::Select list{.field = {.name = name, .label = {.content = label, .size = govuk::Size::Small}, .hint = hint}};
    list.value = chosen;
    list.options.push_back({.value = "", .text = "All"});
    for (const auto& [value, title] : options) list.options.push_back({.value = value, .text = title});
    return render(list);
}

Html overdue_box(const app::Filter& only) {
    govuk::Checkboxes boxes{.group = {.name = "overdue"}};
    boxes.group.classes = "govuk-checkboxes--small";
    boxes.group.fieldset = govuk::Fieldset{.legend = {.content = "Dates", .size = govuk::Size::Small}};
    boxes.group.items.push_back(govuk::Choice{.value = "yes", .content = "Only what is overdue"});
    if (only.overdue) boxes.values = {"yes"};
    return render(boxes);
}

Html options_in(const Asked& asked, const FilterChoices& choices, const app::Filter& only) {
    Html options;
    for (const auto& facet : facets_of(choices)) {
        const bool opens_more = facet.name == "partnership" && !choices.of_stages;
        options.add(list_of(facet.name, facet.label, facet.options, only.*facet.chosen,
                            opens_more ? "Choose one to choose its stages and topics as well" : ""));
    }
    const auto posts = posts_in(asked, choices);
    if (posts.size() > 1) options.add(list_of("post", "Whose post", posts, only.post.get()));
    if (choices.dates == FilterChoices::Dates::Overdue) options.add(overdue_box(only));
    return options;
}

std::string title_among(const std::vector<Choosable>& options, const std::string& value) {
    const auto found = std::ranges::find(options, value, &Choosable::value);
    return found == options.end() ? value : found->title;
}

Html tags_of(const Asked& asked, const FilterChoices& choices, const app::Filter& only) {
    const auto& path = asked.request.path;
    govuk::SelectedFilters selected{.clear_href = path};
    const auto add = [&](const std::string& heading, const std::string& text, const app::Filter& without) {
        const auto query = query_of(without);
        selected.categories.push_back({heading, {{text, path + (query.empty() ? "" : "?") + query}}});
    };
    for (const auto& facet : facets_of(choices)) {
        const auto& chosen = only.*facet.chosen;
        if (chosen.empty()) continue;
        app::Filter without = only;
        (without.*facet.chosen).clear();
        // Stages and topics are those of the partnership.
        if (facet.name == "partnership") without.stage.clear(), without.topic.clear();
        add(facet.label, title_among(facet.options, chosen), without);
    }
    app::Filter without = only;
    without.post = {};
    if (!only.post.get().empty()) add("Whose post", in_words(asked.known->directory, only.post), without);
    without = only;
    without.overdue = false;
    if (only.overdue) add("Dates", "Only what is overdue", without);
    return selected.categories.empty() ? Html{} : div("app-filter-tags")(render(selected));
}

}  // namespace

FilterChoices filter_choices(const Asked& asked, std::vector<app::PostId> posts, FilterChoices::Dates dates) {
    FilterChoices choices{.posts = std::move(posts), .dates = dates};
    const auto own = partnerships_of(asked);
    if (own.size() == 1) choices.of_stages = own.front();
    if (own.size() < 2) return choices;
    choices.partnerships = own;
    const auto chosen = asked.request.query.get("partnership");
    const auto found = std::ranges::find(own, chosen, &app::Partnership::key);
    if (found != own.end()) choices.of_stages = *found;
    return choices;
}

app::Filter filter_of(const Asked& asked, const FilterChoices& choices) {
    const auto& query = asked.request.query;
    app::Filter only;
    for (const auto& facet : facets_of(choices)) {
        const auto sent = query.get(facet.name);
        if (is_among(facet.options, sent)) only.*facet.chosen = sent;
    }
    const auto post = query.get("post");
    if (is_among(posts_in(asked, choices), post)) only.post = app::PostId(std::string(post));
    only.overdue = choices.dates == FilterChoices::Dates::Overdue && query.get("overdue") == "yes";
    return only;
}

std::string query_of(const app::Filter& only) {
    std::string query;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) query += (query.empty() ? "" : "&") + (name + ("=" + http::percent_encoded(value)));
    };
    add("partnership", only.partnership);
    add("stage", only.stage);
    add("topic", only.topic);
    add("post", only.post.get());
    add("overdue", only.overdue ? "yes" : "");
    return query;
}

Html filter_part(const Asked& asked, const FilterChoices& choices, const app::Filter& only) {
    const Html options = options_in(asked, choices, only);
    if (options.empty()) return {};
    const govuk::Filter form{.action = asked.request.path, .options = options};
    const Html behind = render(govuk::Details{.summary = "Filter this list",
                                              .content = render(form),
                                              .classes = "govuk-!-display-none-print app-filter"});
    return tags_of(asked, choices, only).add(behind);
}

}  // namespace web
