// A table: shared immutable rows, sorted by id in immutable chunks that copies share. Copying a table
// copies a pointer; changing one row copies a chunk of pointers and the directory, so an edit costs
// the same for a small organisation and a large one, and every old snapshot stays whole. RowStore
// does the work for all nouns; Table<T> gives it types. Knows no storage and no other table.
// Thread rule: immutable once shared, safe to read from any thread.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planner/domain/field.hpp"

namespace tandem {

// Whether the keys of a table are unique. Judgements, absences and the like may share one.
template <class T>
inline constexpr bool kUniqueKey = true;

// The key of a row as one string: a code is itself, several columns are joined by 0x1f, and a
// reference is its id. Rows of one key compare equal exactly when their strings do.
std::string key_of(TableId table, const void* row);
std::string join_key(std::initializer_list<std::string> parts);

namespace detail {

// A sorted sequence in shared chunks. `Order` gives key(element) and compares keys with <.
template <class E, class Order>
class SortedChunks {
 public:
  using Chunk = std::vector<E>;
  using Directory = std::vector<std::shared_ptr<const Chunk>>;
  static constexpr std::size_t kChunk = 256;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = E;
    using difference_type = std::ptrdiff_t;
    using pointer = const E*;
    using reference = const E&;

    Iterator() = default;
    Iterator(const Directory* directory, std::size_t chunk) : directory_(directory), chunk_(chunk) {}
    const E& operator*() const { return (*(*directory_)[chunk_])[at_]; }
    const E* operator->() const { return &**this; }
    Iterator& operator++() {
      if (++at_ == (*directory_)[chunk_]->size()) {
        ++chunk_;
        at_ = 0;
      }
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    bool operator==(const Iterator& other) const {
      return chunk_ == other.chunk_ && at_ == other.at_;
    }

   private:
    const Directory* directory_{};
    std::size_t chunk_{};
    std::size_t at_{};
  };

  std::size_t size() const { return size_; }
  Iterator begin() const { return {directory_.get(), 0}; }
  Iterator end() const { return {directory_.get(), directory_ ? directory_->size() : 0}; }

  template <class Key>
  const E* find(const Key& key) const {
    if (!directory_) return nullptr;
    const std::size_t c = chunk_for(key);
    if (c == directory_->size()) return nullptr;
    const Chunk& chunk = *(*directory_)[c];
    const auto it = lower(chunk, key);
    return it != chunk.end() && Order::key(*it) == key ? &*it : nullptr;
  }

  // The first element whose key is not below `key`; nullptr past the end.
  template <class Key>
  const E* not_below(const Key& key) const {
    if (!directory_) return nullptr;
    const std::size_t c = chunk_for(key);
    return c == directory_->size() ? nullptr : &*lower(*(*directory_)[c], key);
  }

  // Inserts, or replaces the element of that key.
  void put(E element) {
    const auto key = Order::key(element);
    if (size_ == 0) {
      directory_ = std::make_shared<const Directory>(
          Directory{std::make_shared<const Chunk>(Chunk{std::move(element)})});
      size_ = 1;
      return;
    }
    auto directory = std::make_shared<Directory>(*directory_);
    std::size_t c = chunk_for(key);
    if (c == directory->size()) --c;
    auto chunk = std::make_shared<Chunk>(*(*directory)[c]);
    const auto it = chunk->begin() + (lower(*chunk, key) - chunk->cbegin());
    if (it != chunk->end() && Order::key(*it) == key) {
      *it = std::move(element);
    } else {
      chunk->insert(it, std::move(element));
      ++size_;
    }
    if (chunk->size() > 2 * kChunk) {
      const auto half = chunk->begin() + static_cast<std::ptrdiff_t>(kChunk);
      auto upper = std::make_shared<const Chunk>(half, chunk->end());
      chunk->erase(half, chunk->end());
      directory->insert(directory->begin() + static_cast<std::ptrdiff_t>(c) + 1, std::move(upper));
    }
    (*directory)[c] = std::move(chunk);
    directory_ = std::move(directory);
  }

  template <class Key>
  void erase(const Key& key) {
    if (!find(key)) return;
    auto directory = std::make_shared<Directory>(*directory_);
    const std::size_t c = chunk_for(key);
    auto chunk = std::make_shared<Chunk>(*(*directory)[c]);
    chunk->erase(chunk->begin() + (lower(*chunk, key) - chunk->cbegin()));
    if (chunk->empty())
      directory->erase(directory->begin() + static_cast<std::ptrdiff_t>(c));
    else
      (*directory)[c] = std::move(chunk);
    --size_;
    directory_ = std::move(directory);
  }

  // Requires: sorted, no two of one key.
  void assign(std::vector<E> sorted) {
    auto directory = std::make_shared<Directory>();
    size_ = sorted.size();
    for (std::size_t from = 0; from < sorted.size(); from += kChunk) {
      const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(from + kChunk, size_));
      directory->push_back(std::make_shared<const Chunk>(std::make_move_iterator(first),
                                                         std::make_move_iterator(last)));
    }
    directory_ = std::move(directory);
  }

