// A paper poured over sheets: what keeps together, and where a new sheet begins.
#pragma once
#include "app/paper.h"
#include "pdf/sheets.h"

namespace pdf {

class Flow {
public:
    /// `total`: how many sheets it comes to; 0 while they are being counted.
    Flow(PangoFontMap&, const app::Paper&, int total);

    int pages() const { return sheets_.number(); }
    std::string bytes() { return sheets_.bytes(); }

private:
    struct Level {
        const char* tag;
        Style style;
        double keeps;  // height of what has to follow on the same sheet
    };

    void pour(const app::Paper::Section&);
    void heading(const std::string& text, const Level&);
    void lines(const std::string& text, const char* tag, Style);
    /// `follows`: height of the beginning of what comes next.
    void block(const app::Paper::Heading&, double follows);
    void block(const app::Paper::Paragraph&, double follows);
    void block(const app::Paper::Rows&, double follows);
    void block(const app::Paper::Table&, double follows);

    Type type_;
    Sheets sheets_;
};

}  // namespace pdf
