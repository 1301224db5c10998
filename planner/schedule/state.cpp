#include "planner/schedule/state.hpp"

#include <algorithm>

namespace tandem::schedule {

State::State(const Problem& problem) : problem_(&problem) {
  const std::size_t sessions = problem.sessions.size();
  placed_.assign(sessions, 0);
  first_place_.reserve(sessions + 1);
  std::size_t total = 0;
  for (const auto& session : problem.sessions) {
    first_place_.push_back(total);
    total += session.item ? 1 : session.meetings.size();
  }
  first_place_.push_back(total);
  places_.resize(total);

  const auto slots = nth(problem.slots);
  const auto days = nth(problem.days);
  const auto weeks = nth(problem.weeks());
  busy_ = BitRows{static_cast<int>(problem.bodies.size()), problem.slots};
  visits_.resize(problem.bodies.size());
  body_minutes_.assign(problem.bodies.size() * weeks, 0);
  day_count_.assign(problem.day_rows.size() * days, 0);
  room_blocked_ = BitRows{static_cast<int>(problem.rooms.size()), problem.slots};
  room_meetings_.resize(problem.rooms.size());
  pool_used_.assign(problem.pools.size() * slots, 0);
  own_pools_.resize(problem.pools.size());
  for (std::size_t p = 0; p < problem.pools.size(); ++p)
    if (problem.pools[p].common != kNone)
      own_pools_[nth(problem.pools[p].common)].push_back(static_cast<int>(p));
  for (const auto& unit : problem.units)
    spare_.insert(spare_.end(), unit.spare.begin(), unit.spare.end());
  day_meetings_.assign(problem.facilitators.size() * days, 0);
  day_away_.assign(problem.facilitators.size() * days, 0);
  week_days_.assign(problem.facilitators.size() * weeks, 0);
  week_minutes_.assign(problem.facilitators.size() * weeks, 0);
  charged_.resize(problem.cohorts.size());
  spent_.assign(problem.cohorts.size(), 0);

  cohort_sessions_.resize(problem.cohorts.size());
  cohort_last_.assign(problem.cohorts.size(), kNone);
  stale_.assign(problem.cohorts.size(), 0);
  change_.assign(sessions, 0);
  for (std::size_t s = 0; s < sessions; ++s) {
    const auto& session = problem.sessions[s];
    for (const int c : session.cohorts) cohort_sessions_[nth(c)].push_back(static_cast<int>(s));
    if (session.fixed) continue;
    ++cost_[Tier::unplaced];
    change_[s] = changes_if(static_cast<int>(s), {});
    cost_[Tier::changes] += change_[s];
  }
  for (std::size_t s = 0; s < sessions; ++s)
    if (problem.sessions[s].fixed && !problem.sessions[s].held.empty())
      put(static_cast<int>(s), problem.sessions[s].held);
}

std::span<const Place> State::places(int session) const {
  if (!placed(session)) return {};
  const auto begin = first_place_[nth(session)];
  return {places_.data() + begin, first_place_[nth(session) + 1] - begin};
}

void State::put(int session, std::span<const Place> places) {
  std::copy(places.begin(), places.end(),
            places_.begin() + static_cast<std::ptrdiff_t>(first_place_[nth(session)]));
  placed_[nth(session)] = 1;
  for (const Place& place : places) occupy(session, place);
  mark(session);
  link_cost(session, 1);
  if (problem_->sessions[nth(session)].fixed) return;
  --cost_[Tier::unplaced];
  const auto change = changes_if(session, places);
  cost_[Tier::changes] += change - change_[nth(session)];
  change_[nth(session)] = change;
}

void State::take(int session) {
  link_cost(session, -1);
  const auto held = places(session);
  // The last first: what a day or a room had before comes back in the order it went.
  for (auto place = held.rbegin(); place != held.rend(); ++place) release(session, *place);
  placed_[nth(session)] = 0;
  mark(session);
  ++cost_[Tier::unplaced];
  const auto change = changes_if(session, {});
  cost_[Tier::changes] += change - change_[nth(session)];
  change_[nth(session)] = change;
}

void State::occupy(int session, const Place& place) { count(session, place, 1); }
void State::release(int session, const Place& place) { count(session, place, -1); }

void State::count(int session, const Place& place, int sign) {
  const auto& s = problem_->sessions[nth(session)];
  if (s.item) return;
  const auto weeks = nth(problem_->weeks());
  const int begin = place.slot;
  const int end = place.slot + place.slots;
  const int minutes = place.end - place.start;
  const int site = site_of(place);
  for (const int b : s.bodies) {
    if (sign > 0) {
      set(busy_[b], begin, end);
    } else {
      clear(busy_[b], begin, end);
    }
    body_minutes_[nth(b) * weeks + nth(place.day / 7)] += sign * minutes;
    visit(b, place, site, sign);
  }
  for (const int row : s.day_rows) {
    if (place.again) break;  // counted with the meeting before
    auto& n = day_count_[nth(row) * nth(problem_->days) + nth(place.day)];
    n = static_cast<std::int8_t>(n + sign);
  }
  for (const auto& unit : s.units) {
    auto* spare = spare_.data() + nth(unit.who) * nth(problem_->slots);
    for (int i = begin; i < end; ++i)
      spare[i] = static_cast<std::int16_t>(spare[i] - sign * unit.amount);
  }
  for (const auto& pool : s.pools) {
    auto* used = pool_used_.data() + nth(pool.who) * nth(problem_->slots);
    for (int i = begin; i < end; ++i)
      used[i] = static_cast<std::int16_t>(used[i] + sign * pool.amount);
  }
  count_room(place, sign);
  count_team(place, sign);
  charge(session, place, sign);
}

void State::count_room(const Place& place, int sign) {
  if (place.room == kNone) return;
  const int slot = problem_->slot_minutes;
  const int setup = problem_->rooms[nth(place.room)].setup_minutes;
  const auto block = [&](int start, int end) {
    set(room_blocked_[place.room], std::max(0, (start - setup) / slot),
        std::min(problem_->slots, (end + setup + slot - 1) / slot));
  };
  auto& meetings = room_meetings_[nth(place.room)];
  const std::pair<int, int> own{place.start, place.end};
  const auto it = std::lower_bound(meetings.begin(), meetings.end(), own);
  if (sign > 0) {
    meetings.insert(it, own);
    block(place.start, place.end);
    return;
  }
  clear(room_blocked_[place.room], std::max(0, (place.start - setup) / slot),
        std::min(problem_->slots, (place.end + setup + slot - 1) / slot));
  const auto after = meetings.erase(it);
  // The set-up times of neighbours may have lain under it.
  if (after != meetings.begin()) block(std::prev(after)->first, std::prev(after)->second);
  if (after != meetings.end()) block(after->first, after->second);
}

void State::count_team(const Place& place, int sign) {
  const int site = site_of(place);
  for (int t = 0; t < place.team_size; ++t) {
    const int f = place.team[nth(t)];
    const auto& facilitator = problem_->facilitators[nth(f)];
    if (sign > 0)
      set(busy_[facilitator.body], place.slot, place.slot + place.slots);
    else
      clear(busy_[facilitator.body], place.slot, place.slot + place.slots);
    visit(facilitator.body, place, site, sign);
    auto& meetings = day_meetings_[fd(f, place.day)];
    if (sign > 0 && meetings == 0) ++week_days_[fw(f, place.day)];
    meetings = static_cast<std::int16_t>(meetings + sign);
    if (sign < 0 && meetings == 0) --week_days_[fw(f, place.day)];
    week_minutes_[fw(f, place.day)] += sign * (place.end - place.start);
    if (site != kNone && facilitator.home != kNone && site != facilitator.home) {
      auto& away = day_away_[fd(f, place.day)];
      away = static_cast<std::int16_t>(away + sign);
    }
    for (const int u : facilitator.units) {
      auto* spare = spare_.data() + nth(u) * nth(problem_->slots);
      for (int i = place.slot; i < place.slot + place.slots; ++i)
        spare[i] = static_cast<std::int16_t>(spare[i] - sign);
    }
  }
}

void State::visit(int body, const Place& place, int site, int sign) {
  if (site == kNone || !problem_->bodies[nth(body)].travels) return;
  auto& visits = visits_[nth(body)];
  const auto it = std::lower_bound(visits.begin(), visits.end(), place.start,
                                   [](const Visit& v, int start) { return v.start < start; });
  if (sign > 0)
    visits.insert(it, {place.start, place.end, place.day, site});
  else
    visits.erase(it);
}

bool State::trip_allows(int body, int start, int end, int day, int site) const {
  constexpr int kReach = 3 * 24 * 60;  // one civil date lies within it in any two zones
  const auto& visits = visits_[nth(body)];
  auto it = std::lower_bound(visits.begin(), visits.end(), start - kReach,
                             [](const Visit& v, int at_start) { return v.start < at_start; });
  for (; it != visits.end() && it->start < start + kReach; ++it) {
    if (it->day != day || it->site == site) continue;
    const bool before = it->start < start;
    const int minutes = before ? problem_->travel_minutes(it->site, site)
                               : problem_->travel_minutes(site, it->site);
    if (minutes == kNone) return false;
    if (before ? it->end + minutes > start : end + minutes > it->start) return false;
  }
  return true;
}

bool State::load_allows(int body, int week, int minutes) const {
  const int* sums = body_minutes_.data() + nth(body) * nth(problem_->weeks());
  for (const int l : problem_->bodies[nth(body)].load_limits) {
    const auto& limit = problem_->load_limits[nth(l)];
    for (int begin = week - limit.weeks + 1; begin <= week; ++begin) {
      int sum = minutes;
      for (int w = std::max(0, begin); w < std::min(begin + limit.weeks, problem_->weeks()); ++w)
        sum += sums[w];
      if (sum > limit.allowed[nth(begin + limit.weeks - 1)]) return false;
    }
  }
  return true;
}

bool State::day_allows(int day_row, int day) const {
  return day_count_[nth(day_row) * nth(problem_->days) + nth(day)] <
         problem_->day_rows[nth(day_row)].limit;
}

int State::spare(int unit, int slot, int slots) const {
  const auto* spare = spare_.data() + nth(unit) * nth(problem_->slots) + slot;
  return *std::min_element(spare, spare + slots);
}

int State::pool_spare(int pool, int slot) const {
  const auto left = [&](int p) {
    return problem_->pools[nth(p)].quantity - pool_used_[nth(p) * nth(problem_->slots) + nth(slot)];
  };
  const auto left_in_common = [&](int p) {
    int out = left(p);
    for (const int own : own_pools_[nth(p)]) out -= std::max(0, -left(own));
    return out;
  };
  const int common = problem_->pools[nth(pool)].common;
  if (common == kNone) return left_in_common(pool);
  return std::max(0, left(pool)) + std::max(0, left_in_common(common));
}

bool State::pool_allows(const Problem::Share& need, int slot, int slots) const {
  for (int i = slot; i < slot + slots; ++i)
    if (pool_spare(need.who, i) < need.amount) return false;
  return true;
}

bool State::travel_days_allow(int facilitator, int day, int site) const {
  const auto& f = problem_->facilitators[nth(facilitator)];
  if (f.max_travel_days == kNone || site == kNone || f.home == kNone || site == f.home) return true;
  if (day_away_[fd(facilitator, day)] > 0) return true;
  int run = 1;
  for (int d = day - 1; d >= 0 && day_away_[fd(facilitator, d)] > 0; --d) ++run;
  for (int d = day + 1; d < problem_->days && day_away_[fd(facilitator, d)] > 0; ++d) ++run;
  return run <= f.max_travel_days;
}

namespace {

std::uint64_t charge_key(int day, bool room, int who) {
  return (static_cast<std::uint64_t>(day) << 33) | (std::uint64_t{room} << 32) |
         static_cast<std::uint32_t>(who);
}

// Visits each thing that costs something on a meeting's day: key and amount.
template <class Visit>
void each_charge(const Problem& problem, const Place& place, Visit visit) {
  for (int t = 0; t < place.team_size; ++t) {
    const int f = place.team[static_cast<std::size_t>(t)];
    visit(charge_key(place.day, false, f),
          problem.facilitators[static_cast<std::size_t>(f)].day_rate);
  }
  if (place.room != kNone)
    visit(charge_key(place.day, true, place.room),
          problem.rooms[static_cast<std::size_t>(place.room)].day_cost);
}

}  // namespace

void State::charge(int session, const Place& place, int sign) {
  const int payer = problem_->sessions[nth(session)].cohorts.front();
  if (problem_->cohorts[nth(payer)].budget == kNone) return;
  auto& charged = charged_[nth(payer)];
  each_charge(*problem_, place, [&](std::uint64_t key, int amount) {
    if (amount == 0) return;
    int& times = charged[key];
    if (sign > 0 && times == 0) spent_[nth(payer)] += amount;
    times += sign;
    if (sign < 0 && times == 0) spent_[nth(payer)] -= amount;
  });
}

int State::extra_cost(int session, const Place& place) const {
  const auto& charged = charged_[nth(problem_->sessions[nth(session)].cohorts.front())];
  int extra = 0;
  each_charge(*problem_, place, [&](std::uint64_t key, int amount) {
    const auto it = charged.find(key);
    if (it == charged.end() || it->second == 0) extra += amount;
  });
  return extra;
}

int State::budget_left(int session) const {
  const int payer = problem_->sessions[nth(session)].cohorts.front();
  const int budget = problem_->cohorts[nth(payer)].budget;
  if (budget == kNone) return INT32_MAX;
  return static_cast<int>(
      std::clamp<std::int64_t>(budget - spent_[nth(payer)], INT32_MIN, INT32_MAX));
}

std::int64_t State::changes_if(int session, std::span<const Place> places) const {
  const auto& s = problem_->sessions[nth(session)];
  if (!s.published || s.fixed || s.held.empty()) return 0;
  bool touched = places.size() != s.held.size();
  std::int64_t moved = 0;  // facilitators who gain or lose a meeting
  for (std::size_t k = 0; k < s.held.size(); ++k) {
    const Place& was = s.held[k];
    const auto was_team = std::span{was.team}.first(was.team_size);
    if (k >= places.size()) {
      moved += was.team_size;
      continue;
    }
    const Place& is = places[k];
    const auto is_team = std::span{is.team}.first(is.team_size);
    touched = touched || was.day != is.day || was.start != is.start || was.end != is.end ||
              was.room != is.room || was.leads != is.leads ||
              !std::is_permutation(was_team.begin(), was_team.begin() + was.leads, is_team.begin(),
                                   is_team.begin() + is.leads);
    for (const auto f : was_team)
      moved += std::find(is_team.begin(), is_team.end(), f) == is_team.end() ? 1 : 0;
    for (const auto f : is_team)
      moved += std::find(was_team.begin(), was_team.end(), f) == was_team.end() ? 1 : 0;
  }
  return (touched ? s.learners : 0) + moved;
}

void State::link_cost(int session, int sign) {
  const auto& s = problem_->sessions[nth(session)];
  if (s.wanted_day != kNone)
    cost_[Tier::spacing] += sign * std::abs(first(session).day - s.wanted_day);
  const auto add = [&](const Problem::Link& link) {
    if (link.ideal_days == kNone || !placed(link.from) || !placed(link.to)) return;
    const std::int64_t off = first(link.to).day - last(link.from).day - link.ideal_days;
    cost_[Tier::spacing] += sign * off * off;
  };
  for (const int l : s.in) add(problem_->links[nth(l)]);
  for (const int l : s.out) add(problem_->links[nth(l)]);
}

void State::mark(int session) {
  for (const int c : problem_->sessions[nth(session)].cohorts)
    if (!stale_[nth(c)]) {
      stale_[nth(c)] = 1;
      stale_cohorts_.push_back(c);
    }
}

const Cost& State::cost() const {
  const auto late = [&](int c, int last) {
    const int deadline = problem_->cohorts[nth(c)].deadline;
    return deadline == kNone || last == kNone ? 0 : std::max(0, last - deadline);
  };
  const auto finish = [&](int last) { return last == kNone ? 0 : last - problem_->first_day; };
  for (const int c : stale_cohorts_) {
    int last_day = kNone;
    for (const int s : cohort_sessions_[nth(c)])
      if (placed(s)) last_day = std::max(last_day, last(s).day);
    cost_[Tier::late_days] += late(c, last_day) - late(c, cohort_last_[nth(c)]);
    cost_[Tier::finish] += finish(last_day) - finish(cohort_last_[nth(c)]);
    cohort_last_[nth(c)] = last_day;
    stale_[nth(c)] = 0;
  }
  stale_cohorts_.clear();
  return cost_;
}

int State::cohort_last(int cohort) const {
  if (stale_[nth(cohort)]) (void)cost();
  return cohort_last_[nth(cohort)];
}

std::size_t State::bytes() const {
  return busy_.bytes() + room_blocked_.bytes() + places_.size() * sizeof(Place) +
         body_minutes_.size() * sizeof(int) + day_count_.size() + pool_used_.size() * 2 +
         spare_.size() * 2 + day_meetings_.size() * 4;
}

}  // namespace tandem::schedule