  bool same_as(const SortedChunks& other) const { return directory_ == other.directory_; }

 private:
  template <class Key>
  std::size_t chunk_for(const Key& key) const {  // first chunk whose last element is not below key
    const auto it = std::partition_point(
        directory_->begin(), directory_->end(),
        [&](const auto& chunk) { return Order::key(chunk->back()) < key; });
    return static_cast<std::size_t>(it - directory_->begin());
  }
  template <class Key>
  static auto lower(const Chunk& chunk, const Key& key) {
    return std::partition_point(chunk.begin(), chunk.end(),
                                [&](const E& e) { return Order::key(e) < key; });
  }

  std::shared_ptr<const Directory> directory_;
  std::size_t size_{};
};

struct KeyEntry {
  std::string key;
  RawId id{};
};
// By key, then id: a key held twice is a finding (edit/issue.hpp), not a lost row.
struct ByKey {
  using Key = std::pair<std::string_view, RawId>;
  static Key key(const KeyEntry& e) { return {e.key, e.id}; }
};

struct RowEntry {
  RawId id{};
  std::shared_ptr<const RowHeader> row;
};
struct ById {
  static RawId key(const RowEntry& e) { return e.id; }
};

}  // namespace detail

// The rows of one table without their type, and the index of their keys where keys are unique.
class RowStore {
 public:
  using Rows = detail::SortedChunks<detail::RowEntry, detail::ById>;

  explicit RowStore(TableId table) : table_(table) {}

  std::size_t size() const { return rows_.size(); }
  Rows::Iterator begin() const { return rows_.begin(); }
  Rows::Iterator end() const { return rows_.end(); }

  std::shared_ptr<const RowHeader> share(RawId id) const;  // null when there is none
  const RowHeader* find(RawId id) const;
  const RowHeader* find_key(std::string_view key) const;
  RawId id_of_key(std::string_view key) const;  // 0 when there is none
  const RowHeader* same_key(RawId id, const RowHeader& row) const;

  void put(RawId id, std::shared_ptr<const RowHeader> row);
  void erase(RawId id);
  void assign(std::vector<detail::RowEntry> rows);  // Requires: ids distinct

  bool operator==(const RowStore& other) const;

 private:
  RawId at_or_after(std::string_view key, RawId id) const;

  TableId table_;
  Rows rows_;
  detail::SortedChunks<detail::KeyEntry, detail::ByKey> keys_;
};

template <class T>
class Table {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    explicit Iterator(RowStore::Rows::Iterator at) : at_(at) {}
    const T& operator*() const { return static_cast<const T&>(*at_->row); }
    const T* operator->() const { return &**this; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    bool operator==(const Iterator&) const = default;

   private:
    RowStore::Rows::Iterator at_;
  };

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.size() == 0; }
  Iterator begin() const { return Iterator{rows_.begin()}; }
  Iterator end() const { return Iterator{rows_.end()}; }

  const T* find(Id<T> id) const { return static_cast<const T*>(rows_.find(id.value)); }
  // Requires: the id is in the table (a reference that passed its checks).
  const T& at(Id<T> id) const { return *find(id); }
  // By code, or by join_key({...}) for a key of several columns. Only tables of unique keys.
  const T* find_key(std::string_view key) const {
    return static_cast<const T*>(rows_.find_key(key));
  }
  // Another row that holds the same key as this row; nullptr when the key is this row's alone.
  const T* same_key(const T& row) const {
    return static_cast<const T*>(rows_.same_key(row.id.value, row));
  }

  [[nodiscard]] Table with(T row) const {
    Table out = *this;
    out.put(std::move(row));
    return out;
  }
  [[nodiscard]] Table without(Id<T> id) const {
    Table out = *this;
    out.erase(id);
    return out;
  }

  // In place, on a value that nobody else holds; copies made before are untouched.
  // Requires: row.id is set.
  void put(T row) {
    const RawId id = row.id.value;
    rows_.put(id, std::make_shared<const T>(std::move(row)));
  }
  void erase(Id<T> id) { rows_.erase(id.value); }

  // Requires: ids set and distinct.
  static Table from(std::vector<T> rows) {
    std::vector<detail::RowEntry> entries;
    entries.reserve(rows.size());
    for (T& row : rows) {
      const RawId id = row.id.value;
      entries.push_back({id, std::make_shared<const T>(std::move(row))});
    }
    Table out;
    out.rows_.assign(std::move(entries));
    return out;
  }

  const RowStore& rows() const { return rows_; }
  RowStore& rows() { return rows_; }
  bool operator==(const Table& other) const { return rows_ == other.rows_; }

 private:
  RowStore rows_{kTableOf<T>};
};

}  // namespace tandem
