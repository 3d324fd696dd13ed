#include "yaml/parse.h"

#include "base/text.h"
#include "yaml/text_check.h"
#include "yaml/tree_builder.h"

#include <sstream>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace yaml {
namespace {

/// What the library found to be no YAML, in words that name a remedy.
void read_documents(std::string_view text, TreeBuilder& builder) {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    if (!parser.HandleNextDocument(builder)) return;
    while (!builder.is_given_up() && parser.HandleNextDocument(builder)) {}
}

std::string plain(std::string message) {
    if (const auto at = message.find("yaml-cpp"); at != std::string::npos) return "this cannot be read as YAML";
    return "this cannot be read as YAML: " + message;
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
        builder.wrong(wrong.mark, plain(wrong.msg), "check indentation, colons, brackets and quotes on this line and the one before");
    }
    return builder.finish();
}

}  // namespace yaml
