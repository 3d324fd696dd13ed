// What a program is told that did something: the disagreement as it stood when that had landed.
#pragma once
#include "api/asked.h"
#include "app/transact.h"
#include "http/response.h"

namespace api {

/// The same for the same command, whenever it comes again.
http::Response tell(const UseCases&, const Asked&, const app::Done&, int status);

}  // namespace api
