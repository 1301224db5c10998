// Carries out commands: a Program and a command give a new Program and the rows that changed, or
// every reason why not. Pure: nothing is touched on failure, and new ids come from the caller.
#pragma once

#include <memory>

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

class RowEditor;  // apply.cpp

// Several commands as one change. Later commands see what earlier ones did; the rows are checked as a
// whole at the end, so two rows may need each other.
class Batch {
 public:
  Batch(const Program& program, IdSource& ids);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  const Program& program() const;  // as it stands after the commands added so far
  // Errors: refused or not_found; the batch must not be finished then.
  Result<void> add(const Command& command);
  // Errors: refused, every issue of the rows changed. An empty label is made from the commands.
  Result<Applied> finish(std::string label = {});

 private:
  std::unique_ptr<RowEditor> editor_;
  std::size_t commands_{};
  std::string last_label_;
};

// Errors: refused or not_found, each with where and a way out; the Program given is never changed.
Result<Applied> apply(const Program& program, const Command& command, IdSource& ids);

Result<Applied> apply_all(const Program& program, std::span<const Command> commands, IdSource& ids,
                          std::string label = {});

}  // namespace tandem
