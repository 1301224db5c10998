// What each noun asks of its own fields beyond range and reference: dates in order, no row its own
// ancestor, parts that add up. Called by edit/issue.cpp for rows whose cells are sound.
#pragma once

#include "planner/edit/issue.hpp"

namespace tandem {

// Gathers the issues of one row.
class Reporter {
 public:
  Reporter(std::vector<Issue>& issues, TableId table, RawId row)
      : issues_(issues), table_(table), row_(row) {}
  void add(std::string_view field, std::string message, std::string hint = {});

 private:
  std::vector<Issue>& issues_;
  TableId table_;
  RawId row_;
};

// Requires: the row's references all resolve.
void check_noun(const Program& program, const RowRef& ref, Reporter& report);

}  // namespace tandem
