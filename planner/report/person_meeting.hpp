// The meetings that lie ahead of one person, told to that person: what, when by their clock, where
// and with whom. Used by the development plan; knows no other person and no format.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planner/base/zone.hpp"
#include "planner/progress/training_records.hpp"

namespace tandem::report {

// One meeting to come, or one thing to hand in by a day.
struct PersonMeeting {
  Id<Session> session;
  int number{};        // of the meeting; 0 for items without meetings
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

class MeetingsAhead {
 public:
  // Requires: the records outlive this.
  explicit MeetingsAhead(const TrainingRecords& records);

  // Of booked seats in sessions that are neither cancelled nor delivered, by time; nothing that
  // falls into a pause of theirs. Cost: linear in the person's own seats and their meetings.
  std::vector<PersonMeeting> of(const Person& person) const;

 private:
  PersonMeeting told(const Session& session, const Meeting& meeting, const Person& person) const;
  const Zone* zone(const std::string& name) const;

  const TrainingRecords& records_;
  const Program& program_;
  std::map<std::string, Zone> zones_;
};

}  // namespace tandem::report
