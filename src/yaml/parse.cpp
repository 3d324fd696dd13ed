#include "yaml/parse.h"

#include "base/text.h"
#include "yaml/text_check.h"
#include "yaml/tree_builder.h"

#include <sstream>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace yaml {
namespace {

void read_documents(std::string_view text, TreeBuilder& builder) {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    while (!builder.is_given_up() && parser.HandleNextDocument(builder)) {}
}

/// What the library says is kept for those who know YAML; the hint is for the others.
std::string hint_for(const std::string& message) {
    if (message == "unknown token") return "put quotes around text that contains ? : , [ ] { } or #";
    return "check indentation, colons, brackets and quotes on this line and the one before";
}

}  // namespace

tl::expected<policy::Node, base::Findings> parse(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    auto findings = check_text(text, file);
    if (!findings.empty()) return tl::unexpected(std::move(findings));

    TreeBuilder builder(text, file);
    try {
        read_documents(text, builder);
    } catch (const YAML::Exception& wrong) {
        builder.wrong(wrong.mark, "this is not YAML: " + wrong.msg, hint_for(wrong.msg));
    }
    return builder.finish();
}

}  // namespace yaml
