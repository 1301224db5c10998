#include "planner/schedule/day_domains.hpp"

#include <algorithm>
#include <climits>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// How the first days of two linked sessions have to lie: the later one's between `least` and `most`
// days after the earlier one's, and no later than `last`.
struct Between {
  int least{};
  int most{INT_MAX / 2};
  int last{INT_MAX};
};

Between between(const Problem& problem, const DayWindow& from, const Problem::Link& link) {
  const auto& s = problem.sessions[nth(link.from)];
  const int gaps = s.item ? 0 : std::max(0, static_cast<int>(s.meetings.size()) - 1);
  Between out;
  out.least = gaps * s.gap_min + link.min_days;
  if (link.max_days == kNone) return out;
  if (gaps > 0 && s.gap_max == kNone)
    out.last = from.last_to + link.max_days;
  else
    out.most = gaps * s.gap_max + link.max_days;
  return out;
}

bool any_within(const std::vector<int>& days, int from, int to) {
  const auto it = std::lower_bound(days.begin(), days.end(), from);
  return it != days.end() && *it <= to;
}

void alone(const Problem& problem, const DayWindow& whole, int session, DaySearch& search,
           std::vector<int>& out) {
  const auto& s = problem.sessions[nth(session)];
  if (whole.empty() || s.broken != 0) return;
  for (const int l : s.in) {
    const auto& before = problem.sessions[nth(problem.links[nth(l)].from)];
    if (before.fixed && before.held.empty()) return;  // it will never have a date
  }
  const auto& first_slot = problem.zones[nth(s.zone)].first_slot;
  const Word* calendar = problem.calendars[s.calendar];
  std::vector<Place> places;
  for (int day = whole.first_from; day <= whole.first_to; ++day)
    if (any(calendar, first_slot[nth(day)], first_slot[nth(day) + 1]) &&
        search.on(session, day, places) != DayAnswer::none)
      out.push_back(day);
}

}  // namespace

std::vector<int> open_chain(const Problem& problem, int session, Towards towards) {
  std::vector<int> out{session};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto& s = problem.sessions[nth(out[i])];
    for (const int l : towards == Towards::before ? s.in : s.out) {
      const auto& link = problem.links[nth(l)];
      const int next = towards == Towards::before ? link.from : link.to;
      if (!problem.sessions[nth(next)].fixed &&
          std::find(out.begin(), out.end(), next) == out.end())
        out.push_back(next);
    }
  }
  return out;
}

bool keep_linked(const Problem& problem, const std::vector<DayWindow>& windows,
                 const std::vector<int>& sessions, std::vector<std::vector<int>>& days) {
  const auto of = [&](int session) {
    const auto it = std::find(sessions.begin(), sessions.end(), session);
    return it == sessions.end() ? nullptr : &days[nth(static_cast<int>(it - sessions.begin()))];
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const int session : sessions)
      for (const int l : problem.sessions[nth(session)].in) {
        const auto& link = problem.links[nth(l)];
        auto* before = of(link.from);
        auto* after = of(link.to);
        if (!before) continue;
        const Between gap = between(problem, windows[nth(link.from)], link);
        const auto gone =
            std::erase_if(*before,
                          [&](int b) {
                            return !any_within(*after, b + gap.least,
                                               std::min(b + gap.most, gap.last));
                          }) +
            std::erase_if(*after, [&](int a) {
              return a > gap.last || !any_within(*before, a - gap.most, a - gap.least);
            });
        changed = changed || gone > 0;
      }
  }
  return std::none_of(days.begin(), days.end(), [](const auto& own) { return own.empty(); });
}

std::vector<std::vector<int>> day_domains(const Problem& problem,
                                          const std::vector<DayWindow>& windows,
                                          const std::vector<int>& sessions) {
  State state{problem};  // the fixed sessions alone
  DaySearch search{state, windows};
  std::vector<std::vector<int>> days(sessions.size());
  for (std::size_t i = 0; i < sessions.size(); ++i)
    alone(problem, windows[nth(sessions[i])], sessions[i], search, days[i]);
  (void)keep_linked(problem, windows, sessions, days);
  return days;
}

}  // namespace tandem::schedule
