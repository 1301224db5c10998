#include "planner/schedule/day_domains.hpp"

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {
namespace {

// The days on which a session's last meeting can be when the first is on a day.
struct Span {
  int least;
  int most;
};

Span last_days(const Problem& problem, const DayWindow& window, int session, int first) {
  const auto& s = problem.sessions[nth(session)];
  const int gaps = s.item ? 0 : std::max(0, static_cast<int>(s.meetings.size()) - 1);
  return {first + gaps * s.gap_min,
          gaps > 0 && s.gap_max == kNone ? window.last_to : first + gaps * s.gap_max};
}

class Domains {
 public:
  Domains(const Problem& problem, const std::vector<DayWindow>& windows,
          const std::vector<int>& sessions)
      : problem_(problem),
        windows_(windows),
        sessions_(sessions),
        position_(problem.sessions.size(), kNone),
        days_(sessions.size()) {
    for (std::size_t i = 0; i < sessions.size(); ++i)
      position_[nth(sessions[i])] = static_cast<int>(i);
  }

  std::vector<std::vector<int>> run() {
    const std::vector<int> no_tails(problem_.sessions.size());
    State state{problem_};  // the fixed sessions alone
    Search search{state, windows_, no_tails};
    for (std::size_t i = 0; i < sessions_.size(); ++i) alone(sessions_[i], search, days_[i]);
    while (narrow()) {
    }
    return std::move(days_);
  }

 private:
  void alone(int session, Search& search, std::vector<int>& out) {
    const auto& s = problem_.sessions[nth(session)];
    const DayWindow whole = windows_[nth(session)];
    if (whole.empty() || s.broken != 0) return;
    for (const int l : s.in) {
      const auto& before = problem_.sessions[nth(problem_.links[nth(l)].from)];
      if (before.fixed && before.held.empty()) return;  // it will never have a date
    }
    const auto& first_slot = problem_.zones[nth(s.zone)].first_slot;
    const Word* calendar = problem_.calendars[s.calendar];
    Ask ask;
    ask.no_waiting = true;
    std::vector<Place> places;
    for (int day = whole.first_from; day <= whole.first_to; ++day) {
      if (!any(calendar, first_slot[nth(day)], first_slot[nth(day) + 1])) continue;
      windows_[nth(session)] = {day, day, std::max(whole.last_from, day), whole.last_to};
      if (search.find(session, places, ask) || !search.looked_everywhere()) out.push_back(day);
    }
    windows_[nth(session)] = whole;
  }

  // Takes out days that a link between two of them forbids. Returns: whether there were any.
  bool narrow() {
    bool changed = false;
    for (const auto& link : problem_.links) {
      const int from = position_[nth(link.from)];
      const int to = position_[nth(link.to)];
      if (from == kNone || to == kNone) continue;
      const auto fits = [&](int before, int after) {
        const Span last = last_days(problem_, windows_[nth(link.from)], link.from, before);
        return after >= last.least + link.min_days &&
               (link.max_days == kNone || after <= last.most + link.max_days);
      };
      auto& before = days_[nth(from)];
      auto& after = days_[nth(to)];
      const auto gone =
          std::erase_if(before,
                        [&](int b) {
                          return std::none_of(after.begin(), after.end(),
                                              [&](int a) { return fits(b, a); });
                        }) +
          std::erase_if(after, [&](int a) {
            return std::none_of(before.begin(), before.end(), [&](int b) { return fits(b, a); });
          });
      changed = changed || gone > 0;
    }
    return changed;
  }

  const Problem& problem_;
  std::vector<DayWindow> windows_;  // one at a time is narrowed to a day
  const std::vector<int>& sessions_;
  std::vector<int> position_;
  std::vector<std::vector<int>> days_;
};

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

std::vector<std::vector<int>> day_domains(const Problem& problem,
                                          const std::vector<DayWindow>& windows,
                                          const std::vector<int>& sessions) {
  return Domains{problem, windows, sessions}.run();
}

}  // namespace tandem::schedule
