#include "planner/schedule/search.hpp"

#include <algorithm>
#include <climits>
#include <tuple>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// How often the search steps back to an earlier meeting of the same session.
constexpr int kTries = 48;
// What an item is given from what comes before it, when no ideal says so.
constexpr int kItemDays = 7;

}  // namespace

Search::Search(State& state, const std::vector<DayWindow>& windows, const std::vector<int>& tails)
    : state_(&state),
      problem_(&state.problem()),
      windows_(&windows),
      tails_(&tails),
      starts_(state),
      staffing_(state),
      week_ok_(nth(problem_->weeks())) {}

Reach Search::reach(int session, bool no_maxima) const {
  const auto& s = problem_->sessions[nth(session)];
  const auto& w = (*windows_)[nth(session)];
  Reach out{w.first_from, w.first_to, w.last_from, w.last_to, 0, INT_MAX, false};
  for (const int l : s.in) {
    const auto& link = problem_->links[nth(l)];
    if (!state_->placed(link.from)) {
      out.waits = true;
      continue;
    }
    const Place& before = state_->last(link.from);
    out.first_from = std::max(out.first_from, before.day + link.min_days);
    if (link.max_days != kNone && !no_maxima)
      out.first_to = std::min(out.first_to, before.day + link.max_days);
    out.not_before = std::max(out.not_before, before.end);
  }
  for (const int l : s.out) {
    const auto& link = problem_->links[nth(l)];
    if (!state_->placed(link.to)) continue;
    const Place& after = state_->first(link.to);
    out.last_to = std::min(out.last_to, after.day - link.min_days);
    if (link.max_days != kNone) out.last_from = std::max(out.last_from, after.day - link.max_days);
    if (after.start != kNone) out.not_after = std::min(out.not_after, after.start);
  }
  const int gaps = s.item ? 0 : static_cast<int>(s.meetings.size()) - 1;
  out.last_from = std::max(out.last_from, out.first_from + gaps * s.gap_min);
  out.first_to = std::min(out.first_to, out.last_to - gaps * s.gap_min);
  if (gaps == 0 || s.gap_max != kNone) {
    out.last_to = std::min(out.last_to, out.first_to + gaps * s.gap_max);
    out.first_from = std::max(out.first_from, out.last_from - gaps * s.gap_max);
  }
  return out;
}

bool Search::find(int session, std::vector<Place>& out, const Ask& ask) {
  point_at(session);
  if (session_->broken != 0) return false;
  reach_ = reach(session, ask.no_maxima);
  reach_.first_from = std::max(reach_.first_from, ask.from);
  tries_ = kTries;
  if ((reach_.waits && !ask.no_waiting) || reach_.first_from > reach_.first_to ||
      reach_.last_from > reach_.last_to)
    return false;
  if (session_->item) return item(out);
  if (session_->meetings.empty()) return false;

  // What is published stays as published unless that costs days of delay.
  if (session_->published && !session_->held.empty() && session_->held.front().day >= ask.from &&
      (!ask.blink || !ask.blink->chance(1, 8))) {
    const Reach asked = reach_;
    if (allows(session, session_->held)) {
      out.assign(session_->held.begin(), session_->held.end());
      return true;
    }
    reach_ = asked;
  }
  blink_ = ask.blink;
  apart_ = ask.apart;
  const auto& first_slot = problem_->zones[nth(session_->zone)].first_slot;
  const int slot = problem_->slot_minutes;
  const int end = first_slot[nth(reach_.last_to) + 1];
  starts_.aim(session,
              std::max(first_slot[nth(reach_.first_from)], (reach_.not_before + slot - 1) / slot),
              reach_.not_after == INT_MAX ? end : std::min(end, reach_.not_after / slot));
  found_.clear();
  const bool placed = meeting(0, reach_.first_from, reach_.first_to);
  if (placed) out.assign(found_.begin(), found_.end());
  return placed;
}

Spacing Search::spacing(std::size_t k) const {
  Spacing out;
  if (k == 0) {
    if (session_->wanted_day != kNone) out.wanted(session_->wanted_day);
    for (const int l : session_->in) {
      const auto& link = problem_->links[nth(l)];
      if (link.ideal_days != kNone && state_->placed(link.from))
        out.ideal(state_->last(link.from).day + link.ideal_days);
    }
  }
  if (session_->item || k + 1 == session_->meetings.size())
    for (const int l : session_->out) {
      const auto& link = problem_->links[nth(l)];
      if (link.ideal_days != kNone && state_->placed(link.to))
        out.ideal(state_->first(link.to).day - link.ideal_days);
    }
  return out;
}

