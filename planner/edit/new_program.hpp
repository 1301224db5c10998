// What a new workspace holds before anybody has entered anything: one row, its own.
#pragma once

#include <string>

#include "planner/domain/program.hpp"

namespace tandem {

// A workspace with a name and nothing else in it: UTC, a year from `today` on.
Program new_program(std::string name, Date today);

}  // namespace tandem
