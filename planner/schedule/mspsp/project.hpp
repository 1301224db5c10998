// A project of the multi-skill scheduling problem (MSPSP; Neron 2002, Young, Feydy and Schutt
// 2017): every activity asks for so many workers of each skill, a worker masters some skills, uses
// one of them at a time and stays for the whole activity. Workers who master the same skills are
// told apart by nobody: they are one kind, and a team is how many of each kind (whoever is free of
// a kind can be named afterwards, as intervals are coloured). Used by everything in this folder.
// Immutable once made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/base/result.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::mspsp {

struct Precedence {
  int before{};
  int after{};
  bool operator==(const Precedence&) const = default;
};

// Activity 0 is the source, the last one the sink: they take no time and need nobody.
struct ProjectData {
  std::vector<int> durations;
  std::vector<std::vector<int>> needs;     // [activity][skill]: workers
  std::vector<std::vector<char>> masters;  // [worker][skill]
  std::vector<Precedence> order;           // one ends before the other starts
};

inline constexpr int kMostSkills = 12;
inline constexpr int kMostKinds = 64;
inline constexpr int kMostOfAKind = 255;

using SkillSet = std::uint32_t;
using KindSet = std::uint64_t;

struct Kind {
  SkillSet skills{};
  std::vector<int> workers;
  int count() const { return static_cast<int>(workers.size()); }
};

// At least so many of an activity's team are of these kinds: skills that nobody else masters need
// them (Hall 1935). The conditions of one activity together say that a team of the right size can
// share out the skills.
struct Condition {
  KindSet kinds{};
  int least{};
};

class Project {
 public:
  // Errors: every impossible value at once, and an order that goes in a circle.
  static Result<Project> make(ProjectData data);

  int size() const { return static_cast<int>(data_.durations.size()); }
  int sink() const { return size() - 1; }
  int skills() const { return skills_; }
  int duration(int i) const { return data_.durations[nth(i)]; }
  int need(int i, int skill) const { return data_.needs[nth(i)][nth(skill)]; }
  int team_size(int i) const { return team_size_[nth(i)]; }
  std::span<const Kind> kinds() const { return kinds_; }
  const ProjectData& data() const { return data_; }

  // Of activity i, for every set of its skills.
  std::span<const Condition> conditions(int i) const { return conditions_[nth(i)]; }
  // Whether so few workers have the skills of both that they can never run at the same time.
  bool apart(int i, int j) const { return apart_[nth(i * size() + j)] != 0; }
  // Whether each activity alone finds a team. If not, there is no schedule.
  bool within_reach() const { return within_reach_; }

  // What is left of the project when sets of skills are resources of the workers who master one of
  // them: every schedule of this project is one of that. Lags, order, paths and bounds are there.
  const rcpsp::Project& relaxed() const { return relaxed_.front(); }
  // All that goes into as many such projects as it takes, for bounds.
  std::span<const rcpsp::Project> relaxations() const { return relaxed_; }

 private:
  ProjectData data_;
  int skills_{};
  std::vector<int> team_size_;
  std::vector<Kind> kinds_;
  std::vector<std::vector<Condition>> conditions_;
  std::vector<char> apart_;
  bool within_reach_{true};
  std::vector<rcpsp::Project> relaxed_;
};

// The same project with time running backwards: activity i becomes size-1-i.
Project mirrored(const Project& project);

}  // namespace tandem::schedule::mspsp
