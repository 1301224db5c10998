// Who goes into a team, when so many of each kind are free: kinds are asked one after another in an
// order of preference, and as many are taken of each as can still be given a skill, others changing
// theirs if need be (an augmenting path). What can be given a skill together is a transversal
// matroid, so that this takes the most preferred team of all (Edmonds 1971). Also names the workers
// of a finished schedule. Allocates nothing after construction.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/schedule/mspsp/check.hpp"
#include "planner/schedule/mspsp/project.hpp"

namespace tandem::schedule::mspsp {

class Team {
 public:
  // Requires: the project outlives this.
  explicit Team(const Project& project) : project_(&project) {}

  // Requires: `free` and `count` have a place for each kind, `preference` holds kinds, each once.
  // Returns: whether there is a team; then `count` is how many of each kind.
  bool pick(int activity, std::span<const std::uint8_t> free,
            std::span<const std::uint8_t> preference, std::span<std::uint8_t> count);

  // After pick: how many of a kind use a skill.
  int uses(int kind, int skill) const { return uses_[nth(skill)][nth(kind)]; }

 private:
  bool add(int kind);

  const Project* project_;
  SkillSet asked_{};
  SkillSet open_{};                           // asked, and not yet all given
  std::array<int, kMostSkills> left_{};       // to be given
  std::array<KindSet, kMostSkills> users_{};  // of a skill
  std::array<std::array<std::uint8_t, kMostKinds>, kMostSkills> uses_{};  // [skill][kind]
};

// Names workers for starts and teams of kinds. counts: [activity][kind], a row after another.
// Requires: at no time more of a kind are needed than there are, and every team can share out its
// skills.
Teams named(const Project& project, std::span<const int> starts,
            std::span<const std::uint8_t> counts);

}  // namespace tandem::schedule::mspsp
