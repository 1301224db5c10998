#include "db/sqlite/change_log.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "db/exchange/row_json.hpp"
#include "db/sqlite/error.hpp"

namespace tandem::db {
namespace {

constexpr std::size_t kHashBytes = 32;

constexpr const char* kSelectTransaction =
    "SELECT seq, tx_id, actor, client, at_utc, label, source, undoes, prev_hash, hash "
    "FROM change_tx ";
constexpr const char* kSelectEntry =
    "SELECT seq, ord, tbl, row_id, op, rv_before, rv_after, before, after FROM change_row ";

class Hash {
 public:
  Hash() {
    if (sodium_init() < 0) throw Damaged("the library of hashes does not start");
    crypto_generichash_init(&state_, nullptr, 0, kHashBytes);
  }
  void add(std::string_view part) {
    add_length(part.size());
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(part.data()),
                              part.size());
  }
  void add(std::int64_t number) { add_length(static_cast<std::uint64_t>(number)); }
  // Empty and absent are different.
  template <class T>
  void add(const std::optional<T>& part) {
    add(std::int64_t{part ? 1 : 0});
    if (part) add(*part);
  }
  std::string finish() {
    std::string out(kHashBytes, '\0');
    crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(out.data()), out.size());
    return out;
  }

 private:
  void add_length(std::uint64_t n) {
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
      bytes[i] = static_cast<unsigned char>(n >> (8 * i));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
  }

  crypto_generichash_state state_{};
};

void add(Hash& hash, const Transaction& tx) {
  hash.add(static_cast<std::int64_t>(tx.revision));
  for (const std::string* part : {&tx.tx_id, &tx.actor, &tx.client, &tx.at_utc, &tx.label})
    hash.add(std::string_view{*part});
  hash.add(word(tx.source));
  hash.add(static_cast<std::int64_t>(tx.undoes));
}

void add(Hash& hash, const LogEntry& entry) {
  hash.add(info(entry.table).name);
  hash.add(static_cast<std::int64_t>(entry.id));
  hash.add(std::string_view{&entry.op, 1});
  hash.add(entry.version_before);
  hash.add(entry.version_after);
  hash.add(entry.before);
  hash.add(entry.after);
}

std::string blob(const SQLite::Column& column) {
  const auto* bytes = static_cast<const char*>(column.getBlob());
  return {bytes, bytes + column.getBytes()};
}

