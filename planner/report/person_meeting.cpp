#include "planner/report/person_meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/report/meeting_words.hpp"

namespace tandem::report {
MeetingsAhead::MeetingsAhead(const TrainingRecords& records)
    : records_(records), program_(records.program()) {
  for (const Site& site : program_.sites)
    if (auto found = Zone::find(site.zone)) zones_.emplace(site.zone, std::move(*found));
}

std::vector<PersonMeeting> MeetingsAhead::of(const Person& person) const {
  const Date today = records_.today();
  struct Timed {
    std::tuple<Date, TimeOfDay, std::string_view, int> order;
    PersonMeeting meeting;
  };
  std::vector<Timed> ahead;
  for (const SeatRecord& seat : records_.booked(person.id)) {
    const Session& session = *seat.session;
    if (session.status == SessionStatus::delivered) continue;
    const auto meetings = records_.meetings(session.id);
    for (const Meeting* m : meetings)
      if (m->date >= today && !records_.paused(person.id, m->date))
        ahead.push_back({{m->date, m->start, session.code, m->number}, told(session, *m, person)});
    if (!meetings.empty() || !session.due_to || *session.due_to < today ||
        records_.paused(person.id, *session.due_to))
      continue;
    const Module& module = program_.modules.at(session.module);
    PersonMeeting item;
    item.session = session.id;
    item.module = module.code;
    item.title = module.title;
    item.orientation = module.orientation;
    item.date = *session.due_to;
    item.planned = session.status == SessionStatus::planned;
    ahead.push_back({{item.date, TimeOfDay{1440}, session.code, 0}, std::move(item)});
  }
  std::sort(ahead.begin(), ahead.end(),
            [](const Timed& a, const Timed& b) { return a.order < b.order; });
  std::vector<PersonMeeting> out;
  for (Timed& t : ahead) out.push_back(std::move(t.meeting));
  return out;
}

PersonMeeting MeetingsAhead::told(const Session& session, const Meeting& meeting,
                                  const Person& person) const {
  const Module& module = program_.modules.at(session.module);
  const std::size_t parts = records_.meetings(session.id).size();
  PersonMeeting out;
  out.session = session.id;
  out.number = meeting.number;
  out.module = module.code;
  out.title = module.title;
  out.orientation = module.orientation;
  if (parts > 1) out.part = fmt::format("part {} of {}", meeting.number, parts);
  out.date = meeting.date;
  out.time = from_to(meeting.start, meeting.end);
  out.planned = session.status == SessionStatus::planned;
  out.with = sentence_list(names_of(program_, meeting.leads));

  const Room* room = meeting.room ? program_.rooms.find(meeting.room) : nullptr;
  const Site* host = clock_site(program_, meeting);
  out.place = place_words(program_, meeting, module);
  if (host) out.clock = clock_words(host->zone);
  if (!host || (room && !room->is_virtual)) return out;
  // Who joins from elsewhere reads their own clock, and the host's beside it.
  const Site* home = person.site ? program_.sites.find(person.site) : nullptr;
  const Zone* there = zone(host->zone);
  const Zone* here = home ? zone(home->zone) : nullptr;
  if (!there || !here || home->zone == host->zone) return out;
  const auto local = [&](TimeOfDay time) {
    return here->to_local(there->to_utc(at(meeting.date, time)).utc);
  };
  const LocalMinute begin = local(meeting.start);
  const LocalMinute end = local(meeting.end);
  if (begin == at(meeting.date, meeting.start)) {
    out.clock = clock_words(home->zone);  // two names of one hour
    return out;
  }
  out.other_clock = out.time + " " + out.clock;
  out.date = date_of(begin);
  out.time = from_to(time_of(begin), time_of(end));
  out.clock = clock_words(home->zone);
  return out;
}

const Zone* MeetingsAhead::zone(const std::string& name) const {
  const auto found = zones_.find(name);
  return found == zones_.end() ? nullptr : &found->second;
}

}  // namespace tandem::report
