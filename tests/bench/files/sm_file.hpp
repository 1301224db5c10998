// PSPLIB's single-mode format, `.sm`: Kolisch and Sprecher 1996, "PSPLIB - A project scheduling
// problem library".
#pragma once

#include <string>
#include <string_view>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::bench {

// Errors: file and line of what is missing or wrong; several modes and non-renewable resources are
// refused.
Result<schedule::rcpsp::ProjectData> read_sm(const std::string& name, std::string_view text);

}  // namespace tandem::bench
