// The schedule as it stands: a session is one offering of a module to one or more cohorts, its
// meetings have dates, rooms and facilitators, its seats have people. Codes never change once made:
// COHORT/MODULE, COHORT/MODULE/2 for a second group.
#pragma once

#include "planner/domain/cohort.hpp"
#include "planner/domain/facilitator.hpp"
#include "planner/domain/room.hpp"

namespace tandem {

enum class SessionStatus : std::uint8_t { planned, published, delivered, cancelled };
constexpr std::array<std::string_view, 4> words(Tag<SessionStatus>) {
  return {"planned", "published", "delivered", "cancelled"};
}

enum class SeatStatus : std::uint8_t { booked, waitlisted, cancelled, declined };
constexpr std::array<std::string_view, 4> words(Tag<SeatStatus>) {
  return {"booked", "waitlisted", "cancelled", "declined"};
}

struct Session : Row<Session> {
  std::string code;
  std::vector<Id<Cohort>> cohorts;  // the first one's code and cost; several: a joint session
  Id<Module> module;
  std::string variant;
  SessionStatus status{};
  bool pinned{};
  std::optional<Date> due_from;  // items without meetings
  std::optional<Date> due_to;
  std::string note;

  bool operator==(const Session&) const = default;
};

struct Meeting : Row<Meeting> {
  Id<Session> session;
  int number{};
  Date date{};  // date and times in the zone of the room, else of the first cohort's site
  TimeOfDay start;
  TimeOfDay end;
  Id<Room> room;
  std::vector<Id<Facilitator>> leads;
  std::vector<Id<Facilitator>> cofacilitators;

  bool operator==(const Meeting&) const = default;
};

struct Seat : Row<Seat> {
  Id<Session> session;
  Id<Person> person;
  SeatStatus status{};

  bool operator==(const Seat&) const = default;
};

// Lifts one rule for one subject (empty: any) and session, with a reason.
struct Waiver : Row<Waiver> {
  std::string rule;
  std::string subject;
  Id<Session> session;
  std::string reason;
  std::string author;
  std::optional<Date> date;

  bool operator==(const Waiver&) const = default;
};

constexpr auto fields(Tag<Session>) {
  return std::array{
      field<&Session::code>("code").key(),
      field<&Session::cohorts>("cohort").required(),
      field<&Session::module>("module").required(),
      field<&Session::variant>("variant"),
      field<&Session::status>("status").required(),
      field<&Session::pinned>("pinned"),
      field<&Session::due_from>("due_from"),
      field<&Session::due_to>("due_to"),
      field<&Session::note>("note"),
  };
}

constexpr auto fields(Tag<Meeting>) {
  using enum Privacy;
  return std::array{
      field<&Meeting::session>("session").key(),
      field<&Meeting::number>("number").key().range(1, 60),
      field<&Meeting::date>("date").required(),
      field<&Meeting::start>("start").required(),
      field<&Meeting::end>("end").required(),
      field<&Meeting::room>("room"),
      field<&Meeting::leads>("leads").about(personal, "who runs it"),
      field<&Meeting::cofacilitators>("cofacilitators").about(personal, "who helps to run it"),
  };
}

constexpr auto fields(Tag<Seat>) {
  using enum Privacy;
  return std::array{
      field<&Seat::session>("session").key().about(personal, "which session"),
      field<&Seat::person>("person").key().about(personal, "who has a seat"),
      field<&Seat::status>("status").required().about(personal, "booked, waiting or given back"),
  };
}

constexpr auto fields(Tag<Waiver>) {
  using enum Privacy;
  return std::array{
      field<&Waiver::rule>("rule").key(),
      field<&Waiver::subject>("subject").about(personal, "for whom or what the rule is lifted"),
      field<&Waiver::session>("session"),
      field<&Waiver::reason>("reason").required().about(personal, "why it was lifted"),
      field<&Waiver::author>("author").required().about(personal, "who lifted it"),
      field<&Waiver::date>("date"),
  };
}

}  // namespace tandem
