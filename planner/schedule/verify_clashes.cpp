// One at a time: people, facilitators and rooms in one meeting at once, the set-up of rooms, and
// the way from one site to another on the same day.
//
// A fact between two meetings is told for each of their sessions that is judged, and a waiver for
// either lifts it. Whoever learns in one of them makes it a learner_clash, also when they
// facilitate the other. Travel binds every two physical sites of a day, not only those next to each
// other.
#include <algorithm>

#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

class Clashes {
 public:
  Clashes(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
    for (const Travel& row : plan.program().travel)
      travel_[{row.from_site.value, row.to_site.value}] = row.minutes;
  }

  void judge(const Attendee& who) const;
  void judge(const Room& room, std::vector<const PlanMeeting*>& meetings) const;

 private:
  // A pair holds both ways unless both are listed.
  std::optional<int> travel_minutes(const Site& from, const Site& to) const {
    for (const auto& key : {std::pair{from.id.value, to.id.value}, {to.id.value, from.id.value}})
      if (const auto found = travel_.find(key); found != travel_.end()) return found->second;
    return std::nullopt;
  }
  void judge_pair(const Attendee& who, const Presence& one, const Presence& other) const;
  void judge_travel(const Attendee& who, const PlanMeeting& from, const PlanMeeting& to) const;

  const Plan& plan_;
  Findings& findings_;
  std::map<std::pair<RawId, RawId>, int> travel_;
};

// Each side of a pair that is judged, with the other.
template <class Tell>
void both_sides(const PlanMeeting& one, const PlanMeeting& other, Tell tell) {
  if (one.session->judged()) tell(one, other);
  if (other.session->judged()) tell(other, one);
}

void Clashes::judge(const Attendee& who) const {
  const auto& all = who.presences;
  for (std::size_t i = 0; i < all.size(); ++i) {
    // A day of two zones lasts at most 50 hours.
    const UtcMinute far = std::max(all[i].meeting->end, all[i].meeting->begin + minutes{50 * 60});
    for (std::size_t j = i + 1; j < all.size() && all[j].meeting->begin < far; ++j)
      if (all[i].meeting != all[j].meeting) judge_pair(who, all[i], all[j]);
  }
}

void Clashes::judge_pair(const Attendee& who, const Presence& one, const Presence& other) const {
  if (!one.meeting->overlaps(*other.meeting)) {
    judge_travel(who, *one.meeting, *other.meeting);
    return;
  }
  const bool learns = !one.as_facilitator || !other.as_facilitator;
  const RuleKind rule = learns ? RuleKind::learner_clash : RuleKind::facilitator_clash;
  const std::string& code = learns ? who.person->number : one.as_facilitator->code;
  const std::string& name = learns ? who.person->name : one.as_facilitator->name;
  both_sides(*one.meeting, *other.meeting, [&](const PlanMeeting& here, const PlanMeeting& there) {
    if (findings_.waived(rule, there.session->code, {code})) return;
    findings_.add_person(
        rule, here.session->code, code, name,
        here.when() + " overlaps " + there.session->code + " (" + there.when() + ") for ", ".");
  });
}

void Clashes::judge_travel(const Attendee& who, const PlanMeeting& from,
                           const PlanMeeting& to) const {
  if (!from.place || !to.place || from.place == to.place || from.date != to.date) return;
  const auto needed = travel_minutes(*from.place, *to.place);
  const auto gap = (to.begin - from.end).count();
  if (needed && gap >= *needed) return;
  both_sides(from, to, [&](const PlanMeeting& here, const PlanMeeting& there) {
    if (findings_.waived(RuleKind::travel, there.session->code, {who.code()})) return;
    findings_.add_person(RuleKind::travel, here.session->code, who.code(), who.name(),
                         "On " + words(here.date) + " ",
                         (needed ? " has " + duration_words(static_cast<int>(gap)) + " of the " +
                                       duration_words(*needed) + " it takes"
                                 : std::string{" has no known way"}) +
                             " from " + from.place->name + " (" + from.session->code + ") to " +
                             to.place->name + " (" + to.session->code + ").");
  });
}

void Clashes::judge(const Room& room, std::vector<const PlanMeeting*>& meetings) const {
  std::stable_sort(meetings.begin(), meetings.end(),
                   [](const auto* a, const auto* b) { return a->begin < b->begin; });
  const minutes setup{room.setup_minutes.value_or(0)};
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    for (std::size_t j = i + 1;
         j < meetings.size() && meetings[j]->begin < meetings[i]->end + setup; ++j) {
      const bool clash = meetings[i]->overlaps(*meetings[j]);
      const RuleKind rule = clash ? RuleKind::room_clash : RuleKind::room_setup;
      both_sides(
          *meetings[i], *meetings[j], [&](const PlanMeeting& here, const PlanMeeting& there) {
            if (findings_.waived(rule, there.session->code, {room.code})) return;
            findings_.add(rule, here.session->code, {room.code},
                          "Room " + room.name +
                              (clash ? " also holds "
                                     : " needs " + duration_words(static_cast<int>(setup.count())) +
                                           " of set-up between this and ") +
                              there.session->code + " (" + there.when() + "); this is at " +
                              here.when() + ".");
          });
    }
  }
}

}  // namespace

void judge_clashes(const Plan& plan, Findings& findings) {
  const Clashes clashes{plan, findings};
  for (const Attendee& who : attendees(plan)) clashes.judge(who);
  std::map<std::string, std::vector<const PlanMeeting*>> by_room;
  for (const PlanMeeting* meeting : plan.meetings())
    if (meeting->room) by_room[meeting->room->code].push_back(meeting);
  for (auto& [code, meetings] : by_room) clashes.judge(*meetings.front()->room, meetings);
}

}  // namespace tandem::judge
