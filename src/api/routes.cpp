#include "api/routes.h"

#include "api/endpoints.h"

namespace api {

const std::vector<Route>& routes() {
    using app::Scope;
    using enum http::Method;
    static const std::vector<Route> all{
        {Get, "/api/v1/openapi.json", {}, true, get_openapi},
        {Get, "/api/v1/disagreements", Scope::Read, false, list_disagreements},
        {Post, "/api/v1/disagreements", Scope::Act, false, raise_disagreement},
        {Get, "/api/v1/disagreements/{reference}", Scope::Read, false, get_disagreement},
        {Post, "/api/v1/disagreements/{reference}/actions/{action}", Scope::Act, false, act},
        {Post, "/api/v1/disagreements/{reference}/identity", Scope::Release, false, release_identity},
        {Get, "/api/v1/disagreements/{reference}/events", Scope::Read, false, get_events},
        {Get, "/api/v1/disagreements/{reference}/record.pdf", Scope::Read, false, get_record},
        {Get, "/api/v1/disagreements/{reference}/forms/{form}", Scope::Read, false, get_form},
        {Get, "/api/v1/partnerships", Scope::Read, false, list_partnerships},
        {Get, "/api/v1/partnerships/{partnership}/raise", Scope::Read, false, get_questions},
        {Get, "/api/v1/policies", Scope::Read, false, list_policies},
        {Get, "/api/v1/policies/{key}", Scope::Read, false, get_policy},
        {Get, "/api/v1/policies/{key}/timetable", Scope::Read, false, get_timetable},
        {Get, "/api/v1/policies/{key}/diagram.svg", Scope::Read, false, get_diagram},
        {Post, "/api/v1/deadlines", {}, false, answer_deadlines},
        {Get, "/api/v1/register", Scope::Register, false, get_register},
        {Get, "/api/v1/reports/{kind}", Scope::Reports, false, get_report},
        {Get, "/api/v1/directory/agencies", Scope::Directory, false, list_agencies},
        {Get, "/api/v1/directory/posts", Scope::Directory, false, list_posts},
        {Post, "/api/v1/calendar", Scope::Read, false, make_calendar},
        {Get, "/calendar/{file}", {}, true, get_calendar},
        {Get, "/metrics", Scope::Metrics, false, get_metrics},
    };
    return all;
}

}  // namespace api
