// The organisation units with a cover rule: which of them a person counts in, and in every slot how
// many more of their people may be away, recorded absences already counted. compile() asks it for
// the Problem's cover limits and for each session's shares; knows nothing of what is placed.
#pragma once

#include <unordered_map>
#include <vector>

#include "planner/schedule/by_code.hpp"
#include "planner/schedule/closures.hpp"
#include "planner/schedule/problem.hpp"
#include "planner/schedule/waived.hpp"

namespace tandem::schedule {

class CoverUnits {
 public:
  CoverUnits(const Program& program, const Grid& grid, const Closures& closures);

  const std::vector<const Unit*>& rows() const { return units_.rows(); }  // by code
  // Indexes of rows() that people of the unit count in: their own and those above, nearest first.
  const std::vector<int>& of(Id<Unit> unit);
  // One a row. Cost: people and absences, and units times slots.
  std::vector<Problem::CoverUnit> limits();
  // How many of these people count in which, apart from units for which the rule is waived.
  std::vector<Problem::Share> shares(const std::vector<const Person*>& people,
                                     const Waived& waived);

 private:
  const Program& program_;
  const Grid& grid_;
  const Closures& closures_;
  ByCode<Unit> units_;
  std::unordered_map<RawId, std::vector<int>> of_unit_;  // looked up, never walked
};

}  // namespace tandem::schedule
