#include "cli/findings_json.h"

namespace cli {

json::Value as_json(const base::Findings& findings) {
    json::Array array;
    for (const auto& finding : findings) {
        json::Object object;
        object.set("file", finding.where.file)
            .set("line", finding.where.line)
            .set("column", finding.where.column)
            .set("what", finding.what)
            .set("hint", finding.hint)
            .set("clause", finding.clause);
        array.push_back(std::move(object));
    }
    return array;
}

}  // namespace cli
