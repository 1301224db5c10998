// The change log of a file: its transactions, their rows as JSON by ids, and the hash chain that
// binds them: hash = BLAKE2b-256(hash before | header | rows), every part length-prefixed. Written
// in the same transaction as the rows themselves; read for history, undo, conflicts and
// verification. Knows no entity table. Throws SQLite::Exception and Damaged.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>

#include "db/sqlite/entity_rows.hpp"
#include "planner/edit/change_set.hpp"
#include "planner/edit/history.hpp"

namespace tandem::db {

struct LogHead {
  Revision revision{};
  std::string hash;  // 32 bytes

  bool operator==(const LogHead&) const = default;
};

// The last the log says of one row.
struct RowTrace {
  Revision revision{};
  RowVersion version{};
  bool exists{};
};

// One entry as it stands in the log.
struct LogEntry {
  Revision revision{};
  TableId table{TableId::none};
  RawId id{};
  char op{};  // I, U, D
  std::optional<RowVersion> version_before;
  RowVersion version_after{};
  std::optional<std::string> before;  // JSON; of an update the changed columns only
  std::optional<std::string> after;
};

class ChangeLog {
 public:
  explicit ChangeLog(SQLite::Database& db);

  LogHead head();
  std::optional<Transaction> find(const std::string& tx_id);
  Transaction at(Revision revision);  // Throws Damaged when there is none.
  std::vector<Transaction> transactions();
  std::optional<RowTrace> trace(TableId table, RawId id);

  // Appends one transaction: begin, each row, end. Requires: the number after the head's.
  void begin(const Transaction& transaction);
  // `version`: the row's before the change; nullopt for a row that never was.
  void add(const RowChange& change, std::optional<RowVersion> version);
  void end();

  // The rows of a transaction, whole. Cost: of what its rows have been through before.
  ChangeSet changes_of(Revision revision);

  // Entries of one table in the order of row id, then of time.
  void for_each_entry(TableId table, const std::function<void(const LogEntry&)>& visit);
  // "ok", or the first thing wrong with the chain.
  std::string verify_chain();

 private:
  struct OpenTransaction;  // being appended: its hash so far

  std::optional<AnyRow> row_before(const LogEntry& entry, std::int64_t ord);
  SQLite::Statement& prepared(std::unique_ptr<SQLite::Statement>& slot, const char* sql);

  SQLite::Database* db_;
  std::unique_ptr<SQLite::Statement> trace_, insert_, earlier_;
  std::unique_ptr<OpenTransaction, void (*)(OpenTransaction*)> open_;
};

// The row as it stands after an entry. `row`: as it stood before, empty when it did not exist.
// Throws Damaged when the two do not fit.
AnyRow after(const LogEntry& entry, AnyRow row);

}  // namespace tandem::db
