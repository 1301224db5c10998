#include "planner/schedule/neighbourhood.hpp"

#include <algorithm>
#include <cstdlib>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

constexpr std::size_t kLargest = 24;  // sessions in one set

}  // namespace

Neighbourhoods::Neighbourhoods(const State& state, const Search& search,
                               const std::vector<DayWindow>& windows, Rng& rng)
    : state_(state),
      problem_(state.problem()),
      search_(search),
      windows_(windows),
      rng_(rng),
      cohort_sessions_(problem_.cohorts.size()),
      by_week_(nth(problem_.weeks())),
      week_of_(problem_.sessions.size(), kNone),
      is_unplaced_(problem_.sessions.size()),
      chosen_(problem_.sessions.size()) {
  for (std::size_t s = 0; s < problem_.sessions.size(); ++s) {
    const auto& session = problem_.sessions[s];
    if (session.fixed || session.broken != 0 || windows[s].empty()) continue;
    movable_.push_back(static_cast<int>(s));
    for (const int c : session.cohorts) cohort_sessions_[nth(c)].push_back(static_cast<int>(s));
    moved(static_cast<int>(s));
  }
  for (std::size_t l = 0; l < problem_.links.size(); ++l)
    if (problem_.links[l].ideal_days != kNone) ideals_.push_back(static_cast<int>(l));
}

void Neighbourhoods::moved(int s) {
  const auto leave = [&](std::vector<int>& list) {
    const auto it = std::find(list.begin(), list.end(), s);
    *it = list.back();
    list.pop_back();
  };
  const int week = state_.placed(s) ? state_.first(s).day / 7 : kNone;
  if (week_of_[nth(s)] != week) {
    if (week_of_[nth(s)] != kNone) leave(by_week_[nth(week_of_[nth(s)])]);
    if (week != kNone) by_week_[nth(week)].push_back(s);
    week_of_[nth(s)] = week;
  }
  const bool unplaced = !state_.placed(s);
  if (is_unplaced_[nth(s)] != (unplaced ? 1 : 0)) {
    if (unplaced)
      unplaced_.push_back(s);
    else
      leave(unplaced_);
    is_unplaced_[nth(s)] = unplaced ? 1 : 0;
  }
}

const std::vector<int>& Neighbourhoods::next() {
  set_.clear();
  last_ = pick_kind();
  const int s = any_of(movable_);
  switch (last_) {
    case Kind::one:
      add(s);
      break;
    case Kind::chain:
      chain(s, nth(rng_.between(2, 6)));
      break;
    case Kind::day:
      add(s);
      around(s, day_of(s), rng_.between(0, 7), nth(rng_.between(3, 8)));
      break;
    case Kind::cohort:
      cohort(any_of(problem_.sessions[nth(s)].cohorts));
      break;
    case Kind::unplaced:
      unplaced();
      break;
    case Kind::late:
      late();
      break;
    case Kind::spacing:
      spacing();
      break;
    case Kind::changed:
      changed();
      break;
  }
  for (const int chosen : set_) chosen_[nth(chosen)] = 0;
  return set_;
}

void Neighbourhoods::add(int s) {
  const auto& session = problem_.sessions[nth(s)];
  if (chosen_[nth(s)] || session.fixed || session.broken != 0 || set_.size() >= kLargest) return;
  chosen_[nth(s)] = 1;
  set_.push_back(s);
}

int Neighbourhoods::day_of(int s) const {
  return state_.placed(s) ? state_.first(s).day : windows_[nth(s)].first_from;
}

// A session and what stands before and after it, by links.
void Neighbourhoods::chain(int s, std::size_t most) {
  add(s);
  for (std::size_t i = 0; i < set_.size() && set_.size() < most; ++i) {
    const auto& session = problem_.sessions[nth(set_[i])];
    const auto grow = [&](int other) {
      if (set_.size() < most && rng_.chance(2, 3)) add(other);
    };
    for (const int l : session.out) grow(problem_.links[nth(l)].to);
    for (const int l : session.in) grow(problem_.links[nth(l)].from);
  }
}

