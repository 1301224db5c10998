// `tandem-bench ui`: what building a frame of each page costs, without a screen and without the
// graphics card: CPU time at the median and the 99th percentile, and allocations in a frame in
// which nothing changes.
#pragma once

#include <filesystem>

namespace tandem::bench {

struct WindowOptions {
  std::filesystem::path folder = "samples/northmere";
  int people = 0;
  int cohorts = 0;
  int modules = 20;
  int frames = 600;
};

// Returns: an exit code.
int window(const WindowOptions& options);

}  // namespace tandem::bench