// The last day of the meeting that makes none of the cohorts later than they are.
int Search::in_time(std::size_t k) const {
  const int rest = session_->item
                       ? 0
                       : (static_cast<int>(session_->meetings.size() - k) - 1) * session_->gap_min;
  int out = problem_->days;
  for (const int c : session_->cohorts) {
    const int deadline = problem_->cohorts[nth(c)].deadline;
    if (deadline != kNone)
      out = std::min(out, std::max(deadline, state_->cohort_last(c)) - rest - (*tails_)[nth(id_)]);
  }
  return out;
}

bool Search::item(std::vector<Place>& out) {
  const auto& first_slot = problem_->zones[nth(session_->zone)].first_slot;
  const Word* allowed = problem_->calendars[session_->calendar];
  const Word* working = problem_->calendars[session_->cohort_calendar];
  int wanted = session_->first_day + kItemDays;
  for (const int l : session_->in) {
    const auto& link = problem_->links[nth(l)];
    if (!state_->placed(link.from)) continue;
    const int days = link.ideal_days == kNone ? kItemDays : link.ideal_days;
    wanted = std::max(wanted, state_->last(link.from).day + days);
  }
  const int from = std::max(reach_.first_from, reach_.last_from);
  const int to = std::min(reach_.first_to, reach_.last_to);
  if (session_->published && !session_->held.empty()) {
    const int day = session_->held.front().day;
    if (day >= from && day <= to && any(allowed, first_slot[nth(day)], first_slot[nth(day) + 1])) {
      out = session_->held;
      return true;
    }
  }
  const Spacing distance = spacing(0);
  const int late_after = in_time(0);
  using Rank = std::tuple<bool, int, std::int64_t, int, int>;
  std::optional<Rank> best;
  for (int day = from; day <= to; ++day) {
    if (!any(allowed, first_slot[nth(day)], first_slot[nth(day) + 1])) continue;
    const bool works = any(working, first_slot[nth(day)], first_slot[nth(day) + 1]);
    const Rank rank{!works, std::max(0, day - late_after), distance(day), std::abs(day - wanted),
                    day};
    if (!best || rank < *best) best = rank;
  }
  if (!best) return false;
  Place due;
  due.day = std::get<4>(*best);
  out.assign(1, due);
  return true;
}

bool Search::day_allows(std::size_t k, int day) {
  const int minutes = session_->meetings[k].minutes;
  if ((session_->lifted & bit(RuleKind::minutes_week)) == 0) {
    auto& ok = week_ok_[nth(day / 7)];
    if (ok == 0) {
      ok = 1;
      for (const int b : session_->bodies)
        if (!state_->load_allows(b, day / 7, minutes)) {
          ok = 2;
          break;
        }
    }
    if (ok == 2) return false;
  }
  if ((session_->lifted & bit(RuleKind::sessions_day)) != 0) return true;
  if (k > 0 && found_.back().day == day) return true;
  return std::all_of(session_->day_rows.begin(), session_->day_rows.end(),
                     [&](int row) { return state_->day_allows(row, day); });
}

bool Search::meeting(std::size_t k, int from, int to) {
  const int slot_minutes = problem_->slot_minutes;
  const int after = k == 0 ? 0 : (found_.back().end + slot_minutes - 1) / slot_minutes;
  std::fill(week_ok_.begin(), week_ok_.end(), std::int8_t{0});
  DayOrder order{spacing(k), from, to, in_time(k)};
  for (int day = order.next(); day >= 0; day = order.next()) {
    if (!starts_.look(k, day, after)) continue;
    if (blink_ && blink_->chance(1, 10)) continue;
    if (!day_allows(k, day)) continue;
    starts_.keep_staffed();
    for (int slot = starts_.next(starts_.first_slot()); slot >= 0; slot = starts_.next(slot + 1)) {
      Place place;
      place.day = day;
      if (!try_start(k, slot, place)) continue;
      found_.push_back(place);
      if (k + 1 == session_->meetings.size()) return true;
      if (!apart_) state_->occupy(id_, place);
      const int rest = static_cast<int>(session_->meetings.size() - k) - 2;
      const int next_from =
          std::max(day + session_->gap_min,
                   session_->gap_max == kNone ? 0 : reach_.last_from - rest * session_->gap_max);
      int next_to = reach_.last_to - rest * session_->gap_min;
      if (session_->gap_max != kNone) next_to = std::min(next_to, day + session_->gap_max);
      const bool rest_placed =
          meeting(k + 1, rest == 0 ? std::max(next_from, reach_.last_from) : next_from, next_to);
      if (!apart_) state_->release(id_, place);
      if (rest_placed) return true;
      found_.pop_back();
      if (--tries_ < 0) return false;
      std::fill(week_ok_.begin(), week_ok_.end(), std::int8_t{0});
      break;  // another hour of the same day rarely helps the meetings to come
    }
  }
  return false;
}

