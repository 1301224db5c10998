// How a person's competencies look from each side: self, manager, peers, reports, facilitators and
// tasks beside what the role expects. Views are never averaged over sources and make no score; a
// group of fewer than three is hidden, so that nobody can be picked out of it. Unknown, not
// expected and low are three different things. Used by the development plan and by a person's page;
// knows no drawing.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::report {

// Peers and reports are shown as a group, from so many people on.
inline constexpr int kSmallestGroup = 3;
// A view older than this is said to be old.
inline constexpr int kFreshMonths = 24;

// What one source says: one person, or the middle of a group.
struct SourceView {
  RatingSource source{};
  int half_level{};  // twice the level, 2 to 10: the middle of a group may lie between two levels
  int people{1};
  std::optional<Date> date;  // the latest
  bool old{};

  bool operator==(const SourceView&) const = default;
};

struct CompetencyView {
  Id<Competency> competency;
  std::string name;
  Orientation orientation{};
  std::optional<Expected> expected;   // none: the role does not speak of it
  std::vector<SourceView> views;      // in the order of the sources
  std::vector<RatingSource> too_few;  // groups that are hidden
  std::string note;      // "3 of 6 sources", "not asked yet", "not expected in this role"
  std::string sentence;  // the whole row for somebody who cannot see it
};

// "Skilled", "between Skilled and Advanced"
std::string level_words(int half_level);
// "Self", "Peers, 5 people"
std::string source_words(const SourceView& view);

class CompetencyViews {
 public:
  // Ratings dated after `as_of` are not known yet. Requires: the program outlives this.
  CompetencyViews(const Program& program, Date as_of);

  // What the role speaks of, what somebody has rated and what is being worked on; leader skills
  // first, then manager and expert ones, by code. Cost: linear in the person's own rows.
  std::vector<CompetencyView> of(const Person& person) const;

 private:
  CompetencyView view_of(const Competency& competency, std::span<const Rating* const> own) const;

  const Program& program_;
  Date as_of_;
  Grouping<Id<Person>, Rating> ratings_;
  Grouping<Id<Role>, RoleTarget> targets_;
  Grouping<Id<Person>, GrowthArea> growth_;
};

}  // namespace tandem::report
