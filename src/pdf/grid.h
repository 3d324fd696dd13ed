// Rows of cells: a row stands on one sheet where it can, and its heading goes with it to the next.
#pragma once
#include <functional>

#include "pdf/sheets.h"

namespace pdf {

struct Cell {
    const char* tag = "TD";
    Style style = Style::Cell;
    std::vector<std::string> paragraphs;
};

/// The cells of a row set in their columns.
class GridRow {
public:
    /// `shares` of the width, one for each cell.
    GridRow(const Type&, const std::vector<Cell>&, const std::vector<int>& shares);

    /// With what stands around it.
    double height() const;
    /// As much of it as is kept on the first sheet, where it has to be divided.
    double first_part() const;

    /// Draws it at the present place, over several sheets where it is too high for one. `again` is called
    /// at the top of each further sheet.
    void draw(Sheets&, const std::function<void()>& again) const;
    /// The same for whoever only sees: no part of the structure.
    void draw_again(Sheets&) const;

private:
    struct Placed {
        Line line;
        Style style;
        std::size_t paragraph;
    };
    struct Column {
        const char* tag;
        double x, width;
        std::vector<Placed> lines;
    };
    struct Stretch {
        std::size_t from, to;
    };
    using Taken = std::vector<std::size_t>;  // lines drawn so far, by column

    static double height_of(const Column&, std::size_t from, std::size_t to);
    static void draw_lines(Sheets&, const Column&, Stretch, double& y);
    static void draw_cell(Sheets&, const Column&, Stretch);
    double height_of_part(const Taken& from, const Taken& to) const;
    Taken nothing() const;
    Taken everything() const;
    Taken that_fit(const Taken& from, double room) const;
    void repeat_heads(Taken& from) const;
    void draw_part(Sheets&, const Taken& from, const Taken& to) const;

    std::vector<Column> columns_;
};

}  // namespace pdf
