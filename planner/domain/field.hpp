// One column of a table, described once: its name, kind, key, range, words, privacy class and
// purpose, and how to read and write it in a row. Every noun lists its fields beside its struct:
//
//   struct Room : Row<Room> { std::string code; std::optional<int> capacity; ... };
//   constexpr auto fields(Tag<Room>) {
//     return std::array{field<&Room::code>("code").key(), field<&Room::capacity>("capacity").range(1, 10000)};
//   }
//
// CSV, SQL, the change log, command JSON, checks and diffs are loops over these lists. A field knows
// nothing of any of them; it speaks in Values.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "planner/base/date.hpp"
#include "planner/base/id.hpp"
#include "planner/domain/tables.hpp"

namespace tandem {

enum class Kind : std::uint8_t {
  text,        // string
  integer,     // int64
  boolean,     // int64 0 or 1
  date,        // int64, days since 1970-01-01
  time,        // int64, minutes since midnight
  choice,      // int64, index into `choices`
  weekdays,    // int64, bit 0 Monday; 0 is empty
  reference,   // int64, id of a row of `target`
  scoped,      // int64, id of a row of the table that the field `scope` of the same row chooses
  references,  // vector<int64>, ids of rows of `target`
  integers,    // vector<int64>
  words,       // vector<string>
  amounts,     // vector<string>, each "CODE:QUANTITY"
};

// What a field can hold, in one type. monostate is the empty cell.
using Value = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::int64_t>,
                           std::vector<std::string>>;

// Who may see a column. `organisation` says nothing about a person; `personal` does; `judgement` is
// what somebody said of a person; `own` is what the person said or chose for themselves.
enum class Privacy : std::uint8_t { organisation, personal, judgement, own };

// An asset need: so many of a pool, by its code.
struct Amount {
  std::string code;
  int quantity{};

  bool operator==(const Amount&) const = default;
};

struct Field {
  std::string_view name;
  Kind kind{};
  bool is_key{};
  bool is_required{};
  bool is_rare{};  // a line of workspace.csv that is there only when it says something
  std::int64_t min{};
  std::int64_t max{};
  std::span<const std::string_view> choices;
  TableId target{TableId::none};
  std::string_view scope;                       // scoped: name of the field that chooses the table
  std::span<const TableId> scope_targets;       // scoped: table for each word of that field
  Privacy privacy{};
  std::string_view purpose;
  Value (*get)(const void* row){};
  void (*set)(void* row, const Value& value){};  // Requires: monostate or the kind's alternative

  constexpr Field key() const {
    Field f = *this;
    f.is_key = f.is_required = true;
    return f;
  }
  // Part of the key, and may be empty (an asset pool that serves every site).
  constexpr Field key_or_empty() const {
    Field f = *this;
    f.is_key = true;
    return f;
  }
  constexpr Field required() const {
    Field f = *this;
    f.is_required = true;
    return f;
  }
  constexpr Field rare() const {
    Field f = *this;
    f.is_rare = true;
    return f;
  }
  constexpr Field range(std::int64_t low, std::int64_t high) const {
    Field f = *this;
    f.min = low;
    f.max = high;
    return f;
  }
  constexpr Field scoped_by(std::string_view field, std::span<const TableId> targets) const {
    Field f = *this;
    f.scope = field;
    f.scope_targets = targets;
    return f;
  }
  constexpr Field about(Privacy who, std::string_view why) const {
    Field f = *this;
    f.privacy = who;
    f.purpose = why;
    return f;
  }
};

// What every row has: its identity, and columns of the user's own (x_...), kept as text.
using Extras = std::map<std::string, std::string>;

// What the rows of every table begin with: tables hold and share rows as these, so that their code
// is compiled once and not once a noun (domain/table.hpp).
struct RowHeader {
  Extras extras;

  bool operator==(const RowHeader&) const = default;
};

template <class T>
struct Row : RowHeader {
  Id<T> id;

