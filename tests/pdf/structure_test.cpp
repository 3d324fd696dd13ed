// What a reader of screens finds, and what a checker says.
#include "pdf/sample.h"

using namespace pdf::testing;

namespace {

File set(const Paper& paper) {
    return File(pdf::PdfWriter().write(paper));
}

Paper with_everything() {
    return sample(
        {Paper::Heading{"Stage opened"}, Paper::Paragraph{"It was taken up."},
         Paper::Rows{{{"The view", {"A first paragraph.", "A second paragraph."}}}},
         Paper::Table{"Open duties", {{"What", 2}, {"Who", 1}}, {{"Talk it through", "Class teacher"}}}});
}

}  // namespace

TEST_CASE("a paper is tagged, in the order in which it is read") {
    const auto structure = set(with_everything()).structure();
    INFO(structure);
    CHECK(in_order(structure, {"Document",
                               "H1",
                               "\"Record of disagreement K7QM-2RXD-9F\"",
                               "Table",
                               "TR",
                               "TH",
                               "\"Reference\"",
                               "TD",
                               "\"K7QM-2RXD-9F\"",
                               "H2",
                               "\"What has happened\"",
                               "H3",
                               "\"Stage opened\"",
                               "P ",
                               "\"It was taken up.\"",
                               "TH",
                               "\"The view\"",
                               "TD",
                               "P ",
                               "\"A first paragraph.\"",
                               "P ",
                               "\"A second paragraph.\"",
                               "Table",
                               "Caption",
                               "\"Open duties\"",
                               "TR",
                               "TH",
                               "\"What\"",
                               "TH",
                               "\"Who\"",
                               "TR",
                               "TD",
                               "\"Talk it through\"",
                               "TD",
                               "\"Class teacher\""}));
}

TEST_CASE("footers and rules are not read out, and are seen") {
    const auto file = set(with_everything());
    CHECK_FALSE(says(file.structure(), "Page 1"));
    CHECK_FALSE(says(file.structure(), "NonStruct"));
    CHECK(says(file.text(), "made today for Class teacher"));
    CHECK(says(file.text(), "Keep it to yourself."));
    CHECK(says(file.text(), "Page 1 of 1"));
    CHECK(says(file.said_by("qpdf --qdf --object-streams=disable FILE -").words, "/Artifact BMC"));
}

TEST_CASE("headings say whether they are of a column or of a row") {
    const auto words = set(with_everything()).said_by("qpdf --qdf --object-streams=disable FILE -").words;
    CHECK(times(words, "/Scope /Column") == 2);
    CHECK(times(words, "/Scope /Row") == 3);
}

TEST_CASE("language, title and the order of tabbing are said, and no claim is made that was not checked") {
    const auto file = set(with_everything());
    CHECK(in_order(file.information(), {"Title:", "Record of disagreement K7QM-2RXD-9F", "Tagged:", "yes"}));
    const auto words = file.said_by("qpdf --qdf --object-streams=disable FILE -").words;
    for (const auto* said :
         {"/Lang (en-GB)", "/DisplayDocTitle true", "/Tabs /S", "/Marked true", "<dc:title>"})
        CHECK_MESSAGE(says(words, said), said);
    CHECK_FALSE(says(words, "pdfuaid"));
}

TEST_CASE("a checker of PDF has nothing to say, and every font is embedded with its meaning") {
    const auto file = set(with_everything());
    const auto checked = file.said_by("qpdf --check FILE");
    CHECK_MESSAGE(checked.status == 0, checked.words);
    const auto fonts = file.said_by("pdffonts FILE").words;
    CHECK(says(fonts, "LiberationSans"));
    CHECK(times(fonts, "yes yes yes") >= 2);
}

TEST_CASE("the same paper gives the same bytes, and another another") {
    pdf::PdfWriter writer;
    const auto paper = with_everything();
    const auto first = writer.write(paper);
    CHECK(first == writer.write(paper));
    CHECK(first == pdf::PdfWriter().write(paper));
    auto later = paper;
    later.made += std::chrono::seconds(1);
    CHECK(first != writer.write(later));
}