void bind_blob(SQLite::Statement& statement, int at, const std::string& bytes) {
  statement.bind(at, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

Source source_of(const std::string& name) {
  for (std::size_t i = 0; i < kWords<Source>.size(); ++i)
    if (kWords<Source>[i] == name) return static_cast<Source>(i);
  throw Damaged("its history knows a transaction by '" + name + "'");
}

Transaction transaction_of(SQLite::Statement& row) {
  Transaction tx;
  tx.revision = static_cast<Revision>(row.getColumn(0).getInt64());
  tx.tx_id = row.getColumn(1).getString();
  tx.actor = row.getColumn(2).getString();
  tx.client = row.getColumn(3).getString();
  tx.at_utc = row.getColumn(4).getString();
  tx.label = row.getColumn(5).getString();
  tx.source = source_of(row.getColumn(6).getString());
  tx.undoes = static_cast<Revision>(row.getColumn(7).getInt64());  // NULL reads as 0
  return tx;
}

std::optional<std::string> image_of(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional{column.getString()};
}

LogEntry entry_of(SQLite::Statement& row) {
  LogEntry entry;
  entry.revision = static_cast<Revision>(row.getColumn(0).getInt64());
  const std::string name = row.getColumn(2).getString();
  const TableInfo* table = find_table(name);
  if (!table) throw Damaged("its history names a table '" + name + "'");
  entry.table = table->id;
  entry.id = static_cast<RawId>(row.getColumn(3).getInt64());
  const std::string op = row.getColumn(4).getString();
  entry.op = op.empty() ? '?' : op.front();
  if (!row.getColumn(5).isNull()) entry.version_before = row.getColumn(5).getInt64();
  entry.version_after = row.getColumn(6).getInt64();
  entry.before = image_of(row.getColumn(7));
  entry.after = image_of(row.getColumn(8));
  return entry;
}

LogEntry entry_of(const RowChange& change, Revision revision, std::optional<RowVersion> version) {
  LogEntry entry;
  entry.revision = revision;
  entry.table = change.table();
  entry.id = change.id();
  entry.version_before = version;
  entry.version_after = version.value_or(0) + 1;
  if (is_none(change.before)) {
    entry.op = 'I';
    entry.after = row_json(change.after);
  } else if (is_none(change.after)) {
    entry.op = 'D';
    entry.before = row_json(change.before);
  } else {
    entry.op = 'U';
    const auto columns = changed_columns(change.before, change.after);
    entry.before = row_json(change.before, columns);
    entry.after = row_json(change.after, columns);
  }
  return entry;
}

std::string place(const LogEntry& entry) {
  return fmt::format("{} row {} in transaction {}", info(entry.table).name, entry.id,
                     entry.revision);
}

AnyRow whole(const LogEntry& entry, const std::optional<std::string>& json) {
  if (!json) throw Damaged("its history lacks " + place(entry));
  auto row = read_row(entry.table, entry.id, *json);
  if (!row) throw Damaged("its history cannot be read at " + place(entry));
  return std::move(*row);
}

}  // namespace

struct ChangeLog::OpenTransaction {
  Transaction tx;
  LogHead before;
  Hash hash;
  std::int64_t rows{};
};

ChangeLog::ChangeLog(SQLite::Database& db)
    : db_(&db), open_(nullptr, [](OpenTransaction* open) { delete open; }) {}

AnyRow after(const LogEntry& entry, AnyRow row) {
  if (is_none(row) != (entry.op == 'I'))
    throw Damaged("its history contradicts itself at " + place(entry));
  if (entry.op == 'I') return whole(entry, entry.after);
  if (entry.op == 'D') return std::monostate{};
  if (!entry.after) throw Damaged("its history lacks " + place(entry));
  auto merged = merge_row(std::move(row), *entry.after);
  if (!merged) throw Damaged("its history cannot be read at " + place(entry));
  return std::move(*merged);
}

SQLite::Statement& ChangeLog::prepared(std::unique_ptr<SQLite::Statement>& slot, const char* sql) {
  if (!slot)
    slot = std::make_unique<SQLite::Statement>(*db_, sql);
  else
    slot->tryReset();
  return *slot;
}

LogHead ChangeLog::head() {
  SQLite::Statement query(*db_, "SELECT seq, hash FROM log_head");
  if (!query.executeStep()) throw Damaged("its history has no head");
  return {static_cast<Revision>(query.getColumn(0).getInt64()), blob(query.getColumn(1))};
}

std::optional<Transaction> ChangeLog::find(const std::string& tx_id) {
  SQLite::Statement query(*db_, std::string{kSelectTransaction} + "WHERE tx_id = ?1");
  query.bind(1, tx_id);
  if (!query.executeStep()) return std::nullopt;
  return transaction_of(query);
}

Transaction ChangeLog::at(Revision revision) {
  SQLite::Statement query(*db_, std::string{kSelectTransaction} + "WHERE seq = ?1");
  query.bind(1, static_cast<std::int64_t>(revision));
  if (!query.executeStep()) throw Damaged(fmt::format("its history lacks {}", revision));
  return transaction_of(query);
}

std::vector<Transaction> ChangeLog::transactions() {
  std::vector<Transaction> out;
  SQLite::Statement query(*db_, std::string{kSelectTransaction} + "ORDER BY seq");
  while (query.executeStep()) out.push_back(transaction_of(query));
  return out;
}

std::optional<RowTrace> ChangeLog::trace(TableId table, RawId id) {
  SQLite::Statement& query = prepared(trace_,
                                      "SELECT seq, rv_after, op FROM change_row "
                                      "WHERE tbl = ?1 AND row_id = ?2 ORDER BY seq DESC LIMIT 1");
  query.bind(1, std::string{info(table).name});
  query.bind(2, static_cast<std::int64_t>(id));
  if (!query.executeStep()) return std::nullopt;
  RowTrace out{static_cast<Revision>(query.getColumn(0).getInt64()), query.getColumn(1).getInt64(),
               query.getColumn(2).getString() != "D"};
  query.reset();
  return out;
}

void ChangeLog::begin(const Transaction& tx) {
  open_.reset(new OpenTransaction{tx, head(), {}, 0});
  open_->hash.add(std::string_view{open_->before.hash});
  db::add(open_->hash, tx);
}

void ChangeLog::add(const RowChange& change, std::optional<RowVersion> version) {
  const LogEntry entry = entry_of(change, open_->tx.revision, version);
  db::add(open_->hash, entry);
  SQLite::Statement& insert =
      prepared(insert_, "INSERT INTO change_row VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  insert.clearBindings();
  insert.bind(1, static_cast<std::int64_t>(entry.revision));
  insert.bind(2, open_->rows++);
  insert.bind(3, std::string{info(entry.table).name});
  insert.bind(4, static_cast<std::int64_t>(entry.id));
  insert.bind(5, std::string{entry.op});
  if (entry.version_before) insert.bind(6, *entry.version_before);
  insert.bind(7, entry.version_after);
  if (entry.before) insert.bind(8, *entry.before);
  if (entry.after) insert.bind(9, *entry.after);
  insert.exec();
}

// The header comes last, as its hash covers the rows; their foreign keys to it are deferred.
void ChangeLog::end() {
  const auto open = std::move(open_);
  const Transaction& tx = open->tx;
  const std::string hash = open->hash.finish();
  const auto seq = static_cast<std::int64_t>(tx.revision);
  SQLite::Statement header(
      *db_, "INSERT INTO change_tx VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  header.bind(1, seq);
  header.bind(2, tx.tx_id);
  header.bind(3, tx.actor);
  header.bind(4, tx.client);
  header.bind(5, tx.at_utc);
  header.bind(6, tx.label);
  header.bind(7, std::string{word(tx.source)});
  if (tx.undoes != 0) header.bind(8, static_cast<std::int64_t>(tx.undoes));
  bind_blob(header, 9, open->before.hash);
  bind_blob(header, 10, hash);
  header.exec();
  SQLite::Statement update(*db_, "UPDATE log_head SET seq = ?1, hash = ?2 WHERE seq = ?1 - 1");
  update.bind(1, seq);
  bind_blob(update, 2, hash);
  if (update.exec() != 1) throw Damaged("its history has a gap");
}

std::optional<AnyRow> ChangeLog::row_before(const LogEntry& entry, std::int64_t ord) {
  SQLite::Statement& query =
      prepared(earlier_,
               "SELECT seq, ord, tbl, row_id, op, rv_before, rv_after, before, after "
               "FROM change_row WHERE tbl = ?1 AND row_id = ?2 AND (seq, ord) < (?3, ?4) "
               "ORDER BY seq, ord");
  query.bind(1, std::string{info(entry.table).name});
  query.bind(2, static_cast<std::int64_t>(entry.id));
  query.bind(3, static_cast<std::int64_t>(entry.revision));
  query.bind(4, ord);
  AnyRow row{std::monostate{}};
  while (query.executeStep()) row = after(entry_of(query), std::move(row));
  if (is_none(row)) return std::nullopt;
  return row;
}

ChangeSet ChangeLog::changes_of(Revision revision) {
  ChangeSet out;
  out.label = at(revision).label;
  SQLite::Statement query(*db_, std::string{kSelectEntry} + "WHERE seq = ?1 ORDER BY ord");
  query.bind(1, static_cast<std::int64_t>(revision));
  while (query.executeStep()) {
    const LogEntry entry = entry_of(query);
    RowChange change;
    if (auto row = row_before(entry, query.getColumn(1).getInt64()))
      change.before = std::move(*row);
    change.after = after(entry, change.before);
    out.rows.push_back(std::move(change));
  }
  return out;
}

void ChangeLog::for_each_entry(TableId table, const std::function<void(const LogEntry&)>& visit) {
  SQLite::Statement query(*db_, std::string{kSelectEntry} + "WHERE tbl = ?1 ORDER BY row_id, seq");
  query.bind(1, std::string{info(table).name});
  while (query.executeStep()) visit(entry_of(query));
}

std::string ChangeLog::verify_chain() {
  std::string previous(kHashBytes, '\0');
  Revision expected = 1;
  SQLite::Statement headers(*db_, std::string{kSelectTransaction} + "ORDER BY seq");
  SQLite::Statement entries(*db_, std::string{kSelectEntry} + "WHERE seq = ?1 ORDER BY ord");
  while (headers.executeStep()) {
    const Transaction tx = transaction_of(headers);
    if (tx.revision != expected) return fmt::format("transaction {} is missing", expected);
    if (blob(headers.getColumn(8)) != previous)
      return fmt::format("transaction {} does not follow the one before it", tx.revision);
    Hash hash;
    hash.add(std::string_view{previous});
    db::add(hash, tx);
    entries.reset();
    entries.bind(1, static_cast<std::int64_t>(tx.revision));
    std::int64_t ord = 0;
    while (entries.executeStep()) {
      if (entries.getColumn(1).getInt64() != ord++)
        return fmt::format("transaction {} lacks a row", tx.revision);
      db::add(hash, entry_of(entries));
    }
    previous = hash.finish();
    if (blob(headers.getColumn(9)) != previous)
      return fmt::format("transaction {} is not as it was written", tx.revision);
    ++expected;
  }
  if (head() != LogHead{expected - 1, previous})
    return fmt::format("the last transaction is not number {}", expected - 1);
  const std::int64_t known = db_->execAndGet("SELECT count(*) FROM change_row").getInt64();
  const std::int64_t held =
      db_->execAndGet("SELECT count(*) FROM change_row WHERE seq IN (SELECT seq FROM change_tx)")
          .getInt64();
  if (known != held) return "some of its rows belong to no transaction";
  return "ok";
}

}  // namespace tandem::db
