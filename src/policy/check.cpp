#include "policy/check.h"

#include "policy/check_report.h"

#include <algorithm>
#include <tuple>

namespace policy {
namespace {

constexpr std::size_t stages_max = 60;  // no policy has a dozen; what checks and draws them compares each with each

}  // namespace

base::Findings check(const Pack& pack, const Places& places) {
    Report report(places);
    if (pack.stages.size() > stages_max) {
        report.wrong({"/stages", "the ladder"}, "it has " + std::to_string(pack.stages.size()) + " stages",
                     "a policy has at most " + std::to_string(stages_max));
        return std::move(report.findings);
    }
    check_identity(pack, report);
    check_citations(pack, report);
    check_references(pack, report);
    check_clocks(pack, report);
    check_ladder(pack, report);
    check_people(pack, report);
    check_case(pack, report);
    check_needs(pack, report);
    check_sense(pack, report);
    check_papers(pack, report);
    check_asks(pack, report);
    const auto place = [](const base::Finding& finding) {
        return std::tuple(finding.where.file, finding.where.line, finding.where.column);
    };
    std::ranges::stable_sort(report.findings, {}, place);
    return std::move(report.findings);
}

base::Findings check(const Loaded& loaded) {
    return check(loaded.pack, loaded.places);
}

}  // namespace policy
