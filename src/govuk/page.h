// A whole page of the service, from the doctype to the footer.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "govuk/navigation.h"
#include "govuk/notice.h"
#include "govuk/service_navigation.h"
#include "html/html.h"

namespace govuk {

/// Addresses of what a page loads; the Content-Security-Policy allows nothing else.
struct PageAssets {
    std::string style_sheet;
    std::string script;  // an ES module
    std::string icon;    // SVG
};

struct FooterLink {
    std::string href;
    std::string text;
};

struct Footer {
    std::vector<FooterLink> links;
    Html text;
};

enum class Width { TwoThirds, Full };

/// Where a page has errors its title says so first, for those who hear it.
enum class Answers { Fine, WithErrors };

struct Page {
    std::string title;  // "Disagreement K7QX - Medway": without names of people
    std::string service_name = "Concordat";
    std::string home_url = "/";
    Answers answers = Answers::Fine;
    PageAssets assets;
    std::optional<ServiceNavigation> navigation;
    std::optional<PhaseBanner> phase_banner;
    std::variant<std::monostate, BackLink, Breadcrumbs> way_back;
    Html content;  // of <main>
    Width width = Width::TwoThirds;
    Footer footer;
    Html printed;  // only on paper: by whom, when
};

Html render(const Page& page);

/// The script in the page itself says that scripts may run here. The Content-Security-Policy names
/// its SHA-256, so it is the same on every page, to the byte.
Html scripts_may_run();

}  // namespace govuk
