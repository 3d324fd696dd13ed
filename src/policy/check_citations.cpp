// Every rule says where it comes from, and that place exists.
#include "base/text.h"
#include "policy/check_report.h"

namespace policy {
namespace {

bool is_house(const std::string& clause) {
    return clause == "house" || clause.starts_with("house ");
}

template <class T>
std::string did_you_mean(const std::string& key, const std::vector<T>& known, const std::string& otherwise) {
    std::vector<std::string> keys;
    for (const auto& one : known) keys.push_back(one.key);
    const auto meant = base::nearest(key, keys);
    return meant.empty() ? otherwise : "did you mean '" + meant + "'?";
}

}  // namespace

void check_citations(const Pack& pack, Report& report) {
    Visitor visitor;
    visitor.source = [&](const Subject& subject, const Source& source, Cited cited) {
        if (cited == Cited::Must && source.clause.empty() && source.reading.empty()) {
            report.wrong(
                subject, "no clause is cited",
                "add 'clause:' with a name from 'clauses', or 'reading:' where the source is silent");
        }
        if (!source.clause.empty() && !is_house(source.clause) && !find_clause(pack, source.clause)) {
            report.wrong(
                subject.part("clause"), "clause '" + source.clause + "' is not listed",
                did_you_mean(source.clause, pack.clauses, "list it under 'clauses', in your own words"));
        }
        if (!source.reading.empty() && !find_reading(pack, source.reading)) {
            report.wrong(subject.part("reading"), "there is no reading '" + source.reading + "'",
                         did_you_mean(source.reading, pack.readings, "write it under 'readings'"));
        }
    };
    walk(pack, visitor);
}

}  // namespace policy
