#include "planner/schedule/greedy.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

#include "planner/base/nth.hpp"
#include "planner/schedule/journal.hpp"

namespace tandem::schedule {
namespace {

constexpr int kDepth = 3;  // of chains of moving what hangs on what hangs on ...

class Greedy {
 public:
  Greedy(State& state, Search& search, const std::vector<DayWindow>& windows,
         const std::vector<int>& tails, Meter& meter)
      : state_(state),
        problem_(state.problem()),
        search_(search),
        windows_(windows),
        tails_(tails),
        meter_(meter),
        order_(problem_.sessions.size()),
        shifts_left_(16 + static_cast<int>(problem_.sessions.size()) / 4),
        journal_(state) {
    const auto topological = topological_order(problem_);
    for (std::size_t i = 0; i < topological.size(); ++i)
      order_[nth(topological[i])] = static_cast<int>(i);
  }

  void run() {
    keep_published();
    using Ranked = std::tuple<int, std::size_t, int>;  // slack, how many could run it, session
    std::priority_queue<Ranked, std::vector<Ranked>, std::greater<>> ready;
    std::vector<int> waits(problem_.sessions.size());
    const auto open = [&](int s) { return state_.open(s); };
    const auto push = [&](int s) {
      const auto& session = problem_.sessions[nth(s)];
      ready.emplace(latest(s), session.staff.size() + session.rooms.size(), s);
    };
    for (const auto& link : problem_.links)
      if (open(link.from)) ++waits[nth(link.to)];
    const int n = static_cast<int>(problem_.sessions.size());
    for (int s = 0; s < n; ++s)
      if (open(s) && waits[nth(s)] == 0) push(s);
    while (!ready.empty() && !meter_.stopped()) {
      const int s = std::get<2>(ready.top());
      ready.pop();
      if (!place(s) && !shift(s, 0)) continue;
      journal_.keep();
      for (const int l : problem_.sessions[nth(s)].out) {
        const int to = problem_.links[nth(l)].to;
        if (--waits[nth(to)] == 0 && open(to)) push(to);
      }
    }
  }

 private:
  // The last day it can begin without making its cohorts late.
  int latest(int s) const {
    const auto& session = problem_.sessions[nth(s)];
    int out = windows_[nth(s)].first_to;
    for (const int c : session.cohorts) {
      const int deadline = problem_.cohorts[nth(c)].deadline;
      if (deadline == kNone) continue;
      const int span =
          session.item ? 0 : (static_cast<int>(session.meetings.size()) - 1) * session.gap_min;
      out = std::min(out, deadline - tails_[nth(s)] - span);
    }
    return out;
  }

  void keep_published() {
    for (const int s : topological_order(problem_)) {
      const auto& session = problem_.sessions[nth(s)];
      if (!session.published || session.held.empty() || !state_.open(s)) continue;
      meter_.step();
      if (search_.allows(s, session.held)) journal_.put(s, session.held);
    }
  }

  bool place(int s, const Ask& ask = {}) {
    meter_.step();
    if (!search_.find(s, found_, ask)) return false;
    journal_.put(s, found_);
    return true;
  }

  // Placed sessions that hang on s, s left out, in topological order.
  std::vector<int> placed_after(int s) const {
    std::vector<int> out;
    std::vector<int> walk{s};
    while (!walk.empty()) {
      const int from = walk.back();
      walk.pop_back();
      for (const int l : problem_.sessions[nth(from)].out) {
        const int to = problem_.links[nth(l)].to;
        if (!state_.placed(to) || problem_.sessions[nth(to)].fixed ||
            std::find(out.begin(), out.end(), to) != out.end())
          continue;
        out.push_back(to);
        walk.push_back(to);
      }
    }
    std::sort(out.begin(), out.end(),
              [&](int a, int b) { return order_[nth(a)] < order_[nth(b)]; });
    return out;
  }

  // Places s by moving what it must follow closely to a later day.
  bool shift(int s, int depth) {
    if (depth == kDepth || shifts_left_ <= 0) return false;
    --shifts_left_;
    const auto& session = problem_.sessions[nth(s)];
    const bool bound = std::any_of(session.in.begin(), session.in.end(),
                                   [&](int l) { return problem_.links[nth(l)].max_days != kNone; });
    if (!bound) return false;
    std::vector<Place> wanted;
    Ask ask;
    ask.no_maxima = true;
    meter_.step();
    if (!search_.find(s, wanted, ask)) return false;

    const std::size_t mark = journal_.mark();
    std::vector<std::pair<int, int>> moved;  // session, its earliest first day
    for (const int l : session.in) {
      const auto& link = problem_.links[nth(l)];
      if (link.max_days == kNone || !state_.placed(link.from)) continue;
      const int late_by = wanted.front().day - link.max_days - state_.last(link.from).day;
      if (late_by <= 0) continue;
      if (problem_.sessions[nth(link.from)].fixed) return false;
      moved.emplace_back(link.from, state_.first(link.from).day + late_by);
    }
    std::vector<int> again;
    for (const auto& [from, day] : moved)
      for (const int t : placed_after(from)) add_unless_moved(again, moved, t);
    for (const int t : again) journal_.take(t);
    for (const auto& [from, day] : moved) journal_.take(from);
    const auto before = [&](int a, int b) { return order_[nth(a)] < order_[nth(b)]; };
    std::sort(moved.begin(), moved.end(),
              [&](const auto& a, const auto& b) { return before(a.first, b.first); });
    std::sort(again.begin(), again.end(), before);
    bool good = true;
    for (const auto& [from, day] : moved) {
      Ask later;
      later.from = day;
      good = good && (place(from, later) || shift(from, depth + 1));
    }
    for (const int t : again) good = good && place(t);
    good = good && place(s);
    if (!good) journal_.undo_to(mark);
    return good;
  }

  static void add_unless_moved(std::vector<int>& again,
                               const std::vector<std::pair<int, int>>& moved, int t) {
    const bool known =
        std::find(again.begin(), again.end(), t) != again.end() ||
        std::any_of(moved.begin(), moved.end(), [&](const auto& m) { return m.first == t; });
    if (!known) again.push_back(t);
  }

  State& state_;
  const Problem& problem_;
  Search& search_;
  const std::vector<DayWindow>& windows_;
  const std::vector<int>& tails_;
  Meter& meter_;
  std::vector<int> order_;
  int shifts_left_;
  Journal journal_;
  std::vector<Place> found_;
};

}  // namespace

void construct(State& state, Search& search, const std::vector<DayWindow>& windows,
               const std::vector<int>& tails, Meter& meter) {
  Greedy{state, search, windows, tails, meter}.run();
}

}  // namespace tandem::schedule
