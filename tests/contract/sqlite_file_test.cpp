// What the SQLite store does with files: how it makes them, which it refuses and leaves alone, when
// it only reads, and what its check finds.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "db/sqlite/backup.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/migrate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_world.hpp"

using namespace tandem;
using namespace tandem::test;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
  std::stringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder))
    out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

// Opens what must be refused; the file and its folder are as before.
Error refusal(const fs::path& file) {
  const FixedClock clock{kNoon};
  const bool is_file = fs::is_regular_file(file);
  const std::string before = is_file ? bytes_of(file) : std::string{};
  const auto names = names_in(file.parent_path());
  const auto opened = db::open(file, clock);
  REQUIRE_FALSE(opened);
  if (is_file) REQUIRE(bytes_of(file) == before);
  REQUIRE(names_in(file.parent_path()) == names);
  REQUIRE(opened.error().size() == 1);
  return opened.error()[0];
}

// Another program's hand: no guard, no foreign keys.
void tamper(const fs::path& file, const std::string& sql) {
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA foreign_keys = OFF");
  db.exec(sql);
}

ChangeSet capacity_of(const Program& program, RawId room, int capacity) {
  return change_of(program, Id<Room>{room}, [&](Room& r) { r.capacity = capacity; });
}

bool has(const Errors& errors, std::string_view part) {
  return std::any_of(errors.begin(), errors.end(),
                     [&](const Error& e) { return e.message.find(part) != std::string::npos; });
}

// A closed file of the small program.
struct File {
  TempFolder folder{Medium::memory};
  FixedClock clock{kNoon};
  fs::path path = folder / "northmere.tandem";

  File() { REQUIRE(db::create(path, small_program(), tx("load"), "Load", clock)); }
};

}  // namespace

TEST_CASE("a file is for its owner alone, whatever the umask, and leaves nothing beside it",
          "[file]") {
  const mode_t old = ::umask(0);
  File file;
  ::umask(old);
  REQUIRE(mode_of(file.path) == 0600);
  REQUIRE(names_in(file.folder.path()) == std::vector<std::string>{"northmere.tandem"});
}

TEST_CASE("a file that exists is not made again", "[file]") {
  File file;
  const std::string before = bytes_of(file.path);
  const auto again = db::create(file.path, Program{}, tx("x"), "New", file.clock);
  REQUIRE(again.error()[0].code == ErrorCode::refused);
  REQUIRE(bytes_of(file.path) == before);
  REQUIRE(names_in(file.folder.path()).size() == 1);
}

TEST_CASE("a file that cannot hold its first rows is not made at all", "[file]") {
  TempFolder folder{Medium::memory};
  const FixedClock clock{kNoon};
  Program bad = small_program();
  Room room = bad.rooms.at({10});
  room.site = {999};
  bad.rooms.put(room);
  REQUIRE_FALSE(db::create(folder / "bad.tandem", bad, tx("load"), "Load", clock));
  REQUIRE(names_in(folder.path()).empty());
}

TEST_CASE("every setting of an open file is what it was set to", "[file]") {
  File file;
  auto connection = db::Connection::open(file.path);
  REQUIRE(connection);
  const auto is = [&](const std::string& pragma) {
    SQLite::Statement query(connection->db(), "PRAGMA " + pragma);
    return query.executeStep() ? query.getColumn(0).getString() : std::string{};
  };
  REQUIRE(is("application_id") == std::to_string(0x544E444D));
  REQUIRE(is("user_version") == std::to_string(db::schema_number()));
  REQUIRE(is("journal_mode") == "delete");
  REQUIRE(is("synchronous") == "3");
  REQUIRE(is("foreign_keys") == "1");
  REQUIRE(is("busy_timeout") == "5000");
  REQUIRE(is("secure_delete") == "1");
  REQUIRE(is("trusted_schema") == "0");
  REQUIRE(is("cell_size_check") == "1");
  REQUIRE(is("temp_store") == "2");
  REQUIRE((is("mmap_size") == "0" || is("mmap_size").empty()));
  const auto switched = [&](int option) {
    int now = -1;
    sqlite3_db_config(connection->db().getHandle(), option, -1, &now);
    return now;
  };
  REQUIRE(switched(SQLITE_DBCONFIG_DEFENSIVE) == 1);
  REQUIRE(switched(SQLITE_DBCONFIG_DQS_DML) == 0);
  REQUIRE(switched(SQLITE_DBCONFIG_DQS_DDL) == 0);
  REQUIRE(switched(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION) == 0);
  SQLite::Statement meta(connection->db(),
                         "SELECT min_reader, min_writer, app_version, workspace_uuid FROM meta");
  REQUIRE(meta.executeStep());
  REQUIRE(meta.getColumn(0).getInt() == 1);
  REQUIRE(meta.getColumn(2).getString() == "tandem tests");
}

