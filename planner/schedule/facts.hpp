// Sentences about single facts of the Program: an absence, a holiday, working hours, a session that
// is in the way. Explanations are made of them. Dates and names only; never a reason for an
// absence.
#pragma once

#include <string>

#include "planner/schedule/closures.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/outcome.hpp"

namespace tandem::schedule {

Reason reason(RuleKind rule, std::string text);

// "Ana Silva is not available Mon 3 May to Fri 14 May". `who` is the name of whose calendar it is.
std::string closure_text(const Program& program, const Closure& closure, const std::string& who);

// The absences of one person or room are one fact:
// "LAB is not available Mon 1 Mar to Fri 4 Jun and Mon 21 Jun to Fri 31 Dec".
std::string absences_text(const Program& program, const std::vector<RawId>& rows,
                          const std::string& who);

// "Tue 9 Mar", "Mon 3 May to Fri 14 May"
std::string date_range(Date from, Date to);

// Why a session that is fixed stays as it is: "it has been held".
std::string stays_because(const Group& group);

// "18 people", "1 person"
std::string people_count(int n);

}  // namespace tandem::schedule
