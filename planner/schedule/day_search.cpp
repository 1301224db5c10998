#include "planner/schedule/day_search.hpp"

#include <algorithm>
#include <climits>
#include <set>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

constexpr std::size_t kMostTeams = 500;  // of one session that are gone through

}  // namespace

DaySearch::DaySearch(State& state, std::vector<DayWindow> windows)
    : state_(state),
      problem_(state.problem()),
      windows_(std::move(windows)),
      no_tails_(problem_.sessions.size()),
      search_(state_, windows_, no_tails_) {}

// Whether what the search does not find is not there.
bool DaySearch::exact(const Problem::Session& session) const {
  if (session.item) return true;
  if (state_.budget_left(static_cast<int>(&session - problem_.sessions.data())) != INT32_MAX)
    return false;
  const bool units = std::any_of(session.staff.begin(), session.staff.end(), [&](const auto& c) {
    return !problem_.facilitators[nth(c.who)].units.empty();
  });
  if (session.leads + session.cofacilitators > 1 && units) return false;
  // On one day the hour of a meeting bears on those that come after it.
  return session.meetings.size() < 2 || session.gap_min > 0;
}

DayAnswer DaySearch::on(int session, int day, std::vector<Place>& out) {
  const auto& s = problem_.sessions[nth(session)];
  DayWindow& window = windows_[nth(session)];
  const DayWindow whole = window;
  if (s.broken != 0 || day < whole.first_from || day > whole.first_to) return DayAnswer::none;
  window = {day, day, std::max(whole.last_from, day), whole.last_to};
  Ask ask;
  ask.no_waiting = true;
  const bool found = search_.find(session, out, ask);
  bool everywhere = search_.looked_everywhere();
  if (!found && s.meetings.size() > 1) {
    // Whom the earlier meetings take is all that is not looked back on.
    ask.apart = true;
    everywhere = !search_.find(session, out, ask) && search_.looked_everywhere();
  }
  window = whole;
  if (found) return DayAnswer::held;
  if (everywhere && exact(s)) return DayAnswer::none;
  bool held = false;
  const bool all = each(session, day, Ways::all, [&](std::span<const Place> places) {
    out.assign(places.begin(), places.end());
    return held = true;
  });
  return held ? DayAnswer::held : all ? DayAnswer::none : DayAnswer::unknown;
}

bool DaySearch::each(int session, int day, Ways which,
                     const std::function<bool(std::span<const Place>)>& stop) {
  const auto& s = problem_.sessions[nth(session)];
  if (s.item) return true;  // a day is all there is to it
  if (s.meetings.size() != 1) return false;
  const auto& form = s.meetings.front();
  const auto& first_slot = problem_.zones[nth(s.zone)].first_slot;
  std::vector<Place> ways;
  std::vector<Problem::Candidate> free;
  std::vector<int> rooms;
  std::set<std::array<std::int16_t, kMaxTeam>> tried;
  for (int slot = first_slot[nth(day)]; slot < first_slot[nth(day) + 1]; ++slot) {
    if (slot + form.slots > problem_.slots ||
        !all(problem_.calendars[s.calendar], slot, slot + form.slots) ||
        std::any_of(s.bodies.begin(), s.bodies.end(),
                    [&](int b) { return state_.body_busy(b, slot, form.slots); }))
      continue;
    Place place;
    place.slot = slot;
    place.slots = form.slots;
    place.start = slot * problem_.slot_minutes;
    place.end = place.start + form.minutes;
    place.day = day;
    rooms.clear();
    for (const auto& c : s.rooms)
      if (search_.room_allows(c, place)) rooms.push_back(c.who);
    if (!s.needs_room) rooms.assign(1, kNone);
    free.clear();
    for (const auto& c : s.staff)
      if (search_.member_allows(c, place, s.site)) free.push_back(c);
    ways.clear();
    if (!teams(s, free, place, 0, ways)) return false;
    for (Place& way : ways) {
      if (which == Ways::teams && tried.contains(way.team)) continue;
      for (const int room : rooms) {
        way.room = room;
        if (!search_.allows(session, {&way, 1}, true)) continue;
        tried.insert(way.team);
        if (stop({&way, 1})) return false;
        if (which == Ways::teams) break;
      }
    }
  }
  return true;
}

// The place with every team of those: leads first, each kind in the order of candidates from `from`
// on.
bool DaySearch::teams(const Problem::Session& session, const std::vector<Problem::Candidate>& free,
                      Place place, std::size_t from, std::vector<Place>& out) const {
  if (place.team_size == session.leads + session.cofacilitators) {
    out.push_back(place);
    return out.size() <= kMostTeams;
  }
  const bool leading = place.leads < session.leads;
  for (std::size_t i = from; i < free.size(); ++i) {
    const auto end = place.team.begin() + place.team_size;
    if ((leading && !free[i].leads) || std::find(place.team.begin(), end, free[i].who) != end)
      continue;
    Place more = place;
    more.team[more.team_size++] = static_cast<std::int16_t>(free[i].who);
    more.leads = static_cast<std::uint8_t>(more.leads + (leading ? 1 : 0));
    const bool last_lead = leading && more.leads == session.leads;
    if (!teams(session, free, more, last_lead ? 0 : i + 1, out)) return false;
  }
  return true;
}

}  // namespace tandem::schedule
