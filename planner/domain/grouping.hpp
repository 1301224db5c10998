// Rows of one table gathered by something they have in common: the meetings of a session, the
// members of a cohort. Built in one pass where it is needed; points into the Program it was built
// from and must not outlive it.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "planner/domain/table.hpp"

namespace tandem {

template <class Key, class T>
class Grouping {
 public:
  template <class KeyOf>
  Grouping(const Table<T>& table, KeyOf key_of_row) {
    entries_.reserve(table.size());
    for (const T& row : table) entries_.push_back({std::invoke(key_of_row, row), &row});
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.key < b.key; });
    rows_.reserve(entries_.size());
    for (const Entry& e : entries_) rows_.push_back(e.row);
  }

  // In the order of their ids.
  std::span<const T* const> operator[](const Key& key) const {
    const auto less = [](const Entry& e, const Key& k) { return e.key < k; };
    const auto more = [](const Key& k, const Entry& e) { return k < e.key; };
    const auto first = std::lower_bound(entries_.begin(), entries_.end(), key, less);
    const auto last = std::upper_bound(first, entries_.end(), key, more);
    const auto at = static_cast<std::size_t>(first - entries_.begin());
    return std::span{rows_}.subspan(at, static_cast<std::size_t>(last - first));
  }

 private:
  struct Entry {
    Key key;
    const T* row;
  };
  std::vector<Entry> entries_;
  std::vector<const T*> rows_;
};

template <class T, class Member>
auto group_by(const Table<T>& table, Member member) {
  using Key = std::remove_cvref_t<std::invoke_result_t<Member, const T&>>;
  return Grouping<Key, T>{table, member};
}

}  // namespace tandem
