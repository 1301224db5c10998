// Stores of each kind under one face, and a small organisation to keep in them: what the contract
// suite (tests/contract) runs on. A new kind of store is one more harness here.
#pragma once

#include "db/memory/memory_store.hpp"
#include "db/sqlite/sqlite_store.hpp"
#include "tests/support/temp_folder.hpp"

namespace tandem::test {

// 2 sites, 1 unit, 3 rooms, 2 people, a programme, a cohort, a module and a session; ids 1 to 40.
Program small_program();

TxInfo tx(std::string tx_id, std::string actor = "Ada");
inline constexpr std::chrono::sys_seconds kNoon =
    std::chrono::sys_days{std::chrono::year{2027} / 5 / 14} + std::chrono::hours{12};

class MemoryHarness {
 public:
  explicit MemoryHarness(const Program& program = small_program())
      : store_(program, tx("load"), "Load", clock) {}

  FixedClock clock{kNoon};
  Store& store() { return store_; }
  Store& second_window() { return store_; }
  void restart() {}

 private:
  db::MemoryStore store_;
};

class SqliteHarness {
 public:
  explicit SqliteHarness(const Program& program = small_program(), Medium medium = Medium::memory);

  FixedClock clock{kNoon};
  Store& store() { return *store_; }
  Store& second_window();
  void restart();
  const std::filesystem::path& file() const { return file_; }

 private:
  TempFolder folder_;
  std::filesystem::path file_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Store> second_;
};

// The new state of one row as a change set; `edit` changes the row in place.
template <class T, class Edit>
ChangeSet change_of(const Program& program, Id<T> id, Edit&& edit) {
  T row = table(program, Tag<T>{}).at(id);
  edit(row);
  return {"Change a row", {{AnyRow{table(program, Tag<T>{}).at(id)}, AnyRow{std::move(row)}}}};
}
template <class T>
ChangeSet insertion_of(T row) {
  return {"Add a row", {{std::monostate{}, AnyRow{std::move(row)}}}};
}
template <class T>
ChangeSet removal_of(const Program& program, Id<T> id) {
  return {"Remove a row", {{AnyRow{table(program, Tag<T>{}).at(id)}, std::monostate{}}}};
}

// The snapshot, or the test ends with the store's own words.
Snapshot loaded(Store& store);
Transaction saved(const SaveResult& result);

}  // namespace tandem::test
