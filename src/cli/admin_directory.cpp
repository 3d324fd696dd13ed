#include <algorithm>
#include <iostream>

#include "cli/admin.h"
#include "cli/packs.h"

namespace cli {
namespace {

struct Spreadsheet {
    std::string file;
    std::string text;
    int rank = 0;
};

/// Posts refer to agencies and holdings to posts, so files are taken in in that order. Only import
/// itself judges the header row; this tells the four apart by a column that no other has.
int rank_of(const std::string& text) {
    const std::string header = text.substr(0, text.find('\n'));
    if (header.find("reports_to") != std::string::npos) return 1;
    if (header.find("person") != std::string::npos || header.find("closed_from") != std::string::npos) return 2;
    return 0;
}

tl::expected<std::vector<Spreadsheet>, base::Findings> read_all(const std::vector<std::string>& files) {
    std::vector<Spreadsheet> sheets;
    base::Findings findings;
    for (const auto& file : files) {
        auto text = read_file(file);
        if (!text) {
            findings.insert(findings.end(), text.error().begin(), text.error().end());
            continue;
        }
        const int rank = rank_of(*text);
        sheets.push_back({file, std::move(*text), rank});
    }
    if (!findings.empty()) return tl::unexpected(std::move(findings));
    std::ranges::stable_sort(sheets, {}, &Spreadsheet::rank);
    return sheets;
}

}  // namespace

int run_directory_import(const DirectoryArgs& args, const Console& console,
                         app::Administration& administration) {
    const auto sheets = read_all(args.files);
    if (!sheets) return complain(args.folder, console, sheets.error());
    json::Array taken;
    std::string text;
    for (const auto& sheet : *sheets) {
        const auto changes = administration.import_directory(sheet.text, sheet.file);
        if (!changes) {
            if (!text.empty()) console.err << text << '\n';
            return complain(args.folder, console, changes.error());
        }
        taken.emplace_back(
            json::Object().set("file", sheet.file).set("changes", static_cast<std::int64_t>(*changes)));
        text += (text.empty() ? "" : "\n") + sheet.file + ": " + std::to_string(*changes) + " taken in";
    }
    return answer(args.folder, console, json::Object().set("imported", std::move(taken)), text);
}

int run_directory_export(const DirectoryArgs& args, const Console& console,
                         const app::Administration& administration) {
    const auto sheet = args.what == "agencies"   ? directory::Sheet::Agencies
                       : args.what == "posts"    ? directory::Sheet::Posts
                       : args.what == "closings" ? directory::Sheet::Closings
                                                 : directory::Sheet::Holdings;
    const std::string csv = administration.export_directory(sheet);
    if (args.folder.json)
        console.out << json::to_pretty_text(json::Object().set(args.what, csv));
    else
        console.out << csv;
    return Done;
}

}  // namespace cli
