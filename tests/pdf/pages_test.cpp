// Where sheets end, and whatever people type.
#include <algorithm>
#include <thread>

#include "pdf/sample.h"

using namespace pdf::testing;

namespace {

File set(std::vector<Paper::Block> blocks) {
    return File(pdf::PdfWriter().write(sample(std::move(blocks))));
}

Paper::Table long_table(int rows) {
    Paper::Table table{"Open duties", {{"What they owe", 2}, {"Who owes it", 3}}, {}};
    for (int i = 0; i < rows; ++i) {
        const auto number = std::to_string(i);
        table.rows.push_back({"begin" + number,
                              "Somebody who has so much to do that it takes more than one line "
                              "of this column to say it end" +
                                  number});
    }
    return table;
}

std::string prose(int sentences) {
    std::string said;
    for (int i = 0; i < sentences; ++i)
        said += "Sentence " + std::to_string(i) + " of what somebody had to say. ";
    return said;
}

}  // namespace

TEST_CASE("a long table says its headings on every page, and reads them out once") {
    const auto file = set({long_table(200)});
    const auto pages = file.pages();
    REQUIRE(pages.size() > 4);
    for (const auto& page : pages) {
        CHECK(says(page, "What they owe"));
        CHECK(says(page, "of " + std::to_string(pages.size())));
    }
    CHECK(times(file.structure(), "What they owe") == 1);
}

TEST_CASE("a row stands on one page") {
    for (const auto& page : set({long_table(200)}).pages()) {
        for (int i = 0; i < 200; ++i) {
            const auto number = std::to_string(i);
            CHECK(says(page, "begin" + number + " ") == (says(page, "end" + number + "\n")));
        }
    }
}

TEST_CASE("a heading is on the page of what it is the heading of") {
    for (int lines = 30; lines < 60; ++lines) {
        std::vector<Paper::Block> blocks(static_cast<std::size_t>(lines), Paper::Paragraph{"One line."});
        blocks.push_back(Paper::Heading{"The heading"});
        blocks.push_back(Paper::Paragraph{"What follows it."});
        for (const auto& page : set(blocks).pages())
            CHECK_MESSAGE(says(page, "The heading") == says(page, "What follows it."), lines);
    }
}

TEST_CASE("a line that only leads to answers is on the page of the first of them") {
    for (int lines = 30; lines < 50; ++lines) {
        std::vector<Paper::Block> blocks(static_cast<std::size_t>(lines), Paper::Paragraph{"One line."});
        blocks.push_back(Paper::Heading{"The heading"});
        blocks.push_back(Paper::Paragraph{"Entry 7", Paper::Paragraph::Tone::Quiet});
        blocks.push_back(Paper::Rows{{{"The first answer", {"Yes"}}, {"The second", {"No"}}}});
        for (const auto& page : set(blocks).pages()) {
            CHECK_MESSAGE(says(page, "The heading") == says(page, "Entry 7"), lines);
            CHECK_MESSAGE(says(page, "Entry 7") == says(page, "The first answer"), lines);
        }
    }
}

TEST_CASE("long prose goes over pages, whole") {
    for (const auto& block : std::vector<Paper::Block>{Paper::Paragraph{prose(400)},
                                                       Paper::Rows{{{"What was said", {prose(400)}}}}}) {
        const auto file = set({block});
        CHECK(file.pages().size() > 3);
        auto read = file.said_by("pdftotext -raw FILE -").words;
        std::ranges::replace_if(
            read, [](char c) { return c == '\n' || c == '\f'; }, ' ');
        for (int i = 0; i < 400; ++i) CHECK(says(read, std::to_string(i) + " of"));
        CHECK(file.said_by("qpdf --check FILE").status == 0);
        CHECK(says(file.structure(), "Sentence 399"));
    }
}

TEST_CASE("the label of an answer is said again where the answer goes on") {
    const auto pages = set({Paper::Rows{{{"What was said", {prose(400)}}}}}).pages();
    for (const auto& page : pages) CHECK(says(page, "What was said"));
}

TEST_CASE("Welsh, Polish, Arabic and Greek are read back as they were written") {
    const auto file =
        set({Paper::Paragraph{"Łódź, Gdańsk; tŷ, dŵr, ysgol Gwyllt; Ελλάδα"}, Paper::Paragraph{"مرحبا"}});
    const auto text = file.text();
    for (const auto* word : {"Łódź", "Gdańsk", "tŷ", "dŵr", "Ελλάδα"}) CHECK_MESSAGE(says(text, word), word);
    CHECK(says(file.structure(), "مرحبا"));
}

TEST_CASE("whatever people type becomes a file") {
    const std::string long_word(20'000, 'W');
    std::string many_lines;
    for (int i = 0; i < 10'000; ++i) many_lines += "line " + std::to_string(i) + "\n";
    std::string controls;
    for (char c = 0; c < 32; ++c) controls += c;
    const std::vector<std::string> hostile{"",
                                           " ",
                                           "\n\n\n",
                                           long_word,
                                           many_lines,
                                           controls + "\x7F",
                                           "\xFF\xFE\xC0\x80 cut \xE2\x82",
                                           "👩‍👧‍👦 🇬🇧 \xF0\x9F\x98\x80",
                                           "\u202Eneddih\u202C \u2066x\u2069",
                                           "\uFEFF\uFFFE\U0010FFFF",
                                           std::string("a\0b", 3),
                                           "<b>&amp;</b> %s %n ${x} (\\) /Span",
                                           std::string(3000, '\xCC'),
                                           "e" + [] {
                                               std::string marks;
                                               for (int i = 0; i < 500; ++i) marks += "\u0301";
                                               return marks;
                                           }()};
    for (const auto& words : hostile) {
        INFO(words.substr(0, 20));
        const auto file = set(
            {Paper::Heading{words.substr(0, 400)}, Paper::Paragraph{words},
             Paper::Rows{{{words.substr(0, 3000), {words, words}}}},
             Paper::Table{words.substr(0, 400), {{words.substr(0, 100), 1}, {"b", 9}}, {{words, words}}}});
        CHECK(file.said_by("qpdf --check FILE").status == 0);
        CHECK(says(file.text(), "Page 1 of"));
    }
    CHECK(says(set({Paper::Paragraph{many_lines}}).text(), "line 9999"));
}

TEST_CASE("a text cannot turn what stands beside it around") {
    CHECK(says(set({Paper::Paragraph{"It was \u202Eeurt\u202C, they said."}}).text(),
               "It was eurt, they said."));
}

TEST_CASE("many ask for papers at once, and each gets theirs") {
    pdf::PdfWriter writer;
    std::vector<std::string> made(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < made.size(); ++i) {
            threads.emplace_back([&, i] {
                for (int n = 0; n < 5; ++n)
                    made[i] = writer.write(sample({long_table(static_cast<int>(i) * 10 + 5)}));
            });
        }
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        CHECK(made[i] == writer.write(sample({long_table(static_cast<int>(i) * 10 + 5)})));
}
