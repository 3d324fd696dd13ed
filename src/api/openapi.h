// docs/openapi.json as it was when the program was built.
#pragma once
#include <string_view>

namespace api {

std::string_view openapi_document();

}  // namespace api
