// How full the groups of a module are while seats are dealt out: people in all, and of each
// organisation unit, so that every unit is spread over the groups. seating asks it which group is
// next; who may sit where is not its business.
#pragma once

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "planner/schedule/roster.hpp"

namespace tandem::schedule {

class Deal {
 public:
  // Requires: people in the order of a roster, which is that of their units.
  explicit Deal(const std::vector<Enrolled>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (i > 0 && people[i].path != people[i - 1].path) ++units_;
      unit_of_.push_back(units_);
    }
    ++units_;
  }

  // One more group and who of them sits in it already; the first is group 0.
  void add_group(const std::vector<Enrolled>& people, std::span<const Person* const> sitting) {
    Group& group = groups_.emplace_back();
    group.size = static_cast<int>(sitting.size());
    group.of_unit.resize(static_cast<std::size_t>(units_));
    if (sitting.empty()) return;
    if (rank_.empty())
      for (std::size_t i = 0; i < people.size(); ++i) rank_.emplace(people[i].person->id.value, i);
    for (const Person* person : sitting)
      if (const auto it = rank_.find(person->id.value); it != rank_.end())
        ++group.of_unit[unit(it->second)];
  }

  // The smaller, the sooner the person at this place of the roster goes there.
  std::pair<int, int> fullness(std::size_t group, std::size_t person) const {
    return {groups_[group].size, groups_[group].of_unit[unit(person)]};
  }
  void seat(std::size_t group, std::size_t person) {
    ++groups_[group].size;
    ++groups_[group].of_unit[unit(person)];
  }

 private:
  struct Group {
    int size{};
    std::vector<int> of_unit;
  };

  std::size_t unit(std::size_t person) const { return static_cast<std::size_t>(unit_of_[person]); }

  int units_{};
  std::vector<int> unit_of_;  // by place in the roster
  std::vector<Group> groups_;
  std::unordered_map<RawId, std::size_t> rank_;  // place in the roster; looked up, never walked
};

}  // namespace tandem::schedule
