// What comes next for one person, as one sentence that is never empty: the next dated session with
// its local time and place, else an item that is due, else a module to make up, else an open
// action, else why there is none. The sentence is made here and nowhere else.
#pragma once

#include <string>

#include "planner/progress/training_records.hpp"

namespace tandem {

enum class NextKind : std::uint8_t { session, due_item, make_up, action, none };
constexpr std::array<std::string_view, 5> words(Tag<NextKind>) {
  return {"session", "due_item", "make_up", "action", "none"};
}

struct NextStep {
  NextKind kind{NextKind::none};
  Id<Session> session;
  int meeting{};  // its number
  Id<Module> module;
  Id<Action> action;
  std::optional<LocalMinute> when;  // in the zone of the place; online: of the person's own site
  std::optional<Date> date;         // of the meeting, or by when it is due
  std::string place;                // "Dune room, Haarlem", "online"
  std::string text;                 // "Feedback that lands, Tue 9 Mar 09:00, Dune room, Haarlem"

  bool operator==(const NextStep&) const = default;
};

struct PersonProgress;

// Of somebody whose journeys are known (person_progress.hpp fills them in first).
NextStep next_step(const TrainingRecords& records, const PersonProgress& progress);
// Cost: as of TrainingRecords; for many people build the records once.
NextStep next_step(const Program& program, Id<Person> person, Date as_of);

}  // namespace tandem
