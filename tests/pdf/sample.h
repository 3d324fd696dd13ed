// Papers to set, and what other programs find in the PDF.
#pragma once
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pdf/pdf_writer.h"
#include "store/temporary_folder.h"

namespace pdf::testing {

using app::Paper;

inline Paper sample(std::vector<Paper::Block> blocks) {
    Paper paper{.title = "Record of disagreement K7QM-2RXD-9F",
                .footer = "Record of disagreement K7QM-2RXD-9F · made today for Class teacher",
                .confidentiality = "Keep it to yourself.",
                .made = base::Moment{std::chrono::seconds{1'795'000'000}}};
    paper.opening = {{"Reference", {"K7QM-2RXD-9F"}}, {"Partnership", {"Riverside"}}};
    paper.sections = {{"What has happened", std::move(blocks)}};
    return paper;
}

/// What a program says to its standard output about the file, and how it ended.
struct Said {
    int status = -1;
    std::string words;
};

/// A PDF in a folder that goes with it.
class File {
public:
    explicit File(const std::string& bytes) { std::ofstream(path(), std::ios::binary) << bytes; }

    /// `command` with "FILE" in the place of the file.
    Said said_by(std::string command) const {
        command.replace(command.find("FILE"), 4, "'" + path().string() + "'");
        FILE* pipe = popen((command + " 2>&1").c_str(), "r");
        REQUIRE(pipe);
        Said said;
        std::array<char, 4096> piece{};
        while (const auto count = std::fread(piece.data(), 1, piece.size(), pipe))
            said.words.append(piece.data(), count);
        said.status = pclose(pipe);
        return said;
    }
    std::string text() const { return said_by("pdftotext -layout FILE -").words; }
    std::string structure() const { return said_by("pdfinfo -struct-text FILE").words; }
    std::string information() const { return said_by("pdfinfo FILE").words; }
    /// Its pages.
    std::vector<std::string> pages() const {
        std::vector<std::string> pages{""};
        for (const char c : text()) {
            if (c == '\f')
                pages.emplace_back();
            else
                pages.back() += c;
        }
        pages.pop_back();
        return pages;
    }
    std::filesystem::path path() const { return folder_.path() / "paper.pdf"; }

private:
    ::testing::TemporaryFolder folder_;
};

inline bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

inline std::size_t times(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// Each stands after the one before.
inline bool in_order(const std::string& text, const std::vector<std::string>& words) {
    std::size_t from = 0;
    for (const auto& one : words) {
        from = text.find(one, from);
        if (from == std::string::npos) return false;
        from += one.size();
    }
    return true;
}

}  // namespace pdf::testing
