// A plan in the making and a plan on offer, told to a reader: how far, how good, what is still
// possible, and what would move. Pure; knows no pixel and no thread.
#pragma once

#include <string>
#include <vector>

#include "planner/schedule/job.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

// A running solve at one moment.
struct SolveWords {
  std::string what;      // "Improving it"
  std::string so_far;    // "395 of 396 sessions placed · 9 people without a date · 0 days late"
  std::string possible;  // "cohorts end 61 days later in all than any plan could · 12,400 of ..."
  double share{};        // of the steps
};
// `waiting`: people without a date so far; none while no plan stands.
SolveWords solve_words(const Progress& progress, std::optional<int> waiting, bool stopping,
                       int seconds);

// Everybody with a seat in a session that has no date, each once.
int people_without_date(const Proposal& proposal);

struct DiffLine {
  std::string session;  // code; it can be shown
  std::string text;     // "L2a: Mon 24 May 09:00 becomes Tue 1 Jun 09:00"
};

struct DiffGroup {
  std::string title;  // "LDR-1"
  std::string right;  // "3 moved, 5 new"
  std::vector<DiffLine> lines;
};

// What accepting a plan would change, by cohort.
struct PlanDiff {
  std::string people;  // "112 people to tell, with 12 days of notice"
  std::vector<DiffGroup> groups;
};
PlanDiff plan_diff(const Program& now, const Program& proposed, Date today);

}  // namespace tandem::models
