// Publishing: which calendar files go out, and what must be remembered of them. Compares the
// meetings as they stand with what was last sent (domain/calendar_entry.hpp), so that every
// recipient's copy keeps its UID, rises in sequence only when it moves, is withdrawn or comes back,
// and is untouched otherwise. Pure: the files are values, the memory is a list of commands. Knows
// no file format.
//
// The files, below one folder (a '/' in a code becomes '+'):
//   people/1003.ics  facilitators/SAM.ics  cohorts/MGR-1.ics     everything of one audience
//   events/people/1003/MGR-1+C1-1.ics                            one meeting to come, to invite
//   with changes/20270514T093000Z/people/1003/moved-MGR-1+C1-1.ics    the same, new this time only
#pragma once

#include <chrono>
#include <functional>

#include "planner/edit/command.hpp"
#include "planner/report/calendar_event.hpp"

namespace tandem::report {

enum class CalendarMethod : std::uint8_t { publish, request, cancel };

struct CalendarFile {
  std::string path;  // below the folder, '/' between its parts
  CalendarMethod method{};
  std::string name;                   // of the calendar; "" for a single event
  std::vector<CalendarEvent> events;  // in order of time
};

// Copies of meetings, a copy being one meeting for one audience.
struct CalendarChanges {
  int added{};      // never sent before, or withdrawn once and back
  int moved{};      // another time
  int relocated{};  // another room: the sequence stays, yet people must hear of it
  int reworded{};   // any other word
  int withdrawn{};

  bool operator==(const CalendarChanges&) const = default;
};

struct PublishPlan {
  std::vector<CalendarFile> files;
  // To save before the files are written: a UID that went out must never be forgotten, while files
  // that could not be written come out the same the next time.
  std::vector<Command> commands;
  int sessions{};  // planned until now, published by these commands
  CalendarChanges changes;
};

// Gives a UID that nobody was given before.
using UidSource = std::function<std::string()>;
// Random UUIDs (RFC 4122, version 4) from a seed, which the edges draw from the system.
UidSource random_uids(std::uint64_t seed);

struct PublishMoment {
  Date as_of{};                    // withdrawn meetings are shown until their date lies before it
  std::chrono::sys_seconds now{};  // real time: when the revisions made here were made
};

// Publishes what is planned: every planned session that has dates becomes published, and every
// audience has its files. Errors: those of calendar_events.
Result<PublishPlan> publish(const Program& program, const PublishMoment& moment,
                            const UidSource& uids, const CalendarWords& words = {});

// One audience's files as things stand; planned meetings are in it as tentative ones, and no
// session changes its status. What goes out is remembered all the same. Errors: those of
// calendar_events.
Result<PublishPlan> calendar(const Program& program, const Audience& audience,
                             const PublishMoment& moment, const UidSource& uids,
                             const CalendarWords& words = {});

// The same for several audiences at the cost of one.
Result<PublishPlan> calendars(const Program& program, std::set<Audience> audiences,
                              const PublishMoment& moment, const UidSource& uids,
                              const CalendarWords& words = {});

}  // namespace tandem::report
