// One person's mark at one meeting.
#pragma once

#include "planner/domain/session.hpp"

namespace tandem {

enum class AttendanceStatus : std::uint8_t { full, partial, no_show, excused };
constexpr std::array<std::string_view, 4> words(Tag<AttendanceStatus>) {
  return {"full", "partial", "no_show", "excused"};
}

struct Attendance : Row<Attendance> {
  Id<Session> session;
  int meeting{};  // its number within the session
  Id<Person> person;
  AttendanceStatus status{};
  std::optional<int> minutes;  // attended, for partial

  bool operator==(const Attendance&) const = default;
};

constexpr auto fields(Tag<Attendance>) {
  using enum Privacy;
  return std::array{
      field<&Attendance::session>("session").key().about(personal, "which session"),
      field<&Attendance::meeting>("meeting").key().range(1, 60).about(personal, "which meeting"),
      field<&Attendance::person>("person").key().about(personal, "who"),
      field<&Attendance::status>("status").required().about(personal, "progress and make-ups"),
      field<&Attendance::minutes>("minutes").range(0, 1440).about(personal, "progress"),
  };
}

}  // namespace tandem
