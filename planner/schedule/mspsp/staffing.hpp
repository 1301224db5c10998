// Teams as a rule of the proof core (rcpsp/core.hpp): beside the starts stand amounts, how many of
// each kind of workers an activity has. A team is of the right size and can share out its skills;
// at no time are more of a kind at work than there are. Every bound it moves carries an
// explanation. Kinds in place of single workers keep the core from proving the same for every name;
// single workers with start bounds alone, as in Young, Feydy and Schutt 2017, would do that.
#pragma once

#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/schedule/mspsp/project.hpp"
#include "planner/schedule/rcpsp/core.hpp"

namespace tandem::schedule::mspsp {

class Staffing : public rcpsp::Rule {
 public:
  // Requires: the project outlives this.
  explicit Staffing(const Project& project);

  // The most of each amount: what the core is made with.
  std::span<const int> amounts() const { return most_; }
  // A schedule as the core's values, and back. counts: [activity][kind], a row after another.
  std::vector<int> values(std::span<const int> starts, std::span<const std::uint8_t> counts) const;
  std::vector<std::uint8_t> counts(std::span<const int> values) const;

  bool push(rcpsp::Core& core) override;

 private:
  struct Pair {
    int first, second;
    bool apart;  // whatever their teams
  };

  int kinds() const { return static_cast<int>(project_->kinds().size()); }
  // The variable of an amount, or -1: this activity has no use for the kind.
  int amount(int i, int kind) const { return amount_[nth(i * kinds() + kind)]; }
  int most(int variable) const { return most_[nth(variable - project_->size())]; }

  bool push_team(rcpsp::Core& core, int i);
  bool at_least(rcpsp::Core& core, int i, KindSet among, int least);
  bool at_most(rcpsp::Core& core, int i, KindSet among, int most);
  bool push_pair(rcpsp::Core& core, const Pair& pair);
  // `first` cannot come before `second`; both must not run at once because of `who_`.
  bool push_order(rcpsp::Core& core, int first, int second);
  void say_not_before(const rcpsp::Core& core, int first, int second);
  bool push_kind(rcpsp::Core& core, int kind);
  bool push_past(rcpsp::Core& core, int kind, int i);
  // Who of a kind is at work at slot t, but for one activity, until more than `spare` are.
  void say_busy(const rcpsp::Core& core, int kind, int t, int spare, int except);

  const Project* project_;
  std::vector<int> amount_;  // [activity][kind]
  std::vector<int> most_;
  std::vector<Pair> pairs_;
  std::vector<std::vector<int>> users_;  // of a kind
  std::vector<int> use_;                 // of a kind, by slot
  std::vector<rcpsp::Literal> because_, who_;
};

}  // namespace tandem::schedule::mspsp
