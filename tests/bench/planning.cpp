#include "tests/bench/planning.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <compare>
#include <cstdio>
#include <vector>

#include "db/exchange/folder.hpp"
#include "planner/schedule/bounds.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/greedy.hpp"
#include "planner/schedule/improve.hpp"
#include "planner/schedule/result.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/generator.hpp"

namespace tandem::bench {
namespace {

using namespace schedule;

std::string tiers(const Cost& cost) { return fmt::format("{}", fmt::join(cost.tiers, " ")); }

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

struct Timer {
  double begin = cpu_seconds();
  double milliseconds() const { return (cpu_seconds() - begin) * 1e3; }
};

struct Measured {
  double first_ms{};
  bool sound{};
  std::strong_ordering to_witness = std::strong_ordering::equal;  // of the cost
};

// The witness leaves nothing out, is never late, and there is nothing published to change.
Cost witness_cost(const test::GeneratorFigures& figures) {
  Cost out;
  out[Tier::spacing] = figures.spacing;
  out[Tier::finish] = figures.finish;
  return out;
}

// No plan of these sessions costs less in the tier `finish`; of the other tiers none is known to
// cost more than nothing.
std::int64_t least_finish(const State& state) {
  std::int64_t out = 0;
  for (const int day : finish_bounds(state))
    if (day != kNone) out += std::max(0, day - state.problem().first_day);
  return out;
}

std::string_view against(std::strong_ordering to_witness) {
  return to_witness < 0 ? "better" : to_witness > 0 ? "worse" : "equal";
}

Measured one(const PlanningOptions& options, std::uint64_t seed) {
  test::GeneratorSize size;
  size.cohorts = options.cohorts;
  size.modules = options.modules;
  size.facilitators = options.facilitators;
  size.rooms = options.rooms;
  size.weeks = options.weeks;
  size.seed = seed;
  size.tightness = options.tightness;
  size.joint = options.joint;
  const auto generated = test::generate(size);
  const auto program = db::read_folder(db::Folder{generated.folder});
  if (!program) {
    for (const Error& error : program.error()) fmt::print("{}\n", text(error));
    return {};
  }

  Timer timer;
  const auto compiled = compile(*program, {});
  if (!compiled) {
    for (const Error& error : compiled.error()) fmt::print("{}\n", text(error));
    return {};
  }
  const double compile_ms = timer.milliseconds();
  timer = {};
  const Problem& problem = (*compiled)->problem;
  const auto windows = day_windows(problem);
  const auto tail = tails(problem);
  State state{problem};
  Search search{state, windows, tail};
  Meter meter{options.steps > 0 ? options.steps : kDefaultSteps, options.seconds, {}};
  construct(state, search, windows, tail, meter);
  const double first_ms = timer.milliseconds();
  const Cost greedy = state.cost();
  const auto greedy_steps = meter.steps();
  timer = {};
  improve(state, search, windows, tail, options.seed, meter, [] {});
  const auto improved_steps = meter.steps();
  const double improve_ms = timer.milliseconds();
  if (state.cost()[Tier::unplaced] > 0) construct(state, search, windows, tail, meter);

  const auto violations = verify(*program, to_proposal(**compiled, state));
  const Cost witness = witness_cost(generated.figures);
  const auto to_witness = state.cost() <=> witness;
  const std::int64_t bound = least_finish(state);
  fmt::print(
      "seed {} sessions {} people {} compile_ms {:.1f} first_ms {:.2f} greedy [{}] steps {} "
      "steps_per_s {:.0f} cost [{}] witness [{}] {} finish_bound {} gap {:.1f}% violations {} "
      "state_mb {:.1f} peak_mb {:.0f}\n",
      seed, problem.sessions.size(), generated.figures.people, compile_ms, first_ms, tiers(greedy),
      meter.steps(),
      static_cast<double>(improved_steps - greedy_steps) * 1e3 / std::max(improve_ms, 1e-3),
      tiers(state.cost()), tiers(witness), against(to_witness), bound,
      bound > 0 ? 100.0 * static_cast<double>(state.cost()[Tier::finish] - bound) /
                      static_cast<double>(bound)
                : 0.0,
      violations.size(), static_cast<double>(state.bytes()) / 1048576.0, peak_megabytes());
  for (std::size_t i = 0; i < std::min<std::size_t>(violations.size(), 5); ++i)
    fmt::print("  {} {}: {}\n", word(violations[i].rule), violations[i].session,
               violations[i].text);
  std::fflush(stdout);
  return {first_ms, violations.empty(), to_witness};
}

}  // namespace

int planning(const PlanningOptions& options) {
  std::vector<double> first;
  bool sound = true;
  int better = 0;
  int worse = 0;
  for (int i = 0; i < options.cases; ++i) {
    const auto measured = one(options, options.seed + static_cast<std::uint64_t>(i));
    sound = sound && measured.sound;
    first.push_back(measured.first_ms);
    better += measured.to_witness < 0 ? 1 : 0;
    worse += measured.to_witness > 0 ? 1 : 0;
  }
  std::sort(first.begin(), first.end());
  if (options.cases > 1)
    fmt::print(
        "cases {} first_ms median {:.2f} p99 {:.2f} max {:.2f}; than the witness better {}, as "
        "good "
        "{}, worse {}\n",
        options.cases, first[first.size() / 2], first[(first.size() - 1) * 99 / 100], first.back(),
        better, options.cases - better - worse, worse);
  return sound ? 0 : 1;
}

}  // namespace tandem::bench
