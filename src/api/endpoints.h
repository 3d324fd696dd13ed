// Every answer of the API, by the file that gives it.
#pragma once
#include "api/asked.h"
#include "http/response.h"

namespace api {

// disagreements.cpp
http::Response list_disagreements(const UseCases&, const Asked&);
http::Response get_disagreement(const UseCases&, const Asked&);
http::Response get_events(const UseCases&, const Asked&);
http::Response get_record(const UseCases&, const Asked&);
http::Response get_form(const UseCases&, const Asked&);
// raise.cpp
http::Response raise_disagreement(const UseCases&, const Asked&);
http::Response get_questions(const UseCases&, const Asked&);
// act.cpp
http::Response act(const UseCases&, const Asked&);
http::Response release_identity(const UseCases&, const Asked&);
// partnerships.cpp
http::Response list_partnerships(const UseCases&, const Asked&);
http::Response list_agencies(const UseCases&, const Asked&);
http::Response list_posts(const UseCases&, const Asked&);
// policies.cpp
http::Response list_policies(const UseCases&, const Asked&);
http::Response get_policy(const UseCases&, const Asked&);
http::Response get_timetable(const UseCases&, const Asked&);
http::Response get_diagram(const UseCases&, const Asked&);
// deadlines.cpp
http::Response answer_deadlines(const UseCases&, const Asked&);
// register.cpp
http::Response get_register(const UseCases&, const Asked&);
http::Response get_report(const UseCases&, const Asked&);
// calendar_feed.cpp
http::Response make_calendar(const UseCases&, const Asked&);
http::Response get_calendar(const UseCases&, const Asked&);
// service.cpp
http::Response get_metrics(const UseCases&, const Asked&);
http::Response get_openapi(const UseCases&, const Asked&);

}  // namespace api
