#include "pdf/pdf_writer.h"

#include <stdexcept>

#include "pdf/finish.h"
#include "pdf/flow.h"

namespace pdf {

struct PdfWriter::Fonts {
    Held<PangoFontMap> map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
};

PdfWriter::PdfWriter() = default;
PdfWriter::~PdfWriter() = default;

std::string PdfWriter::write(const app::Paper& paper) {
    const std::lock_guard lock(one_at_a_time_);
    if (!fonts_) fonts_ = std::make_unique<Fonts>();
    // Pango ends the program where it finds no font at all.
    if (!pango_font_map_get_family(fonts_->map.get(), font_family))
        throw std::runtime_error(std::string("The font ") + font_family +
                                 " is not installed here, and papers are set in it. Install the package "
                                 "fonts-liberation2.");
    int pages = 0;
    {
        Flow counting(*fonts_->map, paper, 0);
        pages = counting.pages();
    }
    Flow flow(*fonts_->map, paper, pages);
    return finished(flow.bytes(), paper);
}

}  // namespace pdf
