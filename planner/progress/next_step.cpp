#include "planner/progress/next_step.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/base/zone.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/progress/person_progress.hpp"

namespace tandem {
namespace {

class Finder {
 public:
  Finder(const TrainingRecords& records, const PersonProgress& progress)
      : records_(records),
        program_(records.program()),
        today_(records.today()),
        progress_(progress),
        person_(program_.people.at(progress.person)) {}

  NextStep find() {
    if (has_left(person_, today_))
      return none(fmt::format("left the company on {}", words_with_year(*person_.left)));
    if (auto step = session()) return *step;
    // Nothing is asked of anybody on a pause.
    if (progress_.pace == Pace::paused) return none(progress_.pace_text);
    if (auto step = due_item()) return *step;
    if (auto step = make_up()) return *step;
    if (auto step = action()) return *step;
    return none(reason());
  }

 private:
  static NextStep none(std::string text) {
    NextStep out;
    out.text = std::move(text);
    return out;
  }

  bool away(Date day) const { return records_.paused(person_.id, day) || has_left(person_, day); }

  template <class Visit>
  void each_open_seat(Visit visit) const {
    for (const Seat* seat : records_.seats(person_.id)) {
      if (seat->status != SeatStatus::booked) continue;
      const Session& session = program_.sessions.at(seat->session);
      if (session.status != SessionStatus::cancelled && session.status != SessionStatus::delivered)
        visit(session);
    }
  }

  std::optional<NextStep> session() const {
    const Session* best = nullptr;
    const Meeting* first = nullptr;
    each_open_seat([&](const Session& session) {
      for (const Meeting* m : records_.meetings(session.id)) {
        if (m->date < today_ || away(m->date)) continue;
        if (first && std::tie(first->date, first->start, best->code, first->number) <=
                         std::tie(m->date, m->start, session.code, m->number))
          continue;
        best = &session;
        first = m;
      }
    });
    if (!first) return std::nullopt;
    NextStep out;
    out.kind = NextKind::session;
    out.session = best->id;
    out.meeting = first->number;
    out.module = best->module;
    out.date = first->date;
    std::string zone_note;
    place(*best, *first, out, zone_note);
    const auto meetings = records_.meetings(best->id).size();
    out.text = fmt::format("{}{}, {}{}{}", program_.modules.at(best->module).title,
                           meetings > 1 ? fmt::format(" ({} of {})", first->number, meetings) : "",
                           words(*out.when), zone_note, out.place.empty() ? "" : ", " + out.place);
    return out;
  }

  // A room's clock is told as it hangs there; online it is the person's own.
  void place(const Session& session, const Meeting& meeting, NextStep& out,
             std::string& zone_note) const {
    out.when = at(meeting.date, meeting.start);
    const Site* clock = clock_site(program_, meeting);
    const Site* own = tandem::find(program_, person_.site);
    const Room* room = tandem::find(program_, meeting.room);
    const bool elsewhere = clock && own && clock->zone != own->zone;
    if (room && !room->is_virtual) {
      const Site* site = tandem::find(program_, room->site);
      out.place = site ? fmt::format("{}, {}", room->name, site->name) : room->name;
      if (elsewhere) zone_note = " local time";
      return;
    }
    const Variant* form = session.variant.empty()
                              ? nullptr
                              : program_.variants.find_key(join_key(
                                    {std::to_string(session.module.value), session.variant}));
    const Mode mode = form && form->mode ? *form->mode : program_.modules.at(session.module).mode;
    out.place = room || mode == Mode::virtual_live ? "online"
                : mode == Mode::coaching           ? "place as agreed"
                                                   : "no room yet";
    if (!elsewhere) return;
    const auto there = Zone::find(clock->zone);
    const auto here = Zone::find(own->zone);
    if (!there || !here) return;
    out.when = here->to_local(there->to_utc(*out.when).utc);
    out.date = date_of(*out.when);
  }

