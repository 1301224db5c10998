// Seats: every enrolled member has exactly one booked seat for each module in use, in their
// cohort's groups or as a make-up in another cohort's session; and who is to make up instead.
//
// Readings: a cancelled group is none. A group that is not made yet (fewer groups than
// ceil(enrolled / what fits)) is one without a date, so that no seat is demanded. A pause excuses
// when it touches a date of every group. A seat in a session of another cohort of the person's own
// that uses the module belongs to that cohort: it can stand in for a missing one and is never one
// too many. Nor is the seat of a delivered session, which may have been missed and made up.
#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

using Sessions = std::vector<const PlanSession*>;

// COHORT/MODULE before COHORT/MODULE/2 before COHORT/MODULE/10.
bool by_group(const PlanSession* a, const PlanSession* b) {
  return std::pair{a->code.size(), a->code} < std::pair{b->code.size(), b->code};
}

enum class Need { met, missing, too_many, make_up };

class Seating {
 public:
  explicit Seating(const Plan& plan)
      : plan_(plan), seasons_(plan.program().seasons, &Season::person) {
    for (const PlanSession& session : plan.sessions()) {
      if (session.cancelled()) continue;
      for (const Cohort* cohort : session.cohorts)
        groups_[{cohort->code, session.module->code}].push_back(&session);
      for (const Person* person : session.seats)
        seats_[{person->id.value, session.module->id.value}].push_back(&session);
    }
    for (auto& [key, groups] : groups_) std::sort(groups.begin(), groups.end(), by_group);
  }

  // visit(groups, person, need, seats held too many): for everybody enrolled and each module in use
  // of which a session exists.
  template <class Visit>
  void each(Visit visit) const {
    for (const auto& [key, groups] : groups_) {
      const Module& module = *groups.front()->module;
      const Cohort& cohort = *plan_.program().cohorts.find_key(key.first);
      if (!plan_.in_use(cohort).contains(module.id)) continue;
      const bool demanded = seats_demanded(cohort, module, groups);
      for (const Person* person : enrolled({&cohort})) {
        const Sessions counted = counted_seats(*person, cohort, module);
        Need need = Need::met;
        if (counted.size() > 1)
          need = Need::too_many;
        else if (!seats_.contains({person->id.value, module.id.value}))
          need = demanded && !paused_from_all(*person, groups) ? Need::missing : Need::make_up;
        visit(cohort, module, groups, *person, need, counted);
      }
    }
  }

 private:
  std::vector<const Person*> enrolled(const std::vector<const Cohort*>& cohorts) const {
    std::map<std::string, const Person*> out;
    for (const Cohort* cohort : cohorts)
      for (const Member* row : plan_.members(*cohort))
        if (const Person* person = plan_.program().people.find(row->person);
            person && row->status == MemberStatus::enrolled)
          out[person->number] = person;
    std::vector<const Person*> list;
    for (const auto& [number, person] : out) list.push_back(person);
    return list;
  }

  bool uses(const Person& person, const Cohort& cohort, Id<Module> module) const {
    const auto rows = plan_.memberships(person);
    return plan_.in_use(cohort).contains(module) &&
           std::any_of(rows.begin(), rows.end(), [&](const Member* row) {
             return row->cohort == cohort.id && row->status == MemberStatus::enrolled;
           });
  }

  // Of which more than one is too many.
  Sessions counted_seats(const Person& person, const Cohort& cohort, const Module& module) const {
    Sessions out;
    const auto found = seats_.find({person.id.value, module.id.value});
    if (found == seats_.end()) return out;
    for (const PlanSession* session : found->second) {
      const auto& of = session->cohorts;
      const bool own = std::find(of.begin(), of.end(), &cohort) != of.end();
      const bool of_another = std::any_of(of.begin(), of.end(), [&](const Cohort* other) {
        return uses(person, *other, module.id);
      });
      if (!session->delivered() && (own || !of_another)) out.push_back(session);
    }
    return out;
  }

  // Coaching has one session a member: the others' dates are not for this person.
  bool paused_from_all(const Person& person, const Sessions& groups) const {
    const bool alone = groups.front()->form.mode == Mode::coaching;
    return std::all_of(groups.begin(), groups.end(), [&](const PlanSession* session) {
      if (alone && !session->code.ends_with("/" + person.number)) return true;
      if (session->is_item()) return session->due_to && paused(person, *session->due_to);
      return std::any_of(session->meetings.begin(), session->meetings.end(),
                         [&](const PlanMeeting& meeting) { return paused(person, meeting.date); });
    });
  }
  bool paused(const Person& person, Date date) const {
    const auto rows = seasons_[person.id];
    return std::any_of(rows.begin(), rows.end(), [&](const Season* row) {
      return row->season == SeasonKind::paused && row->from <= date &&
             (!row->to || date <= *row->to);
    });
  }

