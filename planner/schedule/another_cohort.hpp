// A cohort that does not exist yet, for asking what would be if it did: of a programme, alike an
// existing one in place, language, hours, limits, choices of modules and size, with learners of the
// same units and sites who are nobody. It has no dates, no budget and nothing of a person:
// absences, arrangements and names stay with those who have them. Used by capacity; nothing of it
// is stored.
#pragma once

#include "planner/domain/program.hpp"

namespace tandem::schedule {

// The cohort of the programme whose number of learners lies in the middle, by size and code; null:
// the programme has no cohort with learners.
const Cohort* typical_cohort(const Program& program, Id<Programme> programme);

// Enrolled and completed members, by employee number.
std::vector<const Person*> learners_of(const Program& program, Id<Cohort> cohort);

// How a limit in per cent of a unit is read once people are added who belong to no head count.
enum class Headcount : std::uint8_t {
  least,  // of the days of the horizon: what holds on every day
  most,   // what holds on some day: nothing that could be is ruled out
};

// The Program with each unit's limit in whole people, so that new learners do not raise it.
Program with_fixed_limits(const Program& program, Headcount headcount);

// Adds the `number`-th of such cohorts, "PROGRAMME+NUMBER". Returns: its id.
// Requires: `like` is a cohort with learners; numbers are not used twice.
Id<Cohort> add_another(Program& program, Id<Cohort> like, int number);

}  // namespace tandem::schedule
