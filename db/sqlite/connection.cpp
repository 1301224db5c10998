#include "db/sqlite/connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>

#include "db/sqlite/error.hpp"

namespace tandem::db {
namespace {

constexpr int kBusyMilliseconds = 5000;

struct Switch {
  int option;
  int value;
};
constexpr std::array kSwitches{
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},
    Switch{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    Switch{SQLITE_DBCONFIG_DQS_DML, 0},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
    Switch{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

// Of the effective user, as the file system will judge it.
bool writable(const std::filesystem::path& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

std::string why_read_only(const std::filesystem::path& file) {
  if (!writable(file)) return "the file is read-only";
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  // Without a journal beside the file nothing can be saved safely.
  if (!writable(folder)) return "its folder is read-only";
  return {};
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, int flags)
    : file_(file), db_(file, flags, kBusyMilliseconds) {}

Result<Connection> Connection::open(const std::filesystem::path& file) {
  const auto header = read_header(file);
  if (!header) return fail(header.error());
  std::string why = why_read_only(file);
  return guarded(file, [&]() -> Result<Connection> {
    Connection out(file, why.empty() ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
    out.read_only_ = std::move(why);
    out.harden(false);
    // The journal was an interrupted save's if it is gone now, else it is a save going on
    // elsewhere.
    const auto mended = header->has_journal ? read_header(file) : header;
    if (!mended) return fail(mended.error());
    if (header->has_journal && !mended->has_journal) {
      SQLite::Statement quick(out.db_, "PRAGMA quick_check(1)");
      if (!quick.executeStep() || quick.getColumn(0).getString() != "ok")
        throw Damaged("an interrupted save could not be rolled back cleanly");
    }
    return out;
  });
}

Connection Connection::build(const std::filesystem::path& file) {
  Connection out(file, SQLite::OPEN_READWRITE);
  out.harden(true);
  out.set("application_id", std::to_string(kApplicationId), std::to_string(kApplicationId));
  return out;
}

void Connection::harden(bool building) {
  for (const Switch s : kSwitches) {
    int now = -1;
    if (sqlite3_db_config(db_.getHandle(), s.option, s.value, &now) != SQLITE_OK || now != s.value)
      throw Damaged(fmt::format("SQLite does not take its switch {}", s.option));
  }
  set("busy_timeout", std::to_string(kBusyMilliseconds), std::to_string(kBusyMilliseconds));
  set("foreign_keys", "ON", "1");
  set("trusted_schema", "OFF", "0");
  set("mmap_size", "0", "0");
  set("cell_size_check", "ON", "1");
  set("temp_store", "MEMORY", "2");
  set("secure_delete", "ON", "1");
  if (!building) set("synchronous", "EXTRA", "3");
  // A document is one file at rest: no write-ahead log beside it that a copy would miss.
  if (building) {
    set("synchronous", "OFF", "0");
    set("journal_mode", "MEMORY", "memory");
    set("cache_size", "-65536", "-65536");  // KiB: indexes are filled out of order
  } else if (read_only_.empty()) {
    set("journal_mode", "DELETE", "delete");
  } else {
    db_.exec("SELECT count(*) FROM sqlite_schema");
  }
}

void Connection::set(const std::string& pragma, const std::string& value,
                     const std::string& read_back) {
  // Some pragmas answer with a row when set, some do not.
  SQLite::Statement(db_, fmt::format("PRAGMA {} = {}", pragma, value)).executeStep();
  SQLite::Statement query(db_, "PRAGMA " + pragma);
  const std::string now = query.executeStep() ? query.getColumn(0).getString() : std::string{};
  // mmap_size answers nothing where SQLite was built without it.
  if (now != read_back && !(pragma == "mmap_size" && now.empty()))
    throw Damaged(fmt::format("SQLite keeps {} at {} instead of {}", pragma, now, read_back));
}

void Connection::check_in_place() {
  int moved = 0;
  if (sqlite3_file_control(db_.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
      moved != 0)
    throw Stop{{{ErrorCode::storage, "Another file was put in the place of this one.",
                 file_.string(), "close it and open it again"}}};
}

std::int64_t Connection::number(const std::string& sql) {
  SQLite::Statement query(db_, sql);
  if (!query.executeStep()) throw Damaged("no answer to " + sql);
  return query.getColumn(0).getInt64();
}

WriteTransaction::WriteTransaction(Connection& connection) : db_(connection.db()) {
  db_.exec("BEGIN IMMEDIATE");
  // With the lock in hand: whoever replaces the file takes the same lock first.
  try {
    connection.check_in_place();
  } catch (...) {
    db_.tryExec("ROLLBACK");
    throw;
  }
}

WriteTransaction::~WriteTransaction() {
  // After a full disk or an I/O error SQLite has rolled back by itself and ROLLBACK would fail.
  if (open_ && sqlite3_get_autocommit(db_.getHandle()) == 0) db_.tryExec("ROLLBACK");
}

void WriteTransaction::commit() {
  db_.exec("COMMIT");
  open_ = false;
}

ReadTransaction::ReadTransaction(Connection& connection) : db_(connection.db()) {
  connection.check_in_place();
  db_.exec("BEGIN");
}

ReadTransaction::~ReadTransaction() {
  if (sqlite3_get_autocommit(db_.getHandle()) == 0) db_.tryExec("ROLLBACK");
}

}  // namespace tandem::db
