// What there is to do, and how far each of it is.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "govuk/notice.h"
#include "html/html.h"

namespace govuk {

struct Task {
    Html title;
    std::string href;  // none: it cannot be started yet
    Html hint;
    std::variant<Html, Tag> status;
    std::string id;  // else the list's, numbered
    std::string title_classes;
    std::string status_classes;
    std::string classes;
};

struct TaskList {
    std::vector<Task> tasks;
    std::string id_prefix = "task-list";
    std::string classes;
    Attributes attributes;
};

Html render(const TaskList& list);

}  // namespace govuk
