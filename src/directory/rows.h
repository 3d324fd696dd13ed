// The rows of an imported file by column name, and the findings about them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "directory/csv.h"
#include "directory/import.h"

namespace directory {

/// One row whose cells have names; a cell that is not there is empty, and the ' that keeps a formula from running
/// in a spreadsheet is no part of it.
class NamedRow {
public:
    NamedRow(const CsvRow& row, const std::vector<std::string>& header) : row_(row), header_(header) {}

    std::string cell(const std::string& column) const;
    int line() const { return row_.line; }

private:
    const CsvRow& row_;
    const std::vector<std::string>& header_;
};

/// Collects what is wrong, each with the line it stands in, up to a number that a person can read.
class Faults {
public:
    explicit Faults(std::string file) : file_(std::move(file)) {}

    void add(int line, std::string what, std::string hint = {});

    /// A cell that must not be empty.
    std::string required(const NamedRow&, const std::string& column);
    /// Lower-case letters, digits, hyphens, dots and underscores, at most 64: what rows refer to each other by.
    std::string key(const NamedRow&, const std::string& column);
    std::optional<Date> date(const NamedRow&, const std::string& column);
    bool yes_or_no(const NamedRow&, const std::string& column);

    bool are_enough() const { return findings_.size() >= CsvLimits{}.findings_max; }
    base::Findings& findings() { return findings_; }

private:
    std::string file_;
    base::Findings findings_;
};

}  // namespace directory
