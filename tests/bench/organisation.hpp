// An organisation of so many people and nothing planned, for benchmarks whose cost is people: one
// site, one unit, everybody has a manager. The same number gives the same rows.
#pragma once

#include "planner/domain/program.hpp"

namespace tandem::bench {

Program organisation(int people);

}  // namespace tandem::bench
