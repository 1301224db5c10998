#include "planner/schedule/bounds.hpp"

#include <algorithm>
#include <climits>
#include <map>

#include "planner/base/nth.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {
namespace {

class Bounds {
 public:
  explicit Bounds(const State& state)
      : state_(state),
        problem_(state.problem()),
        first_(problem_.sessions.size()),
        last_(problem_.sessions.size()),
        row_(nth(words_for(problem_.slots))),
        some_(row_.size()) {}

  std::vector<int> run() {
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s)
      pools_[pool(static_cast<int>(s))].push_back(static_cast<int>(s));
    for (const int s : topological_order(problem_)) visit(s);
    std::vector<int> out(problem_.cohorts.size(), kNone);
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s)
      if (state_.placed(static_cast<int>(s)))
        for (const int c : problem_.sessions[s].cohorts)
          out[nth(c)] = std::max(out[nth(c)], last_[s]);
    return out;
  }

 private:
  using Pool = std::pair<int, int>;  // module, first cohort

  Pool pool(int s) const {
    const auto& session = problem_.sessions[nth(s)];
    return {session.module, session.cohorts.front()};
  }

  void visit(int s) {
    const auto& session = problem_.sessions[nth(s)];
    if (session.fixed) {
      // Without a date it holds nothing up that is placed.
      first_[nth(s)] = session.held.empty() ? 0 : session.held.front().day;
      last_[nth(s)] = session.held.empty() ? 0 : session.held.back().day;
      return;
    }
    int from = session.first_day;
    for (const int l : session.in) {
      const auto& link = problem_.links[nth(l)];
      int before = last_[nth(link.from)];
      // Which group of the module before each learner comes from is a matter of the split, unless
      // all of them sit here.
      if (!session.alone)
        for (const int other : pools_[pool(link.from)])
          before = std::min(before, last_[nth(other)]);
      from = std::max(from, before + link.min_days);
    }
    first_[nth(s)] = last_[nth(s)] = from;
    if (session.item) return;
    for (std::size_t k = 0; k < session.meetings.size(); ++k) {
      const int day = next_day(session, from, session.meetings[k].slots);
      if (k == 0) first_[nth(s)] = day;
      last_[nth(s)] = day;
      from = day + session.gap_min;
    }
  }

  // First day from `from` on with a start for so many slots. Returns: the day itself when there is
  // none; such a session is not placed and counts for nothing.
  int next_day(const Problem::Session& session, int from, int slots) {
    const auto& zone = problem_.zones[nth(session.zone)];
    if (from >= problem_.days) return from;
    const int begin = zone.first_slot[nth(from)];
    const int word = begin / kWordBits;
    const int words = words_for(problem_.slots);
    const Word* calendar =
        problem_.calendars[session.alone ? session.calendar : session.cohort_calendar];
    // A month at a time: the first day is rarely far.
    constexpr int kStride = 24;
    for (int w = word; w < words; w += kStride) {
      const int end = std::min(words, w + kStride + 2);  // two words beyond for runs that cross
      std::copy(calendar + w, calendar + end, row_.begin() + w);
      if (session.alone) {
        if (session.needs_room) intersect_any(session.rooms, w, end, false);
        if (session.leads > 0) intersect_any(session.staff, w, end, true);
      }
      erode(row_.data(), w, end, slots);
      const int stop = std::min(problem_.slots, std::min(end, w + kStride) * kWordBits);
      const int slot = first(row_.data(), std::max(begin, w * kWordBits), stop);
      if (slot >= 0) return zone.day_of_slot[nth(slot)];
    }
    return from;
  }

  void intersect_any(const std::vector<Problem::Candidate>& candidates, int from, int to,
                     bool leads_only) {
    std::fill(some_.begin() + from, some_.begin() + to, Word{0});
    for (const auto& c : candidates) {
      if (leads_only && !c.leads) continue;
      const Word* row = problem_.calendars[c.calendar];
      for (int w = from; w < to; ++w) some_[nth(w)] |= row[w];
    }
    for (int w = from; w < to; ++w) row_[nth(w)] &= some_[nth(w)];
  }

  const State& state_;
  const Problem& problem_;
  std::vector<int> first_;
  std::vector<int> last_;
  std::map<Pool, std::vector<int>> pools_;
  std::vector<Word> row_;
  std::vector<Word> some_;
};

}  // namespace

std::vector<int> finish_bounds(const State& state) { return Bounds{state}.run(); }

}  // namespace tandem::schedule
