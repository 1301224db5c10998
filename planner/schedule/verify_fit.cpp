// Capacity and fit: whether the room, the form and the facilitators suit the session and the people
// on it, and whether enough qualified facilitators are there.
//
// Readings: listed facilitators are counted by who they are, so nobody fills two parts; a lead
// beyond those asked for may stand in for a co-facilitator. Coaching with a room asks for a site of
// the facilitator's, not of the cohort's. A cohort without a language asks for none.
#include <algorithm>
#include <set>

#include "planner/base/language.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Fit {
 public:
  Fit(const Plan& plan, Findings& findings)
      : plan_(plan),
        findings_(findings),
        arrangements_(plan.program().arrangements, &Arrangement::person) {
    for (const Qualification& row : plan.program().qualifications)
      qualified_[{row.facilitator.value, row.module.value}] = row.level;
  }

  void judge(const PlanSession& session) const;

 private:
  void judge_place(const PlanMeeting& meeting) const;
  void judge_room(const PlanMeeting& meeting, const Room& room) const;
  void judge_facilitator(const PlanMeeting& meeting, const Facilitator& who, bool leads) const;
  void judge_count(const PlanMeeting& meeting) const;

  const Plan& plan_;
  Findings& findings_;
  Grouping<Id<Person>, Arrangement> arrangements_;
  std::map<std::pair<RawId, RawId>, QualificationLevel> qualified_;
};

// "In-person modules use a room of the site ...; virtual modules a room with virtual=yes (none,
// when the workspace has none)"; a coaching meeting may have any room or none.
void Fit::judge_place(const PlanMeeting& meeting) const {
  const PlanSession& session = *meeting.session;
  const auto tell = [&](std::string text) {
    std::vector<std::string> subjects;
    if (meeting.room) subjects.push_back(meeting.room->code);
    findings_.add(RuleKind::room_site, session.code, std::move(subjects), std::move(text));
  };
  if (session.form.mode == Mode::in_person) {
    const Site* site = plan_.home_site(session);
    const std::string where = site ? site->name : "its site";
    if (!meeting.room)
      tell(meeting.when() + " is in person and has no room.");
    else if (meeting.room->is_virtual)
      tell(meeting.when() + " is in person, room " + meeting.room->name + " is virtual.");
    else if (!site || meeting.room->site != site->id)
      tell("Room " + meeting.room->name + " is not in " + where + ".");
  } else if (session.form.mode == Mode::virtual_live) {
    if (meeting.room && !meeting.room->is_virtual)
      tell(meeting.when() + " is virtual, room " + meeting.room->name + " is not.");
    else if (!meeting.room && plan_.has_virtual_rooms())
      tell(meeting.when() + " is virtual and has no virtual room.");
  }
}

void Fit::judge_room(const PlanMeeting& meeting, const Room& room) const {
  const PlanSession& session = *meeting.session;
  const auto booked = static_cast<int>(session.seats.size());
  if (room.capacity && booked > *room.capacity)
    findings_.add(RuleKind::room_capacity, session.code, {room.code},
                  count(booked, "booked seat") + ", room " + room.name + " holds " +
                      std::to_string(*room.capacity) + ".");
  for (const std::string& feature : session.form.room_features)
    if (!has(room.features, feature))
      findings_.add(RuleKind::room_features, session.code, {room.code, feature},
                    "Module " + session.module->code + " needs " + feature + ", room " + room.name +
                        " does not have it.");
  for (const Person* person : session.seats) {
    for (const Arrangement* row : arrangements_[person->id]) {
      const bool asks = row->kind == ArrangementKind::captions ||
                        (row->kind == ArrangementKind::step_free && !room.is_virtual);
      if (!asks || has(room.features, word(row->kind)) ||
          findings_.waived(RuleKind::arrangement, session.code, {room.code}))
        continue;
      findings_.add_person(RuleKind::arrangement, session.code, person->number, person->name,
                           "Room " + room.name + " has no " + std::string{word(row->kind)} +
                               ", which is arranged for ",
                           ".");
    }
  }
}

void Fit::judge_facilitator(const PlanMeeting& meeting, const Facilitator& who, bool leads) const {
  const PlanSession& session = *meeting.session;
  const auto level = qualified_.find({who.id.value, session.module->id.value});
  const bool qualified =
      level != qualified_.end() && (level->second == QualificationLevel::lead ||
                                    (!leads && level->second == QualificationLevel::co));
  if (!qualified)
    findings_.add(RuleKind::facilitator_qualified, session.code, {who.code},
                  who.name + " is not qualified to " + (leads ? "lead " : "co-facilitate ") +
                      session.module->code + ".");
  for (const Cohort* cohort : session.cohorts)
    if (!cohort->language.empty() && !who.languages.empty() &&
        !has(who.languages, cohort->language))
      findings_.add(RuleKind::facilitator_language, session.code, {who.code, cohort->code},
                    who.name + " does not work in " + language_words(cohort->language) +
                        ", the language of cohort " + cohort->code + ".");
  const Site* site =
      meeting.room && !meeting.room->is_virtual ? plan_.site(meeting.room->site) : nullptr;
  if (site && !who.sites.empty() &&
      std::find(who.sites.begin(), who.sites.end(), site->id) == who.sites.end())
    findings_.add(RuleKind::facilitator_site, session.code, {who.code, site->code},
                  who.name + " does not work in " + site->name + ".");
}

void Fit::judge_count(const PlanMeeting& meeting) const {
  const Module& module = *meeting.session->module;
  const auto leads_asked = static_cast<std::size_t>(module.leads.value_or(0));
  const auto all_asked = leads_asked + static_cast<std::size_t>(module.cofacilitators.value_or(0));
  const std::set<const Facilitator*> leads(meeting.leads.begin(), meeting.leads.end());
  std::set<const Facilitator*> all = leads;
  all.insert(meeting.cofacilitators.begin(), meeting.cofacilitators.end());
  if (leads.size() >= leads_asked && all.size() >= all_asked) return;
  findings_.add(RuleKind::facilitator_count, meeting.session->code, {module.code},
                meeting.when() + " has " + count(static_cast<std::int64_t>(leads.size()), "lead") +
                    " and " +
                    count(static_cast<std::int64_t>(all.size() - leads.size()), "co-facilitator") +
                    "; module " + module.code + " asks for " + std::to_string(leads_asked) +
                    " and " + std::to_string(all_asked - leads_asked) + ".");
}

void Fit::judge(const PlanSession& session) const {
  const auto booked = static_cast<int>(session.seats.size());
  if (session.form.capacity && booked > *session.form.capacity)
    findings_.add(RuleKind::module_capacity, session.code, {session.module->code},
                  count(booked, "booked seat") + ", module " + session.module->code + " takes " +
                      std::to_string(*session.form.capacity) + ".");
  for (const PlanMeeting& meeting : session.meetings) {
    judge_place(meeting);
    if (meeting.room) judge_room(meeting, *meeting.room);
    judge_count(meeting);
    for (const Facilitator* who : meeting.leads) judge_facilitator(meeting, *who, true);
    for (const Facilitator* who : meeting.cofacilitators) judge_facilitator(meeting, *who, false);
  }
}

}  // namespace

void judge_fit(const Plan& plan, Findings& findings) {
  const Fit fit{plan, findings};
  for (const PlanSession& session : plan.sessions())
    if (session.judged()) fit.judge(session);
}

}  // namespace tandem::judge
