// The sessions one person holds a seat in, told to that person: what, when by their clock, where,
// with whom, and what became of those that are past. Used by the development plan; knows no other
// person and no format.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planner/base/zone.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::report {

// One meeting to come, or one thing to hand in by a day.
struct PersonMeeting {
  std::string module;  // code
  std::string title;
  Orientation orientation{};
  std::string part;         // "part 2 of 3", or ""
  Date date{};              // for items without meetings: the last day
  std::string time;         // "09:00 to 16:00"; "" for items
  std::string clock;        // "Amsterdam time"
  std::string other_clock;  // online, hosted elsewhere: "08:00 to 15:00 London time"
  std::string place;
  std::string with;  // who leads it
  bool planned{};    // may still move

  bool operator==(const PersonMeeting&) const = default;
};

struct PersonSession {
  enum class State : std::uint8_t { done, to_make_up, not_marked, ahead, no_date };
  std::string module;  // code
  std::string title;
  Orientation orientation{};
  std::optional<Date> first;
  State state{};

  bool operator==(const PersonSession&) const = default;
};

struct SessionsOfPerson {
  std::vector<PersonMeeting> ahead;     // by time
  std::vector<PersonSession> sessions;  // by first date, those without one last
};

// "Europe/Amsterdam" as a reader says it: "Amsterdam time".
std::string clock_words(const std::string& zone);

class PersonSessions {
 public:
  // Requires: the program outlives this.
  PersonSessions(const Program& program, Date as_of);

  // Booked seats of sessions that are not cancelled. What fell into a pause is left out.
  // Cost: linear in the person's own seats and their meetings.
  SessionsOfPerson of(const Person& person) const;

 private:
  bool paused(Id<Person> person, Date day) const;
  PersonSession::State state_of(const Session& session, const Person& person) const;
  PersonMeeting told(const Session& session, const Module& module, const Meeting& meeting,
                     std::size_t parts, const Person& person) const;
  const Zone* zone(const std::string& name) const;

  const Program& program_;
  Date as_of_;
  Grouping<Id<Person>, Seat> seats_;
  Grouping<Id<Session>, Meeting> meetings_;
  Grouping<std::pair<Id<Session>, Id<Person>>, Attendance> marks_;
  Grouping<Id<Person>, Season> seasons_;
  std::map<std::string, Zone> zones_;
};

}  // namespace tandem::report
