#include "api/done.h"

#include "api/disagreement_json.h"
#include "api/refusal.h"

namespace api {

http::Response tell(const UseCases& use, const Asked& asked, const app::Done& done, int status) {
    const auto view = use.reading.open_as_of(asked.person(), done.reference, done.revision);
    if (!view) return reply(problem_of(view.error()));
    auto response = reply(to_json(*view), status).with("ETag", tag_of(done.revision));
    if (done.repeated) response.with("Idempotent-Replayed", "true");
    return response;
}

}  // namespace api
