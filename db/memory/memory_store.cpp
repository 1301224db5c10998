#include "db/memory/memory_store.hpp"

#include <fmt/format.h>

namespace tandem::db {
namespace {

constexpr const char* kHere = "this workspace in memory";

AnyRow row_of(const Program& program, TableId table, RawId id) {
  const RowRef ref = find(program, table, id);
  return ref ? copy(ref) : AnyRow{std::monostate{}};
}

// Whether some field of the row names a row that is not there.
bool refers_to_nothing(const Program& program, const TableInfo& table, const void* row) {
  for (const Field& f : table.fields) {
    const TableId target = target_of(f, table, row);
    if (target == TableId::none) continue;
    const auto missing = [&](std::int64_t id) {
      return !find(program, target, static_cast<RawId>(id));
    };
    const Value value = f.get(row);
    if (const auto* id = std::get_if<std::int64_t>(&value); id && missing(*id)) return true;
    if (const auto* ids = std::get_if<std::vector<std::int64_t>>(&value))
      for (const std::int64_t id : *ids)
        if (missing(id)) return true;
  }
  return false;
}

bool leaves_dangling(const Program& program, const ChangeSet& changes) {
  bool removed = false;
  for (const RowChange& c : changes.rows) {
    if (is_none(c.after))
      removed = true;
    else if (refers_to_nothing(program, info(c.table()), data(c.after)))
      return true;
  }
  bool dangling = false;
  if (removed)
    for (const TableInfo& table : tables())
      for_each_row(program, table.id, [&](const RowRef& ref) {
        dangling = dangling || refers_to_nothing(program, table, ref.row);
      });
  return dangling;
}

// Whether a row of the change has the key of another row.
bool doubles_a_key(const Program& before, const ChangeSet& changes) {
  Program after = before;
  for (const RowChange& c : changes.rows)
    if (!is_none(c.before)) erase(after, c.table(), c.id());
  for (const RowChange& c : changes.rows) {
    if (is_none(c.after)) continue;
    const TableInfo& table = info(c.table());
    if (table.unique_key && find_key(after, table.id, key_of(table.id, data(c.after))) != 0)
      return true;
    put(after, c.after);
  }
  return false;
}

Errors refusal(std::string message) {
  return {{ErrorCode::refused, std::move(message), kHere,
           "look at the latest state and repeat the change"}};
}

}  // namespace

MemoryStore::MemoryStore(Program program, const TxInfo& info, const std::string& label,
                         const Clock& clock)
    : clock_(clock), program_(std::move(program)) {
  ChangeSet all{label, {}};
  for (const TableInfo& table : tables())
    for_each_row(program_, table.id, [&](const RowRef& ref) {
      all.rows.push_back({std::monostate{}, copy(ref)});
    });
  remember(all, info);
}

Result<Snapshot> MemoryStore::load() { return Snapshot{program_, transactions_.size()}; }

SaveResult MemoryStore::save(const ChangeSet& changes, const TxInfo& info, Revision base) {
  for (const Transaction& done : transactions_)
    if (done.tx_id == info.tx_id) return done;
  if (base > transactions_.size())
    return Errors{{ErrorCode::conflict,
                   fmt::format("This change was made on state {}, and the newest is {}.", base,
                               transactions_.size()),
                   kHere, "open it again"}};
  Conflict conflict = conflict_with(changes, base);
  if (!conflict.rows.empty()) return conflict;
  if (doubles_a_key(program_, changes)) return refusal("Another row already has the same key.");
  Program next = replay(program_, changes);
  if (leaves_dangling(next, changes))
    return refusal("Something this change refers to is not there any more.");
  program_ = std::move(next);
  remember(changes, info);
  return transactions_.back();
}

void MemoryStore::remember(const ChangeSet& changes, const TxInfo& info) {
  const Revision revision = transactions_.size() + 1;
  transactions_.push_back({revision, info.tx_id, info.actor, info.client, text(clock_.now()),
                           changes.label, info.source, info.undoes});
  changes_.push_back(changes);
  for (const RowChange& c : changes.rows) {
    changed_at_[{c.table(), c.id()}] = revision;
    next_id_ = std::max(next_id_, c.id() + 1);
  }
}

Conflict MemoryStore::conflict_with(const ChangeSet& changes, Revision base) const {
  Conflict conflict;
  Revision newest = 0;
  for (const RowChange& c : changes.rows) {
    const auto known = changed_at_.find({c.table(), c.id()});
    const Revision changed_at = known == changed_at_.end() ? 0 : known->second;
    AnyRow theirs = row_of(program_, c.table(), c.id());
    if (changed_at <= base && theirs == c.before) continue;
    newest = std::max(newest, changed_at);
    conflict.rows.push_back({c.before, c.after, std::move(theirs)});
  }
  if (newest != 0) {
    conflict.who = transactions_[newest - 1].actor;
    conflict.at_utc = transactions_[newest - 1].at_utc;
  }
  return conflict;
}

Result<Revision> MemoryStore::head() { return transactions_.size(); }

Result<std::vector<Transaction>> MemoryStore::history() { return transactions_; }

Result<ChangeSet> MemoryStore::changes_of(Revision revision) {
  if (revision == 0 || revision > changes_.size())
    return fail(ErrorCode::not_found, fmt::format("There is no transaction {}.", revision), kHere);
  return changes_[revision - 1];
}

Result<RawId> MemoryStore::reserve_ids(std::uint64_t count) {
  return std::exchange(next_id_, next_id_ + count);
}

Result<void> MemoryStore::keep_proposal(const std::string& branch, const KeptProposal& kept) {
  proposals_[branch] = kept;
  return {};
}

Result<std::optional<KeptProposal>> MemoryStore::last_proposal(const std::string& branch) {
  const auto found = proposals_.find(branch);
  if (found == proposals_.end()) return std::nullopt;
  return found->second;
}

Result<void> MemoryStore::drop_proposal(const std::string& branch) {
  proposals_.erase(branch);
  return {};
}

// The history replayed from nothing against what is there.
Result<StoreCheck> MemoryStore::check() {
  StoreCheck out;
  out.tables = kTableCount;
  Program replayed;
  for (const ChangeSet& changes : changes_) replayed = replay(std::move(replayed), changes);
  if (replayed != program_)
    out.problems.push_back(
        {ErrorCode::storage, "The rows are not as the history says.", kHere, {}});
  return out;
}

}  // namespace tandem::db
