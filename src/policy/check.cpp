#include "policy/check.h"

#include "policy/check_report.h"

#include <algorithm>

namespace policy {

base::Findings check(const Pack& pack, const Places& places) {
    Report report(places);
    check_identity(pack, report);
    check_citations(pack, report);
    check_references(pack, report);
    check_clocks(pack, report);
    check_ladder(pack, report);
    check_people(pack, report);
    check_case(pack, report);
    check_papers(pack, report);
    const auto place = [](const base::Finding& finding) {
        return std::pair(finding.where.line, finding.where.column);
    };
    std::ranges::stable_sort(report.findings, {}, place);
    return std::move(report.findings);
}

base::Findings check(const Loaded& loaded) {
    return check(loaded.pack, loaded.places);
}

}  // namespace policy
