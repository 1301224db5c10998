#include "planner/domain/table.hpp"

#include "planner/domain/rows.hpp"

namespace tandem {

std::shared_ptr<const RowHeader> RowStore::share(RawId id) const {
  const auto* entry = rows_.find(id);
  return entry ? entry->row : nullptr;
}

const RowHeader* RowStore::find(RawId id) const {
  const auto* entry = rows_.find(id);
  return entry ? entry->row.get() : nullptr;
}

RawId RowStore::at_or_after(std::string_view key, RawId id) const {
  const auto* entry = keys_.not_below(detail::ByKey::Key{key, id});
  return entry && entry->key == key ? entry->id : 0;
}

RawId RowStore::id_of_key(std::string_view key) const { return at_or_after(key, 0); }

const RowHeader* RowStore::find_key(std::string_view key) const {
  const RawId id = id_of_key(key);
  return id == 0 ? nullptr : find(id);
}

const RowHeader* RowStore::same_key(RawId id, const RowHeader& row) const {
  if (!info(table_).unique_key) return nullptr;
  const std::string key = key_of(table_, &row);
  const RawId first = at_or_after(key, 0);
  const RawId other = first == id ? at_or_after(key, id + 1) : first;
  return other == 0 ? nullptr : find(other);
}

void RowStore::put(RawId id, std::shared_ptr<const RowHeader> row) {
  if (info(table_).unique_key) {
    std::string key = key_of(table_, row.get());
    const RowHeader* old = find(id);
    const std::string old_key = old ? key_of(table_, old) : std::string{};
    if (!old || old_key != key) {
      if (old) keys_.erase(detail::ByKey::Key{old_key, id});
      keys_.put({std::move(key), id});
    }
  }
  rows_.put({id, std::move(row)});
}

void RowStore::erase(RawId id) {
  const RowHeader* old = find(id);
  if (!old) return;
  if (info(table_).unique_key) {
    const std::string key = key_of(table_, old);
    keys_.erase(detail::ByKey::Key{key, id});
  }
  rows_.erase(id);
}

void RowStore::assign(std::vector<detail::RowEntry> rows) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  if (!std::is_sorted(rows.begin(), rows.end(), by_id)) std::sort(rows.begin(), rows.end(), by_id);
  if (info(table_).unique_key) {
    std::vector<detail::KeyEntry> keys;
    keys.reserve(rows.size());
    for (const auto& entry : rows) keys.push_back({key_of(table_, entry.row.get()), entry.id});
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
      return detail::ByKey::key(a) < detail::ByKey::key(b);
    });
    keys_.assign(std::move(keys));
  }
  rows_.assign(std::move(rows));
}

bool RowStore::operator==(const RowStore& other) const {
  if (rows_.same_as(other.rows_)) return true;
  if (size() != other.size()) return false;
  return std::equal(begin(), end(), other.begin(), [&](const auto& a, const auto& b) {
    return a.id == b.id && (a.row == b.row || equal_rows(table_, *a.row, *b.row));
  });
}

}  // namespace tandem
