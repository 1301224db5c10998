#include "planner/schedule/windows.hpp"

#include <algorithm>
#include <functional>
#include <queue>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

int gaps(const Problem::Session& session) {
  return session.item ? 0 : std::max(0, static_cast<int>(session.meetings.size()) - 1);
}

bool raise(int& value, int to) {
  if (value >= to) return false;
  value = to;
  return true;
}
bool lower(int& value, int to) {
  if (value <= to) return false;
  value = to;
  return true;
}

// Between the first and the last meeting of one session.
bool tighten(const Problem::Session& session, DayWindow& w) {
  const int least = gaps(session) * session.gap_min;
  bool changed = raise(w.last_from, w.first_from + least);
  changed |= lower(w.first_to, w.last_to - least);
  if (gaps(session) == 0 || session.gap_max != kNone) {
    const int most = gaps(session) * session.gap_max;
    changed |= lower(w.last_to, w.first_to + most);
    changed |= raise(w.first_from, w.last_from - most);
  }
  return changed;
}

}  // namespace

std::vector<int> topological_order(const Problem& problem) {
  const std::size_t n = problem.sessions.size();
  std::vector<int> waits(n);
  for (const auto& link : problem.links) ++waits[nth(link.to)];
  std::priority_queue<int, std::vector<int>, std::greater<>> ready;
  for (std::size_t s = 0; s < n; ++s)
    if (waits[s] == 0) ready.push(static_cast<int>(s));
  std::vector<int> order;
  while (!ready.empty()) {
    const int s = ready.top();
    ready.pop();
    order.push_back(s);
    for (const int l : problem.sessions[nth(s)].out)
      if (--waits[nth(problem.links[nth(l)].to)] == 0) ready.push(problem.links[nth(l)].to);
  }
  return order;
}

std::vector<DayWindow> own_windows(const Problem& problem) {
  std::vector<DayWindow> windows;
  for (const auto& s : problem.sessions) {
    if (s.fixed) {
      const int first = s.held.empty() ? 0 : s.held.front().day;
      const int last = s.held.empty() ? problem.days - 1 : s.held.back().day;
      windows.push_back(
          {first, s.held.empty() ? last : first, s.held.empty() ? first : last, last});
    } else {
      windows.push_back({s.first_day, s.last_day, s.first_day, s.last_day});
    }
  }
  return windows;
}

namespace {

// `binds` may be null: all do.
void tighten(const Problem& problem, const std::vector<char>* binds,
             std::vector<DayWindow>& windows) {
  const auto order = topological_order(problem);
  // Maximum lags carry a bound backwards, so one pass each way need not be enough; a window that
  // runs empty ends the walk for its session, and 16 rounds are plenty for any real chain.
  for (int round = 0; round < 16; ++round) {
    bool changed = false;
    const auto visit = [&](int s) {
      auto& w = windows[nth(s)];
      if (binds && !(*binds)[nth(s)]) return;
      if (!problem.sessions[nth(s)].fixed && !w.empty())
        changed |= tighten(problem.sessions[nth(s)], w);
      for (const int l : problem.sessions[nth(s)].out) {
        const auto& link = problem.links[nth(l)];
        auto& to = windows[nth(link.to)];
        if (binds && !(*binds)[nth(link.to)]) continue;
        if (w.empty() || to.empty()) continue;
        if (!problem.sessions[nth(link.to)].fixed) {
          changed |= raise(to.first_from, w.last_from + link.min_days);
          if (link.max_days != kNone) changed |= lower(to.first_to, w.last_to + link.max_days);
        }
        if (to.empty()) continue;  // what cannot follow does not bind what comes before it
        if (!problem.sessions[nth(s)].fixed) {
          changed |= lower(w.last_to, to.first_to - link.min_days);
          if (link.max_days != kNone) changed |= raise(w.last_from, to.first_from - link.max_days);
        }
      }
    };
    for (const int s : order) visit(s);
    for (auto s = order.rbegin(); s != order.rend(); ++s) visit(*s);
    if (!changed) break;
  }
}

}  // namespace

std::vector<DayWindow> day_windows(const Problem& problem) {
  auto windows = own_windows(problem);
  tighten(problem, nullptr, windows);
  return windows;
}

bool tighten_windows(const Problem& problem, const std::vector<char>& binds,
                     std::vector<DayWindow>& windows) {
  tighten(problem, &binds, windows);
  for (std::size_t s = 0; s < windows.size(); ++s)
    if (binds[s] && windows[s].empty()) return false;
  return true;
}

std::vector<int> tails(const Problem& problem) {
  const auto order = topological_order(problem);
  std::vector<int> out(problem.sessions.size());
  for (auto s = order.rbegin(); s != order.rend(); ++s)
    for (const int l : problem.sessions[nth(*s)].out) {
      const auto& link = problem.links[nth(l)];
      const auto& to = problem.sessions[nth(link.to)];
      if (to.fixed) continue;
      out[nth(*s)] =
          std::max(out[nth(*s)], link.min_days + gaps(to) * to.gap_min + out[nth(link.to)]);
    }
  return out;
}

}  // namespace tandem::schedule
