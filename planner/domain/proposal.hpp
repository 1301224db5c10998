// A proposal: what the engine suggests, as plain rows by session code. It changes nothing until a
// person adopts it (edit/command.hpp, AdoptSchedule). Made by schedule/, checked by schedule/verify,
// kept by the store until adopted or replaced.
#pragma once

#include "planner/domain/session.hpp"

namespace tandem {

struct PlannedMeeting {
  Date date{};
  TimeOfDay start;
  TimeOfDay end;
  Id<Room> room;
  std::vector<Id<Facilitator>> leads;
  std::vector<Id<Facilitator>> cofacilitators;

  bool operator==(const PlannedMeeting&) const = default;
};

struct PlannedSession {
  std::string code;  // of a session that exists, or that adopting creates
  std::vector<Id<Cohort>> cohorts;
  Id<Module> module;
  std::string variant;
  std::optional<Date> due_from;          // items without meetings
  std::optional<Date> due_to;
  std::vector<PlannedMeeting> meetings;  // in order; empty when no place was found
  std::vector<Id<Person>> seats;         // booked, by employee number

  bool operator==(const PlannedSession&) const = default;
};

// All sessions of the cohorts it was made for, placed or not, ordered by code.
struct Proposal {
  std::vector<PlannedSession> sessions;

  bool operator==(const Proposal&) const = default;
};

}  // namespace tandem
