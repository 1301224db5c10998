// What was last sent of one meeting to one audience: the stable UID, the sequence, when that
// revision was made, and what the recipient holds. It outlives the meeting, so that a withdrawal
// can be sent and shown until its date has passed; that is why it holds text and no references.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

struct CalendarEntry : Row<CalendarEntry> {
  std::string meeting;   // SESSION#NUMBER
  std::string audience;  // cohort:CODE, facilitator:CODE, person:NUMBER
  std::string uid;
  int sequence{};        // rises when the meeting moves, is withdrawn or comes back
  std::string stamp;     // when that revision was made; UTC, 20270514T093000Z
  std::string digest;    // of every word of the event as sent
  std::string modified;  // last change of any kind, as `stamp`
  std::optional<Date> date;  // when, where and what, as sent
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  std::string zone;  // IANA name
  std::string title;
  std::string place;
  bool cancelled{};

  bool operator==(const CalendarEntry&) const = default;
};

constexpr auto fields(Tag<CalendarEntry>) {
  using enum Privacy;
  return std::array{
      field<&CalendarEntry::meeting>("meeting").key(),
      field<&CalendarEntry::audience>("audience").key().about(personal, "whose copy"),
      field<&CalendarEntry::uid>("uid").required(),
      field<&CalendarEntry::sequence>("sequence"),
      field<&CalendarEntry::stamp>("stamp"),
      field<&CalendarEntry::digest>("digest"),
      field<&CalendarEntry::modified>("modified"),
      field<&CalendarEntry::date>("date"),
      field<&CalendarEntry::start>("start"),
      field<&CalendarEntry::end>("end"),
      field<&CalendarEntry::zone>("zone"),
      field<&CalendarEntry::title>("title"),
      field<&CalendarEntry::place>("place"),
      field<&CalendarEntry::cancelled>("cancelled"),
  };
}

}  // namespace tandem
