#include "api/done.h"

#include "api/disagreement_json.h"
#include "api/refusal.h"

namespace api {

http::Response tell(const UseCases& use, const Asked& asked, const app::Done& done, int status) {
    const auto view = use.reading.open_as_of(asked.person(), done.reference, done.revision);
    const bool excluded = asked.known->excluded_from(done.reference).contains(asked.person());
    if (!view && excluded) return reply(problem_of(view.error()));
    // It is done, also where nothing in it is for them to see any more.
    const auto bare = json::Object().set("reference", done.reference).set("revision", done.revision.get());
    auto response = reply(view ? to_json(*view) : bare, status).with("ETag", tag_of(done.revision));
    if (done.repeated) response.with("Idempotent-Replayed", "true");
    return response;
}

}  // namespace api
