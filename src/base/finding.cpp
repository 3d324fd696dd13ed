#include "base/finding.h"

namespace base {

std::string to_text(const Finding& finding) {
    std::string text = finding.where.file;
    if (finding.where.line > 0) {
        text += ":" + std::to_string(finding.where.line) + ":" + std::to_string(finding.where.column);
    }
    if (!text.empty()) text += ": ";
    text += finding.what;
    if (!finding.clause.empty()) text += " [clause " + finding.clause + "]";
    if (!finding.hint.empty()) text += " (" + finding.hint + ")";
    return text;
}

}  // namespace base
