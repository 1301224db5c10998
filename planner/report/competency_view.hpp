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

// A view older than this is said to be old.
inline constexpr int kFreshMonths = 24;

// What one source says: one person, or the middle of a group.
struct SourceView {
  RatingSource source{};
  int half_level{};  // twice the level, 2 to 10: the middle of a group may lie between two levels
  int people{1};
  std::optional<Date> date;  // the latest
  bool old{};
  std::string version{};  // of the framework it was said on; several: "2027.1 and 2027.2"

  bool operator==(const SourceView&) const = default;
};

// What was said on one version of the framework. A rating never changes its version: a level means
// what its words said on the day.
struct VersionView {
  std::string version;
  std::vector<SourceView> views;
  std::vector<RatingSource> too_few;

  bool operator==(const VersionView&) const = default;
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
  std::vector<VersionView> versions{};  // oldest first; only when ratings name more than one
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
  void history_of(std::span<const Rating* const> own, CompetencyView& out) const;
  // In force when a rating that names no version was given; "" when none was.
  std::string version_of(const Rating& rating) const;

  const Program& program_;
  Date as_of_;
  Grouping<Id<Person>, Rating> ratings_;
  Grouping<Id<Role>, RoleTarget> targets_;
  Grouping<Id<Person>, GrowthArea> growth_;
  std::vector<const Framework*> frameworks_;  // by first day
};

}  // namespace tandem::report
