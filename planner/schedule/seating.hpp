// Which sessions there are to be and who sits in which: every cohort's modules in use as groups,
// with codes, delivery forms and seats. Sessions, codes and seats that exist are kept; missing ones
// are made; new people go where balance and the spread of units want them. compile() calls it
// before any date is considered.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/schedule/form.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/selection.hpp"

namespace tandem::schedule {

struct Group {
  std::string code;
  std::vector<Id<Cohort>> cohorts;  // the first pays, and its code is in the session's
  const Module* module{};
  const CohortModule* choice{};  // the first cohort's; null: none
  std::string variant;
  Form form;
  Id<Site> site;
  const Session* existing{};          // null: to be created
  std::vector<const Person*> people;  // booked, by employee number
  bool asked{};                       // of a cohort the run is for
  bool alone{};                       // the only group of its module: its people have no choice

  bool cancelled() const { return existing && existing->status == SessionStatus::cancelled; }
  bool delivered() const { return existing && existing->status == SessionStatus::delivered; }
};

// For the module, this member of the cohort sits in that group (of this cohort or a make-up).
struct Claim {
  Id<Cohort> cohort;
  Id<Module> module;
  Id<Person> person;
  int group{};
};

struct Seating {
  std::vector<Group> groups;  // by code
  std::vector<Claim> claims;
  std::vector<Unseated> to_make_up;  // by cohort, module, person
};

// What only a calendar knows, asked by seating.
struct SeatingQuestions {
  // Whether a pause, or the time of employment, leaves the person any date on which the cohort
  // could have this module.
  std::function<bool(const Person&, const Cohort&, const Module&, const CohortModule*)> ever_free;
  // Whether a session keeps its date, and whether a person could attend it there.
  std::function<bool(const Session&)> stays;
  std::function<bool(const Person&, const Session&)> free_for;
};

// `asked`: whether the run is for a cohort. Errors: those of modules_in_use, unknown variants.
Result<Seating> seat(const Program& program, const std::function<bool(const Cohort&)>& asked,
                     const SeatingQuestions& questions);

}  // namespace tandem::schedule