// Whether the other one holds a room, a person or learners that the session could use.
bool Neighbourhoods::contends(int s, int other) const {
  const auto& session = problem_.sessions[nth(s)];
  const auto& rival = problem_.sessions[nth(other)];
  for (const int c : session.cohorts)
    if (std::find(rival.cohorts.begin(), rival.cohorts.end(), c) != rival.cohorts.end())
      return true;
  const auto wants = [](const auto& candidates, int who) {
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const auto& c) { return c.who == who; });
  };
  for (const Place& p : state_.places(other)) {
    if (p.room != kNone && wants(session.rooms, p.room)) return true;
    for (int t = 0; t < p.team_size; ++t)
      if (wants(session.staff, p.team[nth(t)])) return true;
  }
  return false;
}

// Sessions within so many days of a day that stand in the session's way there.
void Neighbourhoods::around(int s, int center, int days, std::size_t most) {
  candidates_.clear();
  const int from = std::max(0, (center - days) / 7);
  const int to = std::min((center + days) / 7, problem_.weeks() - 1);
  for (int w = from; w <= to; ++w)
    candidates_.insert(candidates_.end(), by_week_[nth(w)].begin(), by_week_[nth(w)].end());
  for (int tries = 60; tries > 0 && !candidates_.empty() && set_.size() < most; --tries) {
    const auto pick = rng_.below(static_cast<std::uint32_t>(candidates_.size()));
    const int other = candidates_[pick];
    candidates_[pick] = candidates_.back();
    candidates_.pop_back();
    if (std::abs(day_of(other) - center) <= days && contends(s, other)) add(other);
  }
}

void Neighbourhoods::cohort(int c) {
  const auto& sessions = cohort_sessions_[nth(c)];
  if (sessions.empty()) return;
  if (sessions.size() <= kLargest) {
    for (const int s : sessions) add(s);
    return;
  }
  const int center = day_of(any_of(sessions));
  candidates_ = sessions;
  std::stable_sort(candidates_.begin(), candidates_.end(), [&](int a, int b) {
    return std::abs(day_of(a) - center) < std::abs(day_of(b) - center);
  });
  for (const int s : candidates_) add(s);
}

// What waits for a session, itself without a date.
void Neighbourhoods::open_after(int s, std::size_t most) {
  std::vector<int> walk{s};
  while (!walk.empty() && set_.size() < most) {
    const int from = walk.back();
    walk.pop_back();
    for (const int l : problem_.sessions[nth(from)].out) {
      const int to = problem_.links[nth(l)].to;
      if (!state_.open(to) || chosen_[nth(to)]) continue;
      add(to);
      walk.push_back(to);
    }
  }
}

void Neighbourhoods::unplaced() {
  if (unplaced_.empty()) return;
  // Of a chain without dates the first is where it hangs.
  int s = any_of(unplaced_);
  for (bool again = true; again;) {
    again = false;
    for (const int l : problem_.sessions[nth(s)].in) {
      const int from = problem_.links[nth(l)].from;
      if (!state_.open(from) || problem_.sessions[nth(from)].broken != 0) continue;
      s = from;
      again = true;
      break;
    }
  }
  add(s);
  const auto kind = rng_.below(4);
  if (kind == 0) {
    chain(s, nth(rng_.between(3, 10)));
  } else if (kind == 1) {
    cohort(any_of(problem_.sessions[nth(s)].cohorts));
  } else {
    const Reach reach = search_.reach(s);
    const int from = std::min(reach.first_from, reach.first_to);
    const int to = std::max(reach.first_from, reach.first_to);
    around(s, rng_.between(from, to), rng_.between(0, 3), nth(rng_.between(4, 10)));
    if (kind == 2) chain(s, set_.size() + 3);
  }
  open_after(s, kLargest);
}

