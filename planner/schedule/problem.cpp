#include "planner/schedule/problem.hpp"

#include <fmt/format.h>

#include <string_view>

#include "planner/schedule/problem_members.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {
namespace {

class Writer {
 public:
  std::string text;

  void value(int v) { fmt::format_to(std::back_inserter(text), "{}", v); }
  void value(std::int16_t v) { value(static_cast<int>(v)); }
  void value(std::uint8_t v) { value(static_cast<int>(v)); }
  void value(std::uint64_t v) { fmt::format_to(std::back_inserter(text), "{}", v); }
  void value(bool v) { text += v ? "true" : "false"; }
  template <class T>
  void value(const std::vector<T>& list) {
    sequence(list);
  }
  template <class T, std::size_t N>
  void value(const std::array<T, N>& list) {
    sequence(list);
  }
  template <class T>
  void value(const T& object) {
    text += '{';
    bool first = true;
    members(
        [&](std::string_view name, const auto& member) {
          if (!first) text += ',';
          first = false;
          text += '"';
          text += name;
          text += "\":";
          value(member);
        },
        object);
    text += '}';
  }

 private:
  template <class List>
  void sequence(const List& list) {
    text += '[';
    bool first = true;
    for (const auto& item : list) {
      if (!first) text += ',';
      first = false;
      value(item);
    }
    text += ']';
  }
};

// Collects what is out of range.
class Checker {
 public:
  explicit Checker(const Problem& problem) : p_(problem) {}

  std::vector<std::string> run() {
    const auto sessions = p_.sessions.size();
    if (p_.slot_minutes <= 0 || p_.slots <= 0 || p_.days <= 0) wrong("grid", 0, "is empty");
    if (p_.travel.size() != static_cast<std::size_t>(p_.sites) * static_cast<std::size_t>(p_.sites))
      wrong("travel", 0, "is not sites x sites");
    for (std::size_t z = 0; z < p_.zones.size(); ++z)
      if (p_.zones[z].first_slot.size() != static_cast<std::size_t>(p_.days) + 1 ||
          p_.zones[z].day_of_slot.size() != static_cast<std::size_t>(p_.slots))
        wrong("zone", z, "does not cover the grid");
    for (std::size_t u = 0; u < p_.units.size(); ++u)
      if (p_.units[u].spare.size() != static_cast<std::size_t>(p_.slots))
        wrong("unit", u, "does not cover the grid");
    for (std::size_t b = 0; b < p_.bodies.size(); ++b)
      for (const int l : p_.bodies[b].load_limits) within("body", b, l, p_.load_limits.size());
    for (std::size_t l = 0; l < p_.load_limits.size(); ++l)
      if (p_.load_limits[l].weeks < 1 || static_cast<int>(p_.load_limits[l].allowed.size()) !=
                                             p_.weeks() + p_.load_limits[l].weeks - 1)
        wrong("load limit", l, "does not cover the weeks");
    for (std::size_t f = 0; f < p_.facilitators.size(); ++f) {
      within("facilitator", f, p_.facilitators[f].body, p_.bodies.size());
      for (const int u : p_.facilitators[f].units) within("facilitator", f, u, p_.units.size());
    }
    for (std::size_t r = 0; r < p_.day_rows.size(); ++r) {
      within("day row", r, p_.day_rows[r].body, p_.bodies.size());
      within("day row", r, p_.day_rows[r].cohort, p_.cohorts.size());
    }
    for (std::size_t p = 0; p < p_.pools.size(); ++p)
      if (p_.pools[p].common != kNone) within("pool", p, p_.pools[p].common, p_.pools.size());
    for (std::size_t s = 0; s < sessions; ++s) session(s);
    const auto before = wrong_.size();
    for (std::size_t l = 0; l < p_.links.size(); ++l) {
      within("link", l, p_.links[l].from, sessions);
      within("link", l, p_.links[l].to, sessions);
    }
    if (wrong_.size() == before && topological_order(p_).size() != sessions)
      wrong("links", 0, "run in a circle");
    return std::move(wrong_);
  }

 private:
  void session(std::size_t s) {
    const auto& session = p_.sessions[s];
    const auto all = [&](const auto& list, std::size_t size) {
      for (const auto& entry : list) {
        if constexpr (std::is_same_v<std::decay_t<decltype(entry)>, int>) {
          within("session", s, entry, size);
        } else {
          within("session", s, entry.who, size);
        }
      }
    };
    if (session.cohorts.empty()) wrong("session", s, "has no cohort");
    all(session.cohorts, p_.cohorts.size());
    within("session", s, session.zone, p_.zones.size());
    all(session.bodies, p_.bodies.size());
    all(session.units, p_.units.size());
    all(session.day_rows, p_.day_rows.size());
    all(session.rooms, p_.rooms.size());
    all(session.staff, p_.facilitators.size());
    all(session.pools, p_.pools.size());
    const auto calendars = static_cast<std::size_t>(p_.calendars.rows());
    within("session", s, session.calendar, calendars);
    within("session", s, session.cohort_calendar, calendars);
    for (const auto& c : session.rooms) within("session", s, c.calendar, calendars);
    for (const auto& c : session.staff) within("session", s, c.calendar, calendars);
    if (session.leads + session.cofacilitators > kMaxTeam) wrong("session", s, "has a large team");
    if (!session.held.empty() && !session.item && session.held.size() != session.meetings.size())
      wrong("session", s, "is held at other times than it meets");
  }

  void within(std::string_view what, std::size_t which, int value, std::size_t size) {
    if (value < 0 || static_cast<std::size_t>(value) >= size)
      wrong(what, which, fmt::format("names {} of {}", value, size));
  }
  void wrong(std::string_view what, std::size_t which, std::string_view text) {
    wrong_.push_back(fmt::format("{} {} {}", what, which, text));
  }

  const Problem& p_;
  std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> check(const Problem& problem) { return Checker{problem}.run(); }

std::string to_json(const Problem& problem) {
  Writer out;
  out.value(problem);
  out.text.pop_back();
  out.text += ",\"calendars\":[";
  for (int row = 0; row < problem.calendars.rows(); ++row) {
    if (row > 0) out.text += ',';
    out.text += '[';
    const Word* bits = problem.calendars[row];
    bool separate = false;
    for (int slot = 0; slot < problem.slots;) {
      const int begin = first(bits, slot, problem.slots);
      if (begin < 0) break;
      int end = begin + 1;
      while (end < problem.slots && test(bits, end)) ++end;
      fmt::format_to(std::back_inserter(out.text), "{}[{},{}]", separate ? "," : "", begin, end);
      separate = true;
      slot = end;
    }
    out.text += ']';
  }
  out.text += "]}";
  return std::move(out.text);
}

}  // namespace tandem::schedule
