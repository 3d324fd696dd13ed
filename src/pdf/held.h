// Foreign objects that are given back when whoever holds them goes.
#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace pdf {

struct GiveBack {
    void operator()(PangoFontMap* held) const { g_object_unref(held); }
    void operator()(PangoContext* held) const { g_object_unref(held); }
    void operator()(PangoLayout* held) const { g_object_unref(held); }
    void operator()(PangoFontDescription* held) const { pango_font_description_free(held); }
    void operator()(PangoAttrList* held) const { pango_attr_list_unref(held); }
    void operator()(cairo_surface_t* held) const { cairo_surface_destroy(held); }
    void operator()(cairo_t* held) const { cairo_destroy(held); }
    void operator()(cairo_font_options_t* held) const { cairo_font_options_destroy(held); }
};

template <class T>
using Held = std::unique_ptr<T, GiveBack>;

/// What is drawn while it lives stands under this tag of the structure.
class Tag {
public:
    Tag(cairo_t& cairo, const char* name) : cairo_(cairo), name_(name) {
        cairo_tag_begin(&cairo_, name_, nullptr);
    }
    ~Tag() { cairo_tag_end(&cairo_, name_); }
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

private:
    cairo_t& cairo_;
    const char* name_;
};

/// Rules, footers and headings said again: `finished` makes artifacts of them, which Cairo cannot mark.
inline constexpr const char* artifact = "NonStruct";

}  // namespace pdf
