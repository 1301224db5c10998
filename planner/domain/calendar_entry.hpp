// What was last sent of one meeting to one audience: the stable UID, the sequence, when that
// revision was made, and a digest of its content. It outlives the meeting, so a withdrawal can be
// sent; that is why it holds text and no references.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

struct CalendarEntry : Row<CalendarEntry> {
  std::string meeting;   // SESSION#NUMBER
  std::string audience;  // cohort:CODE, facilitator:CODE, person:NUMBER
  std::string uid;
  int sequence{};
  std::string stamp;   // UTC, 20270514T093000Z
  std::string digest;  // of the event as sent, or "cancelled ..." kept until its date has passed

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
  };
}

}  // namespace tandem
