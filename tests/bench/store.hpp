// What the SQLite store takes: making a file of many people, opening it, saving to it, checking it.
#pragma once

#include <filesystem>

namespace tandem::bench {

struct StoreOptions {
  int people = 100'000;
  int saves = 200;  // of one row each, one transaction each
  std::filesystem::path folder{"."};
};

// Returns: an exit code. Prints one line a figure; seconds are wall clock, as a person waits.
int store(const StoreOptions& options);

}  // namespace tandem::bench
