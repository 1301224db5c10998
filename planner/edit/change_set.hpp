// What a command did, row by row, before and after. The one currency of change: undo swaps the two
// sides, the store saves a change set in one transaction, the audit trail is the saved change sets,
// and another window catches up by replaying them. Knows no command and no store.
#pragma once

#include "planner/domain/rows.hpp"

namespace tandem {

struct RowChange {
  AnyRow before;  // none: the row did not exist
  AnyRow after;   // none: the row is gone

  TableId table() const;
  RawId id() const;
  bool operator==(const RowChange&) const = default;
};

struct ChangeSet {
  std::string label;  // "Move MGR-1/M1a to Tue 9 Mar 09:00"
  std::vector<RowChange> rows;  // at most one a row of a table

  bool empty() const { return rows.empty(); }
  bool operator==(const ChangeSet&) const = default;
};

// The change that takes `changes` back; its label is the caller's to set.
ChangeSet inverse(const ChangeSet& changes);

// Requires: the Program holds the `before` side of each row.
Program replay(Program program, const ChangeSet& changes);

inline bool is_none(const AnyRow& row) { return !row; }

}  // namespace tandem
