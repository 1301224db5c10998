// Who teaches what, as a table to read: competencies down, modules across, minutes in the cells,
// and what is missing said in words. Pure; knows no pixel.
#pragma once

#include <string>
#include <vector>

#include "planner/curriculum/coverage.hpp"

namespace tandem::models {

struct CoverageColumn {
  std::string code;
  std::string title;
  Orientation orientation{};
};

struct CoverageLine {
  std::string code;  // of the competency; "" where none is named
  std::string name;
  std::optional<Orientation> orientation;
  std::vector<std::string> cells;  // "60", "·" taught without minutes, "" not taught
  std::string sum;                 // "7 h 30", "–"
  std::string modules;             // "5 modules"
  bool empty{};
};

struct CoverageModel {
  std::string of;  // code of the programme; "" is the whole catalogue
  std::vector<CoverageColumn> columns;
  std::vector<CoverageLine> lines;
  std::vector<std::string> gaps;  // "Nobody teaches Inspiring communication in LEAD."
  std::string summary;            // "10 of 10 competencies taught, 96 h in 142 objectives"

  bool empty() const { return columns.empty() || lines.empty(); }
};

CoverageModel coverage_model(const Program& program, Id<Programme> programme);

}  // namespace tandem::models
