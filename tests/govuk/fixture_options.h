// Reads the options of a govuk-frontend fixture, and knows whether all of them were understood.
#pragma once
#include <boost/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "html/html.h"

namespace fixtures {

/// What one fixture has said so far.
struct Reading {
    std::set<std::string> unread;         // "items.0.text": options that nobody asked for
    std::vector<std::string> raw_markup;  // their `html` options: markup that the typed API cannot take
    std::vector<std::string> problems;

    bool is_complete() const { return unread.empty() && problems.empty(); }
    /// Puts their markup where its placeholder stands.
    std::string with_markup(std::string rendered) const;
};

class Options {
public:
    Options(const boost::json::object& values, Reading& reading, std::string path = {});

    bool has(std::string_view key) const;
    /// Text, a number or a flag as text; "" where it is absent or null.
    std::string text(std::string_view key) const;
    int number(std::string_view key, int otherwise) const;
    bool flag(std::string_view key) const;
    std::optional<bool> answer(std::string_view key) const;
    html::Attributes attributes(std::string_view key = "attributes") const;
    std::optional<Options> child(std::string_view key) const;
    /// Items that are null, false or "" are skipped, as the templates do.
    std::vector<Options> list(std::string_view key) const;
    bool has_gaps(std::string_view key) const;
    /// Of an item in its list, counted from 1 with those that are not there.
    std::string place() const;
    std::vector<std::vector<Options>> rows(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    /// `html` where there is some, else `text`; or of other keys: content("titleHtml", "titleText").
    html::Html content(std::string_view html_key = "html", std::string_view text_key = "text") const;
    bool is_markup(std::string_view html_key = "html") const;
    /// Markup without a word of text as an alternative: {start: "<div>…"}.
    html::Html markup(std::string_view key) const { return content(key, "no such key"); }
    bool is_object(std::string_view key) const;
    /// Content of a child: {text: …} or {html: …}.
    html::Html content_of(std::string_view key) const;
    /// Something that the typed API does not express.
    void give_up(std::string why) const { reading_->problems.push_back(std::move(why)); }

private:
    const boost::json::value* read(std::string_view key) const;
    std::vector<Options> items(const boost::json::array& array, const std::string& path) const;

    const boost::json::object* values_;
    Reading* reading_;
    std::string path_;
};

/// Cuts the class off the front of `classes`, where it stands there.
bool take_class(std::string& classes, std::string_view css_class);

}  // namespace fixtures
