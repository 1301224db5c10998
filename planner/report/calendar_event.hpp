// What a calendar says of one meeting to one audience, as plain values: when, where, in which words
// and to whom. Made from a Program; knows nothing of what was sent before (report/calendar.hpp) and
// no file format (ui/print/ics.hpp).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"

namespace tandem::report {

// Whose copy of a meeting it is.
struct Audience {
  enum class Kind : std::uint8_t { cohort, facilitator, person };
  Kind kind{};
  std::string code;  // of the cohort or facilitator, or the person's number

  auto operator<=>(const Audience&) const = default;
};
// "cohort:MGR-1", as calendar.csv has it.
std::string text(const Audience& audience);
// Returns: nullopt for what `text` never gives.
std::optional<Audience> parse_audience(std::string_view text);

struct Party {
  std::string name;
  std::string email;

  bool operator==(const Party&) const = default;
};

struct CalendarEvent {
  enum class State : std::uint8_t { tentative, confirmed, cancelled };

  std::string meeting;  // SESSION#NUMBER
  Audience audience;
  State state{};
  Date date{};
  TimeOfDay start;
  TimeOfDay end;
  std::string zone;  // IANA name, known to the zone database
  std::string title;
  std::string place;
  std::string description;  // lines end in \n but the last
  Party organiser;
  std::optional<Party> attendee;  // the audience, where it has an address

  // Of this copy as it was or is being sent.
  std::string uid;
  int sequence{};
  std::string stamp;     // UTC, 20270514T093000Z
  std::string modified;  // UTC
};

struct CalendarWords {
  // On by default: who shares a calendar sees no topic. Off: the module's title.
  bool neutral_titles = true;
  std::string neutral_title = "Development session";
  // Empty: the owner of the cohort's programme.
  std::optional<Party> organiser;
};

// "LDR-1/B1#1"
std::string meeting_name(const Session& session, const Meeting& meeting);

// The audience as somebody to invite; nullopt for cohorts and where no address is known.
std::optional<Party> attendee_of(const Program& program, const Audience& audience);

// Who invites to a meeting of this name. Always with an address; one that cannot be reached
// (RFC 2606 .invalid) when nobody's is known, because withdrawals must name an organiser.
Party organiser_of(const Program& program, const std::string& meeting, const CalendarWords& words);

// Every copy of every meeting of sessions that are not cancelled, in the order of meeting and
// audience, without UID and stamps: for the facilitators, those with a booked seat and the cohorts,
// except that coaching stays between the two who meet.
// Planned sessions are tentative, or confirmed when `confirm` is set. `only`: those audiences'
// alone. Errors: bad_input, a site's zone is unknown or a meeting has no site to read its times at.
Result<std::vector<CalendarEvent>> calendar_events(
    const Program& program, const CalendarWords& words, bool confirm,
    const std::optional<std::set<Audience>>& only = {});

}  // namespace tandem::report
