#include "tests/bench/planning.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
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
};

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
  const double improve_ms = timer.milliseconds();

  const auto violations = verify(*program, to_proposal(**compiled, state));
  fmt::print(
      "seed {} sessions {} people {} compile_ms {:.1f} first_ms {:.2f} greedy [{}] steps {} "
      "steps_per_s {:.0f} cost [{}] witness [0 0 0 {} {}] violations {} state_mb {:.1f} peak_mb "
      "{:.0f}\n",
      seed, problem.sessions.size(), generated.figures.people, compile_ms, first_ms, tiers(greedy),
      meter.steps(),
      static_cast<double>(meter.steps() - greedy_steps) * 1e3 / std::max(improve_ms, 1e-3),
      tiers(state.cost()), generated.figures.spacing, generated.figures.finish, violations.size(),
      static_cast<double>(state.bytes()) / 1048576.0, peak_megabytes());
  for (std::size_t i = 0; i < std::min<std::size_t>(violations.size(), 5); ++i)
    fmt::print("  {} {}: {}\n", word(violations[i].rule), violations[i].session,
               violations[i].text);
  return {first_ms, violations.empty()};
}

}  // namespace

int planning(const PlanningOptions& options) {
  std::vector<double> first;
  bool sound = true;
  for (int i = 0; i < options.cases; ++i) {
    const auto measured = one(options, options.seed + static_cast<std::uint64_t>(i));
    sound = sound && measured.sound;
    first.push_back(measured.first_ms);
  }
  std::sort(first.begin(), first.end());
  if (options.cases > 1)
    fmt::print("first_ms median {:.2f} p99 {:.2f} max {:.2f}\n", first[first.size() / 2],
               first[(first.size() - 1) * 99 / 100], first.back());
  return sound ? 0 : 1;
}

}  // namespace tandem::bench
