// Modules that would help where one side of a plan or of a group is thin: they aim at the leader
// skills, or at the manager skills, to which the modules taken so far give the least time. Used by
// the notices about plans and about skills; knows no person and puts nobody in an order.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem {

struct HelpingModule {
  Id<Module> module;
  Id<Competency> aims_at;

  bool operator==(const HelpingModule&) const = default;
};

// For each of the three skills of the strand that get the least time in `taken`, the module that
// gives it the most; and one practice task for one of these skills, as it needs neither a date nor
// a room. Projects are left out: they are offered by a person. Ties go by code.
// Cost: n log n in the objectives.
std::vector<HelpingModule> helping_modules(const Program& program, Strand strand,
                                           const std::set<Id<Module>>& taken);

// "L5a Inclusive leadership (for Inclusion) and P06 A story for the night shift (for ...)"; "" when
// there are none.
std::string words(const Program& program, std::span<const HelpingModule> modules);

}  // namespace tandem
