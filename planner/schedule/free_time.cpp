#include "planner/schedule/free_time.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// Needs that the same resources can serve.
struct Need {
  std::vector<int> who;  // ascending
  bool leading{};
  std::vector<int> sessions;
  std::int64_t slots{};  // in all
};

// How many slots of a stretch meetings of these lengths can fill at best.
class Filling {
 public:
  Filling(const std::set<int>& lengths, int longest) : best_(nth(longest + 1)) {
    for (int room = 1; room <= longest; ++room) {
      best_[nth(room)] = best_[nth(room - 1)];
      for (const int length : lengths)
        if (length <= room)
          best_[nth(room)] = std::max(best_[nth(room)], best_[nth(room - length)] + length);
    }
  }
  int operator()(int room) const { return best_[nth(room)]; }

 private:
  std::vector<int> best_;
};

class Counting {
 public:
  Counting(const State& state, const std::vector<DayWindow>& windows,
           const std::vector<int>& sessions)
      : state_(state), problem_(state.problem()), windows_(windows), sessions_(sessions) {
    for (const int s : sessions_) {
      const auto& session = problem_.sessions[nth(s)];
      // A row of slots in which the cohort could have it.
      std::vector<Word> open(nth(problem_.calendars.words()));
      if (!session.item && !windows_[nth(s)].empty()) {
        const Word* row = problem_.calendars[session.cohort_calendar];
        std::copy(row, row + problem_.calendars.words(), open.begin());
        const auto& days = problem_.zones[nth(session.zone)].first_slot;
        const int last = std::min(windows_[nth(s)].last_to + 1, problem_.days);
        clear(open.data(), 0, days[nth(std::max(0, windows_[nth(s)].first_from))]);
        clear(open.data(), days[nth(last)], problem_.slots);
      }
      open_.emplace(s, std::move(open));
    }
    tally_weeks();
  }

  std::vector<FreeTime> run() {
    facilitators();
    rooms();
    assets();
    units();
    std::stable_sort(out_.begin(), out_.end(), [](const FreeTime& a, const FreeTime& b) {
      return std::make_tuple(a.cohorts(), a.who.size(), a.sessions.size()) <
             std::make_tuple(b.cohorts(), b.who.size(), b.sessions.size());
    });
    return std::move(out_);
  }

 private:
  // ---- which sets of resources

  // Calls visit(who, needs) for each union of up to three sets, and of all, with every need that it
  // serves alone.
  template <class Visit>
  static void each_union(const std::vector<Need>& needs, Visit visit) {
    std::set<std::vector<int>> seen;
    const auto consider = [&](std::vector<int> who) {
      if (who.empty() || !seen.insert(who).second) return;
      std::vector<const Need*> within;
      for (const Need& need : needs)
        if (std::includes(who.begin(), who.end(), need.who.begin(), need.who.end()))
          within.push_back(&need);
      visit(std::move(who), within);
    };
    const auto joined = [](const std::vector<int>& a, const std::vector<int>& b) {
      std::vector<int> out;
      std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
      return out;
    };
    std::vector<int> all;
    for (std::size_t a = 0; a < needs.size(); ++a) {
      all = joined(all, needs[a].who);
      consider(needs[a].who);
      for (std::size_t b = a + 1; b < needs.size(); ++b) {
        const auto two = joined(needs[a].who, needs[b].who);
        consider(two);
        for (std::size_t c = b + 1; c < needs.size(); ++c) consider(joined(two, needs[c].who));
      }
    }
    consider(all);
  }

  static void add(std::vector<Need>& needs, std::vector<int> who, bool leading, int session,
                  std::int64_t slots) {
    std::sort(who.begin(), who.end());
    for (Need& need : needs)
      if (need.who == who && need.leading == leading) {
        need.sessions.push_back(session);
        need.slots += slots;
        return;
      }
    needs.push_back({std::move(who), leading, {session}, slots});
  }

