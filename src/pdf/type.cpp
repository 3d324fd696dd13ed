#include "pdf/type.h"

#include "base/text.h"
#include "pdf/clean_text.h"

namespace pdf {
namespace {

struct Look {
    double size;
    PangoWeight weight;
    double grey;
    double leading;  // height of a line, beside that of its letters
};

Look look_of(Style style) {
    switch (style) {
        case Style::Title: return {20, PANGO_WEIGHT_BOLD, 0, 1.1};
        case Style::Section: return {14, PANGO_WEIGHT_BOLD, 0, 1.15};
        case Style::Heading: return {11, PANGO_WEIGHT_BOLD, 0, 1.2};
        case Style::Plain: return {10, PANGO_WEIGHT_NORMAL, 0, 1.25};
        case Style::Strong: return {10, PANGO_WEIGHT_BOLD, 0, 1.25};
        case Style::Quiet: return {9, PANGO_WEIGHT_NORMAL, 0.3, 1.25};
        case Style::Label: return {9.5, PANGO_WEIGHT_BOLD, 0, 1.25};
        case Style::Cell: return {9.5, PANGO_WEIGHT_NORMAL, 0, 1.25};
        case Style::Foot: return {8, PANGO_WEIGHT_NORMAL, 0.3, 1.25};
    }
    return {};
}

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

/// What stands on a line: its bytes of the text, without the blanks at its end.
std::string trimmed_part(const std::string& text, const PangoLayoutLine& line) {
    auto part =
        text.substr(static_cast<std::size_t>(line.start_index), static_cast<std::size_t>(line.length));
    while (!part.empty() && part.back() == ' ') part.pop_back();
    return part;
}

/// Pango takes time by the square of what it is given: longer texts are broken piece by piece.
constexpr std::size_t piece_bytes_max = 2000;
constexpr std::size_t word_bytes_max = 500;

/// Up to a blank where there is one, else between characters.
std::string_view first_piece(std::string_view text) {
    if (text.size() <= piece_bytes_max) return text;
    const auto blank = text.rfind(' ', piece_bytes_max);
    if (blank != std::string_view::npos) return text.substr(0, blank + 1);
    auto end = word_bytes_max;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

}  // namespace

double height_of(const Lines& lines) {
    double height = 0;
    for (const auto& line : lines) height += line.height;
    return height;
}

Type::Type(PangoFontMap& fonts) : context_(pango_font_map_create_context(&fonts)) {
    const Held<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    // A unit of the page is a point.
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string("en-gb"));
}

Held<PangoLayout> Type::layout(const std::string& text, Style style) const {
    const auto look = look_of(style);
    Held<PangoLayout> made(pango_layout_new(context_.get()));
    const Held<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), font_family);
    pango_font_description_set_weight(font.get(), look.weight);
    pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
    pango_layout_set_font_description(made.get(), font.get());
    // A long word is broken as it stands: a hyphen could be taken for a part of it.
    const Held<PangoAttrList> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(made.get(), attributes.get());
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
}

void Type::add_broken(const std::string& text, Style style, double width, Lines& lines) const {
    const auto whole = layout(text, style);
    pango_layout_set_wrap(whole.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(whole.get(), static_cast<int>(width * PANGO_SCALE));
    const double leading = look_of(style).leading;
    for (auto* at = pango_layout_get_lines_readonly(whole.get()); at; at = at->next) {
        auto* line = static_cast<PangoLayoutLine*>(at->data);
        PangoRectangle box;
        pango_layout_line_get_extents(line, nullptr, &box);
        const double height = points(box.height) * leading;
        const double above = (height - points(box.height)) / 2;
        lines.push_back({trimmed_part(text, *line), points(box.width), height, above - points(box.y),
                         line->resolved_dir == PANGO_DIRECTION_RTL});
    }
}

Lines Type::broken(const std::string& typed, Style style, double width) const {
    const auto text = clean(typed);
    Lines lines;
    if (text.empty()) return lines;
    for (const auto& line : base::split(text, '\n')) {
        std::string_view rest = line;
        do {
            const auto piece = first_piece(rest);
            add_broken(std::string(piece), style, width, lines);
            rest.remove_prefix(piece.size());
        } while (!rest.empty());
    }
    return lines;
}

void Type::draw(cairo_t& cairo, const Line& line, Style style, double x, double y, double width) const {
    if (line.text.empty()) return;
    const auto direction = line.from_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    pango_context_set_base_dir(context_.get(), direction);
    const auto alone = layout(line.text, style);
    pango_layout_set_auto_dir(alone.get(), FALSE);
    pango_layout_set_single_paragraph_mode(alone.get(), TRUE);
    auto* drawn = pango_layout_get_line_readonly(alone.get(), 0);
    const double grey = look_of(style).grey;
    cairo_set_source_rgb(&cairo, grey, grey, grey);
    cairo_move_to(&cairo, line.from_right ? x + width - line.width : x, y + line.baseline);
    pango_cairo_show_layout_line(&cairo, drawn);
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

}  // namespace pdf
