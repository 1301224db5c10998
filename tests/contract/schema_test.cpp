// The schema of a file: it says what the field lists say, and it refuses what they do not allow,
// whoever writes.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "db/sqlite/entity_sql.hpp"
#include "db/sqlite/migrate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/store_world.hpp"

using namespace tandem;
using namespace tandem::test;

namespace {

// The rules of the tables without the promises of a connection: foreign keys, guards, checks.
SQLite::Database fresh_database() {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE);
  db.exec("PRAGMA foreign_keys = ON");
  for (const db::SchemaFile& file : db::schema_files()) db.exec(std::string{file.sql});
  return db;
}

bool accepts(SQLite::Database& db, const std::string& sql) {
  try {
    db.exec(sql);
    return true;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

}  // namespace

TEST_CASE("the schema file says what the field lists say", "[schema]") {
  const std::string path = source_path("db/schema/0001_entities.sql").string();
  const std::string wanted = db::entity_ddl();
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path) << wanted;
  std::stringstream committed;
  committed << std::ifstream(path).rdbuf();
  REQUIRE(committed.str() == wanted);
}

TEST_CASE("each field is a column of its table, and each table is strict and guarded", "[schema]") {
  SQLite::Database db = fresh_database();
  for (const TableInfo& table : tables()) {
    INFO(table.name);
    std::vector<std::string> columns;
    SQLite::Statement query(db, "SELECT name FROM pragma_table_info(?1)");
    query.bind(1, std::string{table.name});
    while (query.executeStep()) columns.push_back(query.getColumn(0).getString());
    std::vector<std::string> wanted{"id"};
    for (const Field& f : table.fields) wanted.emplace_back(f.name);
    wanted.insert(wanted.end(), {"extra", "row_version"});
    REQUIRE(columns == wanted);
    SQLite::Statement strict(db, "SELECT strict FROM pragma_table_list WHERE name = ?1");
    strict.bind(1, std::string{table.name});
    REQUIRE(strict.executeStep());
    REQUIRE(strict.getColumn(0).getInt() == 1);
    REQUIRE(db.tableExists(std::string{table.name}));
    SQLite::Statement guard(db,
                            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' "
                            "AND tbl_name = ?1");
    guard.bind(1, std::string{table.name});
    REQUIRE(guard.executeStep());
    REQUIRE(guard.getColumn(0).getInt() == 1);
  }
}

TEST_CASE("the file itself refuses values that no field allows", "[schema]") {
  SQLite::Database db = fresh_database();
  const std::string site = "INSERT INTO sites VALUES (1, 'AMS', 'Amsterdam', 'Europe/Amsterdam', ";
  REQUIRE_FALSE(accepts(db, site + "'25:00', '17:00', 31, 0, NULL, 1)"));     // time
  REQUIRE_FALSE(accepts(db, site + "'24:01', '17:00', 31, 0, NULL, 1)"));     // time
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 128, 0, NULL, 1)"));    // weekdays
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 31, 2, NULL, 1)"));     // boolean
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 31, NULL, NULL, 1)"));  // never empty
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 31, 0, '[]', 1)"));     // extra
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 31, 0, 'x', 1)"));      // extra
  REQUIRE_FALSE(accepts(db, site + "'09:00', '17:00', 31, 0, NULL, 0)"));     // row_version
  REQUIRE(accepts(db, site + "'09:00', '24:00', 31, 0, '{\"x_a\":\"b\"}', 1)"));
  REQUIRE_FALSE(accepts(
      db, "INSERT INTO sites VALUES (2, 'AMS', 'Twice', 'UTC', '09:00', '17:00', 31, 0, NULL, 1)"));

  REQUIRE_FALSE(accepts(db, "INSERT INTO holidays VALUES (1, 1, '2027-02-30', NULL, NULL, 1)"));
  REQUIRE_FALSE(accepts(db, "INSERT INTO holidays VALUES (1, 1, '2027-02-2x', NULL, NULL, 1)"));
  REQUIRE_FALSE(accepts(db, "INSERT INTO holidays VALUES (1, 1, '27-02-20', NULL, NULL, 1)"));
  REQUIRE_FALSE(accepts(db, "INSERT INTO holidays VALUES (1, 9, '2027-04-27', NULL, NULL, 1)"));
  REQUIRE_FALSE(accepts(db, "INSERT INTO holidays VALUES (1, NULL, '2027-04-27', NULL, NULL, 1)"));
  REQUIRE(accepts(db, "INSERT INTO holidays VALUES (1, 1, '2027-04-27', 'King', NULL, 1)"));

  const std::string module =
      "INSERT INTO modules (id, code, title, orientation, mode, minutes, "
      "room_features, row_version) VALUES (1, 'M1', 'One', ";
  REQUIRE_FALSE(accepts(db, module + "'neither', 'virtual', 90, NULL, 1)"));  // word
  REQUIRE_FALSE(accepts(db, module + "'both', 'virtual', 60001, NULL, 1)"));  // range
  REQUIRE_FALSE(accepts(db, module + "'both', 'virtual', '9x', NULL, 1)"));   // strict type
  REQUIRE_FALSE(accepts(db, module + "'both', 'virtual', 90, 'piano', 1)"));  // list
  REQUIRE_FALSE(accepts(db, module + "'both', 'virtual', 90, '{}', 1)"));     // list
  REQUIRE(accepts(db, module + "'both', 'virtual', 90, '[\"piano\"]', 1)"));

  // An asset pool of every site has one key, too: two empty sites are the same site.
  const std::string asset = "INSERT INTO assets (id, code, site, quantity, row_version) VALUES ";
  REQUIRE(accepts(db, asset + "(1, 'BEAMER', NULL, 2, 1)"));
  REQUIRE(accepts(db, asset + "(2, 'BEAMER', 1, 2, 1)"));
  REQUIRE_FALSE(accepts(db, asset + "(3, 'BEAMER', NULL, 2, 1)"));
}

TEST_CASE("a change that goes past the store is refused by the file", "[schema]") {
  SqliteHarness world;
  SQLite::Database other(world.file().string(), SQLite::OPEN_READWRITE);
  REQUIRE_FALSE(accepts(other, "UPDATE rooms SET capacity = 500 WHERE id = 10"));
  REQUIRE_FALSE(accepts(other, "UPDATE rooms SET capacity = 500, row_version = 7 WHERE id = 10"));
  REQUIRE_FALSE(accepts(other, "UPDATE change_tx SET actor = 'Eve'"));
  REQUIRE_FALSE(accepts(other, "UPDATE change_row SET after = '{}' WHERE ord = 0"));
  REQUIRE_FALSE(accepts(other, "DELETE FROM change_row"));
  REQUIRE_FALSE(accepts(other, "DELETE FROM change_tx"));
  REQUIRE(world.store().check().value().problems == Errors{});
}