  static std::vector<int> sessions_of(const std::vector<const Need*>& needs) {
    std::set<int> out;
    for (const Need* need : needs) out.insert(need->sessions.begin(), need->sessions.end());
    return {out.begin(), out.end()};
  }

  std::int64_t length(int session) const {
    std::int64_t out = 0;
    for (const auto& m : problem_.sessions[nth(session)].meetings) out += m.slots;
    return out;
  }

  // ---- people

  void facilitators() {
    std::vector<Need> needs;
    for (const int s : sessions_) {
      const auto& session = problem_.sessions[nth(s)];
      if (session.item) continue;
      std::vector<int> leads, all;
      for (const auto& c : session.staff) {
        all.push_back(c.who);
        if (c.leads) leads.push_back(c.who);
      }
      if (session.leads > 0) add(needs, leads, true, s, session.leads * length(s));
      if (session.cofacilitators > 0) add(needs, all, false, s, session.cofacilitators * length(s));
    }
    each_union(needs, [&](std::vector<int> who, const std::vector<const Need*>& within) {
      FreeTime limit = begin(ResourceKind::facilitators, within);
      limit.leading =
          std::all_of(within.begin(), within.end(), [](const Need* need) { return need->leading; });
      for (const int f : who) {
        const std::int64_t free = free_of(f, limit.sessions);
        limit.free += free;
        limit.one_more = std::max(limit.one_more, free);
      }
      limit.who = std::move(who);
      out_.push_back(std::move(limit));
    });
  }

  static FreeTime begin(ResourceKind kind, const std::vector<const Need*>& within) {
    FreeTime limit;
    limit.kind = kind;
    limit.sessions = sessions_of(within);
    for (const Need* need : within) limit.needed += need->slots;
    return limit;
  }

  // Where somebody or something is free for any of the sessions; false when for none.
  template <class CandidatesOf>
  bool free_row(int who, const std::vector<int>& sessions, CandidatesOf candidates_of,
                const Word* taken, std::vector<Word>& row) const {
    row.assign(nth(problem_.calendars.words()), 0);
    bool any_of_them = false;
    for (const int s : sessions)
      for (const auto& c : candidates_of(problem_.sessions[nth(s)])) {
        if (c.who != who) continue;
        any_of_them = true;
        const Word* calendar = problem_.calendars[c.calendar];
        const auto& open = open_.at(s);
        for (std::size_t w = 0; w < row.size(); ++w) row[w] |= calendar[w] & open[w] & ~taken[w];
      }
    return any_of_them;
  }

  std::set<int> lengths_of(const std::vector<int>& sessions, int extra) const {
    std::set<int> out;
    for (const int s : sessions)
      for (const auto& m : problem_.sessions[nth(s)].meetings) out.insert(m.slots + extra);
    return out;
  }

  // Calls visit(begin, end) for each stretch of set bits; none goes past a slot in `cuts`.
  template <class Visit>
  void each_stretch(const std::vector<Word>& row, const std::vector<std::int32_t>* cuts,
                    Visit visit) const {
    std::size_t cut = 0;
    for (int from = first(row.data(), 0, problem_.slots); from != -1;) {
      int to = from;
      if (cuts)
        while (cut < cuts->size() && (*cuts)[cut] <= from) ++cut;
      const int stop = cuts && cut < cuts->size() ? (*cuts)[cut] : problem_.slots;
      while (to < stop && test(row.data(), to)) ++to;
      visit(from, to);
      from = first(row.data(), to, problem_.slots);
    }
  }

