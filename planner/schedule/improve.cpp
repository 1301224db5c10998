#include "planner/schedule/improve.hpp"

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/schedule/journal.hpp"
#include "planner/schedule/neighbourhood.hpp"

namespace tandem::schedule {
namespace {

class Improver {
 public:
  Improver(State& state, Search& search, const std::vector<DayWindow>& windows,
           const std::vector<int>& tails, std::uint64_t seed, Meter& meter)
      : state_(state),
        problem_(state.problem()),
        search_(search),
        rng_(seed),
        meter_(meter),
        journal_(state),
        neighbourhoods_(state, search, windows, rng_),
        order_(problem_.sessions.size()),
        latest_(problem_.sessions.size()),
        strayed_(problem_.sessions.size()) {
    const auto topological = topological_order(problem_);
    for (std::size_t i = 0; i < topological.size(); ++i)
      order_[nth(topological[i])] = static_cast<int>(i);
    for (std::size_t s = 0; s < latest_.size(); ++s) latest_[s] = windows[s].first_to - tails[s];
  }

  void run(const std::function<void()>& better) {
    if (neighbourhoods_.movable().empty()) return;
    best_ = state_.cost();
    while (!meter_.spent()) {
      const auto steps = meter_.steps();
      const Cost before = state_.cost();
      const auto& set = neighbourhoods_.next();
      if (set.empty()) {
        meter_.step();
        continue;
      }
      repair(set);
      const Cost after = state_.cost();
      neighbourhoods_.reward(after < before, meter_.steps() - steps);
      if (!accept(before, after)) {
        journal_.undo_to(0);
        continue;
      }
      keep(after);
      if (after < best_) {
        best_ = after;
        forget_strays();
        better();
      }
    }
    return_to_best();
  }

 private:
  // ---- putting back

  void repair(const std::vector<int>& set) {
    Ask ask;
    if (rng_.chance(1, 2)) ask.blink = &rng_;
    const bool noisy = rng_.chance(1, 2);
    const bool by_slack = rng_.chance(1, 2);
    const bool first_first = neighbourhoods_.last_was_unplaced() && rng_.chance(3, 4);
    queue_.clear();
    for (const int s : set) {
      int rank = by_slack ? latest_[nth(s)] : order_[nth(s)];
      if (noisy) rank += rng_.between(0, 27);
      if (first_first && s == set.front()) rank = -1;
      queue_.push_back({rank, s});
    }
    for (const int s : set)
      if (state_.placed(s)) journal_.take(s);
    std::sort(queue_.begin(), queue_.end());
    while (!queue_.empty()) {
      std::size_t next = 0;
      while (next < queue_.size() && waits(next)) ++next;
      if (next == queue_.size()) next = 0;
      const int s = queue_[next].second;
      queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(next));
      meter_.step();
      if (search_.find(s, found_, ask))
        journal_.put(s, found_);
      else
        drop_after(s);
    }
  }

  // Whether something it needs is still to be put back.
  bool waits(std::size_t own) const {
    for (const int l : problem_.sessions[nth(queue_[own].second)].in)
      for (std::size_t k = 0; k < queue_.size(); ++k)
        if (k != own && queue_[k].second == problem_.links[nth(l)].from) return true;
    return false;
  }

  // What needs a session that found no place has none either.
  void drop_after(int s) {
    for (const int l : problem_.sessions[nth(s)].out) {
      const int to = problem_.links[nth(l)].to;
      if (!state_.placed(to) || problem_.sessions[nth(to)].fixed) continue;
      journal_.take(to);
      drop_after(to);
    }
  }

  // ---- keeping

  // Never worse in the first tiers; in the later ones a little worse now and then, less and less so
  // towards the end, to get out of hollows.
  bool accept(const Cost& before, const Cost& after) {
    if (after <= before) return true;
    const auto grown = [&](Tier tier) { return after[tier] - before[tier]; };
    if (grown(Tier::unplaced) != 0 || grown(Tier::changes) > 0) return false;
    const bool open = before[Tier::unplaced] > 0;  // finding places matters more than the rest
    if (grown(Tier::late_days) > (open ? 2 : 0)) return false;
    const auto heat =
        static_cast<std::uint32_t>((open ? 400 : 40) * (1000 - meter_.permille())) / 1000;
    if (grown(Tier::spacing) > 0)
      return grown(Tier::spacing) <= static_cast<std::int64_t>(rng_.below(heat + 1));
    return grown(Tier::finish) <= static_cast<std::int64_t>(rng_.below(heat / 8 + 1));
  }

  // Remembers, of each session moved since the best plan, where that had it.
  void keep(const Cost& after) {
    const bool stray = best_ <= after;
    journal_.each([&](int s, std::span<const Place> before) {
      neighbourhoods_.moved(s);
      if (!stray || strayed_[nth(s)]) return;
      strayed_[nth(s)] = 1;
      strays_.push_back({s, {before.begin(), before.end()}});
    });
    journal_.keep();
  }

  void forget_strays() {
    for (const auto& [s, places] : strays_) strayed_[nth(s)] = 0;
    strays_.clear();
  }

  void return_to_best() {
    if (state_.cost() == best_) return;
    for (const auto& [s, places] : strays_)
      if (state_.placed(s)) state_.take(s);
    for (const auto& [s, places] : strays_)
      if (!places.empty()) state_.put(s, places);
    forget_strays();
  }

  State& state_;
  const Problem& problem_;
  Search& search_;
  Rng rng_;
  Meter& meter_;
  Journal journal_;
  Neighbourhoods neighbourhoods_;
  std::vector<int> order_;
  std::vector<int> latest_;
  Cost best_;
  std::vector<char> strayed_;
  std::vector<std::pair<int, std::vector<Place>>> strays_;
  std::vector<std::pair<int, int>> queue_;
  std::vector<Place> found_;
};

}  // namespace

void improve(State& state, Search& search, const std::vector<DayWindow>& windows,
             const std::vector<int>& tails, std::uint64_t seed, Meter& meter,
             const std::function<void()>& better) {
  Improver{state, search, windows, tails, seed, meter}.run(better);
}

}  // namespace tandem::schedule
