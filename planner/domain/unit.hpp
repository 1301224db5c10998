// An organisation unit, with the cover rule that limits how many of its people may be away at once.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

struct Unit : Row<Unit> {
  std::string code;
  std::string name;
  Id<Unit> parent;
  std::optional<int> max_away;          // people
  std::optional<int> max_away_percent;  // of those employed that day

  bool operator==(const Unit&) const = default;
};

constexpr auto fields(Tag<Unit>) {
  return std::array{
      field<&Unit::code>("code").key(),
      field<&Unit::name>("name").required(),
      field<&Unit::parent>("parent"),
      field<&Unit::max_away>("max_away").range(0, 100000),
      field<&Unit::max_away_percent>("max_away_percent").range(0, 100),
  };
}

}  // namespace tandem
