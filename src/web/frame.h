// Puts a page into the frame that all of them share: header, navigation, footer.
#pragma once
#include "http/assets.h"
#include "web/asked.h"
#include "web/sheet.h"

namespace web {

class Frame {
public:
    explicit Frame(const http::Assets&);

    http::Response show(Sheet, const Asked&) const;
    /// Without a visitor: where nothing of the house may be relied on.
    http::Response show_plain(Sheet) const;

private:
    govuk::Page page_of(const Sheet&) const;  // all but its content

    govuk::PageAssets assets_;
};

/// The partnerships whose register somebody may see.
std::vector<const app::Partnership*> registers_of(const Asked&);

}  // namespace web
