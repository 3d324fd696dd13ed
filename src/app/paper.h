// A paper as a value: what stands on it and in which order, and nothing about how it is set.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "base/moment.h"

namespace app {

/// Texts are UTF-8 as people typed them; a line break in one is a line break on paper.
struct Paper {
    struct Heading {  // one level below the heading of its section
        std::string text;
    };
    struct Paragraph {
        enum class Tone { Plain, Strong, Quiet };
        std::string text;
        Tone tone = Tone::Plain;
    };
    struct Row {  // what something is, and what is said of it, a paragraph each
        std::string label;
        std::vector<std::string> words;
    };
    struct Rows {
        std::vector<Row> rows;
    };
    struct Column {
        std::string heading;
        int share = 1;  // of the width, beside the others
    };
    struct Table {
        std::string caption;
        std::vector<Column> columns;
        std::vector<std::vector<std::string>> rows;  // as many cells as columns
    };
    using Block = std::variant<Heading, Paragraph, Rows, Table>;
    struct Section {
        std::string heading;
        std::vector<Block> blocks = {};
    };

    std::string title;
    std::string language = "en-GB";
    std::vector<Row> opening = {};  // right below the title
    std::vector<Section> sections = {};
    std::string footer;           // on each page, before its number
    std::string confidentiality;  // on each page, below
    base::Moment made;
};

/// Sets papers in type: the bytes of a file. Safe to use from many threads. The same paper gives the same
/// bytes. What is missing on this machine, such as a font, is thrown.
class PaperWriter {
public:
    virtual ~PaperWriter() = default;
    virtual std::string write(const Paper&) = 0;
};

}  // namespace app
