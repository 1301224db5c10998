#include "planner/edit/change_set.hpp"

namespace tandem {

TableId RowChange::table() const { return table_of(is_none(after) ? before : after); }
RawId RowChange::id() const { return id_of(is_none(after) ? before : after); }

ChangeSet inverse(const ChangeSet& changes) {
  ChangeSet out;
  out.rows.reserve(changes.rows.size());
  for (auto it = changes.rows.rbegin(); it != changes.rows.rend(); ++it)
    out.rows.push_back({it->after, it->before});
  return out;
}

Program replay(Program program, const ChangeSet& changes) {
  // Removals first: a key may pass from one row to another within one change set.
  for (const auto& change : changes.rows)
    if (is_none(change.after)) erase(program, change.table(), change.id());
  for (const auto& change : changes.rows)
    if (!is_none(change.after)) put(program, change.after);
  return program;
}

}  // namespace tandem