// The end of a cohort, and what it hangs on.
void Neighbourhoods::late() {
  const int c = any_of(problem_.sessions[nth(any_of(movable_))].cohorts);
  const int last = state_.cohort_last(c);
  int s = kNone;
  for (const int other : cohort_sessions_[nth(c)])
    if (state_.placed(other) && state_.last(other).day == last) s = other;
  const auto most = nth(rng_.between(1, 8));
  while (s != kNone && set_.size() < most) {
    add(s);
    int before = kNone;  // the tightest
    int slack = 0;
    for (const int l : problem_.sessions[nth(s)].in) {
      const auto& link = problem_.links[nth(l)];
      if (!state_.placed(link.from) || problem_.sessions[nth(link.from)].fixed) continue;
      const int room = day_of(s) - state_.last(link.from).day - link.min_days;
      if (before == kNone || room < slack) {
        before = link.from;
        slack = room;
      }
    }
    s = before;
  }
  if (!set_.empty() && rng_.chance(1, 2))
    around(set_.front(), day_of(set_.front()) - rng_.between(0, 7), 7, most + 4);
}

// Two sessions whose distance is far from the ideal, and perhaps what lies around them.
void Neighbourhoods::spacing() {
  int worst = kNone;
  std::int64_t most = -1;
  for (int tries = 0; tries < 6; ++tries) {
    const int l = any_of(ideals_);
    const auto& link = problem_.links[nth(l)];
    if (!state_.placed(link.from) || !state_.placed(link.to)) continue;
    const std::int64_t off =
        std::abs(state_.first(link.to).day - state_.last(link.from).day - link.ideal_days);
    if (off > most) {
      most = off;
      worst = l;
    }
  }
  if (worst == kNone) return;
  const auto& link = problem_.links[nth(worst)];
  switch (rng_.below(5)) {
    case 0:
      add(link.to);
      break;
    case 1:
      add(link.from);
      add(link.to);
      break;
    case 2:
      chain(link.to, nth(rng_.between(3, 8)));
      add(link.from);
      break;
    case 3:
      add(link.to);
      around(link.to, state_.last(link.from).day + link.ideal_days, rng_.between(0, 2),
             nth(rng_.between(3, 7)));
      break;
    default:
      add(link.from);
      around(link.from, state_.first(link.to).day - link.ideal_days, rng_.between(0, 2),
             nth(rng_.between(3, 7)));
      add(link.to);
  }
}

// A session that is not where it was published, and perhaps what stands in its way there.
void Neighbourhoods::changed() {
  candidates_.clear();
  for (const int s : movable_)
    if (state_.change(s) > 0) candidates_.push_back(s);
  if (candidates_.empty()) return;
  const int s = any_of(candidates_);
  add(s);
  if (rng_.chance(1, 2))
    around(s, problem_.sessions[nth(s)].held.front().day, rng_.between(0, 3),
           nth(rng_.between(2, 5)));
}

Neighbourhoods::Kind Neighbourhoods::pick_kind() {
  auto weight = weight_;
  if (state_.cost()[Tier::changes] == 0) weight[static_cast<std::size_t>(Kind::changed)] = 0;
  if (unplaced_.empty()) weight[static_cast<std::size_t>(Kind::unplaced)] = 0;
  if (ideals_.empty()) weight[static_cast<std::size_t>(Kind::spacing)] = 0;
  std::uint32_t total = 0;
  for (const auto w : weight) total += w;
  // While something is unplaced, half of all work is for that.
  if (!unplaced_.empty()) {
    auto& own = weight[static_cast<std::size_t>(Kind::unplaced)];
    const std::uint32_t rest = total - own;
    own = std::max(own, rest);
    total = rest + own;
  }
  std::uint32_t ticket = rng_.below(total);
  for (std::size_t k = 0; k < kKinds; ++k) {
    if (ticket < weight[k]) return static_cast<Kind>(k);
    ticket -= weight[k];
  }
  return Kind::one;
}

void Neighbourhoods::reward(bool gained, std::int64_t steps) {
  const auto last = static_cast<std::size_t>(last_);
  gains_[last] += gained ? 1'000 : 0;
  spent_[last] += steps;
  if (++rounds_ % 256 != 0) return;
  for (std::size_t k = 0; k < kKinds; ++k) {
    const auto rate = spent_[k] == 0 ? 0 : gains_[k] * 100 / spent_[k];
    const auto target = static_cast<std::uint32_t>(std::clamp<std::int64_t>(rate, 0, 4'000));
    weight_[k] = (weight_[k] * 3 + 100 + target) / 4;
    gains_[k] /= 2;
    spent_[k] /= 2;
  }
}

}  // namespace tandem::schedule
