#include "planner/schedule/staffing.hpp"

#include <algorithm>

namespace tandem::schedule {
namespace {

// So many free people are looked at before a team is chosen among them.
constexpr std::size_t kChoices = 8;

}  // namespace

bool Staffing::room_allows(const Problem::Candidate& candidate, const Place& place) const {
  return all(problem_->calendars[candidate.calendar], place.slot, place.slot + place.slots) &&
         state_->room_free(candidate.who, place.slot, place.slots);
}

bool Staffing::choose_room(const Place* before, Place& place) const {
  if (!session_->needs_room) return true;
  const int liked = before ? before->room : kNone;
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

bool Staffing::member_allows(const Problem::Candidate& candidate, const Place& place,
                             int site) const {
  const int f = candidate.who;
  const int body = problem_->facilitators[nth(f)].body;
  // What most often forbids it first, and cheapest.
  return state_->minutes_week_allows(f, place.day, place.end - place.start) &&
         state_->days_week_allows(f, place.day) &&
         !state_->body_busy(body, place.slot, place.slots) &&
         all(problem_->calendars[candidate.calendar], place.slot, place.slot + place.slots) &&
         state_->travel_days_allow(f, place.day, site) &&
         state_->travel_allows(body, place.start, place.end, place.day, site);
}

int Staffing::learners_in(int unit) const {
  for (const auto& share : session_->units)
    if (share.who == unit) return share.amount;
  return 0;
}

bool Staffing::cover_allows(int facilitator, const Place& place) const {
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

bool Staffing::choose_team(const Place* before, Place& place) {
  // A few free people are choice enough, unless those few cannot be combined.
  if (choose_team(before, place, kChoices)) return true;
  if (choices_.size() < kChoices) return false;
  place.leads = place.team_size = 0;
  return choose_team(before, place, session_->staff.size());
}

bool Staffing::choose_team(const Place* before, Place& place, std::size_t most) {
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
    if (before) {
      const auto team = std::span{before->team}.first(before->team_size);
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

}  // namespace tandem::schedule
