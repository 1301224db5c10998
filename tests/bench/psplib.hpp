// `tandem-bench psplib`: reads the field's benchmark files, solves each, judges each schedule and
// compares with what is known; one CSV row an instance, one summary a folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace tandem::bench {

struct PsplibOptions {
  std::vector<std::filesystem::path> paths;
  std::optional<double> seconds;
  std::optional<std::int64_t> schedules;  // wins over seconds
  std::uint64_t seed = 1;
  std::filesystem::path out;     // empty: no CSV
  int every = 1;                 // only every so many files
  std::filesystem::path expect;  // empty: nothing; a CSV of an earlier run to be equalled
};

// Returns: exit status; 1 when a schedule breaks a rule, lies below a proven bound, or contradicts
// what is known or expected; 3 when a file cannot be read.
int psplib(const PsplibOptions& options);

}  // namespace tandem::bench
