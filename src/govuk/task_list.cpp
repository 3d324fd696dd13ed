#include "govuk/task_list.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

Html status_of(const Task& task) {
    const auto* tag = std::get_if<Tag>(&task.status);
    return tag != nullptr ? render(*tag) : std::get<Html>(task.status);
}

Html render_task(const Task& task, const std::string& id) {
    const std::string status_id = id + "-status";
    const std::string hint_id = task.hint.empty() ? "" : id + "-hint";
    const auto name = task.href.empty()
                          ? div(task.title_classes)(task.title)
                          : a(task.href, classes_of({"govuk-link govuk-task-list__link", task.title_classes}))
                                .with("aria-describedby", classes_of({hint_id, status_id}))(task.title);
    const auto hint =
        task.hint.empty() ? Html{} : div("govuk-task-list__hint").with("id", hint_id)(task.hint);
    const std::string_view link = task.href.empty() ? "" : "govuk-task-list__item--with-link";
    return li(classes_of({"govuk-task-list__item", link, task.classes}))(
        div("govuk-task-list__name-and-hint")(name, hint),
        div(classes_of({"govuk-task-list__status", task.status_classes}))
            .with("id", status_id)(status_of(task)));
}

}  // namespace

Html render(const TaskList& list) {
    Html tasks;
    std::size_t number = 0;
    for (const auto& task : list.tasks) {
        ++number;
        tasks.add(
            render_task(task, task.id.empty() ? list.id_prefix + "-" + std::to_string(number) : task.id));
    }
    return ul(classes_of({"govuk-task-list", list.classes})).with_all(list.attributes)(tasks);
}

}  // namespace govuk
