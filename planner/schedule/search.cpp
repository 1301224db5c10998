#include "planner/schedule/search.hpp"

#include <algorithm>
#include <climits>
#include <tuple>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// So many starts are tried one by one before those without a free room or lead are sorted out by
// bits, and so many free people looked at before a team is chosen among them.
constexpr int kDirect = 12;
constexpr std::size_t kChoices = 8;
// How often the search steps back to an earlier meeting of the same session.
constexpr int kTries = 48;
// What an item is given from what comes before it, when no ideal says so.
constexpr int kItemDays = 7;

bool later(const auto& a, const auto& b) {  // for a heap with the smallest on top
  return std::tie(a.late, a.spacing, a.finish, a.day) >
         std::tie(b.late, b.spacing, b.finish, b.day);
}

}  // namespace

Search::Search(State& state, const std::vector<DayWindow>& windows, const std::vector<int>& tails)
    : state_(&state),
      problem_(&state.problem()),
      windows_(&windows),
      tails_(&tails),
      base_(nth(words_for(problem_->slots))),
      one_(base_.size()),
      some_(base_.size()),
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
  id_ = session;
  session_ = &problem_->sessions[nth(session)];
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
  base_bits(reach_.first_from, reach_.last_to);
  const std::size_t n = session_->meetings.size();
  if (starts_.size() < n) {
    starts_.resize(n, std::vector<Word>(base_.size()));
    days_.resize(n);
  }
  found_.clear();
  const bool placed = meeting(0, reach_.first_from, reach_.first_to);
  if (placed) out.assign(found_.begin(), found_.end());
  return placed;
}

// Slots from day `from` to day `to` at which cohorts and learners are free.
void Search::base_bits(int from, int to) {
  const auto& first_slot = problem_->zones[nth(session_->zone)].first_slot;
  const int begin = first_slot[nth(from)];
  const int end = first_slot[nth(to) + 1];
  from_word_ = begin / kWordBits;
  to_word_ = words_for(end);
  Word* base = base_.data();
  const Word* calendar = problem_->calendars[session_->calendar];
  std::copy(calendar + from_word_, calendar + to_word_, base + from_word_);
  for (const int b : session_->bodies) {
    const Word* busy = state_->busy(b);
    for (int w = from_word_; w < to_word_; ++w) base[w] &= ~busy[w];
  }
  const int slot = problem_->slot_minutes;
  const int low = std::max(begin, (reach_.not_before + slot - 1) / slot);
  const int high = reach_.not_after == INT_MAX ? end : std::min(end, reach_.not_after / slot);
  clear(base, from_word_ * kWordBits, std::min(low, to_word_ * kWordBits));
  clear(base, std::max(high, from_word_ * kWordBits), to_word_ * kWordBits);
}

