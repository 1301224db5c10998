// One session told to a reader: what it is, when, where, with whom, in names instead of ids. Pages
// put it into lanes, agendas and the inspector. Pure; knows no pixel and no planning rule.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "planner/base/zone.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::models {

struct MeetingFacts {
  Id<Meeting> id;
  LocalMinute begin;  // on the clock of the place
  LocalMinute end;
  std::string zone;       // of that clock; "" when it is the workspace's own
  LocalMinute own_begin;  // the same on the workspace's clock
  LocalMinute own_end;
  std::string room;
  std::vector<std::string> leads;  // names
  std::vector<std::string> helpers;
};

struct SessionFacts {
  Id<Session> id;
  std::string code;
  std::string module;  // code
  std::string title;
  Orientation orientation{};
  SessionStatus status{};
  bool pinned{};
  int minutes{};                     // of the module
  std::vector<std::string> cohorts;  // codes, the first one's cost
  std::vector<Id<Cohort>> cohort_ids;
  std::vector<MeetingFacts> meetings;
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::vector<std::string> people;  // names of those with a seat, by name
  int waiting{};
  std::string note;
  struct Lifted {
    Id<Waiver> id;
    std::string text;  // "Not asked of it: absence of LAB. Agreed by phone (Rosa)"
  };
  std::vector<Lifted> lifted;
  // What tells it from the cohort's other sessions of the module: "group 2", or the name of the one
  // person in it; "" when it is the only one.
  std::string group;

  bool cancelled() const { return status == SessionStatus::cancelled; }
  bool has_date() const { return !meetings.empty() || due_to; }
  // "M3 for MGR-1", "L4 for LDR-1, Halima"
  std::string name() const;
  // "LDR-1", "LDR-1 and MGR-1", "3 cohorts"
  std::string cohort_words() const;
  // "Halima", "part 2 of 3", "group 2, part 1 of 3", ""
  std::string part_words(std::size_t meeting) const;
  std::optional<LocalMinute> begin() const;  // workspace clock; of an item: its last day, 00:00
  std::optional<Date> last_day() const;
};

// Every session of a Program at once. Requires: the Program outlives it.
class SessionBook {
 public:
  explicit SessionBook(const Program& program);

  const std::vector<SessionFacts>& sessions() const { return sessions_; }  // by code
  const SessionFacts* find(std::string_view code) const;
  const Program& program() const { return program_; }
  // A sentence about one session with codes of others in it, as a reader calls them: "it follows
  // LDR-1/L1" is "it follows L1" for a session of LDR-1.
  std::string in_words(std::string_view text, const SessionFacts& about) const;

 private:
  const Program& program_;
  std::vector<SessionFacts> sessions_;
};

// "Wed 21 Apr 12:30 to 16:00", with the zone when it is not the workspace's.
std::string when_words(const MeetingFacts& meeting);
// "due Tue 27 Apr" or "no date yet" where there are no meetings; of several: the first and how
// many.
std::string when_words(const SessionFacts& session);

}  // namespace tandem::models