  // The earliest that is still to come, else the one that was due first.
  std::optional<NextStep> due_item() const {
    const Session* best = nullptr;
    const auto key = [&](const Session& s) {
      return std::tuple{*s.due_to < today_, *s.due_to, std::string_view{s.code}};
    };
    each_open_seat([&](const Session& session) {
      if (!session.due_to || !records_.meetings(session.id).empty()) return;
      if (!best || key(session) < key(*best)) best = &session;
    });
    if (!best) return std::nullopt;
    NextStep out;
    out.kind = NextKind::due_item;
    out.session = best->id;
    out.module = best->module;
    out.date = best->due_to;
    out.text =
        fmt::format("{}, due {}", program_.modules.at(best->module).title, words(*best->due_to));
    return out;
  }

  template <class Visit>
  void each_module(ModuleState state, Visit visit) const {
    for (const JourneyProgress& journey : progress_.journeys) {
      if (journey.status != MemberStatus::enrolled) continue;
      for (const ModuleProgress& module : journey.modules)
        if (module.state == state) visit(journey, module);
    }
  }

  std::optional<NextStep> make_up() const {
    std::optional<NextStep> out;
    each_module(ModuleState::to_make_up, [&](const JourneyProgress&, const ModuleProgress& m) {
      if (out) return;
      out.emplace();
      out->kind = NextKind::make_up;
      out->module = m.module;
      const Module& module = program_.modules.at(m.module);
      out->text = fmt::format("{} ({}) to make up, no date yet", module.title, module.code);
    });
    return out;
  }

  std::optional<NextStep> action() const {
    const Action* best = nullptr;
    const auto key = [](const Action& a) {
      return std::tuple{!a.due, a.due.value_or(Date{}), std::string_view{a.text}};
    };
    for (const Action* a : records_.actions(person_.id)) {
      if (a->state != ActionState::planned && a->state != ActionState::doing) continue;
      if (!best || key(*a) < key(*best)) best = a;
    }
    if (!best) return std::nullopt;
    NextStep out;
    out.kind = NextKind::action;
    out.action = best->id;
    out.module = best->module;
    out.date = best->due;
    out.text = best->due ? fmt::format("{}, by {}", best->text, words(*best->due)) : best->text;
    return out;
  }

  std::string reason() const {
    std::vector<std::string> undated;
    each_module(ModuleState::undated, [&](const JourneyProgress& journey, const ModuleProgress& m) {
      undated.push_back(m.session ? program_.sessions.at(m.session).code
                                  : fmt::format("{}/{}", code_of(program_, journey.cohort),
                                                code_of(program_, m.module)));
    });
    if (!undated.empty())
      return fmt::format("{} {} no date yet", sentence_list(undated),
                         undated.size() == 1 ? "has" : "have");
    std::string unmarked;
    each_module(ModuleState::unmarked, [&](const JourneyProgress&, const ModuleProgress& m) {
      if (unmarked.empty())
        unmarked =
            fmt::format("{} of {} is not marked yet", code_of(program_, m.module), words(*m.date));
    });
    if (!unmarked.empty()) return unmarked;
    if (progress_.counts[ModuleState::booked] > 0)
      return "nothing outside the pause has a date yet";
    if (progress_.pace == Pace::complete) return "the journey is complete";
    for (const JourneyProgress& journey : progress_.journeys) {
      const auto cohort = code_of(program_, journey.cohort);
      if (journey.status == MemberStatus::waitlisted)
        return fmt::format("waiting for a place in {}", cohort);
      if (journey.status == MemberStatus::requested)
        return fmt::format("asked for a place in {}, not decided yet", cohort);
    }
    for (const JourneyProgress& journey : progress_.journeys)
      if (journey.status == MemberStatus::enrolled)
        return fmt::format("{} has no modules yet", code_of(program_, journey.cohort));
    return "not in a cohort";
  }

  const TrainingRecords& records_;
  const Program& program_;
  Date today_;
  const PersonProgress& progress_;
  const Person& person_;
};

}  // namespace

NextStep next_step(const TrainingRecords& records, const PersonProgress& progress) {
  return Finder{records, progress}.find();
}

NextStep next_step(const Program& program, Id<Person> person, Date as_of) {
  return person_progress(program, person, as_of).next;
}

}  // namespace tandem
