#include "planner/report/calendar_event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/base/zone.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/schedule/form.hpp"

namespace tandem::report {
namespace {

constexpr std::array<std::string_view, 3> kKinds{"cohort", "facilitator", "person"};
constexpr std::string_view kNoAddress = "no-reply@tandem.invalid";

template <class T>
std::vector<std::string> names_of(const Table<T>& table, const std::vector<Id<T>>& ids) {
  std::vector<std::string> out;
  for (const auto id : ids)
    if (const T* row = table.find(id)) out.push_back(row->name);
  return out;
}

// Somebody named by employee number, or by name when they are not in the table.
Party person_named(const Program& program, const std::string& number_or_name) {
  if (const Person* person = program.people.find_key(number_or_name))
    return {person->name, person->email};
  return {number_or_name, {}};
}

// All that the copies of one meeting share, and the Program's rows by session.
class Describer {
 public:
  Describer(const Program& program, const CalendarWords& words, bool confirm)
      : program_(program),
        words_(words),
        confirm_(confirm),
        meetings_(group_by(program.meetings, &Meeting::session)),
        seats_(group_by(program.seats, &Seat::session)) {}

  Result<std::vector<CalendarEvent>> run(const std::optional<std::set<Audience>>& only) {
    std::vector<CalendarEvent> out;
    for (const Session& session : program_.sessions) {
      if (session.status == SessionStatus::cancelled) continue;
      for (const Meeting* meeting : meetings_[session.id]) {
        if (!begin(session, *meeting)) continue;
        for (const Audience& audience : audiences(session, *meeting))
          if (!only || only->contains(audience)) out.push_back(copy_for(audience));
      }
    }
    if (!errors_.empty()) return fail(errors_);
    std::sort(out.begin(), out.end(), [](const CalendarEvent& a, const CalendarEvent& b) {
      return std::tie(a.meeting, a.audience) < std::tie(b.meeting, b.audience);
    });
    return out;
  }

 private:
  // nullptr, and an error once, when the zone database does not know it.
  const Zone* zone(const std::string& name) {
    const auto known = zones_.find(name);
    if (known != zones_.end()) return known->second ? &*known->second : nullptr;
    auto found = Zone::find(name);
    if (!found) errors_.insert(errors_.end(), found.error().begin(), found.error().end());
    auto& kept = zones_[name];
    if (found) kept = std::move(*found);
    return kept ? &*kept : nullptr;
  }

  bool begin(const Session& session, const Meeting& meeting) {
    session_ = &session;
    meeting_ = &meeting;
    const Site* site = clock_site(program_, meeting);
    if (!site) {
      errors_.push_back({ErrorCode::bad_input, "no site says in which zone the times are",
                         meeting_name(session, meeting), "give its cohort or its room a site"});
      return false;
    }
    zone_ = zone(site->zone);
    if (!zone_) return false;

    const Room* room = meeting.room ? program_.rooms.find(meeting.room) : nullptr;
    online_ = !room || room->is_virtual;
    shared_ = {};
    shared_.meeting = meeting_name(session, meeting);
    shared_.state = session.status == SessionStatus::planned && !confirm_
                        ? CalendarEvent::State::tentative
                        : CalendarEvent::State::confirmed;
    shared_.date = meeting.date;
    shared_.start = meeting.start;
    shared_.end = meeting.end;
    shared_.zone = site->zone;
    const Module* module = program_.modules.find(session.module);
    shared_.title = words_.neutral_titles || !module ? words_.neutral_title : module->title;
    if (room) shared_.place = room->is_virtual ? room->name : room->name + ", " + site->name;
    shared_.description = describe();
    shared_.organiser = organiser_of(program_, shared_.meeting, words_);
    return true;
  }

  std::string describe() const {
    std::string out = "Session " + session_->code;
    const std::size_t parts = meetings_[session_->id].size();
    if (parts > 1) out += fmt::format(", part {} of {}", meeting_->number, parts);
    auto leads = names_of(program_.facilitators, meeting_->leads);
    const auto helpers = names_of(program_.facilitators, meeting_->cofacilitators);
    if (!leads.empty()) out += "\nLed by " + sentence_list(leads);
    if (!helpers.empty()) out += "\nWith " + sentence_list(helpers);
    return out;
  }

  std::vector<Audience> audiences(const Session& session, const Meeting& meeting) const {
    std::set<Audience> out;  // whoever leads and helps has one copy
    if (!schedule::is_one_to_one(program_, session))
      for (const auto id : session.cohorts)
        out.insert({Audience::Kind::cohort, std::string{code_of(program_, id)}});
    for (const auto* list : {&meeting.leads, &meeting.cofacilitators})
      for (const auto id : *list)
        out.insert({Audience::Kind::facilitator, std::string{code_of(program_, id)}});
    for (const Seat* seat : seats_[session.id])
      if (seat->status == SeatStatus::booked)
        out.insert({Audience::Kind::person, std::string{code_of(program_, seat->person)}});
    return {out.begin(), out.end()};
  }

