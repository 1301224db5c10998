#include "planner/schedule/rcpsp/proof.hpp"

#include <algorithm>
#include <numeric>

namespace tandem::schedule::rcpsp {

Proof::Proof(const Project& project, Bracket& bracket, std::span<const int> amounts, Rule* rule)
    : project_(&project),
      bracket_(&bracket),
      core_(project, bracket.starts.empty() ? project.horizon() : bracket.makespan - 1, amounts,
            rule) {
  by_start_.resize(static_cast<std::size_t>(project.size()));
  if (!bracket.starts.empty()) core_.lean(bracket.starts);
  settle();
}

// Carries what the core proved at its root over to the bracket.
void Proof::settle() {
  if (core_.impossible()) {
    if (bracket_->starts.empty())
      bracket_->infeasible = true;
    else
      bracket_->lower_bound = bracket_->makespan;
    return;
  }
  bracket_->lower_bound = std::max(bracket_->lower_bound, core_.least(project_->sink()));
}

bool Proof::take() {
  const auto found = core_.solution();
  const int makespan = found[static_cast<std::size_t>(project_->sink())];
  if (!bracket_->beaten_by(makespan)) return false;
  bracket_->starts.assign(found.begin(), found.end());
  bracket_->makespan = makespan;
  hear();
  return true;
}

void Proof::hear() {
  core_.lean(bracket_->starts);
  core_.limit(bracket_->makespan - 1);
  settle();
}

void Proof::climb(std::int64_t conflicts, const Stop& stop) {
  while (!bracket_->closed()) {
    const Literal goal[] = {core_.at_most(project_->sink(), bracket_->lower_bound)};
    const auto verdict = core_.search(goal, conflicts, stop);
    if (verdict == Verdict::gave_up) return;
    if (verdict == Verdict::found) {
      take();
      return;
    }
    if (!core_.impossible()) ++bracket_->lower_bound;
    settle();
  }
}

bool Proof::descend(std::int64_t conflicts, const Stop& stop) {
  const auto verdict = core_.search({}, conflicts, stop);
  if (verdict == Verdict::found) return take();
  if (verdict == Verdict::impossible) settle();
  return false;
}

bool Proof::shorten(int size, std::int64_t conflicts, Rng& rng, const Stop& stop) {
  const auto& starts = bracket_->starts;
  const auto start = [&](int i) { return starts[static_cast<std::size_t>(i)]; };
  std::iota(by_start_.begin(), by_start_.end(), 0);
  std::stable_sort(by_start_.begin(), by_start_.end(),
                   [&](int a, int b) { return start(a) < start(b); });
  const int n = project_->size();
  const int first = rng.between(std::min(-size / 2, 0), std::max(0, n - 1 - size / 2));
  const int begin = start(by_start_[static_cast<std::size_t>(std::max(first, 0))]);
  const int end = start(by_start_[static_cast<std::size_t>(std::min(first + size, n - 1))]);
  assumed_.assign(1, core_.at_most(project_->sink(), bracket_->makespan - 1));
  for (const int i : by_start_) {
    if (start(i) >= begin && start(i) < end) continue;
    const int at = start(i) < begin ? start(i) : start(i) - 1;
    assumed_.push_back(core_.at_most(i, at));
    assumed_.push_back(core_.at_least(i, at));
  }
  const auto verdict = core_.search(assumed_, conflicts, stop);
  if (verdict == Verdict::found) return take();
  if (core_.impossible()) settle();
  return false;
}

}  // namespace tandem::schedule::rcpsp
