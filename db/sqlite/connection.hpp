// One open SQLite database with every setting that keeps a document safe, each read back after it
// was set; and the immediate transaction that every write runs in. Used inside db/sqlite only;
// throws SQLite::Exception, which the entries of this folder catch. Thread rule: one thread at a
// time.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

#include "db/sqlite/header.hpp"

namespace tandem::db {

class Connection {
 public:
  // The file as it is, for reading and writing where the file and its folder allow it.
  // Errors: those of read_header, and storage when a setting did not take.
  static Result<Connection> open(const std::filesystem::path& file);
  // A file that nobody else knows yet: no journal and no syncing, the builder syncs once at the
  // end. Requires: an empty file, made with mode 0600. Throws Damaged when a setting did not take.
  static Connection build(const std::filesystem::path& file);

  SQLite::Database& db() { return db_; }
  const std::filesystem::path& file() const { return file_; }
  // "" when it may be written to, else why not, for a person.
  const std::string& read_only_because() const { return read_only_; }
  void keep_read_only(std::string why) { read_only_ = std::move(why); }
  // Stops when another file lies where this one was opened.
  void check_in_place();

  std::int64_t number(const std::string& sql);

 private:
  Connection(const std::filesystem::path& file, int flags);
  void harden(bool building);
  void set(const std::string& pragma, const std::string& value, const std::string& read_back);

  std::filesystem::path file_;
  SQLite::Database db_;
  std::string read_only_;
};

// BEGIN IMMEDIATE ... COMMIT; rolls back unless committed. A deferred one would fail half the time
// as "locked" when it turns from reading to writing.
class WriteTransaction {
 public:
  explicit WriteTransaction(Connection& connection);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;
  void commit();

 private:
  SQLite::Database& db_;
  bool open_{true};
};

// One consistent view over several reads.
class ReadTransaction {
 public:
  explicit ReadTransaction(Connection& connection);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  SQLite::Database& db_;
};

}  // namespace tandem::db