  CalendarEvent copy_for(const Audience& audience) {
    CalendarEvent out = shared_;
    out.audience = audience;
    out.attendee = attendee_of(program_, audience);
    if (online_)
      for (const std::string& name : other_zones(audience))
        if (const Zone* there = zone(name)) out.description += "\n" + local_times(*there);
    return out;
  }

  // Zones other than the meeting's in which this audience reads its clock, by name.
  std::set<std::string> other_zones(const Audience& audience) const {
    std::set<std::string> out;
    const auto add = [&](Id<Site> id) {
      if (const Site* site = id ? program_.sites.find(id) : nullptr) out.insert(site->zone);
    };
    switch (audience.kind) {
      case Audience::Kind::person:
        if (const Person* p = program_.people.find_key(audience.code)) add(p->site);
        break;
      case Audience::Kind::facilitator:
        if (const Facilitator* f = program_.facilitators.find_key(audience.code))
          if (!f->sites.empty()) add(f->sites.front());
        break;
      case Audience::Kind::cohort:
        for (const auto id : session_->cohorts)
          if (const Cohort* cohort = program_.cohorts.find(id)) add(cohort->site);
        for (const Seat* seat : seats_[session_->id])
          if (seat->status == SeatStatus::booked)
            if (const Person* p = program_.people.find(seat->person)) add(p->site);
        break;
    }
    out.erase(shared_.zone);
    return out;
  }

  // "12:30 to 15:00 in Europe/London", with the day where it is another one.
  std::string local_times(const Zone& there) const {
    const auto local = [&](TimeOfDay time) {
      return there.to_local(zone_->to_utc(at(meeting_->date, time)).utc);
    };
    const LocalMinute from = local(meeting_->start);
    const LocalMinute to = local(meeting_->end);
    const auto shown = [&](LocalMinute when, Date known) {
      return date_of(when) == known ? tandem::text(time_of(when)) : words(when);
    };
    return fmt::format("{} to {} in {}", shown(from, meeting_->date), shown(to, date_of(from)),
                       there.name());
  }

  const Program& program_;
  const CalendarWords& words_;
  bool confirm_;
  Grouping<Id<Session>, Meeting> meetings_;
  Grouping<Id<Session>, Seat> seats_;
  std::map<std::string, std::optional<Zone>> zones_;
  Errors errors_;

  const Session* session_{};  // the meeting at hand
  const Meeting* meeting_{};
  const Zone* zone_{};
  bool online_{};
  CalendarEvent shared_;
};

}  // namespace

std::string text(const Audience& audience) {
  return std::string{kKinds[static_cast<std::size_t>(audience.kind)]} + ":" + audience.code;
}

std::optional<Audience> parse_audience(std::string_view text) {
  for (std::size_t k = 0; k < kKinds.size(); ++k) {
    const std::size_t length = kKinds[k].size();
    if (text.starts_with(kKinds[k]) && text.size() > length + 1 && text[length] == ':')
      return Audience{static_cast<Audience::Kind>(k), std::string{text.substr(length + 1)}};
  }
  return std::nullopt;
}

std::string meeting_name(const Session& session, const Meeting& meeting) {
  return fmt::format("{}#{}", session.code, meeting.number);
}

std::optional<Party> attendee_of(const Program& program, const Audience& audience) {
  Party out;
  if (audience.kind == Audience::Kind::person) {
    out = person_named(program, audience.code);
  } else if (audience.kind == Audience::Kind::facilitator) {
    const Facilitator* facilitator = program.facilitators.find_key(audience.code);
    const Person* person = facilitator ? program.people.find(facilitator->person) : nullptr;
    if (person) out = {facilitator->name, person->email};
  }
  if (!contains(out.email, "@")) return std::nullopt;
  return out;
}

Party organiser_of(const Program& program, const std::string& meeting, const CalendarWords& words) {
  Party out = words.organiser.value_or(Party{});
  if (!words.organiser) {
    const Session* session = program.sessions.find_key(meeting.substr(0, meeting.rfind('#')));
    // The code of a session that is gone still begins with its first cohort's.
    const Cohort* cohort = session && !session->cohorts.empty()
                               ? program.cohorts.find(session->cohorts.front())
                               : program.cohorts.find_key(meeting.substr(0, meeting.find('/')));
    const Programme* programme = cohort ? program.programmes.find(cohort->programme) : nullptr;
    if (programme && !programme->owner.empty()) out = person_named(program, programme->owner);
  }
  if (out.name.empty()) out.name = program.workspace().name;
  if (!contains(out.email, "@")) out.email = kNoAddress;
  return out;
}

Result<std::vector<CalendarEvent>> calendar_events(const Program& program,
                                                   const CalendarWords& words, bool confirm,
                                                   const std::optional<std::set<Audience>>& only) {
  return Describer{program, words, confirm}.run(only);
}

}  // namespace tandem::report
