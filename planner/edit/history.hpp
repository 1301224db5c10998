// What can be undone and redone, worked out from the headers of the saved transactions alone, so it
// is the same after a restart. An undo is a new transaction that names the one it takes back; a redo
// is the undo of an undo; a new change ends what could be redone. Loads and erasures stay.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "planner/base/id.hpp"

namespace tandem {

// Number of a saved transaction, counting from 1 without gaps; 0 is the empty file.
using Revision = std::uint64_t;

enum class Source : std::uint8_t { gui, cli, load, import, undo, erase, migrate };
constexpr std::array<std::string_view, 7> words(Tag<Source>) {
  return {"gui", "cli", "load", "import", "undo", "erase", "migrate"};
}

struct Transaction {
  Revision revision{};
  std::string tx_id;   // unique, made by the writer: a retry finds its own earlier success
  std::string actor;   // a person's name
  std::string client;  // "tandem 0.1.0"
  std::string at_utc;  // 2027-05-14T09:30:00Z, always real time
  std::string label;
  Source source{};
  Revision undoes{};   // 0: none

  bool operator==(const Transaction&) const = default;
};

struct UndoState {
  std::optional<Transaction> undoable;  // what undo would take back
  std::optional<Transaction> redoable;  // the undo that redo would take back; see `redo_label`
  std::string redo_label;               // label of the change that redo brings back
};

// Requires: all transactions of a file, in order. Cost: linear.
UndoState undo_state(std::span<const Transaction> transactions);

}  // namespace tandem
