#include "planner/edit/history.hpp"

namespace tandem {
namespace {

struct Done {
  const Transaction* change;   // the change as first made, whose label people know
  const Transaction* current;  // what undo must take back: the change or its latest redo
};

}  // namespace

UndoState undo_state(std::span<const Transaction> transactions) {
  std::vector<Done> done;
  std::vector<Done> undone;  // current: the undo that a redo takes back
  for (const Transaction& tx : transactions) {
    if (tx.undoes == 0) {
      if (tx.source == Source::load || tx.source == Source::erase || tx.source == Source::migrate)
        done.clear();
      else
        done.push_back({&tx, &tx});
      undone.clear();
    } else if (!done.empty() && done.back().current->revision == tx.undoes) {
      undone.push_back({done.back().change, &tx});
      done.pop_back();
    } else if (!undone.empty() && undone.back().current->revision == tx.undoes) {
      done.push_back({undone.back().change, &tx});
      undone.pop_back();
    }
  }
  UndoState state;
  if (!done.empty()) {
    state.undoable = *done.back().current;
    state.undoable->label = done.back().change->label;
  }
  if (!undone.empty()) {
    state.redoable = *undone.back().current;
    state.redo_label = undone.back().change->label;
  }
  return state;
}

}  // namespace tandem
