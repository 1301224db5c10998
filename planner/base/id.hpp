// Identities of rows. An Id<T> names one row of the table of T and cannot be mixed up with another
// table's; 0 is "none". Ids never leave the file: people and CSV files see codes. Nothing here knows
// what a row holds, or where new numbers come from (the store reserves them, see edit/apply.hpp).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace tandem {

using RawId = std::uint64_t;

template <class T>
struct Id {
  RawId value{};

  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

// Stands for a row of a table that another field of the same row names (a blackout's scope).
struct AnyId {
  RawId value{};

  auto operator<=>(const AnyId&) const = default;
  explicit operator bool() const { return value != 0; }
};

// Picks an overload by type: fields(Tag<Person>{}).
template <class T>
struct Tag {};

}  // namespace tandem

template <class T>
struct std::hash<tandem::Id<T>> {
  std::size_t operator()(const tandem::Id<T>& id) const {
    return std::hash<tandem::RawId>{}(id.value);
  }
};
