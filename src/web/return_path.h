// Back to where somebody wanted to go before they were asked to sign in.
#pragma once
#include <string>
#include <string_view>

namespace web {

/// A path of this service and nothing else: never "//elsewhere", never a way out.
bool is_local_path(std::string_view);

/// "/sign-in?then=%2Fdisagreements%2FK7QM-2RXD-9F"
std::string sign_in_path(const std::string& then);
/// Where `then` leads, or to one's own work.
std::string return_path(std::string_view then);

}  // namespace web
