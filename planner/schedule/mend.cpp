#include "planner/schedule/mend.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

constexpr int kEjectDepth = 2;       // of ejections: what gives way may make others give way
constexpr std::size_t kEjected = 3;  // sessions that give way to one
constexpr int kEjectDays = 30;       // on which a session is tried that has no place
constexpr int kPasses = 2;           // over many mended sessions, to better each by itself

// So many choices of each are combined, the fewer the more sessions there are.
std::size_t width_for(std::size_t sessions) {
  if (sessions <= 2) return 12;
  if (sessions <= 4) return 6;
  return sessions <= 8 ? 3 : 1;
}

}  // namespace

Mender::Mender(State& state, Search& search, const std::vector<DayWindow>& windows,
               const Leeway& leeway)
    : state_(state),
      search_(search),
      problem_(state.problem()),
      windows_(windows),
      choices_(state, search, leeway),
      leeway_(leeway),
      journal_(state),
      order_of_(problem_.sessions.size()),
      by_day_(nth(problem_.days)),
      kept_(problem_.sessions.size()) {
  const auto order = topological_order(problem_);
  for (std::size_t i = 0; i < order.size(); ++i) order_of_[nth(order[i])] = static_cast<int>(i);
  for (std::size_t s = 0; s < problem_.sessions.size(); ++s) {
    if (problem_.sessions[s].fixed || problem_.sessions[s].item) continue;
    for (const Place& p : state.places(static_cast<int>(s)))
      by_day_[nth(p.day)].push_back(static_cast<int>(s));
  }
}

std::span<const Place> Mender::held(int session) const {
  return problem_.sessions[nth(session)].held;
}

std::vector<Choice> Mender::choices(int session, std::size_t most, int first_day, int last_day) {
  ++steps_;
  --steps_left_;
  return choices_.of(session, held(session), {aim_, most, first_day, last_day});
}

void Mender::put(int session, std::span<const Place> places) {
  journal_.put(session, places);
  if (problem_.sessions[nth(session)].item) return;
  for (const Place& p : places) {
    auto& day = by_day_[nth(p.day)];
    if (std::find(day.begin(), day.end(), session) == day.end()) day.push_back(session);
  }
}

// ---- mending

Mended Mender::mend(std::vector<int> broken, Aim aim, std::int64_t steps) {
  aim_ = aim;
  steps_left_ = steps;
  broken_ = std::move(broken);
  std::sort(broken_.begin(), broken_.end(),
            [&](int a, int b) { return order_of_[nth(a)] < order_of_[nth(b)]; });
  width_ = width_for(broken_.size());
  best_.reset();
  best_sessions_.clear();
  rest_.assign(broken_.size() + 1, {});
  for (std::size_t i = broken_.size(); i-- > 0;) {
    // What waits for another of them has no choices yet, and no bound.
    const auto alone = choices(broken_[i], 1);
    rest_[i] = rest_[i + 1] + (alone.empty() ? Toll{} : alone.front().toll);
  }
  const std::size_t mark = journal_.mark();
  assign(0, {});
  redo(best_sessions_);
  if (width_ == 1) polish();
  Mended out;
  out.sessions = changed_since(mark);
  for (const int s : broken_)  // what found no place may never have been put
    if (!state_.placed(s) && !held(s).empty() &&
        std::none_of(out.sessions.begin(), out.sessions.end(),
                     [&](const Mended::Held& one) { return one.first == s; }))
      out.sessions.emplace_back(s, std::vector<Place>{});
  std::sort(out.sessions.begin(), out.sessions.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [s, places] : out.sessions)
    out.toll += toll(problem_, s, held(s), places, leeway_);
  journal_.undo_to(mark);
  return out;
}

