#include "planner/schedule/rule.hpp"

namespace tandem {

RuleGroup group_of(RuleKind rule) {
  // The enumerators stand group by group: the last of each decides.
  constexpr std::array<std::pair<RuleKind, RuleGroup>, 11> kLast{{
      {RuleKind::protected_time, RuleGroup::calendar},
      {RuleKind::travel, RuleGroup::one_at_a_time},
      {RuleKind::room_capacity, RuleGroup::capacity},
      {RuleKind::facilitator_site, RuleGroup::fit},
      {RuleKind::facilitator_until, RuleGroup::facilitator},
      {RuleKind::spacing_max, RuleGroup::order},
      {RuleKind::sessions_day, RuleGroup::load},
      {RuleKind::cover, RuleGroup::cover},
      {RuleKind::pin, RuleGroup::window},
      {RuleKind::seats, RuleGroup::seats},
      {RuleKind::code, RuleGroup::shape},
  }};
  for (const auto& [last, group] : kLast)
    if (rule <= last) return group;
  return RuleGroup::shape;
}

std::string_view sentence(RuleKind rule) {
  switch (rule) {
    case RuleKind::cohort_time:
      return "A meeting lies inside one working day of each of its cohorts.";
    case RuleKind::room_time:
      return "A meeting lies inside one working day of its room.";
    case RuleKind::facilitator_time:
      return "A meeting lies inside one working day of each of its facilitators.";
    case RuleKind::person_time:
      return "A meeting lies inside a participant's own working days and hours, where they have "
             "any.";
    case RuleKind::timetable:
      return "A meeting avoids the hours that a participant's timetable arrangement keeps free.";
    case RuleKind::holiday:
      return "Nobody and no room is booked on a holiday of its site.";
    case RuleKind::blackout:
      return "No meeting falls into a blackout of anyone or anything it needs.";
    case RuleKind::absence:
      return "Nobody and no room is booked while recorded as away.";
    case RuleKind::season:
      return "Nobody has a seat in a meeting during their pause.";
    case RuleKind::employed:
      return "Nobody has a seat before they are hired or after they have left.";
    case RuleKind::protected_time:
      return "Protected thinking time is never booked over.";
    case RuleKind::learner_clash:
      return "A participant is in one meeting at a time, over all cohorts.";
    case RuleKind::facilitator_clash:
      return "A facilitator is in one meeting at a time.";
    case RuleKind::room_clash:
      return "A room holds one meeting at a time.";
    case RuleKind::room_setup:
      return "A room stays free for its set-up time between two meetings.";
    case RuleKind::travel:
      return "Between two physical sites on one day there is time to travel.";
    case RuleKind::assets:
      return "Overlapping meetings never need more of a pool of equipment than there is.";
    case RuleKind::module_capacity:
      return "A session has no more booked seats than its module or form allows.";
    case RuleKind::room_capacity:
      return "A session has no more booked seats than its room holds.";
    case RuleKind::room_site:
      return "The room is of the right kind and at the right site.";
    case RuleKind::room_features:
      return "The room has every feature the module needs.";
    case RuleKind::arrangement:
      return "The room has what the participants' arrangements ask for.";
    case RuleKind::facilitator_language:
      return "Each facilitator works in the language of each cohort.";
    case RuleKind::facilitator_site:
      return "Each facilitator works at the site of the room.";
    case RuleKind::facilitator_count:
      return "A meeting has as many leads and co-facilitators as the module asks for.";
    case RuleKind::facilitator_qualified:
      return "Each facilitator is qualified for the module in the part they take.";
    case RuleKind::facilitator_days_week:
      return "A facilitator works on no more days a week than their limit.";
    case RuleKind::facilitator_minutes_week:
      return "A facilitator works no more minutes a week than their limit.";
    case RuleKind::facilitator_travel:
      return "A facilitator is away from home on no more days running than their limit.";
    case RuleKind::facilitator_until:
      return "A facilitator runs nothing after their last day.";
    case RuleKind::prerequisite:
      return "What a module needs is finished before the module begins.";
    case RuleKind::spacing_min:
      return "At least the minimum number of days lies between a module and what it needs.";
    case RuleKind::spacing_max:
      return "At most the maximum number of days lies between a module and what it needs.";
    case RuleKind::minutes_week:
      return "A participant has no more live minutes a week than each of their cohorts allows.";
    case RuleKind::sessions_day:
      return "A participant has no more sessions of a cohort on one day than it allows.";
    case RuleKind::cover:
      return "No more people of a unit are away at once than its cover rule allows.";
    case RuleKind::start:
      return "Nothing starts before the cohort's start, the module's own first date or today.";
    case RuleKind::not_after:
      return "Nothing ends after the last date chosen for the module.";
    case RuleKind::horizon:
      return "Everything lies inside the planning horizon.";
    case RuleKind::deadline:
      return "A cohort whose deadline is hard has finished by it.";
    case RuleKind::budget:
      return "A cohort whose budget is hard does not cost more.";
    case RuleKind::pin:
      return "Delivered, pinned and frozen sessions keep their date, room and facilitators.";
    case RuleKind::seats:
      return "Every enrolled member has exactly one seat for each module in use.";
    case RuleKind::reference:
      return "Every row names things that exist.";
    case RuleKind::meetings:
      return "A session has all of its module's meetings.";
    case RuleKind::duration:
      return "A meeting lasts as long as its module says.";
    case RuleKind::meeting_gap:
      return "A session's meetings keep their order, with as many days between as the module asks "
             "for.";
    case RuleKind::midnight:
      return "A meeting begins and ends on the same day.";
    case RuleKind::local_time:
      return "A meeting's local time exists on its date.";
    case RuleKind::slot_grid:
      return "A meeting starts on the planning grid.";
    case RuleKind::code:
      return "A session's code is made of its cohort, its module and its number.";
  }
  return {};
}

std::optional<RuleKind> parse_rule(std::string_view word) {
  for (std::size_t i = 0; i < kRuleCount; ++i)
    if (kWords<RuleKind>[i] == word) return static_cast<RuleKind>(i);
  return std::nullopt;
}

}  // namespace tandem
