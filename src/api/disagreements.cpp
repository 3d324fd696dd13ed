// Reading: lists, one disagreement, its history and its forms.
#include <fmt/format.h>

#include "api/disagreement_json.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "api/refusal.h"
#include "api/words_json.h"
#include "app/record.h"
#include "app/reference.h"
#include "policy/describe.h"

namespace api {
namespace {

app::Part part_of(const std::string& word) {
    if (word == "their-move") return app::Part::TheirMove;
    if (word == "raised") return app::Part::Raised;
    if (word == "may-do") return app::Part::MayDo;
    return word == "ended" ? app::Part::Ended : app::Part::YourMove;
}

app::Filter filter_of(Query& query) {
    const auto text = [&](const char* name) { return query.find_text(name).value_or(""); };
    return {.partnership = text("partnership"),
            .stage = text("stage"),
            .topic = text("topic"),
            .post = app::PostId(text("post")),
            .overdue = query.word_of("overdue", {"no", "yes"}) == "yes"};
}

/// The view that the address asks for.
Or<app::View> opened(const UseCases& use, const Asked& asked) {
    const auto reference = app::parse_reference(asked.parameter("reference"));
    auto view = reference ? use.reading.open_disagreement(asked.person(), *reference)
                          : base::Result<app::View>(tl::unexpected(app::not_found()));
    if (!view) return stop(problem_of(view.error()));
    return std::move(*view);
}

json::Value section_json(const policy::Section& section, const policy::Pack& pack) {
    return json::Object()
        .set("key", section.key)
        .set("title", section.title)
        .set("owner", policy::in_words(section.owner, pack))
        .set("fields", to_json(section.fields));
}

json::Value form_json(const policy::Form& form, const app::View& view) {
    json::Array sections, alternatives, submitted, permitted;
    for (const auto& section : form.sections)
        sections.push_back(section_json(section, *view.dossier.pack));
    for (const auto& group : form.exactly_one_of) {
        json::Array keys;
        for (const auto& key : group) keys.emplace_back(key);
        alternatives.emplace_back(std::move(keys));
    }
    for (const auto& entry : view.timeline) {
        const policy::Fact wanted{policy::Happening::FormSubmitted, form.key};
        if (entry.event.fact == wanted) submitted.push_back(to_json(entry, view));
    }
    for (const auto& one : view.permissions.permitted) {
        if (one.action == disagreement::Action::SubmitForm && one.key == form.key)
            permitted.push_back(to_json(one, view));
    }
    return json::Object()
        .set("key", form.key)
        .set("title", form.title)
        .set("clause", or_null(form.source.clause))
        .set("filled_by", policy::in_words(form.filled_by, *view.dossier.pack))
        .set("child_details", form.child_details)
        .set("sections", std::move(sections))
        .set("exactly_one_of", std::move(alternatives))
        .set("submitted", std::move(submitted))
        .set("permitted", std::move(permitted));
}

}  // namespace

json::Value to_json(const app::Listed& listed) {
    json::Array items;
    for (const auto& row : listed.rows) items.push_back(to_json(row));
    return json::Object().set("items", std::move(items)).set("next", to_json(listed.next));
}

http::Response list_disagreements(const UseCases& use, const Asked& asked) {
    Query query(asked.request);
    const auto part = query.word_of("part", {"your-move", "may-do", "their-move", "ended", "raised"});
    const auto whose = query.word_of("of", {"you", "staff"});
    auto page = query.page();
    page.only = filter_of(query);
    if (const auto wrong = query.finish()) return reply(*wrong);
    const auto listed = whose == "staff" ? use.lists.staff_work(asked.person(), part_of(part), page)
                                         : use.lists.work(asked.person(), part_of(part), page);
    return reply(to_json(listed));
}

http::Response get_disagreement(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto view = opened(use, asked);
    if (!view) return view.error();
    return reply(to_json(*view)).with("ETag", tag_of(view->revision()));
}

http::Response get_events(const UseCases& use, const Asked& asked) {
    Query query(asked.request);
    const auto page = query.page();
    if (const auto wrong = query.finish()) return reply(*wrong);
    const auto view = opened(use, asked);
    if (!view) return view.error();
    json::Array items;
    std::optional<app::Cursor> last, next;
    for (const auto& entry : view->timeline) {
        const app::Cursor here{fmt::format("{:08}", entry.revision), {}};
        if (page.after && here.sort <= page.after->sort) continue;
        if (items.size() == page.limit) {
            next = last;
            break;
        }
        items.push_back(to_json(entry, *view));
        last = here;
    }
    return reply(json::Object().set("items", std::move(items)).set("next", to_json(next)))
        .with("ETag", tag_of(view->revision()));
}

http::Response get_record(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    auto record = app::write_record(use.reading, use.papers, asked.person(), asked.parameter("reference"));
    if (!record) return reply(problem_of(record.error()));
    auto paper = http::download(std::move(record->content), "application/pdf", record->file_name);
    return std::move(paper).with("Cache-Control", "no-store");
}

http::Response get_form(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto view = opened(use, asked);
    if (!view) return view.error();
    const auto* form = policy::find_form(*view->dossier.pack, asked.parameter("form"));
    if (!form) return reply(not_there("this policy has no form of that name"));
    return reply(form_json(*form, *view)).with("ETag", tag_of(view->revision()));
}

}  // namespace api