  std::int64_t free_of(int f, const std::vector<int>& sessions) const {
    std::vector<Word> row;
    const auto& facilitator = problem_.facilitators[nth(f)];
    if (!free_row(
            f, sessions, [](const Problem::Session& s) -> const auto& { return s.staff; },
            state_.busy(facilitator.body), row))
      return 0;
    // Weeks are of the meetings' zone: with several, only the stretches count.
    const int zone = problem_.sessions[nth(sessions.front())].zone;
    const bool one_zone = std::all_of(sessions.begin(), sessions.end(), [&](int s) {
      return problem_.sessions[nth(s)].zone == zone;
    });
    const auto* days = one_zone ? &problem_.zones[nth(zone)].first_slot : nullptr;
    const Filling filling{lengths_of(sessions, 0), problem_.slots};
    std::int64_t sum = 0;
    std::map<int, std::int64_t> by_day;
    each_stretch(row, days, [&](int from, int to) {
      const int fill = filling(to - from);
      sum += fill;
      if (days) by_day[problem_.zones[nth(zone)].day_of_slot[nth(from)]] += fill;
    });
    return days ? within_weeks(f, by_day, sessions) : sum;
  }

  // What weekly limits leave of it.
  std::int64_t within_weeks(int f, const std::map<int, std::int64_t>& by_day,
                            const std::vector<int>& sessions) const {
    const auto& facilitator = problem_.facilitators[nth(f)];
    std::int64_t sum = 0;
    for (auto day = by_day.begin(); day != by_day.end();) {
      const int week = day->first / 7;
      std::int64_t kept = 0;
      std::vector<std::int64_t> new_days;
      for (; day != by_day.end() && day->first / 7 == week; ++day) {
        if (days_.contains({f, day->first}))
          kept += day->second;
        else
          new_days.push_back(day->second);
      }
      std::sort(new_days.rbegin(), new_days.rend());
      std::size_t most = new_days.size();
      if (facilitator.max_days_week != kNone) {
        const int used = lookup(week_days_, {f, week});
        most = std::min(most, nth(std::max(0, facilitator.max_days_week - used)));
      }
      for (std::size_t i = 0; i < most; ++i) kept += new_days[i];
      if (facilitator.max_minutes_week != kNone) {
        const std::int64_t left =
            std::max(0, facilitator.max_minutes_week - lookup(week_minutes_, {f, week}));
        std::int64_t slots = 0;  // that so many minutes of meetings can touch
        for (const int s : sessions)
          for (const auto& m : problem_.sessions[nth(s)].meetings)
            slots = std::max(slots, left * m.slots / std::max(1, m.minutes));
        kept = std::min(kept, slots);
      }
      sum += kept;
    }
    return sum;
  }

