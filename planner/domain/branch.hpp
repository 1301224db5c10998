// A branch: a plan that is tried out beside the published one. It is held as the planning rows in
// which it differs (sessions, meetings, seats, waivers), each with a mark of what the published row
// was when the branch took it up. Everything else it shares with the file as that changes. Sessions
// are told by code, for a branch may have some that the published plan has not. Read and written
// through schedule/scenario.hpp only; no other noun refers to these.
#pragma once

#include "planner/domain/session.hpp"

namespace tandem {

// The name of the plan itself, where a branch may be named; no branch can be called so.
inline constexpr std::string_view kPublished = "published";

struct Branch : Row<Branch> {
  std::string code;
  std::string author;
  std::optional<Date> made;
  std::string note;

  bool operator==(const Branch&) const = default;
};

// Without a module: the branch does without this session.
struct BranchSession : Row<BranchSession> {
  Id<Branch> branch;
  std::string session;
  std::vector<Id<Cohort>> cohorts;
  Id<Module> module;
  std::string variant;
  bool cancelled{};
  bool pinned{};
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::string note;
  std::string base;  // row_mark of the published row when taken up; empty: there was none

  bool operator==(const BranchSession&) const = default;
};

// Without a date: the meeting falls away.
struct BranchMeeting : Row<BranchMeeting> {
  Id<Branch> branch;
  std::string session;
  int number{};
  std::optional<Date> date;
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  Id<Room> room;
  std::vector<Id<Facilitator>> leads;
  std::vector<Id<Facilitator>> cofacilitators;
  std::string base;

  bool operator==(const BranchMeeting&) const = default;
};

// Without a status: there is no such seat.
struct BranchSeat : Row<BranchSeat> {
  Id<Branch> branch;
  std::string session;
  Id<Person> person;
  std::optional<SeatStatus> status;
  std::string base;

  bool operator==(const BranchSeat&) const = default;
};

// A waiver that the branch has and the published plan has not; `dropped`: the other way round.
struct BranchWaiver : Row<BranchWaiver> {
  Id<Branch> branch;
  std::string rule;
  std::string subject;
  std::string session;
  bool dropped{};
  std::string reason;
  std::string author;
  std::optional<Date> date;

  bool operator==(const BranchWaiver&) const = default;
};

constexpr auto fields(Tag<Branch>) {
  return std::array{
      field<&Branch::code>("code").key(),
      field<&Branch::author>("author").about(Privacy::personal, "who made it"),
      field<&Branch::made>("made"),
      field<&Branch::note>("note"),
  };
}

constexpr auto fields(Tag<BranchSession>) {
  return std::array{
      field<&BranchSession::branch>("branch").key(),
      field<&BranchSession::session>("session").key(),
      field<&BranchSession::cohorts>("cohort"),
      field<&BranchSession::module>("module"),
      field<&BranchSession::variant>("variant"),
      field<&BranchSession::cancelled>("cancelled"),
      field<&BranchSession::pinned>("pinned"),
      field<&BranchSession::due_from>("due_from"),
      field<&BranchSession::due_to>("due_to"),
      field<&BranchSession::note>("note"),
      field<&BranchSession::base>("base"),
  };
}

constexpr auto fields(Tag<BranchMeeting>) {
  using enum Privacy;
  return std::array{
      field<&BranchMeeting::branch>("branch").key(),
      field<&BranchMeeting::session>("session").key(),
      field<&BranchMeeting::number>("number").key().range(1, 60),
      field<&BranchMeeting::date>("date"),
      field<&BranchMeeting::start>("start"),
      field<&BranchMeeting::end>("end"),
      field<&BranchMeeting::room>("room"),
      field<&BranchMeeting::leads>("leads").about(personal, "who would run it"),
      field<&BranchMeeting::cofacilitators>("cofacilitators")
          .about(personal, "who would help to run it"),
      field<&BranchMeeting::base>("base"),
  };
}

constexpr auto fields(Tag<BranchSeat>) {
  using enum Privacy;
  return std::array{
      field<&BranchSeat::branch>("branch").key(),
      field<&BranchSeat::session>("session").key().about(personal, "which session"),
      field<&BranchSeat::person>("person").key().about(personal, "who would have a seat"),
      field<&BranchSeat::status>("status").about(personal, "booked, waiting or given back"),
      field<&BranchSeat::base>("base"),
  };
}

constexpr auto fields(Tag<BranchWaiver>) {
  using enum Privacy;
  return std::array{
      field<&BranchWaiver::branch>("branch").key(),
      field<&BranchWaiver::rule>("rule").key(),
      field<&BranchWaiver::subject>("subject").about(personal, "for whom or what it is lifted"),
      field<&BranchWaiver::session>("session"),
      field<&BranchWaiver::dropped>("dropped"),
      field<&BranchWaiver::reason>("reason").about(personal, "why it was lifted"),
      field<&BranchWaiver::author>("author").about(personal, "who lifted it"),
      field<&BranchWaiver::date>("date"),
  };
}

}  // namespace tandem
