#include "db/sqlite/sqlite_store.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "db/exchange/proposal_json.hpp"
#include "db/sqlite/backup.hpp"
#include "db/sqlite/change_log.hpp"
#include "db/sqlite/check.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/entity_rows.hpp"
#include "db/sqlite/error.hpp"
#include "db/sqlite/migrate.hpp"
#include "db/sqlite/references.hpp"

namespace tandem::db {
namespace {

Transaction transaction_of(const TxInfo& info, const std::string& label, Revision revision,
                           const Clock& clock) {
  return {revision,          info.tx_id, info.actor,  info.client,
          text(clock.now()), label,      info.source, info.undoes};
}

class SqliteStore final : public Store {
 public:
  SqliteStore(Connection connection, const Clock& clock)
      : connection_(std::move(connection)),
        rows_(connection_.db()),
        log_(connection_.db()),
        clock_(clock) {}

  Result<Snapshot> load() override {
    return guarded(file(), [&]() -> Result<Snapshot> {
      ReadTransaction view(connection_);
      ProgramBuilder builder;
      for (const TableInfo& table : tables())
        rows_.for_each(table.id, [&](StoredRow stored) { builder.add(std::move(stored.row)); });
      return Snapshot{builder.finish(), log_.head().revision};
    });
  }

  SaveResult save(const ChangeSet& changes, const TxInfo& info, Revision base) override {
    return guarded(file(), [&]() -> SaveResult {
      require_writable();
      WriteTransaction transaction(connection_);
      if (const auto done = log_.find(info.tx_id)) return *done;
      const Revision head = log_.head().revision;
      if (base > head)
        throw Stop{{{ErrorCode::conflict,
                     fmt::format("This change was made on state {}, and the file is at {}: it was "
                                 "put back to an older state.",
                                 base, head),
                     file().string(), "open the file again"}}};
      const auto found = look_up(changes, base);
      if (const auto* conflict = std::get_if<Conflict>(&found)) return *conflict;
      const auto& versions = std::get<Versions>(found);
      write(changes, versions);
      if (base != head && leaves_dangling(connection_.db(), changes))
        throw Stop{{{ErrorCode::refused, "Something this change refers to is not there any more.",
                     file().string(), "look at the latest state and repeat the change"}}};
      const Transaction tx = transaction_of(info, changes.label, head + 1, clock_);
      log_.begin(tx);
      for (std::size_t i = 0; i < changes.rows.size(); ++i) log_.add(changes.rows[i], versions[i]);
      log_.end();
      transaction.commit();
      return tx;
    });
  }

  Result<Revision> head() override {
    return guarded(file(), [&]() -> Result<Revision> {
      connection_.check_in_place();
      return log_.head().revision;
    });
  }

  Result<std::vector<Transaction>> history() override {
    return guarded(file(), [&]() -> Result<std::vector<Transaction>> {
      connection_.check_in_place();
      return log_.transactions();
    });
  }

  Result<ChangeSet> changes_of(Revision revision) override {
    return guarded(file(), [&]() -> Result<ChangeSet> {
      ReadTransaction view(connection_);
      if (revision == 0 || revision > log_.head().revision)
        return fail(ErrorCode::not_found, fmt::format("There is no transaction {}.", revision),
                    file().string());
      return log_.changes_of(revision);
    });
  }

  Result<RawId> reserve_ids(std::uint64_t count) override {
    return guarded(file(), [&]() -> Result<RawId> {
      require_writable();
      WriteTransaction transaction(connection_);
      const std::int64_t first = connection_.number("SELECT next FROM ids");
      set_next_id(first + static_cast<std::int64_t>(count));
      transaction.commit();
      return static_cast<RawId>(first);
    });
  }

  Result<void> keep_proposal(const std::string& branch, const KeptProposal& kept) override {
    return guarded(file(), [&]() -> Result<void> {
      require_writable();
      WriteTransaction transaction(connection_);
      SQLite::Statement put(connection_.db(), "REPLACE INTO proposals VALUES (?1, ?2, ?3, ?4)");
      put.bind(1, branch);
      put.bind(2, static_cast<std::int64_t>(kept.base));
      put.bind(3, kept.summary);
      put.bind(4, proposal_json(kept.proposal));
      put.exec();
      transaction.commit();
      return {};
    });
  }

  Result<std::optional<KeptProposal>> last_proposal(const std::string& branch) override {
    return guarded(file(), [&]() -> Result<std::optional<KeptProposal>> {
      connection_.check_in_place();
      SQLite::Statement get(connection_.db(),
                            "SELECT base, summary, proposal FROM proposals WHERE branch = ?1");
      get.bind(1, branch);
      if (!get.executeStep()) return std::nullopt;
      auto proposal = read_proposal(get.getColumn(2).getString());
      if (!proposal) throw Damaged("a kept proposal cannot be read");
      return KeptProposal{std::move(*proposal), static_cast<Revision>(get.getColumn(0).getInt64()),
                          get.getColumn(1).getString()};
    });
  }

