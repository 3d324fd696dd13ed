#include "yaml/tree_builder.h"

#include "base/text.h"
#include "yaml/text_check.h"

#include <algorithm>
#include <utility>

namespace yaml {
namespace {

constexpr std::size_t depth_max = 32;

using Kind = policy::Node::Kind;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (true) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view text, std::string file)
    : lines_(lines_of(text)), file_(std::move(file)) {}

base::Place TreeBuilder::place_of(const YAML::Mark& mark) {
    if (mark.is_null()) return {file_, 0, 0};
    const auto line = static_cast<std::size_t>(std::max(0, mark.line));
    const auto byte = static_cast<std::size_t>(std::max(0, mark.column));
    if (line >= lines_.size()) return {file_, static_cast<int>(line) + 1, 1};
    if (line != line_ || byte < byte_) {
        line_ = line;
        byte_ = 0;
        column_ = 1;
    }
    const auto end = std::min(byte, lines_[line].size());
    if (byte_ < end) column_ += static_cast<int>(base::length_of(lines_[line].substr(byte_, end - byte_)));
    byte_ = end;
    return {file_, static_cast<int>(line) + 1, column_};
}

void TreeBuilder::wrong(const YAML::Mark& mark, std::string what, std::string hint) {
    findings_.push_back({place_of(mark), std::move(what), std::move(hint), {}});
}

/// yaml-cpp takes the end of the text for a closing quote.
bool TreeBuilder::is_closed(const YAML::Mark& quote) const {
    if (quote.is_null()) return true;
    auto line = static_cast<std::size_t>(quote.line);
    auto at = static_cast<std::size_t>(quote.column);
    if (line >= lines_.size() || at >= lines_[line].size()) return true;
    const char opened = lines_[line][at];
    if (opened != '"' && opened != '\'') return true;  // a block of text
    for (++at; line < lines_.size(); ++line, at = 0) {
        for (; at < lines_[line].size(); ++at) {
            const char c = lines_[line][at];
            if (c == '\\' && opened == '"') {
                ++at;
            } else if (c == opened) {
                const bool doubled = opened == '\'' && lines_[line].substr(at + 1, 1) == "'";
                if (!doubled) return true;
                ++at;
            }
        }
    }
    return false;
}

tl::expected<policy::Node, base::Findings> TreeBuilder::finish() {
    if (!is_closed(last_quote_))
        wrong(last_quote_, "a quote is opened here and never closed", "add the closing quote");
    if (documents_ == 0 && findings_.empty()) {
        findings_.push_back({{file_, 0, 0}, "the file is empty", "begin with 'policy:'", {}});
    }
    if (!findings_.empty()) return tl::unexpected(std::move(findings_));
    return std::move(root_);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (++documents_ < 2) return;
    wrong(mark, "what begins here is no part of what came before",
          "check its indentation; one file holds one document, without '---' or '...' in between");
    given_up_ = true;
}

void TreeBuilder::check_marks(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor)
        wrong(mark, "an anchor ('&…') is not allowed", "write the value out where it is needed");
    const bool plain = tag.empty() || tag == "?" || tag == "!";  // yaml-cpp says "!" of quoted text
    if (!plain) wrong(mark, "a tag ('" + tag + "') is not allowed", "write the value as it is");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    check_marks(mark, {}, anchor);
    policy::Node node;
    node.place = place_of(mark);
    take(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    wrong(mark, "an alias ('*…') is not allowed",
          "write the value out; put quotes around text that begins with *");
    policy::Node node;
    node.place = place_of(mark);
    take(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
    check_marks(mark, tag, anchor);
    if (base::find_control(value) != std::string::npos) wrong(mark, "text with a control character in it", "take it out");
    policy::Node node;
    node.text = value;
    node.quoted = tag == "!";
    if (node.quoted) last_quote_ = mark;
    node.place = place_of(mark);
    take(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
    check_marks(mark, tag, anchor);
    enter(mark, Kind::List);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
    check_marks(mark, tag, anchor);
    enter(mark, Kind::Map);
}

void TreeBuilder::enter(const YAML::Mark& mark, Kind kind) {
    if (levels_.size() < depth_max) {
        levels_.emplace_back();
        levels_.back().node.kind = kind;
        levels_.back().node.place = place_of(mark);
        return;
    }
    if (too_deep_++ == 0) wrong(mark, "more than 32 levels, one within another", "no policy needs so many");
}

void TreeBuilder::leave() {
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    auto done = std::move(levels_.back().node);
    levels_.pop_back();
    take(std::move(done));
}

void TreeBuilder::take(policy::Node node) {
    if (too_deep_ > 0 || documents_ > 1) return;
    if (levels_.empty()) {
        root_ = std::move(node);
        return;
    }
    auto& level = levels_.back();
    if (level.node.kind == Kind::List) {
        level.node.items.push_back(std::move(node));
    } else if (!level.has_key) {
        take_key(level, node);
    } else {
        level.node.entries.push_back({std::move(level.key), level.key_place, std::move(node)});
        level.has_key = false;
    }
}

void TreeBuilder::take_key(Level& level, const policy::Node& node) {
    level.key = node.text;
    level.key_place = node.place;
    level.has_key = true;
    if (node.kind != Kind::Scalar) {
        findings_.push_back({node.place, "a key cannot be a map or a list", "write 'key: value'", {}});
        return;
    }
    const auto [first, fresh] = level.lines.emplace(node.text, node.place.line);
    if (fresh) return;
    findings_.push_back({node.place,
                         "the key '" + node.text + "' stands twice in one map",
                         "the first is in line " + std::to_string(first->second),
                         {}});
}

}  // namespace yaml
