#include "govuk/heading.h"

namespace govuk {

html::Element heading(int level, std::string_view css_class) {
    base::ensure(level >= 1 && level <= 6, "a heading of level 1 to 6");
    switch (level) {
        case 1: return html::element("h1", css_class);
        case 2: return html::element("h2", css_class);
        case 3: return html::element("h3", css_class);
        case 4: return html::element("h4", css_class);
        case 5: return html::element("h5", css_class);
        default: return html::element("h6", css_class);
    }
}

}  // namespace govuk
