// Carries out commands: a Program and a command give a new Program and the rows that changed, or
// every reason why not. Pure: nothing is touched on failure, and new ids come from the caller.
#pragma once

#include "planner/base/result.hpp"
#include "planner/edit/change_set.hpp"
#include "planner/edit/command.hpp"

namespace tandem {

// Where ids of new rows come from; the store reserves them a block at a time (ports/store.hpp).
class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual RawId next() = 0;
};

// Counts up from a given id: for tests and dry runs.
class CountingIds : public IdSource {
 public:
  explicit CountingIds(RawId first) : next_(first) {}
  RawId next() override { return next_++; }

 private:
  RawId next_;
};

struct Applied {
  Program program;
  ChangeSet changes;  // labelled for people; empty when the command changed nothing
};

// Errors: refused or not_found, each with where and a way out; the Program given is never changed.
Result<Applied> apply(const Program& program, const Command& command, IdSource& ids);

// Several commands as one change: all of them or none. `label` names the whole.
Result<Applied> apply_all(const Program& program, std::span<const Command> commands, IdSource& ids,
                          std::string label = {});

}  // namespace tandem
