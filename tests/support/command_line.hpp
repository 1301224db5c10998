// The command line run inside the test: `typed({"verify", file})` and what came of it. The clock
// stands still; the user is "test".
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "planner/ports/clock.hpp"
#include "ui/cli/run.hpp"

namespace tandem::test {

struct Said {
  int exit{};
  std::string out;
  std::string err;
};

inline Said typed(const std::vector<std::string>& args) {
  const FixedClock clock{std::chrono::sys_days{std::chrono::year{2027} / 4 / 14}};
  std::ostringstream out, err;
  const int exit = cli::run(args, {out, err, clock, "test", false, {}, false, {}, {}});
  return {exit, out.str(), err.str()};
}

}  // namespace tandem::test
