// What the field knows about the instances of a set. Three layouts: PSPLIB's tables (`;`, a
// preamble, a header row that begins with `ID;`, decimal commas, Windows-1252); `problem,optimum`
// of the RCPSP/max sets, where the optimum is a number, `low..high` or `unsat`; and
// `instNum,optimal,...` of the multi-skill sets, a file `results_SET_pris.txt` for the instances
// `inst_SET_NN`.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "planner/base/result.hpp"

namespace tandem::bench {

struct Known {
  int lower{};
  std::optional<int> upper;  // none: no schedule is known
  bool infeasible{};
  std::optional<int> critical_path;
  bool closed() const { return infeasible || (upper && *upper == lower); }
};

// By the instance's file name in small letters without its ending.
using BestKnown = std::map<std::string, Known>;

// Errors: file and line of a row that is neither.
Result<BestKnown> read_best_known(const std::string& name, std::string_view text);

// Reads `best-known.csv` beside the instance, or `published/results_*.txt`, or every
// `best-known-*.csv` one folder above; what is not there is not known. Errors: a table that cannot
// be read.
Result<BestKnown> best_known_near(const std::filesystem::path& folder);

std::string instance_key(const std::filesystem::path& file);

}  // namespace tandem::bench
