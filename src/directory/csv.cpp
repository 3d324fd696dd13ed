#include "directory/csv.h"

#include <algorithm>

#include "base/text.h"

namespace directory {
namespace {

using base::Finding;

/// Reads character by character, and goes on after a mistake so that the next one is found too.
class Reader {
public:
    Reader(std::string_view text, const std::string& file, const CsvLimits& limits)
        : text_(text), file_(file), limits_(limits) {}

    tl::expected<std::vector<CsvRow>, base::Findings> read() {
        while (at_ < text_.size() && rows_.size() <= limits_.rows_max && !given_up()) row();
        if (rows_.size() > limits_.rows_max) {
            find("there are more than " + std::to_string(limits_.rows_max) + " rows", "split the file");
        }
        if (!findings_.empty()) return tl::unexpected(std::move(findings_));
        return std::move(rows_);
    }

private:
    void row() {
        CsvRow row{line_, {}};
        bool more = true;
        while (more && !given_up()) {
            row.cells.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
            check(row.cells.back());
            more = at_ < text_.size() && text_[at_] == ',';
            if (more) ++at_;
            if (more && row.cells.size() == limits_.cells_max) too_wide();
        }
        end_of_line();
        const bool empty = row.cells.size() == 1 && row.cells.front().empty();
        if (!empty) rows_.push_back(std::move(row));
    }

    std::string plain() {
        const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string cell(text_.substr(at_, end - at_));
        at_ = end;
        if (cell.find('"') != std::string::npos) {
            find("a quotation mark inside a cell that does not begin with one",
                 "put the whole cell in quotation marks, and double those inside it");
        }
        return cell;
    }

    std::string quoted() {
        const int opened = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') ++line_;
            if (c != '"') {
                cell += c;
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell += text_[at_++];
            } else {
                ++at_;
                skip_rest_of_cell();
                return cell;
            }
        }
        find("a quotation mark is never closed", "close it", opened);
        return cell;
    }

    void skip_rest_of_cell() {
        const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        if (end != at_)
            find("text after the closing quotation mark", "double the quotation marks inside a cell");
        at_ = end;
    }

    void end_of_line() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
        } else if (at_ < text_.size()) {
            find("a line that ends in a return without a line feed", "save the file as CSV again");
        }
        ++line_;
    }

    void check(const std::string& cell) {
        if (cell.size() > limits_.cell_bytes_max) {
            find("a cell of more than " + std::to_string(limits_.cell_bytes_max) + " bytes", "shorten it");
        }
        const bool control = std::ranges::any_of(cell, [](char c) {
            const auto u = static_cast<unsigned char>(c);
            return (u < 0x20 && c != '\t' && c != '\n' && c != '\r') || u == 0x7F;
        });
        if (control) find("a cell holds a control character", "remove it");
    }

    /// What follows in such a row is nothing that a sheet of ours has.
    void too_wide() {
        find("a row of more than " + std::to_string(limits_.cells_max) + " cells", "our sheets have a few columns");
        at_ = text_.size();
    }

    bool given_up() const { return findings_.size() >= limits_.findings_max; }

    void find(const std::string& what, const std::string& hint) { find(what, hint, line_); }

    void find(const std::string& what, const std::string& hint, int line) {
        if (!given_up()) findings_.push_back({{file_, line, 0}, what, hint, {}});
    }

    std::string_view text_;
    const std::string& file_;
    const CsvLimits& limits_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<CsvRow> rows_;
    base::Findings findings_;
};

int line_of_bad_utf8(std::string_view text) {
    int line = 1;
    for (const auto& part : base::split(text, '\n')) {
        if (!base::is_utf8(part)) return line;
        ++line;
    }
    return 0;
}

bool wants_quotes(std::string_view cell) {
    return cell.find_first_of(",\"\r\n") != std::string_view::npos ||
           (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

/// A formula, or one that has been kept from running already.
bool wants_guard(std::string_view cell) {
    const auto first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && is_formula_like(cell.substr(first));
}

void write_cell(std::string& out, const std::string& raw) {
    const std::string cell = wants_guard(raw) ? "'" + raw : raw;
    if (!wants_quotes(cell)) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

tl::expected<std::vector<CsvRow>, base::Findings> parse_csv(std::string_view text, const std::string& file,
                                                            const CsvLimits& limits) {
    const auto refuse = [&](int line, const std::string& what, const std::string& hint) {
        return tl::unexpected(base::Findings{Finding{{file, line, 0}, what, hint, {}}});
    };
    if (text.size() > limits.bytes_max) {
        return refuse(0, "the file is larger than " + std::to_string(limits.bytes_max / 1024) + " KiB",
                      "split it");
    }
    if (!base::is_utf8(text))
        return refuse(line_of_bad_utf8(text), "this is not UTF-8", "save the file as CSV UTF-8");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return Reader(text, file, limits).read();
}

std::string_view unguarded(std::string_view cell) {
    return cell.starts_with('\'') && wants_guard(cell) ? cell.substr(1) : cell;
}

bool is_formula_like(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string to_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            write_cell(out, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace directory
