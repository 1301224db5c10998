// A Program made by hand in a test: rows are added by a lambda that fills them in, found by their
// code and changed in place. For tests that need a Program no folder could hold as well as for
// small ones; knows no rule and checks nothing.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "planner/domain/rows.hpp"

namespace tandem::test {

class Draft {
 public:
  Draft() = default;
  explicit Draft(Program program, RawId next = 1'000'000)
      : program_(std::move(program)), next_(next) {}

  const Program& program() const { return program_; }
  operator const Program&() const { return program_; }

  // draft.add<Site>([](Site& s) { s.code = "RTM"; })
  template <class T, class Fill>
  Id<T> add(Fill fill) {
    T row;
    fill(row);
    row.id = Id<T>{next_++};
    const auto id = row.id;
    table(program_, Tag<T>{}).put(std::move(row));
    return id;
  }
  // Of a table whose key is one code.
  template <class T>
  Id<T> id(std::string_view code) const {
    const T* row = table(program_, Tag<T>{}).find_key(code);
    if (!row) throw std::out_of_range("no row of the code " + std::string{code});
    return row->id;
  }
  template <class T>
  AnyId any(std::string_view code) const {
    return {id<T>(code).value};
  }
  template <class T, class Change>
  void change(std::string_view code, Change change_row) {
    T row = table(program_, Tag<T>{}).at(id<T>(code));
    change_row(row);
    table(program_, Tag<T>{}).put(std::move(row));
  }
  // Every row that `matches`. Returns: how many.
  template <class T, class Matches, class Change>
  int change_where(Matches matches, Change change_row) {
    int changed = 0;
    const auto rows = table(program_, Tag<T>{});
    for (const T& row : rows) {
      if (!matches(row)) continue;
      T copy = row;
      change_row(copy);
      table(program_, Tag<T>{}).put(std::move(copy));
      ++changed;
    }
    return changed;
  }
  template <class T, class Matches>
  int remove_where(Matches matches) {
    int removed = 0;
    const auto rows = table(program_, Tag<T>{});
    for (const T& row : rows) {
      if (!matches(row)) continue;
      table(program_, Tag<T>{}).erase(row.id);
      ++removed;
    }
    return removed;
  }

  // The meeting of this number of a session.
  template <class Change>
  void change_meeting(std::string_view session, int number, Change change_row) {
    const auto of = id<Session>(session);
    change_where<Meeting>([&](const Meeting& m) { return m.session == of && m.number == number; },
                          change_row);
  }

 private:
  Program program_;
  RawId next_{1};
};

inline Date day(std::string_view text) { return parse_date(text).value(); }
inline TimeOfDay clock(std::string_view text) { return parse_time(text).value(); }
// "Mon;Wed"
inline Weekdays weekdays(std::string_view text) {
  Weekdays out;
  for (int i = 0; i < 7; ++i)
    if (text.find(weekday_name(i)) != text.npos)
      out.bits = static_cast<std::uint8_t>(out.bits | (1 << i));
  return out;
}

}  // namespace tandem::test
