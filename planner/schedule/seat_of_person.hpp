// In which group of each module somebody sits. seating fills it while it deals seats out, and asks
// it for everybody and every module; a person's modules are few, so theirs lie side by side.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "planner/domain/module.hpp"
#include "planner/domain/person.hpp"

namespace tandem::schedule {

inline constexpr int kNoGroup = -1;

class SeatOfPerson {
 public:
  // Returns: kNoGroup when they sit in none.
  int group(Id<Person> person, Id<Module> module) const {
    const auto it = seats_.find(person.value);
    if (it == seats_.end()) return kNoGroup;
    for (const auto& [id, group] : it->second)
      if (id == module.value) return group;
    return kNoGroup;
  }
  // Who sits in a group of the module already stays in that.
  void add(Id<Person> person, Id<Module> module, int group) {
    auto& seats = seats_[person.value];
    if (seats.empty()) seats.reserve(16);
    for (const auto& [id, first] : seats)
      if (id == module.value) return;
    seats.emplace_back(module.value, group);
  }
  void remove(Id<Person> person, Id<Module> module) {
    std::erase_if(seats_[person.value],
                  [&](const auto& seat) { return seat.first == module.value; });
  }

 private:
  std::unordered_map<RawId, std::vector<std::pair<RawId, int>>> seats_;  // looked up, never walked
};

}  // namespace tandem::schedule
