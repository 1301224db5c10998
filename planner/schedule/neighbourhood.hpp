// Which sessions to take out of a plan together, so that putting them back may make it better:
// around one session, along a chain of prerequisites, on days that share rooms and people, a whole
// cohort, around what is unplaced, late, badly spaced or not where it was published. Kinds that pay for their steps are chosen
// more often. Only chooses; the improver takes and puts.
#pragma once

#include <array>
#include <vector>

#include "planner/base/random.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

class Neighbourhoods {
 public:
  Neighbourhoods(const State& state, const Search& search, const std::vector<DayWindow>& windows,
                 Rng& rng);

  // Sessions whose place is a matter of choice at all.
  const std::vector<int>& movable() const { return movable_; }
  // The next set; empty now and then. The first is to be put back first when it had no place.
  const std::vector<int>& next();
  // How the last set did: whether the plan got better, for how many steps.
  void reward(bool gained, std::int64_t steps);
  // A session's place has changed for good.
  void moved(int session);
  bool last_was_unplaced() const { return last_ == Kind::unplaced; }

 private:
  enum class Kind : std::uint8_t { one, chain, day, cohort, unplaced, late, spacing, changed };
  static constexpr std::size_t kKinds = 8;

  Kind pick_kind();
  void add(int session);
  int any_of(const std::vector<int>& from) {
    return from[rng_.below(static_cast<std::uint32_t>(from.size()))];
  }
  int day_of(int session) const;
  bool contends(int session, int other) const;
  void chain(int session, std::size_t most);
  void around(int session, int center, int days, std::size_t most);
  void cohort(int cohort);
  void unplaced();
  void late();
  void spacing();
  void changed();
  void open_after(int session, std::size_t most);

  const State& state_;
  const Problem& problem_;
  const Search& search_;
  const std::vector<DayWindow>& windows_;
  Rng& rng_;
  std::vector<int> movable_;
  std::vector<int> ideals_;  // links with one
  std::vector<std::vector<int>> cohort_sessions_;
  std::vector<std::vector<int>> by_week_;
  std::vector<int> week_of_;   // where a session stands in by_week_, none: nowhere
  std::vector<int> unplaced_;  // movable sessions without a date
  std::vector<char> is_unplaced_;

  std::vector<char> chosen_;
  std::vector<int> set_;
  std::vector<int> candidates_;
  Kind last_{};
  std::array<std::uint32_t, kKinds> weight_{200, 200, 200, 40, 600, 200, 300, 300};
  std::array<std::int64_t, kKinds> gains_{};
  std::array<std::int64_t, kKinds> spent_{};
  std::int64_t rounds_{};
};

}  // namespace tandem::schedule
