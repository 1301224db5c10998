#include "tests/bench/mending.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "db/exchange/folder.hpp"
#include "planner/base/random.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/repair.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/generator.hpp"

namespace tandem::bench {
namespace {

using schedule::cpu_seconds;

// Around a meeting that lies ahead: its lead out for a week, its room closed for three days, or its
// cohort out for two.
Disruption disruption(const Program& program, Rng& rng) {
  const Date today = program.workspace().as_of.value_or(*program.workspace().horizon_from);
  std::vector<const Meeting*> ahead;
  for (const Meeting& meeting : program.meetings)
    if (meeting.date > today + days{7} && !meeting.leads.empty()) ahead.push_back(&meeting);
  const Meeting& meeting = *ahead[rng.below(static_cast<std::uint32_t>(ahead.size()))];
  const int monday = static_cast<int>(
      std::chrono::weekday{std::chrono::sys_days{meeting.date.time_since_epoch()}}.iso_encoding());
  Disruption out;
  switch (rng.below(4)) {
    case 0:
      if (meeting.room) {
        out.what = meeting.room;
        out.from = meeting.date - days{1};
        out.to = meeting.date + days{1};
        return out;
      }
      [[fallthrough]];
    case 1:
      out.what = program.sessions.at(meeting.session).cohorts.front();
      out.from = meeting.date;
      out.to = meeting.date + days{1};
      return out;
    default:
      out.what = meeting.leads.front();
      out.from = meeting.date - days{monday - 1};
      out.to = out.from + days{6};
      return out;
  }
}

struct Tally {
  int cases{};
  int broken{};
  int changed{};
  int least{};
  int as_few{};  // cases that change no more than the proven least
  int unplaced{};
  int violations{};
  double ratio{};  // summed over cases with something to change and a place for all
  int counted{};
  std::vector<double> milliseconds;
};

}  // namespace

int mending(const MendingOptions& options) {
  Tally tally;
  for (int i = 0; i < options.cases; ++i) {
    test::GeneratorSize size;
    size.cohorts = options.cohorts;
    size.modules = options.modules;
    size.facilitators = options.facilitators;
    size.rooms = options.rooms;
    size.weeks = options.weeks;
    size.as_of_week = 4;
    size.seed = options.seed + static_cast<std::uint64_t>(i);
    const auto program = db::read_folder(db::Folder{test::generate(size).witness});
    if (!program) {
      for (const Error& error : program.error()) fmt::print("{}\n", text(error));
      return 1;
    }
    Rng rng{size.seed};
    const Disruption what = disruption(*program, rng);
    const double begin = cpu_seconds();
    const auto ways = repairs(*program, what);
    const double ms = (cpu_seconds() - begin) * 1e3;
    if (!ways) {
      for (const Error& error : ways.error()) fmt::print("{}\n", text(error));
      return 1;
    }
    const Repair& first = ways->front();
    const auto known = verify(*program);
    auto violations = verify(first.after);
    std::erase_if(violations, [&](const Violation& v) {
      return std::find(known.begin(), known.end(), v) != known.end();
    });
    ++tally.cases;
    tally.milliseconds.push_back(ms);
    tally.broken += static_cast<int>(first.broken.size());
    tally.changed += first.meter.sessions;
    tally.least += first.least_sessions;
    tally.unplaced += static_cast<int>(first.unplaced.size());
    tally.violations += static_cast<int>(violations.size());
    if (first.unplaced.empty() && first.least_sessions > 0) {
      ++tally.counted;
      tally.as_few += first.fewest_proven() ? 1 : 0;
      tally.ratio += static_cast<double>(first.meter.sessions) / first.least_sessions;
    }
    fmt::print(
        "seed {} kind {} sessions {} broken {} changed {} least {} unplaced {} people {} "
        "alternatives {} steps {} ms {:.0f} violations {}\n",
        size.seed, what.what.index(), program->sessions.size(), first.broken.size(),
        first.meter.sessions, first.least_sessions, first.unplaced.size(), first.changes.touched(),
        ways->size(), ways->back().steps, ms, violations.size());
    for (std::size_t v = 0; v < std::min<std::size_t>(3, violations.size()); ++v)
      fmt::print("  {} {}: {}\n", word(violations[v].rule), violations[v].session,
                 violations[v].text);
  }
  auto& ms = tally.milliseconds;
  std::sort(ms.begin(), ms.end());
  fmt::print(
      "cases {} broken {} changed {} least {} unplaced {} all_placed {} as_few_as_proven {} "
      "mean_ratio {:.3f} violations {} ms median {:.0f} p95 {:.0f} max {:.0f}\n",
      tally.cases, tally.broken, tally.changed, tally.least, tally.unplaced, tally.counted,
      tally.as_few, tally.counted > 0 ? tally.ratio / tally.counted : 0.0, tally.violations,
      ms[ms.size() / 2], ms[(ms.size() - 1) * 95 / 100], ms.back());
  return tally.violations == 0 ? 0 : 1;
}

}  // namespace tandem::bench
