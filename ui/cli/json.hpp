// Shared pieces of the command line's JSON: the ordered object type, and dates. The keys of every
// report are listed by `tandem help json` and never change their meaning.
#pragma once

#include <nlohmann/json.hpp>

#include "planner/base/date.hpp"

namespace tandem::cli {

using Json = nlohmann::ordered_json;

inline Json json(std::optional<Date> date) { return date ? Json(text(*date)) : Json(nullptr); }

}  // namespace tandem::cli
