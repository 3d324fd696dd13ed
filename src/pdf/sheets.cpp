#include "pdf/sheets.h"

#include <stdexcept>

#include "calendar/local_time.h"
#include "pdf/clean_text.h"

namespace pdf {
namespace {

constexpr double foot_gap = 20;  // between what is written and the footer

cairo_status_t add_to(void* bytes, const unsigned char* more, unsigned int count) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
    return CAIRO_STATUS_SUCCESS;
}

/// As much of it as goes on so many lines.
Lines first_lines(const Type& type, const std::string& text, double width, std::size_t lines_max) {
    auto lines = type.broken(text, Style::Foot, width);
    if (lines.size() <= lines_max) return lines;
    lines.resize(lines_max);
    lines.back().text += "…";
    return lines;
}

}  // namespace

Sheets::Sheets(const Type& type, const app::Paper& paper, int total)
    : type_(type),
      paper_(paper),
      total_(total),
      surface_(cairo_pdf_surface_create_for_stream(add_to, &bytes_, width, height)),
      cairo_(cairo_create(surface_.get())) {
    auto* surface = surface_.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, clean(paper.title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Concordat");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   calendar::to_iso(paper.made).c_str());
    begin();
}

void Sheets::begin() {
    ++number_;
    y_ = top;
    const Tag unread(*cairo_, artifact);
    double foot = height - bottom + foot_gap;
    const auto page = "Page " + std::to_string(number_) + " of " + std::to_string(total_);
    const auto end = paper_.confidentiality.empty() ? page : page + " · " + paper_.confidentiality;
    for (const auto& lines :
         {first_lines(type_, paper_.footer, measure - 10, 2), first_lines(type_, end, measure - 10, 1)}) {
        for (const auto& line : lines) {
            type_.draw(*cairo_, line, Style::Foot, margin, foot, measure);
            foot += line.height;
        }
    }
}

void Sheets::next() {
    cairo_show_page(cairo_.get());
    begin();
}

void Sheets::rule(double thickness, double grey) const {
    const Tag unread(*cairo_, artifact);
    cairo_set_source_rgb(cairo_.get(), grey, grey, grey);
    cairo_rectangle(cairo_.get(), margin, y_, measure, thickness);
    cairo_fill(cairo_.get());
}

std::string Sheets::bytes() {
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    const auto status = cairo_surface_status(surface_.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("The paper could not be drawn: ") +
                                 cairo_status_to_string(status));
    return bytes_;
}

}  // namespace pdf
