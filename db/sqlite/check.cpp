#include "db/sqlite/check.hpp"

#include <fmt/format.h>

#include <set>

#include "db/sqlite/change_log.hpp"
#include "db/sqlite/entity_rows.hpp"
#include "db/sqlite/entity_sql.hpp"
#include "db/sqlite/error.hpp"
#include "db/sqlite/migrate.hpp"

namespace tandem::db {
namespace {

class Findings {
 public:
  explicit Findings(const std::filesystem::path& file) : file_(file) {}
  void add(std::string message) {
    errors_.push_back({ErrorCode::storage, std::move(message), file_.string(), {}});
  }
  void add(const TableInfo& table, RawId id, std::string_view what) {
    add(fmt::format("{} row {} {}.", table.name, id, what));
  }
  Errors take() { return std::move(errors_); }

 private:
  std::filesystem::path file_;
  Errors errors_;
};

// What one row should be by the log, and what it is.
class RowJudge {
 public:
  RowJudge(Connection& connection, const TableInfo& table, Findings& findings)
      : rows_(connection.db()), table_(table), findings_(findings) {}

  // Entries come in the order of row id, then of time.
  void add(const LogEntry& entry) {
    if (entry.id != id_) finish();
    id_ = entry.id;
    if (entry.version_before.value_or(0) != version_)
      findings_.add(table_, id_, fmt::format("skips a version in transaction {}", entry.revision));
    expected_ = after(entry, std::move(expected_));
    version_ = entry.version_after;
  }
  void finish() {
    if (id_ == 0) return;
    const auto stored = rows_.find(table_.id, id_);
    if (!stored && !is_none(expected_)) findings_.add(table_, id_, "is missing");
    if (stored && is_none(expected_)) findings_.add(table_, id_, "was removed by the history");
    if (stored && !is_none(expected_)) {
      if (stored->row != expected_)
        findings_.add(table_, id_, "is not as the history says");
      else if (stored->version != version_)
        findings_.add(table_, id_, "has another version than the history says");
    }
    id_ = 0;
    version_ = 0;
    expected_ = std::monostate{};
  }

 private:
  EntityRows rows_;
  const TableInfo& table_;
  Findings& findings_;
  RawId id_{};
  RowVersion version_{};
  AnyRow expected_{std::monostate{}};  // none: removed
};

void compare(Connection& connection, const TableInfo& table, Findings& findings) {
  RowJudge judge(connection, table, findings);
  ChangeLog(connection.db()).for_each_entry(table.id, [&](const LogEntry& e) { judge.add(e); });
  judge.finish();
  SQLite::Statement unknown(connection.db(),
                            fmt::format("SELECT id FROM {} WHERE id NOT IN "
                                        "(SELECT row_id FROM change_row WHERE tbl = ?1)",
                                        sql_name(table.name)));
  unknown.bind(1, std::string{table.name});
  while (unknown.executeStep())
    findings.add(table, static_cast<RawId>(unknown.getColumn(0).getInt64()),
                 "is not in the history");
}

std::set<std::string> schema_of(SQLite::Database& db) {
  std::set<std::string> out;
  SQLite::Statement query(db,
                          "SELECT type || ' ' || name || ': ' || ifnull(sql, '') "
                          "FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'");
  while (query.executeStep()) out.insert(query.getColumn(0).getString());
  return out;
}

// Against a database built from the same schema files: a guard taken away is found.
void compare_schema(Connection& connection, Findings& findings) {
  const int number = schema_number_of(connection);
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
  for (const SchemaFile& file : schema_files())
    if (file.number <= number) fresh.exec(std::string{file.sql});
  const auto wanted = schema_of(fresh);
  const auto found = schema_of(connection.db());
  const auto name = [](const std::string& entry) { return entry.substr(0, entry.find(':')); };
  for (const auto& entry : wanted)
    if (!found.contains(entry))
      findings.add(fmt::format("The {} is not as Tandem makes it.", name(entry)));
  for (const auto& entry : found)
    if (!wanted.contains(entry)) findings.add(fmt::format("The {} is not Tandem's.", name(entry)));
}

void check_integrity(Connection& connection, Findings& findings) {
  SQLite::Statement integrity(connection.db(), "PRAGMA integrity_check(20)");
  while (integrity.executeStep())
    if (const auto line = integrity.getColumn(0).getString(); line != "ok")
      findings.add("SQLite finds: " + line + ".");
  SQLite::Statement keys(connection.db(), "PRAGMA foreign_key_check");
  while (keys.executeStep())
    findings.add(fmt::format("{} row {} refers to a row of {} that is not there.",
                             keys.getColumn(0).getString(), keys.getColumn(1).getString(),
                             keys.getColumn(2).getString()));
}

void check_ids(Connection& connection, Findings& findings) {
  const std::int64_t next = connection.number("SELECT next FROM ids");
  const std::int64_t used = connection.number("SELECT ifnull(max(row_id), 0) FROM change_row");
  if (used >= next) findings.add(fmt::format("Row {} has an id that was never handed out.", used));
}

// A part that cannot be read at all is one finding, and the rest is still looked at.
template <class Part>
void look(Findings& findings, Part&& part) {
  try {
    part();
  } catch (const Damaged& damage) {
    findings.add(std::string{"The file is damaged: "} + damage.what() + ".");
  } catch (const SQLite::Exception& failure) {
    findings.add(std::string{"The file cannot be read: "} + failure.what() + ".");
  }
}

}  // namespace

StoreCheck check(Connection& connection) {
  ReadTransaction view(connection);
  StoreCheck out;
  Findings findings(connection.file());
  look(findings, [&] { check_integrity(connection, findings); });
  look(findings, [&] { compare_schema(connection, findings); });
  look(findings, [&] { check_ids(connection, findings); });
  try {
    out.log = ChangeLog(connection.db()).verify_chain();
  } catch (const std::runtime_error& failure) {  // Damaged or SQLite::Exception
    out.log = failure.what();
  }
  for (const TableInfo& table : tables()) {
    look(findings, [&] { compare(connection, table, findings); });
    ++out.tables;
  }
  out.problems = findings.take();
  return out;
}

}  // namespace tandem::db
