#include "planner/schedule/solve.hpp"

#include <algorithm>

#include "planner/schedule/bounds.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/explain.hpp"
#include "planner/schedule/greedy.hpp"
#include "planner/schedule/improve.hpp"
#include "planner/schedule/proof.hpp"
#include "planner/schedule/result.hpp"

namespace tandem {

using namespace schedule;

namespace {

void show_cost(Progress& progress, const State& state, const Meter& meter) {
  progress.steps = meter.steps();
  const Cost& cost = state.cost();
  for (std::size_t t = 0; t < kTierCount; ++t) progress.cost[t] = cost.tiers[t];
  progress.placed = progress.sessions - static_cast<int>(cost[Tier::unplaced]);
}

void show(Progress* progress, const Compiled& compiled, const State& state, const Meter& meter) {
  if (!progress) return;
  show_cost(*progress, state, meter);
  progress->set_best(std::make_shared<const Proposal>(to_proposal(compiled, state)));
}

// A plan to look at every few thousand steps is enough, and making one costs.
constexpr std::int64_t kShowEvery = 4'000;

// The least that the tier `finish` can be for what is placed, counted as the cost counts it:
// further sessions cannot make it less.
std::int64_t finish_bound(const State& state) {
  std::int64_t out = 0;
  for (const int day : finish_bounds(state))
    if (day != kNone) out += std::max(0, day - state.problem().first_day);
  return out;
}

// Those in the proposal without a date; by code, as sessions are.
std::vector<int> open_sessions(const Compiled& compiled, const State& state) {
  std::vector<int> out;
  for (std::size_t s = 0; s < compiled.groups.size(); ++s) {
    const Group& group = compiled.groups[s];
    if (group.asked && !group.cancelled() && !group.delivered() &&
        !state.placed(static_cast<int>(s)))
      out.push_back(static_cast<int>(s));
  }
  return out;
}

}  // namespace

Result<Outcome> solve(const Program& program, const SolveOptions& options, std::stop_token stop,
                      Progress* progress) {
  Meter meter{options.steps, options.seconds, std::move(stop)};
  auto compiled = compile(program, {options.cohorts, options.as_of});
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  const Problem& problem = (*compiled)->problem;
  const auto windows = day_windows(problem);
  const auto tail = tails(problem);
  State state{problem};
  Search search{state, windows, tail};
  if (progress) {
    meter.tell(&progress->steps);
    progress->sessions =
        static_cast<int>(std::count_if((*compiled)->groups.begin(), (*compiled)->groups.end(),
                                       [](const Group& g) { return g.asked && !g.cancelled(); }));
    progress->steps_total = options.steps;
    progress->phase = Progress::Phase::constructing;
  }
  construct(state, search, windows, tail, meter);
  show(progress, **compiled, state, meter);
  if (progress) {
    progress->finish_bound = finish_bound(state);
    progress->phase = Progress::Phase::improving;
  }
  std::int64_t shown = meter.steps();
  improve(state, search, windows, tail, options.seed, meter, [&] {
    if (progress) show_cost(*progress, state, meter);
    if (meter.steps() - shown < kShowEvery + static_cast<std::int64_t>(problem.sessions.size()))
      return;
    shown = meter.steps();
    show(progress, **compiled, state, meter);
  });
  // What was given up for good plans around it may have a place by now.
  if (state.cost()[Tier::unplaced] > 0) construct(state, search, windows, tail, meter);
  show(progress, **compiled, state, meter);

  Outcome out;
  out.proposal = to_proposal(**compiled, state);
  out.sessions = static_cast<int>(out.proposal.sessions.size());
  const auto unplaced = open_sessions(**compiled, state);
  out.placed = out.sessions - static_cast<int>(unplaced.size());
  out.status = unplaced.empty()                                       ? OutcomeStatus::complete
               : impossible(problem, windows, tail, unplaced).empty() ? OutcomeStatus::partial
                                                                      : OutcomeStatus::impossible;
  Explainer explainer{**compiled, state, search};
  for (const int s : unplaced) {
    auto why = explainer.explain(s);
    out.unplaced.push_back({(*compiled)->groups[static_cast<std::size_t>(s)].code,
                            std::move(why.funnel), std::move(why.reasons)});
  }
  out.to_make_up = (*compiled)->to_make_up;
  out.overruns = overruns(**compiled, state);
  std::vector<int> last;
  for (std::size_t c = 0; c < problem.cohorts.size(); ++c)
    last.push_back(state.cohort_last(static_cast<int>(c)));
  out.finish = cohort_days(**compiled, last);
  out.bound = cohort_days(**compiled, finish_bounds(state));
  out.cost = state.cost();
  out.seed = options.seed;
  out.steps = meter.steps();
  out.seconds = meter.seconds();
  if (progress) progress->phase = Progress::Phase::done;
  return out;
}

}  // namespace tandem
