#include "planner/schedule/choices.hpp"

#include <algorithm>
#include <climits>
#include <cstdlib>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// So many places in all are asked of the search for one session.
constexpr int kOffers = 600;

}  // namespace

Choices::Choices(State& state, Search& search, const Leeway& leeway)
    : state_(state),
      search_(search),
      problem_(state.problem()),
      leeway_(leeway),
      free_(nth(words_for(problem_.slots))),
      starts_(state) {}

std::vector<Choice> Choices::of(int session, std::span<const Place> was, const ChoiceAsk& ask) {
  id_ = session;
  session_ = &problem_.sessions[nth(session)];
  was_ = was;
  ask_ = ask;
  out_.clear();
  offers_left_ = kOffers;
  reach_ = search_.reach(session);
  reach_.first_from = std::max(reach_.first_from, ask.first_day);
  reach_.first_to = std::min(reach_.first_to, ask.last_day);
  if (session_->broken != 0 || reach_.waits || reach_.first_from > reach_.first_to ||
      reach_.last_from > reach_.last_to)
    return {};
  if (!session_->item && was.size() == session_->meetings.size() && !was.empty()) {
    const Word* calendar = problem_.calendars[session_->calendar];
    std::copy(calendar, calendar + free_.size(), free_.begin());
    for (const int b : session_->bodies) {
      const Word* busy = state_.busy(b);
      for (std::size_t w = 0; w < free_.size(); ++w) free_[w] &= ~busy[w];
    }
    places_.assign(was.begin(), was.end());
    starts_.aim(session, 0, problem_.slots);
    vary(0);
  }
  // What varies too much for that is left to the search: items, and sessions without a date.
  if (out_.empty()) {
    std::vector<Place> found;
    Ask anew;
    anew.from = ask.first_day;
    if (search_.find(session, found, anew) && found.front().day <= ask.last_day) {
      places_ = found;
      offer();
    }
  }
  return std::move(out_);
}

// Whether a meeting can be where it was, looked at by itself.
bool Choices::stays(std::size_t k) const {
  const Place& p = was_[k];
  if (k == 0 && (p.day < ask_.first_day || p.day > ask_.last_day)) return false;
  if (!all(free_.data(), p.slot, p.slot + p.slots)) return false;
  if (p.room != kNone &&
      std::none_of(session_->rooms.begin(), session_->rooms.end(),
                   [&](const auto& c) { return c.who == p.room && search_.room_allows(c, p); }))
    return false;
  Place team = p;
  return keep_members(p, team);
}

void Choices::vary(std::size_t k) {
  if (k == was_.size()) return offer();
  places_[k] = was_[k];
  const bool alone = was_.size() == 1;
  if (!alone && stays(k)) {
    vary(k + 1);
    if (!out_.empty()) return;
  }
  int from = k == 0 ? reach_.first_from : places_[k - 1].day + session_->gap_min;
  int to = k == 0 ? reach_.first_to : reach_.last_to;
  if (k > 0 && session_->gap_max != kNone)
    to = std::min(to, places_[k - 1].day + session_->gap_max);
  if (leeway_.most_days != kNone) {
    from = std::max(from, was_[k].day - leeway_.most_days);
    to = std::min(to, was_[k].day + leeway_.most_days);
  }
  from = std::max(from, 0);
  to = std::min(to, problem_.days - 1);
  // From the old day outwards.
  for (int off = 0; off <= std::max(to - was_[k].day, was_[k].day - from); ++off) {
    if (offers_left_ <= 0 || (alone && full(off))) return;
    for (const int day : {was_[k].day - off, was_[k].day + off}) {
      if (day >= from && day <= to) vary_day(k, day);
      if (off == 0) break;
    }
  }
}

// Whether nothing further off can be better than what there is.
bool Choices::full(int days_off) const {
  if (out_.size() < ask_.most) return false;
  if (ask_.aim == Aim::same_days) return days_off > out_.back().toll.days;
  // Nobody is told for less than the learners themselves, with the team as it was.
  const Toll& last = out_.back().toll;
  return last.short_notice == 0 && last.people <= session_->learners && days_off > last.days;
}

void Choices::vary_day(std::size_t k, int day) {
  if (!starts_.look(k, day, 0)) return;
  starts_.keep_staffed();
  const auto& first_slot = problem_.zones[nth(session_->zone)].first_slot;
  const int wanted = first_slot[nth(day)] + was_[k].slot - first_slot[nth(was_[k].day)];
  std::vector<int> starts;
  for (int slot = starts_.next(starts_.first_slot()); slot >= 0; slot = starts_.next(slot + 1))
    starts.push_back(slot);
  std::stable_sort(starts.begin(), starts.end(),
                   [&](int a, int b) { return std::abs(a - wanted) < std::abs(b - wanted); });
  // The hour with the whole team, and the first with others in it.
  for (const bool keep_team : {true, false}) {
    for (const int slot : starts) {
      Place place;
      if (!refit(k, slot, keep_team, place)) continue;
      const std::size_t known = out_.size();
      const int left = offers_left_;
      places_[k] = place;
      vary(k + 1);
      places_[k] = was_[k];
      if (out_.size() > known || offers_left_ <= 0) break;
      if (left - offers_left_ > kOffers / 4) break;
    }
    if (was_[k].team_size == 0) break;
  }
}