  // "No seat is demanded where any group of the module is already delivered, or while a group has
  // no date."
  bool seats_demanded(const Cohort& cohort, const Module& module, const Sessions& groups) const {
    for (const PlanSession* session : groups)
      if (session->delivered() || !session->has_date()) return false;
    return groups.size() >= groups_asked(cohort, module, groups);
  }

  // g = ceil(enrolled / min(module or variant capacity, largest usable room)); coaching: one each.
  std::size_t groups_asked(const Cohort& cohort, const Module& module,
                           const Sessions& groups) const {
    std::vector<const Cohort*> together{&cohort};
    for (const PlanSession* session : groups)
      together.insert(together.end(), session->cohorts.begin(), session->cohorts.end());
    const std::size_t people = enrolled(together).size();
    const CohortModule* own = plan_.choice(cohort, module);
    const Variant* variant = nullptr;
    if (own && !own->variant.empty())
      variant = plan_.program().variants.find_key(
          join_key({std::to_string(module.id.value), own->variant}));
    const Form form = form_of(module, variant);
    if (form.mode == Mode::coaching) return people;
    std::optional<int> most = form.capacity;
    if (const auto room = largest_room(form, *groups.front()); room && (!most || *room < *most))
      most = room;
    if (!most) return 1;
    const auto fits = static_cast<std::size_t>(std::max(1, *most));
    return (people + fits - 1) / fits;
  }

  // "Usable: right site and kind, the form's features." nullopt: none, or one without a limit.
  std::optional<int> largest_room(const Form& form, const PlanSession& session) const {
    if (!is_live(form.mode)) return std::nullopt;
    const Site* site = plan_.home_site(session);
    std::optional<int> most;
    for (const Room& room : plan_.program().rooms) {
      const bool kind = form.mode == Mode::virtual_live
                            ? room.is_virtual
                            : !room.is_virtual && site && room.site == site->id;
      const bool features =
          std::all_of(form.room_features.begin(), form.room_features.end(), [&](const auto& asked) {
            return std::find(room.features.begin(), room.features.end(), asked) !=
                   room.features.end();
          });
      if (!kind || !features) continue;
      if (!room.capacity) return std::nullopt;
      most = std::max(most, room.capacity);
    }
    return most;
  }

  const Plan& plan_;
  Grouping<Id<Person>, Season> seasons_;
  std::map<std::pair<std::string, std::string>, Sessions> groups_;
  std::map<std::pair<RawId, RawId>, Sessions> seats_;
};

// The group that a missing seat is told for: the person's own of coaching, else the first.
const std::string& told_for(const Cohort& cohort, const Module& module, const Sessions& groups,
                            const Person& person) {
  const std::string own = cohort.code + "/" + module.code + "/" + person.number;
  for (const PlanSession* session : groups)
    if (session->form.mode == Mode::coaching && session->code == own) return session->code;
  return groups.front()->code;
}

}  // namespace

void judge_seats(const Plan& plan, Findings& findings) {
  Seating{plan}.each([&](const Cohort& cohort, const Module& module, const Sessions& groups,
                         const Person& person, Need need, const Sessions& held) {
    if (need == Need::missing) {
      findings.add_person(RuleKind::seats, told_for(cohort, module, groups, person), person.number,
                          person.name,
                          "In cohort " + cohort.code + " no seat for " + module.code + ": ", ".");
    } else if (need == Need::too_many) {
      std::vector<std::string> codes;
      for (const PlanSession* session : held) codes.push_back(session->code);
      for (const PlanSession* session : held)
        if (session->judged())
          findings.add_person(
              RuleKind::seats, session->code, person.number, person.name, "",
              " has a seat for " + module.code + " in " + sentence_list(codes) + ".");
    }
  });
}

std::vector<OwedSeat> owed_seats(const Plan& plan) {
  std::vector<OwedSeat> out;
  Seating{plan}.each([&](const Cohort& cohort, const Module& module, const Sessions& groups,
                         const Person& person, Need need, const Sessions&) {
    if (need == Need::make_up)
      out.push_back({cohort.id, module.id, told_for(cohort, module, groups, person), person.id});
  });
  return out;
}

}  // namespace tandem::judge