  Result<void> drop_proposal(const std::string& branch) override {
    return guarded(file(), [&]() -> Result<void> {
      require_writable();
      WriteTransaction transaction(connection_);
      SQLite::Statement drop(connection_.db(), "DELETE FROM proposals WHERE branch = ?1");
      drop.bind(1, branch);
      drop.exec();
      transaction.commit();
      return {};
    });
  }

  Result<StoreCheck> check() override {
    return guarded(file(), [&]() -> Result<StoreCheck> { return db::check(connection_); });
  }

  bool read_only() const override { return !connection_.read_only_because().empty(); }

 private:
  using Versions = std::vector<std::optional<RowVersion>>;  // before the change, by row

  const std::filesystem::path& file() const { return connection_.file(); }

  void require_writable() const {
    if (read_only())
      throw Stop{{{ErrorCode::storage,
                   "This file is open for reading only: " + connection_.read_only_because() + ".",
                   file().string(), "save a copy elsewhere"}}};
  }

  // The versions that `base` knew, or whoever changed one of the rows since.
  std::variant<Versions, Conflict> look_up(const ChangeSet& changes, Revision base) {
    Versions versions;
    versions.reserve(changes.rows.size());
    Conflict conflict;
    Revision newest = 0;
    for (const RowChange& change : changes.rows) {
      const auto trace = log_.trace(change.table(), change.id());
      versions.push_back(trace ? std::optional{trace->version} : std::nullopt);
      const bool is_there = trace && trace->exists;
      AnyRow theirs{std::monostate{}};
      if (is_there) {
        auto stored = rows_.find(change.table(), change.id());
        if (!stored || stored->version != trace->version)
          throw Damaged(fmt::format("{} row {} is not as its history says",
                                    info(change.table()).name, change.id()));
        theirs = std::move(stored->row);
      }
      const Revision changed_at = trace ? trace->revision : 0;
      if (changed_at <= base && theirs == change.before) continue;
      newest = std::max(newest, changed_at);
      conflict.rows.push_back({change.before, change.after, std::move(theirs)});
    }
    if (conflict.rows.empty()) return versions;
    if (newest != 0) {
      const Transaction theirs = log_.at(newest);
      conflict.who = theirs.actor;
      conflict.at_utc = theirs.at_utc;
    }
    return conflict;
  }

  // Removals first, then changes, then new rows: a key may pass from one row to another. A row
  // whose key changes leaves the table on the way, as two rows may swap keys.
  void write(const ChangeSet& changes, const Versions& versions) {
    const auto moves_key = [](const RowChange& c) {
      const TableInfo& table = info(c.table());
      return table.unique_key &&
             key_of(table.id, data(c.before)) != key_of(table.id, data(c.after));
    };
    const auto one = [](const RowChange& change, bool written) {
      if (!written)
        throw Damaged(
            fmt::format("{} row {} could not be written", info(change.table()).name, change.id()));
    };
    std::vector<bool> reinsert(changes.rows.size());
    for (std::size_t i = 0; i < changes.rows.size(); ++i) {
      const RowChange& c = changes.rows[i];
      if (is_none(c.before)) continue;
      reinsert[i] = !is_none(c.after) && moves_key(c);
      if (is_none(c.after) || reinsert[i])
        one(c, rows_.remove(c.table(), c.id(), versions[i].value()));
    }
    for (std::size_t i = 0; i < changes.rows.size(); ++i) {
      const RowChange& c = changes.rows[i];
      if (!is_none(c.before) && !is_none(c.after) && !reinsert[i])
        one(c, rows_.update(c.after, versions[i].value()));
    }
    RawId highest = 0;
    for (std::size_t i = 0; i < changes.rows.size(); ++i) {
      const RowChange& c = changes.rows[i];
      if (!is_none(c.before) && !reinsert[i]) continue;
      rows_.insert(c.after, versions[i].value_or(0) + 1);
      highest = std::max(highest, c.id());
    }
    if (static_cast<std::int64_t>(highest) >= connection_.number("SELECT next FROM ids"))
      set_next_id(static_cast<std::int64_t>(highest) + 1);
  }

  void set_next_id(std::int64_t next) {
    SQLite::Statement update(connection_.db(), "UPDATE ids SET next = ?1");
    update.bind(1, next);
    update.exec();
  }