  // What facilitators have in the plan already, by week.
  void tally_weeks() {
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s)
      for (const Place& p : state_.places(static_cast<int>(s)))
        for (int t = 0; t < p.team_size; ++t) {
          const int f = p.team[nth(t)];
          week_minutes_[{f, p.day / 7}] += p.end - p.start;
          if (days_.insert({f, p.day}).second) ++week_days_[{f, p.day / 7}];
        }
  }
  static int lookup(const std::map<std::pair<int, int>, int>& map, std::pair<int, int> key) {
    const auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
  }

  // ---- rooms

  void rooms() {
    std::vector<Need> needs;
    for (const int s : sessions_) {
      const auto& session = problem_.sessions[nth(s)];
      if (session.item || !session.needs_room) continue;
      std::vector<int> who;
      for (const auto& c : session.rooms) who.push_back(c.who);
      add(needs, std::move(who), false, s, length(s));
    }
    each_union(needs, [&](std::vector<int> who, const std::vector<const Need*>& within) {
      FreeTime limit = begin(ResourceKind::rooms, within);
      for (const int r : who) {
        const std::int64_t free = free_in(r, limit.sessions);
        limit.free += free;
        limit.one_more = std::max(limit.one_more, free);
      }
      limit.who = std::move(who);
      out_.push_back(std::move(limit));
    });
  }

  // Set-up between meetings: each takes it with it, and the last has it beyond the stretch.
  std::int64_t free_in(int r, const std::vector<int>& sessions) const {
    std::vector<Word> row;
    if (!free_row(
            r, sessions, [](const Problem::Session& s) -> const auto& { return s.rooms; },
            state_.room_blocked(r), row))
      return 0;
    const int setup = problem_.rooms[nth(r)].setup_minutes / problem_.slot_minutes;
    const std::set<int> lengths = lengths_of(sessions, 0);
    // Best filling where each meeting but the last is followed by the set-up.
    std::vector<int> best(nth(problem_.slots + setup + 1));
    for (int room = 1; room < std::ssize(best); ++room) {
      best[nth(room)] = best[nth(room - 1)];
      for (const int length : lengths)
        if (length + setup <= room)
          best[nth(room)] = std::max(best[nth(room)], best[nth(room - length - setup)] + length);
    }
    std::int64_t sum = 0;
    each_stretch(row, nullptr, [&](int from, int to) { sum += best[nth(to - from + setup)]; });
    return sum;
  }

  // ---- pools of assets and units, slot by slot

  // Most of `spare` that whole shares of these sizes can take.
  static std::int64_t taken(const std::set<int>& shares, int spare,
                            std::map<int, std::int64_t>& known) {
    if (spare <= 0) return 0;
    const auto found = known.find(spare);
    if (found != known.end()) return found->second;
    return known[spare] = Filling{shares, spare}(spare);
  }

  // `shares_of` gives a session's shares, `spare_at` what is left of a resource in a slot.
  template <class SharesOf, class SpareAt>
  void pooled(ResourceKind kind, int resources, SharesOf shares_of, SpareAt spare_at) {
    for (int r = 0; r < resources; ++r) {
      FreeTime limit;
      limit.kind = kind;
      limit.who = {r};
      std::set<int> shares;
      std::vector<Word> open(nth(problem_.calendars.words()));
      for (const int s : sessions_) {
        if (problem_.sessions[nth(s)].item) continue;
        for (const auto& share : shares_of(problem_.sessions[nth(s)])) {
          if (share.who != r) continue;
          limit.sessions.push_back(s);
          limit.needed += share.amount * length(s);
          shares.insert(share.amount);
          for (std::size_t w = 0; w < open.size(); ++w) open[w] |= open_.at(s)[w];
        }
      }
      if (limit.needed == 0) continue;
      std::map<int, std::int64_t> known;
      for (int slot = first(open.data(), 0, problem_.slots); slot != -1;
           slot = first(open.data(), slot + 1, problem_.slots)) {
        const int spare = spare_at(r, slot);
        limit.free += taken(shares, spare, known);
        limit.one_more += taken(shares, spare + 1, known) - taken(shares, spare, known);
      }
      out_.push_back(std::move(limit));
    }
  }

  void assets() {
    pooled(
        ResourceKind::assets, static_cast<int>(problem_.pools.size()),
        [](const Problem::Session& s) -> const auto& { return s.pools; },
        [&](int pool, int slot) { return state_.pool_spare(pool, slot); });
  }

  void units() {
    pooled(
        ResourceKind::units, static_cast<int>(problem_.units.size()),
        [](const Problem::Session& s) -> const auto& { return s.units; },
        [&](int unit, int slot) { return state_.spare(unit, slot, 1); });
  }

  const State& state_;
  const Problem& problem_;
  const std::vector<DayWindow>& windows_;
  const std::vector<int>& sessions_;
  std::map<int, std::vector<Word>> open_;  // by session
  std::map<std::pair<int, int>, int> week_days_;
  std::map<std::pair<int, int>, int> week_minutes_;
  std::set<std::pair<int, int>> days_;  // facilitator, day
  std::vector<FreeTime> out_;
};

}  // namespace

std::vector<FreeTime> free_time(const State& state, const std::vector<DayWindow>& windows,
                                const std::vector<int>& sessions) {
  return Counting{state, windows, sessions}.run();
}

}  // namespace tandem::schedule
