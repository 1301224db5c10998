// Cases with a planted impossibility: a generated organisation in which one session has been ruled
// out by a known number of facts of different kinds, each closing a part of the days it had. The
// explanation must find a set of facts; it need not be the planted one, as the generator's own
// absences and holidays may serve as well.
#pragma once

#include <optional>
#include <string>

#include "planner/domain/program.hpp"

namespace tandem::bench {

struct Planted {
  Program program;
  std::string session;
  int facts{};  // 2 to 6
};

// Returns: nothing where this seed gives no session with enough days to close.
std::optional<Planted> plant_conflict(std::uint64_t seed, int cohorts);

}  // namespace tandem::bench