void Mender::assign(std::size_t i, const Toll& so_far) {
  if (best_ && rank(so_far + rest_[i], aim_) >= rank(*best_, aim_)) return;
  if (i == broken_.size()) {
    best_ = so_far;
    best_sessions_ = since(0);
    return;
  }
  const int s = broken_[i];
  const auto next = [&](const Toll& toll, const auto& act) {
    const std::size_t mark = journal_.mark();
    act();
    assign(i + 1, so_far + toll);
    journal_.undo_to(mark);
  };
  if (state_.placed(s)) return assign(i + 1, so_far);  // to make room for one before it
  const auto list = choices(s, width_);
  for (const Choice& choice : list) {
    next(choice.toll, [&] { put(s, choice.places); });
    if (steps_left_ <= 0) return;  // the first way down has been walked
  }
  if (!list.empty()) return;
  if (const auto way = eject(s, 0, problem_.days - 1, 0)) {
    next(way->toll, [&] { redo(way->sessions); });
    return;
  }
  const std::size_t mark = journal_.mark();
  const Toll lost = lose(s);
  assign(i + 1, so_far + lost);
  journal_.undo_to(mark);
}

// The session keeps no place, nor does what builds on it.
Toll Mender::lose(int session) {
  Toll out = toll(problem_, session, held(session), {}, leeway_);
  for (const int l : problem_.sessions[nth(session)].out) {
    const int to = problem_.links[nth(l)].to;
    if (!state_.placed(to) || problem_.sessions[nth(to)].fixed) continue;
    out -= toll(problem_, to, held(to), state_.places(to), leeway_);
    journal_.take(to);
    out += lose(to);
  }
  return out;
}

// Each mended session by itself once more, now that all have a place.
void Mender::polish() {
  for (int pass = 0; pass < kPasses; ++pass) {
    bool better = false;
    for (const auto& [s, ignored] : changed_since(0)) {
      if (steps_left_ <= 0) return;
      const std::size_t mark = journal_.mark();
      Toll now = toll(problem_, s, held(s), state_.places(s), leeway_);
      if (state_.placed(s)) journal_.take(s);
      const auto list = choices(s, 1);
      if (!list.empty() && rank(list.front().toll, aim_) < rank(now, aim_)) {
        put(s, list.front().places);
        better = true;
      } else {
        journal_.undo_to(mark);
      }
    }
    if (!better) return;
  }
}

std::vector<Mended::Held> Mender::since(std::size_t mark) const {
  std::set<int> touched;
  std::size_t entry = 0;
  journal_.each([&](int s, std::span<const Place>) {
    if (entry++ >= mark) touched.insert(s);
  });
  std::vector<Mended::Held> out;
  for (const int s : touched) {
    const auto now = state_.places(s);
    out.emplace_back(s, std::vector<Place>{now.begin(), now.end()});
  }
  return out;
}

std::vector<Mended::Held> Mender::changed_since(std::size_t mark) const {
  auto out = since(mark);
  std::erase_if(out, [&](const Mended::Held& one) {
    return std::ranges::equal(one.second, held(one.first));
  });
  return out;
}

void Mender::redo(const std::vector<Mended::Held>& sessions) {
  for (const auto& [s, places] : sessions)
    if (state_.placed(s)) journal_.take(s);
  for (const auto& [s, places] : sessions)
    if (!places.empty()) put(s, places);
}

// ---- making room

std::optional<Mended> Mender::force(int session, int day, Aim aim) {
  aim_ = aim;
  steps_left_ = INT32_MAX;
  if (auto list = choices(session, 1, day, day); !list.empty())
    return Mended{{{session, std::move(list.front().places)}}, list.front().toll};
  auto way = eject(session, day, day, 0);
  if (!way) return {};
  std::erase_if(way->sessions, [&](const Mended::Held& one) {
    return one.first != session && std::ranges::equal(one.second, held(one.first));
  });
  return Mended{std::move(way->sessions), way->toll};
}

