// Papers as plain text: what stands on them, line by line.
#pragma once
#include "app/record.h"

namespace app::testing {

class PlainPapers final : public PaperWriter {
public:
    std::string write(const Paper& paper) override {
        std::string text = "# " + paper.title + "\n";
        add(Paper::Rows{paper.opening}, text);
        for (const auto& section : paper.sections) {
            text += "## " + section.heading + "\n";
            for (const auto& block : section.blocks)
                std::visit([&](const auto& one) { add(one, text); }, block);
        }
        return text + "-- " + paper.footer + "\n-- " + paper.confidentiality + "\n";
    }

private:
    static void add(const Paper::Heading& heading, std::string& text) {
        text += "### " + heading.text + "\n";
    }
    static void add(const Paper::Paragraph& paragraph, std::string& text) { text += paragraph.text + "\n"; }
    static void add(const Paper::Rows& rows, std::string& text) {
        for (const auto& row : rows.rows) {
            text += row.label + ":";
            for (const auto& words : row.words) text += " " + words;
            text += "\n";
        }
    }
    static void add(const Paper::Table& table, std::string& text) {
        text += table.caption + "\n";
        for (const auto& row : table.rows) {
            for (const auto& cell : row) text += "| " + cell + " ";
            text += "\n";
        }
    }
};

}  // namespace app::testing
