// Whether leader skills and manager skills stand far apart, in a person's plan, a cohort or a unit:
// vision without structure, or structure without vision. You need both, so either is a reason to
// look at what is offered, not at who is to blame. Read from ratings by skill strand, each rater's
// latest; said in words alone of one person, with figures of a group. Silent where too little is
// known or a group is too small to hide in. Pure; used by plans, `tandem progress` and Today.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planner/development/helping_modules.hpp"

namespace tandem {

// Tandem's own choices, like 75 % for a seat: one strand stands at Skilled at least, the other one
// and a half levels or more below it.
inline constexpr int kStrongHalfLevels = 6;
inline constexpr int kGapHalfLevels = 3;
// More unknown than this says nothing (csv-format.md holds flags to the same share).
inline constexpr int kUnknownPercent = 40;
inline constexpr int kSmallestUnit = 5;  // people

enum class SkillBalance : std::uint8_t {
  no_gap,
  vision_without_structure,
  structure_without_vision,
  not_enough_known,
  too_few_people,
};
constexpr std::array<std::string_view, 5> words(Tag<SkillBalance>) {
  return {"no_gap", "vision_without_structure", "structure_without_vision", "not_enough_known",
          "too_few_people"};
}

// Levels said, added up; an average only when it is printed.
struct LevelSum {
  std::int64_t levels{};
  std::int64_t ratings{};

  bool operator==(const LevelSum&) const = default;
};

struct SkillPattern {
  SkillBalance balance{};
  int people{};
  LevelSum leader;
  LevelSum manager;
  std::int64_t known{};  // of people times skills, those that somebody rated
  std::int64_t asked{};
  std::vector<HelpingModule> help;
  std::string text;  // "" unless there is a gap
  std::string ways;

  bool has_gap() const {
    return balance == SkillBalance::vision_without_structure ||
           balance == SkillBalance::structure_without_vision;
  }
  bool operator==(const SkillPattern&) const = default;
};

// The verdict on sums, without words: what the tests turn over by hand.
SkillBalance skill_balance(const LevelSum& leader, const LevelSum& manager, std::int64_t known,
                           std::int64_t asked);

// Of "4.4" of a sum; halves go up.
std::string average_words(const LevelSum& sum);

// The ratings of a Program gathered for this question. Points into it and must not outlive it.
class SkillRatings {
 public:
  SkillRatings(const Program& program, Date today);

  // `taken`: modules that are no help, as they are planned already. Of groups of peers or reports
  // smaller than three nothing is used, so that the sentence gives none of them away.
  SkillPattern of_person(Id<Person> person, const std::set<Id<Module>>& taken) const;
  SkillPattern of_cohort(const Cohort& cohort) const;
  SkillPattern of_unit(const Unit& unit) const;  // people of the unit itself, employed today

 private:
  struct Cell {
    LevelSum all;
    LevelSum shown;  // without groups that are hidden
  };
  SkillPattern of(const std::vector<Id<Person>>& people, bool one) const;

  const Program& program_;
  Date today_;
  std::map<Id<Competency>, Strand> skills_;  // of leaders and managers
  std::map<std::pair<Id<Person>, Id<Competency>>, Cell> cells_;
};

}  // namespace tandem
