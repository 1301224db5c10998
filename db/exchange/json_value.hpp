// JSON text to a JSON value and back, with the limits and refusals every reader of ours shares.
// Included by .cpp files of this folder only: nlohmann's types stay out of the headers others read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "planner/base/result.hpp"

namespace tandem::db {

using Json = nlohmann::ordered_json;  // members keep the order they were given

inline constexpr int kMaxJsonDepth = 64;

// Errors: bad_input, one: not JSON, nested too deeply, a member named twice, invalid UTF-8.
Result<Json> parse_json(std::string_view text);

// One line. Bytes that are not UTF-8 become U+FFFD; a Program that passed its checks has none.
std::string dump(const Json& json);

// What a JSON value is, for a person: "a list", "the number 3".
std::string described(const Json& json);

}  // namespace tandem::db
