// What a program sends: its body as strict JSON, and the headers that make a write safe to repeat.
#pragma once
#include <optional>

#include "api/asked.h"
#include "api/reply.h"
#include "disagreement/action.h"
#include "json/reader.h"

namespace api {

inline constexpr std::size_t body_bytes_max = 512 * 1024;
inline constexpr std::size_t body_depth_max = 16;

/// Whether the body says that it is of this type, whatever parameters follow.
bool is_of_type(const http::Request&, std::string_view type);

/// 415 where it is not called JSON, 413 where it is too large, 400 with a pointer where it is none.
/// What to say of a body that is longer than that.
std::optional<Problem> too_large(const http::Request&);
Or<json::Value> read_json(const http::Request&);

/// The id of the command, with or without quotes; 400 where there is none.
Or<std::string> idempotency_key(const http::Request&);

/// The revision that the program has seen; 428 where it does not say.
Or<store::Revision> if_match(const http::Request&);

/// What raising and acting have in common.
struct Sent {
    std::string about = {};
    std::string acting_for = {};
    std::optional<base::Moment> happened_at = {};
    policy::Answers answers = {};
};

/// Members that are known; `faults` fills where one is of a wrong kind.
Sent read_sent(json::Reader&, json::Faults&);

/// 422: JSON, but not what is asked for here.
Problem unfit(const json::Faults&);

}  // namespace api