  bool operator==(const Row&) const = default;
};

namespace detail {

template <class M>
struct MemberPointer;
template <class C, class T>
struct MemberPointer<T C::*> {
  using Class = C;
  using Type = T;
};

template <class T>
struct Codec;  // kind, get, set for one member type

template <>
struct Codec<std::string> {
  static constexpr Kind kKind = Kind::text;
  static Value get(const std::string& v) { return v.empty() ? Value{} : Value{v}; }
  static void set(std::string& v, const Value& x) {
    const auto* s = std::get_if<std::string>(&x);
    v = s ? *s : std::string{};
  }
};

// Members held as one integer.
inline std::int64_t number(int v) { return v; }
inline std::int64_t number(bool v) { return v ? 1 : 0; }
inline std::int64_t number(Date v) { return v.time_since_epoch().count(); }
inline std::int64_t number(TimeOfDay v) { return v.minute; }
template <class E>
  requires std::is_enum_v<E>
std::int64_t number(E v) {
  return static_cast<std::int64_t>(v);
}
inline void assign(int& v, std::int64_t x) { v = static_cast<int>(x); }
inline void assign(bool& v, std::int64_t x) { v = x != 0; }
inline void assign(Date& v, std::int64_t x) { v = Date{days{x}}; }
inline void assign(TimeOfDay& v, std::int64_t x) { v.minute = static_cast<int>(x); }
template <class E>
  requires std::is_enum_v<E>
void assign(E& v, std::int64_t x) {
  v = static_cast<E>(x);
}

template <class T>
constexpr Kind scalar_kind() {
  if constexpr (std::is_same_v<T, int>) return Kind::integer;
  else if constexpr (std::is_same_v<T, bool>) return Kind::boolean;
  else if constexpr (std::is_same_v<T, Date>) return Kind::date;
  else if constexpr (std::is_same_v<T, TimeOfDay>) return Kind::time;
  else {
    static_assert(std::is_enum_v<T>, "a field needs a Codec for this member type");
    return Kind::choice;
  }
}

template <class T>
struct Codec {
  static constexpr Kind kKind = scalar_kind<T>();
  static Value get(const T& v) { return Value{number(v)}; }
  static void set(T& v, const Value& x) {
    if (const auto* n = std::get_if<std::int64_t>(&x)) assign(v, *n);
  }
};
template <class T>
struct Codec<std::optional<T>> {
  static constexpr Kind kKind = scalar_kind<T>();
  static Value get(const std::optional<T>& v) { return v ? Value{number(*v)} : Value{}; }
  static void set(std::optional<T>& v, const Value& x) {
    v.reset();
    if (const auto* n = std::get_if<std::int64_t>(&x)) assign(v.emplace(), *n);
  }
};
template <>
struct Codec<Weekdays> {
  static constexpr Kind kKind = Kind::weekdays;
  static Value get(const Weekdays& v) { return v.bits ? Value{std::int64_t{v.bits}} : Value{}; }
  static void set(Weekdays& v, const Value& x) {
    const auto* n = std::get_if<std::int64_t>(&x);
    v.bits = n ? static_cast<std::uint8_t>(*n) : std::uint8_t{0};
  }
};
template <class T>
struct Codec<Id<T>> {
  static constexpr Kind kKind = Kind::reference;
  static Value get(const Id<T>& v) {
    return v ? Value{static_cast<std::int64_t>(v.value)} : Value{};
  }
  static void set(Id<T>& v, const Value& x) {
    const auto* n = std::get_if<std::int64_t>(&x);
    v.value = n ? static_cast<RawId>(*n) : 0;
  }
};
template <>
struct Codec<AnyId> {
  static constexpr Kind kKind = Kind::scoped;
  static Value get(const AnyId& v) {
    return v ? Value{static_cast<std::int64_t>(v.value)} : Value{};
  }
  static void set(AnyId& v, const Value& x) {
    const auto* n = std::get_if<std::int64_t>(&x);
    v.value = n ? static_cast<RawId>(*n) : 0;
  }
};
template <class T>
struct Codec<std::vector<Id<T>>> {
  static constexpr Kind kKind = Kind::references;
  static Value get(const std::vector<Id<T>>& v) {
    if (v.empty()) return {};
    std::vector<std::int64_t> out;
    for (const auto id : v) out.push_back(static_cast<std::int64_t>(id.value));
    return out;
  }
  static void set(std::vector<Id<T>>& v, const Value& x) {
    v.clear();
    if (const auto* list = std::get_if<std::vector<std::int64_t>>(&x))
      for (const auto n : *list) v.push_back(Id<T>{static_cast<RawId>(n)});
  }
};
template <>
struct Codec<std::vector<int>> {
  static constexpr Kind kKind = Kind::integers;
  static Value get(const std::vector<int>& v) {
    return v.empty() ? Value{} : Value{std::vector<std::int64_t>(v.begin(), v.end())};
  }
  static void set(std::vector<int>& v, const Value& x) {
    v.clear();
    if (const auto* list = std::get_if<std::vector<std::int64_t>>(&x))
      for (const auto n : *list) v.push_back(static_cast<int>(n));
  }
};
template <>
struct Codec<std::vector<std::string>> {
  static constexpr Kind kKind = Kind::words;
  static Value get(const std::vector<std::string>& v) { return v.empty() ? Value{} : Value{v}; }
  static void set(std::vector<std::string>& v, const Value& x) {
    const auto* list = std::get_if<std::vector<std::string>>(&x);
    v = list ? *list : std::vector<std::string>{};
  }
};
template <>
struct Codec<std::vector<Amount>> {
  static constexpr Kind kKind = Kind::amounts;
  static Value get(const std::vector<Amount>& v) {
    if (v.empty()) return {};
    std::vector<std::string> out;
    for (const auto& a : v) out.push_back(a.code + ":" + std::to_string(a.quantity));
    return out;
  }
  static void set(std::vector<Amount>& v, const Value& x);
};

template <auto Member>
Value get_member(const void* row) {
  using M = MemberPointer<decltype(Member)>;
  return Codec<typename M::Type>::get(static_cast<const typename M::Class*>(row)->*Member);
}
template <auto Member>
void set_member(void* row, const Value& value) {
  using M = MemberPointer<decltype(Member)>;
  Codec<typename M::Type>::set(static_cast<typename M::Class*>(row)->*Member, value);
}

template <class T>
struct Plain {
  using type = T;
};
template <class T>
struct Plain<std::optional<T>> {
  using type = T;
};
template <class T>
struct Target {
  static constexpr TableId kTable = TableId::none;
};
template <class T>
struct Target<Id<T>> {
  static constexpr TableId kTable = kTableOf<T>;
};
template <class T>
struct Target<std::vector<Id<T>>> {
  static constexpr TableId kTable = kTableOf<T>;
};

}  // namespace detail

// The words of an enum in the order of its enumerators: constexpr std::array words(Tag<E>) beside E.
template <class E>
inline constexpr auto kWords = words(Tag<E>{});
template <class E>
constexpr std::string_view word(E value) {
  return kWords<E>[static_cast<std::size_t>(value)];
}

template <auto Member>
constexpr Field field(std::string_view name) {
  using Type = typename detail::MemberPointer<decltype(Member)>::Type;
  using Plain = typename detail::Plain<Type>::type;
  Field f;
  f.name = name;
  f.kind = detail::Codec<Type>::kKind;
  f.min = 0;
  f.max = 1'000'000'000;
  if constexpr (std::is_enum_v<Plain>) f.choices = kWords<Plain>;
  f.target = detail::Target<Type>::kTable;
  f.get = &detail::get_member<Member>;
  f.set = &detail::set_member<Member>;
  return f;
}

}  // namespace tandem
