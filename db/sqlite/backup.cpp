#include "db/sqlite/backup.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <fstream>

#include "db/durable_file.hpp"
#include "db/sqlite/change_log.hpp"
#include "db/sqlite/entity_sql.hpp"
#include "db/sqlite/error.hpp"

namespace tandem::db {
namespace {

struct Facts {  // what must be equal in a file and its copy
  LogHead head;
  std::vector<std::int64_t> rows;  // of every table, in the order of their names

  bool operator==(const Facts&) const = default;
};

Facts facts_of(Connection& connection) {
  ReadTransaction view(connection);
  Facts facts{ChangeLog(connection.db()).head(), {}};
  std::vector<std::string> names;
  SQLite::Statement query(connection.db(),
                          "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  for (const auto& name : names)
    facts.rows.push_back(connection.number("SELECT count(*) FROM " + sql_name(name)));
  return facts;
}

std::string digest_of(const std::filesystem::path& file) {
  crypto_generichash_state state{};
  if (sodium_init() < 0) throw Damaged("the library of hashes does not start");
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  std::ifstream in(file, std::ios::binary);
  std::array<char, 1 << 16> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(block.data()),
                              static_cast<unsigned long long>(in.gcount()));
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::string out;
  for (const unsigned char byte : hash) out += fmt::format("{:02x}", byte);
  return out;
}

Result<void> write_digest(const std::filesystem::path& copy, const std::filesystem::path& name) {
  const std::filesystem::path target = name.string() + ".blake2b";
  const auto temporary = private_file_beside(target);
  if (!temporary) return fail(temporary.error());
  std::ofstream out(*temporary, std::ios::binary);
  out << digest_of(copy) << "  " << name.filename().string() << '\n';
  out.close();
  if (!out) return fail(ErrorCode::storage, "The digest could not be written.", target.string());
  return move_into_place(*temporary, target, Existing::replace);
}

// 20270514T093000Z: no character that some file system refuses.
std::string stamp(const Clock& clock) {
  std::string out;
  for (const char c : text(clock.now()))
    if (c != '-' && c != ':') out += c;
  return out;
}

}  // namespace

std::filesystem::path backup_folder(const std::filesystem::path& file) {
  return folder_of(file) / (file.stem().string() + ".tandem-backups");
}

Result<std::filesystem::path> back_up(Connection& connection, const Clock& clock) {
  const auto& file = connection.file();
  const auto folder = backup_folder(file);
  if (auto made = private_folder(folder); !made) return fail(made.error());
  // VACUUM INTO sees one state of the file, but which one is known only when nobody wrote
  // meanwhile.
  Facts facts = facts_of(connection);
  std::filesystem::path temporary;
  while (true) {
    auto made = private_file_beside(folder / file.filename());
    if (!made) return fail(made.error());
    temporary = *made;
    SQLite::Statement copy(connection.db(), "VACUUM INTO ?1");
    copy.bind(1, temporary.string());
    copy.exec();
    Facts now = facts_of(connection);
    if (now == facts) break;
    facts = std::move(now);
    std::filesystem::remove(temporary);
  }
  {
    auto copy = Connection::open(temporary);
    if (!copy) return fail(copy.error());
    SQLite::Statement check(copy->db(), "PRAGMA integrity_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok" || facts_of(*copy) != facts)
      throw Damaged("a copy of it does not equal it");
  }
  const std::string name =
      fmt::format("{}-{}-r{}", file.stem().string(), stamp(clock), facts.head.revision);
  for (int n = 1;; ++n) {
    const auto target = folder / fmt::format("{}{}{}", name, n == 1 ? "" : fmt::format("-{}", n),
                                             file.extension().string());
    std::error_code failed;
    if (std::filesystem::exists(target, failed)) continue;
    if (auto written = write_digest(temporary, target); !written) return fail(written.error());
    if (auto moved = move_into_place(temporary, target, Existing::refuse); !moved)
      return fail(moved.error());
    return target;
  }
}

}  // namespace tandem::db
