// A table whose reader may sort it, for those who have the script.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "govuk/table.h"

namespace govuk {

enum class Sorted { No, Ascending, Descending };

struct SortableColumn {
    Html content;
    std::optional<Sorted> sorted;  // none: this column cannot be sorted by
    CellFormat format = CellFormat::Text;
};

struct SortableCell {
    Html content;
    std::string sort_value;  // where the words do not sort: "2026-06-04"
    CellFormat format = CellFormat::Text;
};

struct SortableTable {
    std::string caption;
    std::vector<SortableColumn> columns;
    std::vector<std::vector<SortableCell>> rows;
    bool first_cell_is_header = false;  // of each row
    std::string caption_classes;
    std::string classes;
    Attributes attributes;
};

Html render(const SortableTable& table);

}  // namespace govuk