bool Search::try_start(std::size_t k, int slot, Place& place) {
  const auto& form = session_->meetings[k];
  place.slot = slot;
  place.slots = form.slots;
  place.start = slot * problem_->slot_minutes;
  place.end = place.start + form.minutes;
  place.again = k > 0 && found_.back().day == place.day;
  if (!learners_travel(place) || !units_allow(place) || !pools_allow(place) ||
      !staffing_.choose_room(before(k), place) || !staffing_.choose_team(before(k), place))
    return false;
  return state_->budget_left(id_) == INT32_MAX ||
         state_->extra_cost(id_, place) <= std::max(0, state_->budget_left(id_));
}

bool Search::learners_travel(const Place& place) const {
  if (session_->site == kNone) return true;
  return std::all_of(session_->bodies.begin(), session_->bodies.end(), [&](int b) {
    return state_->travel_allows(b, place.start, place.end, place.day, session_->site);
  });
}

bool Search::units_allow(const Place& place) const {
  return std::all_of(session_->units.begin(), session_->units.end(), [&](const auto& unit) {
    return state_->spare(unit.who, place.slot, place.slots) >= unit.amount;
  });
}

bool Search::pools_allow(const Place& place) const {
  return std::all_of(session_->pools.begin(), session_->pools.end(), [&](const auto& pool) {
    return state_->pool_allows(pool, place.slot, place.slots);
  });
}

void Search::point_at(int session) {
  id_ = session;
  session_ = &problem_->sessions[nth(session)];
  staffing_.aim(session);
}

void Search::aim(int session) {
  point_at(session);
  found_.clear();
  std::fill(week_ok_.begin(), week_ok_.end(), std::int8_t{0});
}

Place Search::place_at(int slot) const {
  Place out;
  const auto& form = session_->meetings.front();
  out.slot = slot;
  out.slots = form.slots;
  out.start = slot * problem_->slot_minutes;
  out.end = out.start + form.minutes;
  out.day = problem_->zones[nth(session_->zone)].day_of_slot[nth(slot)];
  return out;
}

bool Search::load_allows(const Place& place) { return day_allows(0, place.day); }

bool Search::allows(int session, std::span<const Place> places, bool no_waiting) {
  point_at(session);
  reach_ = reach(session);
  const std::size_t n = session_->meetings.size();
  if ((reach_.waits && !no_waiting) || places.size() != n || n == 0) return false;
  if (places.front().day < reach_.first_from || places.front().day > reach_.first_to ||
      places.back().day < reach_.last_from || places.back().day > reach_.last_to ||
      places.front().start < reach_.not_before || places.back().end > reach_.not_after)
    return false;

  found_.clear();
  bool good = true;
  for (std::size_t k = 0; k < n && good; ++k) {
    const Place& p = places[k];
    good = p.end - p.start == session_->meetings[k].minutes &&
           p.start % problem_->slot_minutes == 0 &&
           all(problem_->calendars[session_->calendar], p.slot, p.slot + p.slots);
    for (const int b : session_->bodies) good = good && !state_->body_busy(b, p.slot, p.slots);
    if (k > 0 && good) {
      const int gap = p.day - found_.back().day;
      good = gap >= session_->gap_min && (session_->gap_max == kNone || gap <= session_->gap_max) &&
             p.start >= found_.back().end;
    }
    if (!good) break;
    std::fill(week_ok_.begin(), week_ok_.end(), std::int8_t{0});
    good = day_allows(k, p.day) && learners_travel(p) && units_allow(p) && pools_allow(p);
    const auto has_room = [&](const auto& c) {
      return c.who == p.room && staffing_.room_allows(c, p);
    };
    if (session_->needs_room || p.room != kNone)
      good = good && std::any_of(session_->rooms.begin(), session_->rooms.end(), has_room);
    good = good && p.leads >= session_->leads &&
           p.team_size >= session_->leads + session_->cofacilitators;
    Place team = p;
    team.team_size = 0;
    for (int t = 0; t < p.team_size && good; ++t) {
      const auto fits = [&](const auto& c) {
        return c.who == p.team[nth(t)] && (c.leads || t >= p.leads) &&
               staffing_.member_allows(c, p, session_->site);
      };
      good = std::any_of(session_->staff.begin(), session_->staff.end(), fits) &&
             staffing_.cover_allows(p.team[nth(t)], team);
      team.team[team.team_size++] = p.team[nth(t)];
    }
    good = good && (state_->budget_left(session) == INT32_MAX ||
                    state_->extra_cost(session, p) <= std::max(0, state_->budget_left(session)));
    if (!good) break;
    state_->occupy(session, p);
    found_.push_back(p);
  }
  for (auto p = found_.rbegin(); p != found_.rend(); ++p) state_->release(session, *p);
  found_.clear();
  return good;
}

}  // namespace tandem::schedule
