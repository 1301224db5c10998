// Who is enrolled in a cohort, by organisation unit (each below its parents) and employee number:
// dealt out in this order, seats spread every unit over the groups. seating asks it for each
// module; it knows nothing of modules and seats.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::schedule {

struct Enrolled {
  const Person* person{};
  const Cohort* cohort{};
  std::string path;  // of units, from the top
};

class Roster {
 public:
  // Requires: the Program outlives it.
  explicit Roster(const Program& program)
      : program_(program), members_(program.members, &Member::cohort) {}

  // Of one cohort. Cost: worked out once, valid as long as this.
  const std::vector<Enrolled>& of(const Cohort& cohort);
  // Of several together. Who is in more than one stands there once, with the first of them.
  std::vector<Enrolled> of(const std::vector<const Cohort*>& cohorts);

 private:
  std::string unit_path(Id<Unit> unit) const;

  const Program& program_;
  Grouping<Id<Cohort>, Member> members_;
  std::unordered_map<RawId, std::vector<Enrolled>> of_cohort_;  // looked up, never walked
};

}  // namespace tandem::schedule
