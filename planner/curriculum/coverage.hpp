// Which module teaches which competency, and for how long: the minutes of objectives, by competency
// and module. Answers what nobody teaches, and what no competency claims. Pure; the page Coverage
// and whoever asks "who teaches this" read it.
#pragma once

#include <vector>

#include "planner/domain/program.hpp"

namespace tandem {

struct CoverageCell {
  int minutes{};     // of the objectives that say how long they take
  int objectives{};  // all of them
  int untimed{};     // those that do not say

  bool empty() const { return objectives == 0; }
};

struct CoverageRow {
  Id<Competency> competency;        // none in the last row: objectives that name none
  std::vector<CoverageCell> cells;  // one a column
  CoverageCell sum;
};

struct Coverage {
  std::vector<Id<Module>> modules;  // the columns, by code
  std::vector<CoverageRow> rows;    // every competency by code, then "none named" when there is any
  CoverageCell sum;
};

// Of the modules of one programme, or of every module when `programme` is none. Every competency
// has a row, also one that nothing teaches. Cost: linear in the objectives.
Coverage coverage(const Program& program, Id<Programme> programme = {});

}  // namespace tandem
