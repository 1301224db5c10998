// The table of people: who somebody is and what comes next for them, a row each, and an index of
// the rows that a search and filters leave, in the order of a column. There is no column that
// weighs anybody up, and so none to sort by. Pure; knows no pixel.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planner/progress/person_progress.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

enum class PersonColumn : std::uint8_t { name, number, unit, site, journey, cohort, next, season };

struct PersonLine {
  Id<Person> id;
  std::string number;
  std::string name;
  std::string sort_as;
  std::string role;
  std::string unit;
  std::string site;
  std::optional<Orientation> orientation;
  std::string journey;  // "leader", "not chosen"
  std::string cohort;   // codes
  NextKind next_kind{};
  std::optional<Date> next_date;
  std::string next;    // "B3, Tue 18 May 09:30"
  std::string season;  // "paused", "lighter", ""
  std::string find;    // what a search looks in, as search_key.hpp makes it
};

struct PeopleFilter {
  std::string search{};
  std::string journey{};  // "" is any; as is written in the column
  std::string site{};
  std::string unit{};
  std::string cohort{};
  std::string season{};
  bool without_next{};

  bool any() const;
  bool operator==(const PeopleFilter&) const = default;
};

struct PeopleModel {
  std::vector<PersonLine> lines;  // by name
  // What a filter can be set to.
  std::vector<std::string> journeys;
  std::vector<std::string> sites;
  std::vector<std::string> units;
  std::vector<std::string> cohorts;
  int without_next{};
  int in_season{};
  // Of units where leader and manager skills stand far apart, by name: what is said under a filter.
  struct UnitNote {
    std::string text;
    std::string ways;
  };
  std::map<std::string, UnitNote, std::less<>> unit_notes;

  const PersonLine* find(std::string_view number) const;
};

PeopleModel people_model(const SessionBook& book, const std::vector<PersonProgress>& progress,
                         Date today);

// Places in model.lines. Cost: n log n; made when an input changes, never in a frame.
std::vector<std::uint32_t> people_index(const PeopleModel& model, const PeopleFilter& filter,
                                        PersonColumn by, bool descending);

}  // namespace tandem::models