Search::DayKey Search::key(std::size_t k, int day) const {
  DayKey out{0, 0, 0, day};
  const bool last = k + 1 == session_->meetings.size() || session_->item;
  if (k == 0 && session_->wanted_day != kNone) out.spacing += std::abs(day - session_->wanted_day);
  if (k == 0)
    for (const int l : session_->in) {
      const auto& link = problem_->links[nth(l)];
      if (link.ideal_days == kNone || !state_->placed(link.from)) continue;
      const std::int64_t off = day - state_->last(link.from).day - link.ideal_days;
      out.spacing += off * off;
    }
  if (last)
    for (const int l : session_->out) {
      const auto& link = problem_->links[nth(l)];
      if (link.ideal_days == kNone || !state_->placed(link.to)) continue;
      const std::int64_t off = state_->first(link.to).day - day - link.ideal_days;
      out.spacing += off * off;
    }
  const int rest = static_cast<int>(session_->meetings.size() - k) - 1;
  const int end = day + (session_->item ? 0 : rest * session_->gap_min);
  for (const int c : session_->cohorts) {
    const int so_far = state_->cohort_last(c);
    const int deadline = problem_->cohorts[nth(c)].deadline;
    if (deadline != kNone)
      out.late += std::max(0, std::max(so_far, end + (*tails_)[nth(id_)]) - deadline) -
                  std::max(0, so_far - deadline);
    out.finish += std::max(0, end - std::max(so_far, 0));
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
  using Rank = std::tuple<bool, std::int64_t, std::int64_t, int, int>;
  std::optional<Rank> best;
  for (int day = from; day <= to; ++day) {
    if (!any(allowed, first_slot[nth(day)], first_slot[nth(day) + 1])) continue;
    const bool works = any(working, first_slot[nth(day)], first_slot[nth(day) + 1]);
    const DayKey cost = key(0, day);
    const Rank rank{!works, cost.late, cost.spacing, std::abs(day - wanted), day};
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
  const auto& form = session_->meetings[k];
  auto& starts = starts_[k];
  std::copy(base_.begin() + from_word_, base_.begin() + to_word_, starts.begin() + from_word_);
  if (k > 0) {
    const int slot = problem_->slot_minutes;
    clear(starts.data(), from_word_ * kWordBits, (found_.back().end + slot - 1) / slot);
  }
  erode(starts.data(), from_word_, to_word_, form.slots);

  const auto& first_slot = problem_->zones[nth(session_->zone)].first_slot;
  auto& days = days_[k];
  days.clear();
  for (int day = from; day <= to; ++day)
    if (any(starts.data(), first_slot[nth(day)], first_slot[nth(day) + 1]))
      days.push_back(key(k, day));
  std::make_heap(days.begin(), days.end(), later<DayKey, DayKey>);
  std::fill(week_ok_.begin(), week_ok_.end(), std::int8_t{0});

  int direct = 0;
  while (!days.empty()) {
    std::pop_heap(days.begin(), days.end(), later<DayKey, DayKey>);
    const int day = days.back().day;
    days.pop_back();
    if (blink_ && blink_->chance(1, 10)) continue;
    if (!day_allows(k, day)) continue;
    const int end = first_slot[nth(day) + 1];
    for (int slot = first(starts.data(), first_slot[nth(day)], end); slot >= 0;
         slot = first(starts.data(), slot + 1, end)) {
      Place place;
      place.day = day;
      if (!try_start(k, slot, place)) {
        if (++direct == kDirect) keep_staffed(starts, form.slots);
        continue;
      }
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

// Leaves of the starts those at which some room and some lead are free throughout.
void Search::keep_staffed(std::vector<Word>& starts, int slots) {
  const auto keep = [&](const std::vector<Problem::Candidate>& candidates, bool rooms) {
    std::fill(some_.begin() + from_word_, some_.begin() + to_word_, Word{0});
    for (const auto& candidate : candidates) {
      if (!rooms && !candidate.leads) continue;
      const Word* open = problem_->calendars[candidate.calendar];
      const Word* taken = rooms ? state_->room_blocked(candidate.who)
                                : state_->busy(problem_->facilitators[nth(candidate.who)].body);
      Word found = 0;
      for (int w = from_word_; w < to_word_; ++w) {
        one_[nth(w)] = open[w] & ~taken[w];
        found |= one_[nth(w)];
      }
      if (found == 0) continue;
      erode(one_.data(), from_word_, to_word_, slots);
      for (int w = from_word_; w < to_word_; ++w) some_[nth(w)] |= one_[nth(w)];
    }
    for (int w = from_word_; w < to_word_; ++w) starts[nth(w)] &= some_[nth(w)];
  };
  if (session_->needs_room) keep(session_->rooms, true);
  if (session_->leads > 0) keep(session_->staff, false);
}

bool Search::try_start(std::size_t k, int slot, Place& place) {
  const auto& form = session_->meetings[k];
  place.slot = slot;
  place.slots = form.slots;
  place.start = slot * problem_->slot_minutes;
  place.end = place.start + form.minutes;
  place.again = k > 0 && found_.back().day == place.day;
  if (!learners_travel(place) || !units_allow(place) || !pools_allow(place) ||
      !choose_room(k, place) || !choose_team(k, place))
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

void Search::aim(int session) {
  id_ = session;
  session_ = &problem_->sessions[nth(session)];
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

bool Search::room_allows(const Problem::Candidate& candidate, const Place& place) const {
  return all(problem_->calendars[candidate.calendar], place.slot, place.slot + place.slots) &&
         state_->room_free(candidate.who, place.slot, place.slots);
}

bool Search::choose_room(std::size_t k, Place& place) const {
  if (!session_->needs_room) return true;
  const int liked = k > 0 ? found_.back().room : kNone;
  for (const auto& candidate : session_->rooms)
    if (candidate.who == liked && room_allows(candidate, place)) {
      place.room = liked;
      return true;
    }
  for (const auto& candidate : session_->rooms)
    if (candidate.who != liked && room_allows(candidate, place)) {
      place.room = candidate.who;
      return true;
    }
  return false;
}

bool Search::member_allows(const Problem::Candidate& candidate, const Place& place,
                           int site) const {
  const int f = candidate.who;
  const int body = problem_->facilitators[nth(f)].body;
  return all(problem_->calendars[candidate.calendar], place.slot, place.slot + place.slots) &&
         !state_->body_busy(body, place.slot, place.slots) &&
         state_->days_week_allows(f, place.day) &&
         state_->minutes_week_allows(f, place.day, place.end - place.start) &&
         state_->travel_days_allow(f, place.day, site) &&
         state_->travel_allows(body, place.start, place.end, place.day, site);
}

int Search::learners_in(int unit) const {
  for (const auto& share : session_->units)
    if (share.who == unit) return share.amount;
  return 0;
}

// Whether the units of one more facilitator still have enough people left.
bool Search::cover_allows(int facilitator, const Place& place) const {
  for (const int unit : problem_->facilitators[nth(facilitator)].units) {
    int away = learners_in(unit) + 1;
    for (int t = 0; t < place.team_size; ++t) {
      const auto& units = problem_->facilitators[nth(place.team[nth(t)])].units;
      away += std::find(units.begin(), units.end(), unit) != units.end() ? 1 : 0;
    }
    if (state_->spare(unit, place.slot, place.slots) < away) return false;
  }
  return true;
}

bool Search::choose_team(std::size_t k, Place& place) {
  // A few free people are choice enough, unless those few cannot be combined.
  if (choose_team(k, place, kChoices)) return true;
  if (choices_.size() < kChoices) return false;
  place.leads = place.team_size = 0;
  return choose_team(k, place, session_->staff.size());
}

bool Search::choose_team(std::size_t k, Place& place, std::size_t most) {
  const int wanted = session_->leads + session_->cofacilitators;
  if (wanted == 0) return true;
  choices_.clear();
  int leads = 0;
  for (const auto& candidate : session_->staff) {
    if (choices_.size() >= most && leads >= session_->leads &&
        static_cast<int>(choices_.size()) >= wanted)
      break;
    if (!member_allows(candidate, place, session_->site)) continue;
    const auto& f = problem_->facilitators[nth(candidate.who)];
    // Who ran the meeting before goes on; then who is working that day anyway; then whoever is
    // qualified for little else.
    int score = f.breadth;
    if (k > 0) {
      const auto team = std::span{found_.back().team}.first(found_.back().team_size);
      if (std::find(team.begin(), team.end(), candidate.who) != team.end()) score -= 10'000;
    }
    if (!state_->works_on(candidate.who, place.day)) score += 100;
    choices_.push_back({score, candidate.who, candidate.leads});
    leads += candidate.leads ? 1 : 0;
  }
  if (leads < session_->leads || static_cast<int>(choices_.size()) < wanted) return false;
  std::stable_sort(choices_.begin(), choices_.end(),
                   [](const Choice& a, const Choice& b) { return a.score < b.score; });

  const auto take = [&](Choice& choice) {
    const int body = problem_->facilitators[nth(choice.who)].body;
    for (int t = 0; t < place.team_size; ++t)
      if (problem_->facilitators[nth(place.team[nth(t)])].body == body) return false;
    if (!cover_allows(choice.who, place)) return false;
    place.team[place.team_size++] = static_cast<std::int16_t>(choice.who);
    choice.who = kNone;
    return true;
  };
  for (Choice& choice : choices_) {
    if (place.leads == session_->leads) break;
    if (choice.leads && take(choice)) ++place.leads;
  }
  if (place.leads < session_->leads) return false;
  // Those who may not lead help first, so that leads stay free for others.
  for (const bool leading : {false, true})
    for (Choice& choice : choices_) {
      if (place.team_size == wanted) return true;
      if (choice.who != kNone && choice.leads == leading) take(choice);
    }
  return place.team_size == wanted;
}

bool Search::allows(int session, std::span<const Place> places, bool no_waiting) {
  id_ = session;
  session_ = &problem_->sessions[nth(session)];
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
    const auto has_room = [&](const auto& c) { return c.who == p.room && room_allows(c, p); };
    if (session_->needs_room || p.room != kNone)
      good = good && std::any_of(session_->rooms.begin(), session_->rooms.end(), has_room);
    good = good && p.leads >= session_->leads &&
           p.team_size >= session_->leads + session_->cofacilitators;
    Place team = p;
    team.team_size = 0;
    for (int t = 0; t < p.team_size && good; ++t) {
      const auto fits = [&](const auto& c) {
        return c.who == p.team[nth(t)] && (c.leads || t >= p.leads) &&
               member_allows(c, p, session_->site);
      };
      good = std::any_of(session_->staff.begin(), session_->staff.end(), fits) &&
             cover_allows(p.team[nth(t)], team);
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
