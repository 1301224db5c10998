#include "planner/schedule/chain.hpp"

#include <algorithm>
#include <climits>
#include <utility>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

constexpr std::int64_t kSteps = 8'000;     // days of the chain tried until it is given up
constexpr std::int64_t kDaySteps = 1'000;  // and for one day of the session

}  // namespace

std::vector<char> binding(const Problem& problem, int session) {
  const auto windows = day_windows(problem);
  std::vector<char> out(windows.size());
  for (std::size_t s = 0; s < windows.size(); ++s) out[s] = windows[s].empty() ? 0 : 1;
  for (const int s : open_chain(problem, session, Towards::before)) out[nth(s)] = 1;
  return out;
}

Chain::Chain(const Problem& problem, int session, std::vector<char> binds)
    : problem_(problem),
      session_(session),
      binds_(std::move(binds)),
      chain_(open_chain(problem, session, Towards::before)),
      windows_(own_windows(problem)),
      state_(problem) {
  possible_ = tighten_windows(problem_, binds_, windows_);
  // From the session backwards: what is near in time is most likely to be in each other's way.
  const auto all = topological_order(problem);
  for (auto s = all.rbegin(); s != all.rend(); ++s)
    if (const auto it = std::find(chain_.begin(), chain_.end(), *s); it != chain_.end())
      order_.push_back(nth(static_cast<int>(it - chain_.begin())));
}

std::optional<int> Chain::first_day(std::optional<int> on) {
  if (problem_.sessions[nth(session_)].fixed) {
    const auto& held = problem_.sessions[nth(session_)].held;
    if (held.empty()) return {};
    return held.front().day;
  }
  if (!possible_) return {};
  auto& own = windows_[nth(session_)];
  if (on) {
    own.first_from = std::max(own.first_from, *on);
    own.first_to = std::min(own.first_to, *on);
  }
  std::int64_t left = kSteps;
  const Days days = day_domains(problem_, windows_, chain_);
  for (const int day : days.front()) {
    Days then = days;
    then.front() = {day};
    if (!keep_linked(problem_, windows_, chain_, then)) continue;
    doubt_ = false;
    steps_ = std::min(left, kDaySteps);
    left -= steps_;
    if (descend(0, then)) return day;
    left += std::max<std::int64_t>(steps_, 0);
    if (doubt_) sure_ = false;
  }
  return {};
}

bool Chain::descend(std::size_t next, const Days& days) {
  if (next == order_.size()) return follow_up(days);
  const std::size_t position = order_[next];
  const int session = chain_[position];
  DaySearch search{state_, windows_};
  std::vector<Place> places;
  const auto go_on = [&](std::span<const Place> held, const Days& then) {
    state_.put(session, held);
    if (descend(next + 1, then)) return true;
    state_.take(session);
    return false;
  };
  // As late as possible leaves the most room to what comes before.
  for (auto day = days[position].rbegin(); day != days[position].rend(); ++day) {
    if (--steps_ < 0) {
      doubt_ = true;
      return false;
    }
    Days then = days;
    then[position] = {*day};
    if (!keep_linked(problem_, windows_, chain_, then)) continue;
    const bool doubted = std::exchange(doubt_, false);
    const DayAnswer answer = search.on(session, *day, places);
    const std::vector<Place> tried = places;
    if (answer == DayAnswer::held && go_on(tried, then)) return true;
    const Matters matter = answer == DayAnswer::held ? matters(next, tried, then) : Matters::no;
    const bool open = answer == DayAnswer::unknown || doubt_ || matter != Matters::no;
    doubt_ = false;
    if (open && without(next, *day, then)) {
      bool found = false;
      const bool all =
          matter != Matters::no &&
          search.each(session, *day,
                      matter == Matters::team ? DaySearch::Ways::teams : DaySearch::Ways::all,
                      [&](std::span<const Place> other) {
                        if (std::ranges::equal(other, tried)) return false;
                        const std::vector<Place> held{other.begin(), other.end()};
                        return found = --steps_ < 0 || go_on(held, then);
                      });
      if (found && steps_ >= 0) return true;
      if (!all) doubt_ = true;
    }
    doubt_ = doubt_ || doubted;
  }
  return false;
}

// Whether the rest could be placed if the session took nothing from it but its day and the hours of
// its people's week: where it could not, no other way of holding the session on that day helps.
bool Chain::without(std::size_t next, int day, const Days& days) {
  const int session = chain_[order_[next]];
  const auto& s = problem_.sessions[nth(session)];
  const bool one = !s.item && s.meetings.size() == 1;
  if (one) {
    Place least;  // no slot, no room, nobody; as late as can be
    least.day = day;
    least.slot = problem_.zones[nth(s.zone)].first_slot[nth(day) + 1];
    least.end = least.slot * problem_.slot_minutes;
    least.start = least.end - s.meetings.front().minutes;
    state_.put(session, {&least, 1});
  }
  const bool helps = descend(next + 1, days);
  if (helps)
    for (std::size_t i = next + 1; i < order_.size(); ++i)
      if (state_.placed(chain_[order_[i]])) state_.take(chain_[order_[i]]);
  if (one) state_.take(session);
  return helps;
}

// Whether all that binds is left a day by what has been placed, and by the days of the rest.
bool Chain::follow_up(const Days& days) const {
  auto windows = windows_;
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    auto& window = windows[nth(chain_[i])];
    window.first_from = window.first_to = days[i].front();
    if (!state_.placed(chain_[i])) continue;
    window.last_from = window.last_to = state_.last(chain_[i]).day;
  }
  return tighten_windows(problem_, binds_, windows);
}

// Only where that may be on the same day, by the same people of limited weeks, or out of the same
// budget.
Chain::Matters Chain::matters(std::size_t next, std::span<const Place> held,
                              const Days& days) const {
  const int session = chain_[order_[next]];
  const auto& s = problem_.sessions[nth(session)];
  if (next + 1 == order_.size()) return Matters::no;
  if (state_.budget_left(session) != INT32_MAX) return Matters::all;
  const int from = held.front().day;
  const int to = held.back().day;
  Matters out = Matters::no;
  for (std::size_t i = next + 1; i < order_.size(); ++i) {
    const auto any_day = [&](auto&& fits) {
      const auto& own = days[order_[i]];
      return std::any_of(own.begin(), own.end(), fits);
    };
    const auto& other = problem_.sessions[nth(chain_[order_[i]])];
    const int off = other.zone == s.zone ? 0 : 1;  // the same hour may be another day's
    if (any_day([&](int d) { return d >= from - off && d <= to + off; })) return Matters::all;
    for (const auto& c : s.staff) {
      const auto& f = problem_.facilitators[nth(c.who)];
      const bool weeks = f.max_days_week != kNone || f.max_minutes_week != kNone;
      if ((!weeks && f.max_travel_days == kNone) ||
          std::none_of(other.staff.begin(), other.staff.end(),
                       [&](const auto& o) { return o.who == c.who; }))
        continue;
      const int near = std::max(0, f.max_travel_days);
      if (any_day([&](int d) {
            return (weeks && d / 7 >= from / 7 && d / 7 <= to / 7) ||
                   (d >= from - near && d <= to + near);
          }))
        out = Matters::team;
    }
  }
  return out;
}

}  // namespace tandem::schedule
