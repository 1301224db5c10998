// What is wrong with the rows of a Program, all of it at once: cells out of range, missing cells,
// references to nothing, keys used twice, cycles, and what each noun asks of its own fields. These
// are facts about data; whether a plan keeps the planning rules is schedule/verify's question.
#pragma once

#include "planner/base/result.hpp"
#include "planner/edit/change_set.hpp"

namespace tandem {

struct Issue {
  TableId table{TableId::none};
  RawId row{};
  std::string_view field;  // column, "" when it is the row as a whole
  std::string message;     // what is wrong, for a person
  std::string hint;        // the way out
};

// Cost: linear in the rows, but for chains walked upwards (units, managers, prerequisites, goals).
std::vector<Issue> validate(const Program& program);

// The issues that `changes` brought in: of the rows it touched, and of rows left pointing at one it
// removed. Requires: `program` is the Program after the change. Cost: of the rows touched; removals
// scan the tables that may refer to them.
std::vector<Issue> validate(const Program& program, const ChangeSet& changes);

Error to_error(const Program& program, const Issue& issue);

}  // namespace tandem
