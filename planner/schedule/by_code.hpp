// Rows of one table in the order of their codes, and where each id stands among them: the order in
// which the engine counts everything, so that neither ids nor the order of rows can change what it
// does. Used where a Program becomes indexes; points into it and must not outlive it.
#pragma once

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "planner/domain/table.hpp"

namespace tandem::schedule {

template <class T>
class ByCode {
 public:
  explicit ByCode(const Table<T>& table) : ByCode(table, [](const T&) { return true; }) {}
  template <class Keep>
  ByCode(const Table<T>& table, Keep keep) {
    for (const T& row : table)
      if (keep(row)) rows_.push_back(&row);
    std::sort(rows_.begin(), rows_.end(), [](const T* a, const T* b) { return a->code < b->code; });
    for (std::size_t i = 0; i < rows_.size(); ++i)
      ranks_.emplace(rows_[i]->id.value, static_cast<int>(i));
  }

  const std::vector<const T*>& rows() const { return rows_; }
  // Returns: -1 when there is no such row among these.
  int rank(Id<T> id) const {
    const auto it = ranks_.find(id.value);
    return it == ranks_.end() ? -1 : it->second;
  }

 private:
  std::vector<const T*> rows_;
  std::unordered_map<RawId, int> ranks_;  // looked up, never walked
};

}  // namespace tandem::schedule