// The meeting at another start, in its room and with its team as far as they can.
bool Choices::refit(std::size_t k, int slot, bool keep_team, Place& out) {
  const Place& was = was_[k];
  out = was;
  out.slot = slot;
  out.slots = session_->meetings[k].slots;
  out.start = slot * problem_.slot_minutes;
  out.end = out.start + session_->meetings[k].minutes;
  out.day = problem_.zones[nth(session_->zone)].day_of_slot[nth(slot)];
  out.again = k > 0 && places_[k - 1].day == out.day;
  out.room = kNone;
  if (session_->needs_room || was.room != kNone) {
    for (const auto& c : session_->rooms) {
      if (out.room != kNone && c.who != was.room) continue;
      if (search_.room_allows(c, out)) out.room = c.who;
      if (out.room == was.room && out.room != kNone) break;
    }
    if (out.room == kNone) return false;
  }
  const bool whole = keep_members(was, out);
  if (keep_team) return whole;
  // With everybody free, there is nothing to replace.
  return !whole && add_members(out);
}

// Those of the team who can, leads first. Returns: whether that is all of them.
bool Choices::keep_members(const Place& was, Place& out) const {
  out.leads = out.team_size = 0;
  for (int t = 0; t < was.team_size; ++t) {
    const int who = was.team[nth(t)];
    const bool led = t < was.leads;
    const auto fits = [&](const auto& c) {
      return c.who == who && (c.leads || !led) && search_.member_allows(c, out, session_->site);
    };
    if (std::none_of(session_->staff.begin(), session_->staff.end(), fits)) continue;
    out.team[out.team_size++] = static_cast<std::int16_t>(who);
    if (led) ++out.leads;
  }
  return out.team_size == was.team_size;
}

// Whoever is needed in place of those left out; the scarce last, as everywhere.
bool Choices::add_members(Place& out) const {
  const auto in_team = [&](int who) {
    return std::any_of(out.team.begin(), out.team.begin() + out.team_size, [&](int t) {
      return problem_.facilitators[nth(t)].body == problem_.facilitators[nth(who)].body;
    });
  };
  while (out.leads < session_->leads) {
    const auto lead =
        std::find_if(session_->staff.begin(), session_->staff.end(), [&](const auto& c) {
          return c.leads && !in_team(c.who) && search_.member_allows(c, out, session_->site);
        });
    if (lead == session_->staff.end()) return false;
    std::copy_backward(out.team.begin() + out.leads, out.team.begin() + out.team_size,
                       out.team.begin() + out.team_size + 1);
    out.team[out.leads++] = static_cast<std::int16_t>(lead->who);
    ++out.team_size;
  }
  for (const bool leading : {false, true})
    for (const auto& c : session_->staff) {
      if (out.team_size >= session_->leads + session_->cofacilitators) return true;
      if (c.leads == leading && !in_team(c.who) && search_.member_allows(c, out, session_->site))
        out.team[out.team_size++] = static_cast<std::int16_t>(c.who);
    }
  return out.team_size >= session_->leads + session_->cofacilitators;
}

// Keeps the places in hand if the search allows them.
void Choices::offer() {
  --offers_left_;
  for (std::size_t k = 1; k < places_.size(); ++k)
    places_[k].again = places_[k - 1].day == places_[k].day;
  const Toll cost = toll(problem_, id_, was_, places_, leeway_);
  const Rank own = rank(cost, ask_.aim);
  const auto better = [&](const Choice& c) { return rank(c.toll, ask_.aim) <= own; };
  if (out_.size() >= ask_.most && better(out_.back())) return;
  if (leeway_.most_days != kNone)
    for (std::size_t k = 0; k < std::min(was_.size(), places_.size()); ++k)
      if (std::abs(places_[k].day - was_[k].day) > leeway_.most_days) return;
  if (!session_->item && !search_.allows(id_, places_)) return;
  const auto same = [&](const Choice& c) { return c.places == places_; };
  if (std::any_of(out_.begin(), out_.end(), same)) return;
  const auto place = std::find_if_not(out_.begin(), out_.end(), better);
  out_.insert(place, Choice{places_, cost});
  if (out_.size() > ask_.most) out_.pop_back();
}

}  // namespace tandem::schedule
