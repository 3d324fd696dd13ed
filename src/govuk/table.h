// Tables of things that are compared, with a caption that says of what.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

enum class CellFormat { Text, Numeric };

struct Cell {
    Html content;
    CellFormat format = CellFormat::Text;
    int column_span = 1;
    int row_span = 1;
    std::string classes;
    Attributes attributes;
};

struct Table {
    std::string caption;
    std::vector<Cell> head;
    std::vector<std::vector<Cell>> rows;
    bool first_cell_is_header = false;  // of each row
    std::string caption_classes;
    std::string classes;
    Attributes attributes;
};

Html render(const Table& table);

}  // namespace govuk
