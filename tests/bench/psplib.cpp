#include "tests/bench/psplib.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <string>

#include "planner/base/text.hpp"
#include "planner/schedule/rcpsp/solve.hpp"
#include "tests/bench/files/best_known.hpp"
#include "tests/bench/files/number_lines.hpp"
#include "tests/bench/files/project_file.hpp"
#include "tests/bench/solved.hpp"

namespace tandem::bench {
namespace {

namespace fs = std::filesystem;
using namespace schedule::rcpsp;

// One folder's figures.
struct Tally {
  int instances{}, scheduled{}, optimal{}, infeasible{}, unknown{};
  int known{}, as_known{}, better{};                // among those with a known best schedule
  int closed{}, closed_found{};                     // whose optimum is known; and was found
  int unsat{}, unsat_proven{}, sat{}, sat_found{};  // RCPSP/max
  double above_path{}, above_best{}, gap{};         // sums of percentages
  double seconds{};
  std::int64_t schedules{};
};

double percent_above(int value, int base) { return base > 0 ? 100.0 * (value - base) / base : 0.0; }

void add(Tally& tally, const Solved& answer, const Known* known) {
  ++tally.instances;
  tally.seconds += answer.seconds;
  tally.schedules += answer.schedules;
  tally.optimal += answer.status == Status::optimal;
  tally.infeasible += answer.status == Status::infeasible;
  tally.unknown += answer.status == Status::unknown;
  if (answer.makespan) {
    ++tally.scheduled;
    tally.above_path += percent_above(*answer.makespan, answer.critical_path);
    tally.gap += percent_above(*answer.makespan, answer.lower_bound);
  }
  if (!known) return;
  if (known->infeasible) {
    ++tally.unsat;
    tally.unsat_proven += answer.status == Status::infeasible;
    return;
  }
  ++tally.sat;
  tally.sat_found += answer.makespan.has_value();
  if (!known->upper) return;
  ++tally.known;
  tally.closed += known->closed();
  if (!answer.makespan) return;
  tally.above_best += percent_above(*answer.makespan, *known->upper);
  tally.as_known += *answer.makespan == *known->upper;
  tally.better += *answer.makespan < *known->upper;
  tally.closed_found += known->closed() && *answer.makespan == *known->upper;
}

void print(const std::string& set, const Tally& tally) {
  const double n = tally.scheduled > 0 ? tally.scheduled : 1;
  fmt::print(
      "{}: {} instances, {} scheduled, {:.3f} % above the critical path, {} proven optimal, {} "
      "proven infeasible, {} undecided, gap to the bound {:.3f} %, {:.0f} s, {} schedules\n",
      set, tally.instances, tally.scheduled, tally.above_path / n, tally.optimal, tally.infeasible,
      tally.unknown, tally.gap / n, tally.seconds, tally.schedules);
  if (tally.known > 0)
    fmt::print(
        "{}: against best known: {:.3f} % above it, as good on {} of {}, better on {}, optima "
        "found {} of {} known\n",
        set, tally.above_best / n, tally.as_known, tally.known, tally.better, tally.closed_found,
        tally.closed);
  if (tally.unsat > 0)
    fmt::print("{}: feasible found {} of {}, infeasible proven {} of {}\n", set, tally.sat_found,
               tally.sat, tally.unsat_proven, tally.unsat);
}

std::vector<std::string> complaints(const Solved& answer, const Known* known) {
  std::vector<std::string> found = answer.faults;
  if (!known) return found;
  if (known->infeasible) {
    if (answer.makespan) found.push_back("a schedule, where none is known to exist");
    return found;
  }
  if (answer.status == Status::infeasible) found.push_back("called infeasible, yet it is not");
  if (known->upper && answer.lower_bound > *known->upper)
    found.push_back(fmt::format("the bound {} lies above the best known schedule {}",
                                answer.lower_bound, *known->upper));
  if (answer.makespan && known->closed() && *answer.makespan < known->lower)
    found.push_back(
        fmt::format("{} lies below the known optimum {}", *answer.makespan, known->lower));
  return found;
}

// The rows of an earlier run by instance, without the seconds.
std::string comparable(const std::string& row) { return row.substr(0, row.rfind(',')); }

Result<std::map<std::string, std::string>> expected_rows(const fs::path& file) {
  const auto text = file_text(file);
  if (!text) return fail(text.error());
  std::map<std::string, std::string> rows;
  for (const auto& row : split(*text, '\n')) rows[row.substr(0, row.find(','))] = comparable(row);
  return rows;
}

}  // namespace

int psplib(const PsplibOptions& options) {
  const auto say = [](const Errors& errors) {
    for (const Error& error : errors) fmt::print(stderr, "{}\n", text(error));
    return 3;
  };
  const auto files = project_files(options.paths);
  if (!files) return say(files.error());
  std::ofstream csv;
  if (!options.out.empty()) {
    csv.open(options.out);
    if (!csv) {
      fmt::print(stderr, "{}: cannot be written\n", options.out.string());
      return 4;
    }
    csv << "instance,status,makespan,lower_bound,critical_path,schedules,seconds\n";
  }

  std::map<std::string, std::string> expected;
  if (!options.expect.empty()) {
    auto rows = expected_rows(options.expect);
    if (!rows) return say(rows.error());
    expected = std::move(*rows);
  }

  Budget budget;
  budget.seed = options.seed;
  if (options.schedules)
    budget.schedules = *options.schedules;
  else
    budget.seconds = options.seconds.value_or(10.0);
  std::map<fs::path, BestKnown> tables;
  std::map<fs::path, Tally> tallies;
  bool sound = true;
  const auto step = static_cast<std::size_t>(std::max(1, options.every));
  for (std::size_t i = 0; i < files->size(); i += step) {
    const fs::path& file = (*files)[i];
    const fs::path folder = file.parent_path();
    if (!tables.contains(folder)) {
      auto table = best_known_near(folder);
      if (!table) return say(table.error());
      tables.emplace(folder, std::move(*table));
    }
    const auto row = tables[folder].find(instance_key(file));
    const Known* known = row == tables[folder].end() ? nullptr : &row->second;

    const auto answer = solved(file, budget);
    if (!answer) return say(answer.error());
    for (const auto& complaint : complaints(*answer, known)) {
      sound = false;
      fmt::print(stderr, "{}: {}\n", file.filename().string(), complaint);
    }
    add(tallies[folder], *answer, known);
    const auto name = file.stem().string();
    const auto line =
        fmt::format("{},{},{},{},{},{},{:.2f}", name, word(answer->status),
                    answer->makespan ? std::to_string(*answer->makespan) : "", answer->lower_bound,
                    answer->critical_path, answer->schedules, answer->seconds);
    if (!options.expect.empty() && expected[name] != comparable(line)) {
      sound = false;
      fmt::print(stderr, "expected {}\n     got {}\n", expected[name], comparable(line));
    }
    if (csv.is_open()) {
      csv << line << '\n';
      csv.flush();
    }
  }
  for (const auto& [folder, tally] : tallies) print(folder.filename().string(), tally);
  if (!sound) fmt::print(stderr, "at least one answer is wrong\n");
  return sound ? 0 : 1;
}

}  // namespace tandem::bench