std::optional<Mender::Way> Mender::eject(int session, int first_day, int last_day, int depth) {
  if (depth == kEjectDepth || problem_.sessions[nth(session)].item) return {};
  const DayWindow& window = windows_[nth(session)];
  const auto& s = problem_.sessions[nth(session)];
  first_day = std::max(first_day, window.first_from);
  last_day = std::min(last_day, window.first_to);
  const int center = s.held.empty() ? first_day : s.held.front().day;
  if (leeway_.most_days != kNone && !s.held.empty()) {
    first_day = std::max(first_day, center - leeway_.most_days);
    last_day = std::min(last_day, center + leeway_.most_days);
  }
  std::vector<int> days;
  const auto& first_slot = problem_.zones[nth(s.zone)].first_slot;
  for (int day = first_day; day <= last_day; ++day)
    if (any(problem_.calendars[s.calendar], first_slot[nth(day)], first_slot[nth(day) + 1]))
      days.push_back(day);
  std::stable_sort(days.begin(), days.end(),
                   [&](int a, int b) { return std::abs(a - center) < std::abs(b - center); });
  if (days.size() > kEjectDays) days.resize(kEjectDays);

  const char kept = std::exchange(kept_[nth(session)], 1);
  std::optional<Way> best;
  const std::size_t begin = journal_.mark();
  for (const int day : days) {
    for (const bool week : {false, true}) {
      const auto lifted = in_the_way(session, day, week);
      if (lifted.empty()) continue;
      std::vector<std::vector<Place>> were;
      for (const int t : lifted) {
        const auto places = state_.places(t);
        were.emplace_back(places.begin(), places.end());
      }
      for (auto t = lifted.rbegin(); t != lifted.rend(); ++t) journal_.take(*t);
      const auto list = choices(session, 1, day, day);
      bool good = !list.empty();
      Toll cost;
      if (good) {
        cost = list.front().toll;
        put(session, list.front().places);
        std::vector<std::size_t> gone;
        for (std::size_t i = 0; i < lifted.size(); ++i) {
          if (search_.allows(lifted[i], were[i]))
            put(lifted[i], were[i]);
          else
            gone.push_back(i);
        }
        good = gone.size() <= kEjected;
        for (const std::size_t i : gone) {
          if (!good) break;
          cost -= toll(problem_, lifted[i], held(lifted[i]), were[i], leeway_);
          if (best && rank(cost, aim_) >= rank(best->toll, aim_)) {
            good = false;
            break;
          }
          const auto other = choices(lifted[i], 1);
          if (!other.empty()) {
            put(lifted[i], other.front().places);
            cost += other.front().toll;
          } else if (const auto way = eject(lifted[i], 0, problem_.days - 1, depth + 1)) {
            redo(way->sessions);
            cost += way->toll;
          } else {
            good = false;
          }
        }
      }
      if (good && (!best || rank(cost, aim_) < rank(best->toll, aim_)))
        best = Way{since(begin), cost};
      journal_.undo_to(begin);
      if (good) break;
    }
  }
  kept_[nth(session)] = kept;
  return best;
}

// Placed sessions that could be moved and that use on that day, or in that week, what the session
// would need; and those it is linked to that are too near or too far. In topological order.
std::vector<int> Mender::in_the_way(int session, int day, bool week) const {
  std::vector<int> out;
  const auto add = [&](int other) {
    if (other != session && state_.placed(other) && !problem_.sessions[nth(other)].fixed &&
        !kept_[nth(other)] && std::find(out.begin(), out.end(), other) == out.end())
      out.push_back(other);
  };
  const int from = week ? day / 7 * 7 : day;
  const int to = week ? std::min(from + 6, problem_.days - 1) : day;
  for (int d = from; d <= to; ++d)
    for (const int other : by_day_[nth(d)])
      if (contends(session, other, d)) add(other);
  const auto& s = problem_.sessions[nth(session)];
  const int span = (std::max(1, static_cast<int>(s.meetings.size())) - 1) * s.gap_min;
  for (const int l : s.in) {
    const auto& link = problem_.links[nth(l)];
    if (!state_.placed(link.from)) continue;
    const int off = day - state_.last(link.from).day;
    if (off < link.min_days || (link.max_days != kNone && off > link.max_days)) add(link.from);
  }
  for (const int l : s.out) {
    const auto& link = problem_.links[nth(l)];
    if (!state_.placed(link.to)) continue;
    const int off = state_.first(link.to).day - day - span;
    if (off < link.min_days || (link.max_days != kNone && off > link.max_days)) add(link.to);
  }
  std::sort(out.begin(), out.end(),
            [&](int a, int b) { return order_of_[nth(a)] < order_of_[nth(b)]; });
  return out;
}

