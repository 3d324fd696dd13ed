// After a proof of who somebody is: the cookie, and on to where they wanted to go.
#pragma once
#include "app/sign_in.h"
#include "web/asked.h"
#include "web/sheet.h"
#include "web/use_cases.h"

namespace web {

Answer let_in(const app::NewSession&, const Address&, const std::string& then);
/// Or first to the question for a code.
Answer let_in(const app::Entered&, const Address&, const std::string& then);

/// Of the session that the request came with, which ends when another begins; "" for none.
std::string carried_token(const Asked&);

/// The device in words and the network, without the last part of the address.
app::Place place_of(const http::Request&);

/// "Firefox on Windows"; "a browser" where it is none we know.
std::string device_of(std::string_view user_agent);
/// "192.0.2" of "192.0.2.17", "2001:db8:0" of an address of IPv6.
std::string network_of(const std::string& address);

}  // namespace web
