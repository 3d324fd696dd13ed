// What a page function gives: the page without its frame, or an answer that is no page.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "app/reads_log.h"
#include "govuk/page.h"
#include "http/response.h"

namespace web {

using html::Html;

/// Which entry of the navigation a page stands under.
enum class Section { None, Work, Raise, Policies, Register, Account };

/// Titles carry no names of people: they end up in histories and on shared screens.
struct Sheet {
    std::string title;       // "Answer the concern"
    std::string under = {};  // "Disagreement K7QM-2RXD-9F"
    Html content;
    Section section = Section::None;
    int status = 200;
    govuk::Answers answers = govuk::Answers::Fine;
    govuk::Width width = govuk::Width::TwoThirds;
    std::variant<std::monostate, govuk::BackLink, govuk::Breadcrumbs> way_back = {};
    Html printed = {};  // only on paper
    std::optional<app::Read> read = {};  // what of a disagreement it shows
};

using Answer = std::variant<Sheet, http::Response>;

}  // namespace web