  Connection connection_;
  EntityRows rows_;
  ChangeLog log_;
  const Clock& clock_;
};

// RFC 9562, version 4.
std::string new_uuid() {
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    out += fmt::format("{}{:02x}", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
  return out;
}

void fill(Connection& connection, const Program& program, const Transaction& tx) {
  migrate(connection, schema_files());
  WriteTransaction transaction(connection);
  SQLite::Statement meta(connection.db(), "INSERT INTO meta VALUES (1, ?1, ?1, ?2, ?3)");
  meta.bind(1, schema_number());
  meta.bind(2, tx.client);
  meta.bind(3, new_uuid());
  meta.exec();
  EntityRows rows(connection.db());
  ChangeLog log(connection.db());
  log.begin(tx);
  RawId highest = 0;
  for (const TableInfo& table : tables())
    for_each_row(program, table.id, [&](const RowRef& ref) {
      const RowChange change{std::monostate{}, copy(ref)};
      rows.insert(change.after, 1);
      log.add(change, std::nullopt);
      highest = std::max(highest, ref.id);
    });
  log.end();
  SQLite::Statement ids(connection.db(), "UPDATE ids SET next = ?1");
  ids.bind(1, static_cast<std::int64_t>(highest) + 1);
  ids.exec();
  transaction.commit();
}

// Backs the old file up and holds it locked while the new one takes its name, so that no other
// window can save into a file that has lost its name.
Result<void> replace(const std::filesystem::path& fresh, const std::filesystem::path& file,
                     const Clock& clock) {
  auto old = Connection::open(file);
  if (!old) return fail(old.error());
  const LogHead saved = ChangeLog(old->db()).head();
  if (auto copy = back_up(*old, clock); !copy) return fail(copy.error());
  old->db().exec("BEGIN EXCLUSIVE");
  if (ChangeLog(old->db()).head() != saved)
    return fail(ErrorCode::conflict, "Somebody saved to this file meanwhile.", file.string(),
                "repeat the command");
  return move_into_place(fresh, file, Existing::replace);
}

}  // namespace

Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, const Clock& clock) {
  auto connection = Connection::open(file);
  if (!connection) return fail(connection.error());
  return guarded(file, [&]() -> Result<std::unique_ptr<Store>> {
    const int number = schema_number_of(*connection);
    if (number > schema_number()) {
      const std::int64_t needed = connection->number("SELECT min_reader FROM meta");
      if (needed > schema_number())
        return fail(ErrorCode::storage,
                    fmt::format("This file was written by a newer Tandem (schema {}); reading it "
                                "needs one that knows schema {}, this one knows {}.",
                                number, needed, schema_number()),
                    file.string(), "use the newer Tandem");
      connection->keep_read_only(
          fmt::format("it was written by a newer Tandem (schema {})", number));
    } else if (number < schema_number()) {
      if (!connection->read_only_because().empty())
        return fail(ErrorCode::storage,
                    "This file has an older schema and cannot be brought up to date because " +
                        connection->read_only_because() + ".",
                    file.string(), "make the file and its folder writable");
      if (auto copy = back_up(*connection, clock); !copy) return fail(copy.error());
      migrate(*connection, schema_files());
    }
    return std::make_unique<SqliteStore>(std::move(*connection), clock);
  });
}

Result<std::unique_ptr<Store>> create(const std::filesystem::path& file, const Program& program,
                                      const TxInfo& info, const std::string& label,
                                      const Clock& clock, Existing existing) {
  std::error_code failed;
  const bool is_there = std::filesystem::exists(file, failed);
  if (is_there && existing == Existing::refuse)
    return fail(ErrorCode::refused, "There is already a file of this name.", file.string(),
                "choose another name");
  // A file that would not be replaced in the end is not worth filling a new one.
  if (is_there)
    if (const auto header = read_header(file); !header) return fail(header.error());
  const auto fresh = private_file_beside(file);
  if (!fresh) return fail(fresh.error());
  auto made = guarded(file, [&]() -> Result<void> {
    {
      Connection connection = Connection::build(*fresh);
      fill(connection, program, transaction_of(info, label, 1, clock));
    }
    return is_there ? replace(*fresh, file, clock)
                    : move_into_place(*fresh, file, Existing::refuse);
  });
  if (!made) {
    std::filesystem::remove(*fresh, failed);
    return fail(made.error());
  }
  return open(file, clock);
}

Result<std::filesystem::path> backup(const std::filesystem::path& file, const Clock& clock) {
  auto connection = Connection::open(file);
  if (!connection) return fail(connection.error());
  return guarded(file, [&] { return back_up(*connection, clock); });
}

}  // namespace tandem::db