TEST_CASE("a file that is not Tandem's is refused with the reason and left as it is", "[file]") {
  TempFolder folder{Medium::memory};
  const fs::path path = folder / "a.tandem";
  SECTION("nothing there") { REQUIRE(refusal(path).code == ErrorCode::not_found); }
  SECTION("a folder") {
    fs::create_directory(path);
    REQUIRE(refusal(path).message.find("not a file") != std::string::npos);
  }
  SECTION("an empty file") {
    write(path, "");
    REQUIRE(refusal(path).message == "This file is empty.");
  }
  SECTION("a text file") {
    write(path, "code,name\nAMS,Amsterdam\n");
    REQUIRE(refusal(path).message.find("not an SQLite database") != std::string::npos);
    REQUIRE_FALSE(refusal(path).hint.empty());
  }
  SECTION("another program's database, even with an interrupted save of its own beside it") {
    {
      SQLite::Database other(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      other.exec("CREATE TABLE t (a)");
    }
    write(db::journal_of(path), std::string(600, 'j'));
    REQUIRE(refusal(path).message.find("belongs to another program") != std::string::npos);
    REQUIRE_FALSE(refusal(path).hint.empty());
    REQUIRE(bytes_of(db::journal_of(path)) == std::string(600, 'j'));
  }
}

TEST_CASE("a file cut short at any page is refused and left as it is", "[file]") {
  File file;
  const std::string whole = bytes_of(file.path);
  REQUIRE(whole.size() > 10 * 4096);
  for (std::size_t size = 10; size < whole.size(); size += 4096) {
    write(file.path, whole.substr(0, size));
    const Error error = refusal(file.path);
    INFO(size << ": " << error.message);
    REQUIRE(error.message.find("cut short") != std::string::npos);
  }
  write(file.path, whole);
  REQUIRE(db::open(file.path, file.clock));
}

TEST_CASE("a damaged file says that it is damaged", "[file]") {
  File file;
  std::string bytes = bytes_of(file.path);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = static_cast<char>(0xA5);
  write(file.path, bytes);
  auto opened = db::open(file.path, file.clock);
  const Errors errors = opened ? (*opened)->load().error() : opened.error();
  REQUIRE(errors[0].code == ErrorCode::storage);
  REQUIRE(has(errors, "damaged"));
  REQUIRE(bytes_of(file.path) == bytes);
}

TEST_CASE("a file of a newer Tandem is read where it allows that, and refused otherwise",
          "[file]") {
  File file;
  const std::string newer = "PRAGMA user_version = 7;";
  SECTION("it allows reading") {
    tamper(file.path, newer);
    auto store = std::move(*db::open(file.path, file.clock));
    REQUIRE(store->read_only());
    const Program program = loaded(*store).program;
    REQUIRE(program == small_program());
    const SaveResult result = store->save(capacity_of(program, 10, 8), tx("a"), 1);
    REQUIRE(has(std::get<Errors>(result), "newer Tandem (schema 7)"));
  }
  SECTION("it needs a reader that knows more") {
    tamper(file.path, newer + "UPDATE meta SET min_reader = 6");
    REQUIRE(refusal(file.path).message.find("needs one that knows schema 6") != std::string::npos);
  }
}

namespace {

// Runs as somebody whom permissions bind, where the tests run as root.
class Nobody {
 public:
  Nobody() {
    if (::geteuid() == 0) was_root_ = ::seteuid(65534) == 0;
  }
  ~Nobody() {
    if (was_root_) static_cast<void>(!::seteuid(0));
  }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;

 private:
  bool was_root_{};
};

void give_to_nobody(const fs::path& path) {
  if (::geteuid() == 0) REQUIRE(::chown(path.c_str(), 65534, 65534) == 0);
}

}  // namespace

TEST_CASE("a file or folder that cannot be written to opens for reading, and says so", "[file]") {
  File file;
  give_to_nobody(file.path);
  give_to_nobody(file.folder.path());
  std::string why;
  SECTION("the file") {
    fs::permissions(file.path, fs::perms::owner_read);
    why = "the file is read-only";
  }
  SECTION("the folder") {
    fs::permissions(file.folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    why = "its folder is read-only";
  }
  const std::string before = bytes_of(file.path);
  {
    const Nobody nobody;
    auto opened = db::open(file.path, file.clock);
    REQUIRE(opened);
    Store& store = **opened;
    REQUIRE(store.read_only());
    const Program program = loaded(store).program;
    REQUIRE(program == small_program());
    REQUIRE(store.check().value().problems == Errors{});
    const SaveResult result = store.save(capacity_of(program, 10, 8), tx("a"), 1);
    REQUIRE(has(std::get<Errors>(result), why));
    REQUIRE(has(store.reserve_ids(1).error(), why));
    REQUIRE(has(store.keep_proposal("", {}).error(), why));
  }
  REQUIRE(bytes_of(file.path) == before);
  fs::permissions(file.folder.path(), fs::perms::owner_all);
}

TEST_CASE("a file replaced underneath is neither read nor written any more", "[file]") {
  File file;
  auto store = std::move(*db::open(file.path, file.clock));
  const Program program = loaded(*store).program;
  const fs::path other = file.folder / "other.tandem";
  REQUIRE(db::create(other, Program{}, tx("other"), "New", file.clock));
  fs::rename(other, file.path);
  const std::string before = bytes_of(file.path);
  const auto is_stop = [](const Errors& errors) { return has(errors, "in the place of this one"); };
  REQUIRE(is_stop(store->head().error()));
  REQUIRE(is_stop(store->load().error()));
  REQUIRE(is_stop(std::get<Errors>(store->save(capacity_of(program, 10, 8), tx("a"), 1))));
  REQUIRE(is_stop(store->reserve_ids(1).error()));
  REQUIRE(bytes_of(file.path) == before);
}

TEST_CASE("a save waits its turn and says so when another program does not let go", "[file]") {
  File file;
  auto store = std::move(*db::open(file.path, file.clock));
  const Program program = loaded(*store).program;
  SQLite::Database other(file.path.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const auto begun = std::chrono::steady_clock::now();
  const SaveResult result = store->save(capacity_of(program, 10, 8), tx("a"), 1);
  REQUIRE(std::chrono::steady_clock::now() - begun >= std::chrono::seconds{4});
  REQUIRE(has(std::get<Errors>(result), "Another program is writing"));
  other.exec("ROLLBACK");
  REQUIRE(saved(store->save(capacity_of(program, 10, 8), tx("a"), 1)).revision == 2);
}

TEST_CASE("the check finds what was changed behind the store's back", "[file]") {
  File file;
  {
    auto store = std::move(*db::open(file.path, file.clock));
    const Program program = loaded(*store).program;
    saved(store->save(capacity_of(program, 10, 8), tx("a"), 1));
  }
  const std::string no_guard = "DROP TRIGGER rooms_guard;";
  const std::string no_log_guard =
      "DROP TRIGGER change_row_guard; DROP TRIGGER change_tx_guard; DROP TRIGGER change_row_kept;";
  const auto check = [&] { return (*db::open(file.path, file.clock))->check().value(); };
  REQUIRE(check().problems == Errors{});
  SECTION("a changed row") {
    tamper(file.path, no_guard + "UPDATE rooms SET capacity = 500 WHERE id = 11");
    REQUIRE(has(check().problems, "rooms row 11 is not as the history says"));
    REQUIRE(has(check().problems, "trigger rooms_guard is not as Tandem makes it"));
  }
  SECTION("a changed row whose version was counted on, past the guard") {
    tamper(file.path,
           "UPDATE rooms SET capacity = 500, row_version = row_version + 1 WHERE id = 11");
    REQUIRE(has(check().problems, "rooms row 11 is not as the history says"));
    REQUIRE(check().problems.size() == 1);
  }
  SECTION("a changed version") {
    tamper(file.path, "UPDATE rooms SET row_version = row_version + 1 WHERE id = 11");
    REQUIRE(has(check().problems, "rooms row 11 has another version"));
  }
  SECTION("a row that is gone") {
    tamper(file.path, "DELETE FROM rooms WHERE id = 12");
    REQUIRE(has(check().problems, "rooms row 12 is missing"));
  }
  SECTION("a row from nowhere") {
    tamper(file.path, "INSERT INTO units (id, code, name, row_version) VALUES (99, 'X', 'X', 1)");
    REQUIRE(has(check().problems, "units row 99 is not in the history"));
  }
  SECTION("a dangling reference") {
    tamper(file.path, "DELETE FROM sites WHERE id = 2");
    REQUIRE(has(check().problems, "refers to a row of sites that is not there"));
  }
  SECTION("a rewritten log entry") {
    tamper(file.path, no_log_guard +
                          "UPDATE change_row SET after = '{\"capacity\":9}' "
                          "WHERE seq = 2");
    REQUIRE(check().log == "transaction 2 is not as it was written");
    REQUIRE(has(check().problems, "rooms row 10 is not as the history says"));
  }
  SECTION("another author") {
    tamper(file.path, no_log_guard + "UPDATE change_tx SET actor = 'Eve' WHERE seq = 1");
    REQUIRE(check().log == "transaction 1 is not as it was written");
  }
  SECTION("a log entry taken out") {
    tamper(file.path, no_log_guard + "DELETE FROM change_row WHERE seq = 1 AND ord = 3");
    REQUIRE(check().log == "transaction 1 lacks a row");
  }
  SECTION("the last transaction taken out, with all its traces but the head's") {
    tamper(file.path, no_log_guard +
                          "DROP TRIGGER change_tx_kept; DELETE FROM change_row WHERE seq = 2;"
                          "DELETE FROM change_tx WHERE seq = 2");
    REQUIRE(check().log == "the last transaction is not number 1");
  }
  SECTION("an id that was never handed out") {
    tamper(file.path, "UPDATE ids SET next = 5");
    REQUIRE(has(check().problems, "never handed out"));
  }
}

TEST_CASE("a backup is a verified private copy with a digest beside it", "[file]") {
  File file;
  const auto copy = db::backup(file.path, file.clock);
  REQUIRE(copy);
  const fs::path folder = file.folder / "northmere.tandem-backups";
  REQUIRE(*copy == folder / "northmere-20270514T120000Z-r1.tandem");
  REQUIRE(mode_of(folder) == 0700);
  REQUIRE(mode_of(*copy) == 0600);
  REQUIRE(names_in(folder) ==
          std::vector<std::string>{"northmere-20270514T120000Z-r1.tandem",
                                   "northmere-20270514T120000Z-r1.tandem.blake2b"});
  auto store = std::move(*db::open(*copy, file.clock));
  REQUIRE(loaded(*store).program == small_program());
  REQUIRE(store->check().value().problems == Errors{});
  // A second one in the same second gets a name of its own.
  REQUIRE(*db::backup(file.path, file.clock) == folder / "northmere-20270514T120000Z-r1-2.tandem");
}

TEST_CASE("replacing a file keeps the old one as a backup", "[file]") {
  File file;
  auto window = std::move(*db::open(file.path, file.clock));
  const Program program = loaded(*window).program;
  auto replaced =
      db::create(file.path, Program{}, tx("new"), "Load again", file.clock, db::Existing::replace);
  REQUIRE(replaced);
  REQUIRE(loaded(**replaced).program == Program{});
  REQUIRE(mode_of(file.path) == 0600);
  const fs::path folder = db::backup_folder(file.path);
  auto old = std::move(*db::open(folder / "northmere-20270514T120000Z-r1.tandem", file.clock));
  REQUIRE(loaded(*old).program == small_program());
  // The window that had the old file open notices instead of saving into nowhere.
  REQUIRE(has(std::get<Errors>(window->save(capacity_of(program, 10, 8), tx("a"), 1)),
              "in the place of this one"));
  REQUIRE(names_in(file.folder.path()) ==
          std::vector<std::string>{"northmere.tandem", "northmere.tandem-backups"});
}

TEST_CASE("what is not a Tandem file is not replaced either", "[file]") {
  TempFolder folder{Medium::memory};
  const FixedClock clock{kNoon};
  write(folder / "thesis.tandem", "Chapter one");
  const auto made = db::create(folder / "thesis.tandem", small_program(), tx("load"), "Load", clock,
                               db::Existing::replace);
  REQUIRE(made.error()[0].code == ErrorCode::bad_input);
  REQUIRE(bytes_of(folder / "thesis.tandem") == "Chapter one");
  REQUIRE(names_in(folder.path()).size() == 1);
}

TEST_CASE("a migration brings a file from one number to the next, whole or not at all", "[file]") {
  File file;
  auto connection = std::move(*db::Connection::open(file.path));
  const int now = db::schema_number();
  const std::vector<db::SchemaFile> good{{now, "CREATE TABLE never (a)"},
                                         {now + 1, "CREATE TABLE extra_one (a)"},
                                         {now + 1, "INSERT INTO extra_one VALUES (1)"},
                                         {now + 2, "CREATE TABLE extra_two (a)"}};
  db::migrate(connection, good);
  REQUIRE(db::schema_number_of(connection) == now + 2);
  REQUIRE_FALSE(connection.db().tableExists("never"));
  REQUIRE(connection.number("SELECT count(*) FROM extra_one") == 1);
  db::migrate(connection, good);  // again: nothing
  REQUIRE(connection.number("SELECT count(*) FROM extra_one") == 1);

  const std::vector<db::SchemaFile> bad{{now + 3, "CREATE TABLE extra_three (a)"},
                                        {now + 3, "CREATE TABLE extra_two (a)"}};
  REQUIRE_THROWS_AS(db::migrate(connection, bad), SQLite::Exception);
  REQUIRE(db::schema_number_of(connection) == now + 2);
  REQUIRE_FALSE(connection.db().tableExists("extra_three"));
}