// Whether the other one, on that day, uses somebody or something the session could do with.
bool Mender::contends(int session, int other, int day) const {
  const auto& s = problem_.sessions[nth(session)];
  const auto& o = problem_.sessions[nth(other)];
  const auto shares = [](const auto& a, const auto& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& x) {
      return std::any_of(b.begin(), b.end(), [&](const auto& y) { return x.who == y.who; });
    });
  };
  const auto places = state_.places(other);
  const auto place =
      std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.day == day; });
  if (place == places.end()) return false;
  for (const int b : o.bodies) {
    if (std::find(s.bodies.begin(), s.bodies.end(), b) != s.bodies.end()) return true;
    for (const auto& c : s.staff)
      if (problem_.facilitators[nth(c.who)].body == b) return true;
  }
  for (const auto& c : s.rooms)
    if (c.who == place->room) return true;
  for (int t = 0; t < place->team_size; ++t) {
    const int body = problem_.facilitators[nth(place->team[nth(t)])].body;
    if (std::find(s.bodies.begin(), s.bodies.end(), body) != s.bodies.end()) return true;
    for (const auto& c : s.staff)
      if (c.who == place->team[nth(t)]) return true;
  }
  return shares(s.units, o.units) || shares(s.pools, o.pools);
}

// ---- how few at least

// Whether calendars alone forbid where it was held.
bool Mender::cannot_stay(int session) const {
  const auto& s = problem_.sessions[nth(session)];
  const auto open = [&](const std::vector<Problem::Candidate>& candidates, int who,
                        const Place& p) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const auto& c) {
      return c.who == who && all(problem_.calendars[c.calendar], p.slot, p.slot + p.slots);
    });
  };
  return std::any_of(s.held.begin(), s.held.end(), [&](const Place& p) {
    if (s.item) return false;
    if (!all(problem_.calendars[s.calendar], p.slot, p.slot + p.slots)) return true;
    if (p.room != kNone && !open(s.rooms, p.room, p)) return true;
    return std::any_of(p.team.begin(), p.team.begin() + p.team_size,
                       [&](int f) { return !open(s.staff, f, p); });
  });
}

int Mender::fewest_sessions(const std::vector<int>& broken, std::int64_t looks) {
  int least = 0;
  std::vector<int> stuck;
  std::vector<Place> found;
  Ask ask;
  ask.no_waiting = true;
  const auto has_none = [&](int s) {
    --looks;
    return !search_.find(s, found, ask) && search_.looked_everywhere();
  };
  for (const int s : broken) {
    if (!cannot_stay(s)) continue;
    ++least;
    if (has_none(s)) stuck.push_back(s);
  }
  if (stuck.empty()) return least;
  for (std::size_t x = 0; x < problem_.sessions.size(); ++x) {
    const int other = static_cast<int>(x);
    if (looks <= 0) return least + 1;
    if (!state_.placed(other) || problem_.sessions[x].fixed || kept_[x]) continue;
    const std::size_t mark = journal_.mark();
    journal_.take(other);
    const bool helps = std::none_of(stuck.begin(), stuck.end(), has_none);
    journal_.undo_to(mark);
    if (helps) return least + 1;
  }
  return least + 2;
}

}  // namespace tandem::schedule
