// About the service itself: what it can be asked, and figures for those who watch over it.
#include <fmt/format.h>

#include "api/endpoints.h"
#include "api/openapi.h"
#include "api/reply.h"

namespace api {
namespace {

/// One figure in the text format of Prometheus.
struct Figure {
    std::string_view name;
    std::string_view help;
    std::string_view type;
    std::size_t value;
};

std::string in_prometheus(const Figure& figure) {
    return fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", figure.name, figure.help, figure.type,
                       figure.value);
}

}  // namespace

http::Response get_metrics(const UseCases& use, const Asked& asked) {
    const auto rows = [&](const std::string& view) { return use.ledger.count(view, std::nullopt); };
    const Figure figures[] = {
        {"concordat_ledger_entries_total", "Entries in the ledger.", "counter",
         static_cast<std::size_t>(use.ledger.head().size)},
        {"concordat_partnerships", "Partnerships of this installation.", "gauge",
         asked.known->partnerships.size()},
        {"concordat_people", "Accounts of this installation.", "gauge", asked.known->people.size()},
        {"concordat_disagreements", "Disagreements, live and ended.", "gauge", rows("register")},
        {"concordat_duties_open", "Duties that somebody owes now.", "gauge", rows("work")},
        {"concordat_duties_dated_open", "Dated duties whose breach is not on record.", "gauge",
         rows("due")}};
    std::string text;
    for (const auto& figure : figures) text += in_prometheus(figure);
    return text_reply(text, "text/plain; version=0.0.4; charset=utf-8");
}

http::Response get_openapi(const UseCases&, const Asked&) {
    return text_reply(std::string(openapi_document()), "application/json");
}

}  // namespace api
