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

std::string in_prometheus(const http::Figures::Reading& traffic) {
    std::string text =
        "# HELP concordat_http_responses_total Responses, by class of status.\n"
        "# TYPE concordat_http_responses_total counter\n";
    for (std::size_t hundred = 1; hundred < traffic.by_class.size(); ++hundred) {
        text += fmt::format("concordat_http_responses_total{{class=\"{}xx\"}} {}\n", hundred,
                            traffic.by_class[hundred]);
    }
    text +=
        "# HELP concordat_http_response_seconds From the whole request to its answer.\n"
        "# TYPE concordat_http_response_seconds histogram\n";
    std::size_t so_far = 0;
    for (std::size_t i = 0; i < traffic.within.size(); ++i) {
        so_far += traffic.within[i];
        const auto bound = i < http::Figures::bounds_ms.size()
                               ? fmt::format("{}", http::Figures::bounds_ms[i] / 1000.0)
                               : std::string("+Inf");
        text += fmt::format("concordat_http_response_seconds_bucket{{le=\"{}\"}} {}\n", bound, so_far);
    }
    text += fmt::format("concordat_http_response_seconds_sum {:.6f}\n",
                        std::chrono::duration<double>(traffic.took).count());
    text += fmt::format("concordat_http_response_seconds_count {}\n", so_far);
    return text + in_prometheus({"concordat_http_connections", "Connections that are open.", "gauge",
                                 traffic.connections});
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
    text += in_prometheus(use.traffic.read());
    return text_reply(text, "text/plain; version=0.0.4; charset=utf-8");
}

http::Response get_openapi(const UseCases&, const Asked&) {
    return text_reply(std::string(openapi_document()), "application/json");
}

}  // namespace api
