// A person: who, where, in which journey. Arrangements say what to do, never why it is needed;
// seasons say that someone takes it lighter or pauses, and have no reason on purpose.
#pragma once

#include "planner/domain/site.hpp"
#include "planner/domain/unit.hpp"

namespace tandem {

enum class CareerTrack : std::uint8_t { expert, people, undecided };
constexpr std::array<std::string_view, 3> words(Tag<CareerTrack>) {
  return {"expert", "people", "undecided"};
}

enum class PersonJourney : std::uint8_t { leader, manager, both, none };
constexpr std::array<std::string_view, 4> words(Tag<PersonJourney>) {
  return {"leader", "manager", "both", "none"};
}

enum class ArrangementKind : std::uint8_t { step_free, captions, language, timetable, other };
constexpr std::array<std::string_view, 5> words(Tag<ArrangementKind>) {
  return {"step_free", "captions", "language", "timetable", "other"};
}

enum class SeasonKind : std::uint8_t { lighter, paused };
constexpr std::array<std::string_view, 2> words(Tag<SeasonKind>) { return {"lighter", "paused"}; }

struct Person : Row<Person> {
  std::string number;  // employee number, text
  std::string name;
  std::string sort_as;
  std::string email;
  Id<Unit> unit;
  Id<Site> site;
  Id<Role> role;
  std::string band;
  std::optional<Date> band_since;
  std::optional<CareerTrack> track;
  std::optional<PersonJourney> journey;
  Id<Person> manager;
  std::optional<Date> hired;
  std::optional<Date> left;  // last day employed
  Weekdays working_days;     // empty: no limit of their own
  std::optional<TimeOfDay> day_start;
  std::optional<TimeOfDay> day_end;

  bool operator==(const Person&) const = default;
};

// The last day employed is a day employed.
inline bool has_left(const Person& person, Date day) { return person.left && *person.left < day; }

struct Arrangement : Row<Arrangement> {
  Id<Person> person;
  ArrangementKind kind{};
  std::string text;
  Weekdays days;  // timetable: when the person cannot attend
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;

  bool operator==(const Arrangement&) const = default;
};

struct Season : Row<Season> {
  Id<Person> person;
  Date from{};
  std::optional<Date> to;
  SeasonKind season{};

  bool operator==(const Season&) const = default;
};

constexpr auto fields(Tag<Person>) {
  using enum Privacy;
  return std::array{
      field<&Person::number>("number").key().about(personal, "tells two people of one name apart"),
      field<&Person::name>("name").required().about(personal, "how the person is called"),
      field<&Person::sort_as>("sort_as").about(personal, "order in lists"),
      field<&Person::email>("email").about(personal, "invitations"),
      field<&Person::unit>("unit").about(personal, "cover rule and group mix"),
      field<&Person::site>("site").about(personal, "calendar, zone and travel"),
      field<&Person::role>("role").about(personal, "expected levels"),
      field<&Person::band>("band").about(personal, "audience of programmes"),
      field<&Person::band_since>("band_since").about(personal, "whom we have not offered anything"),
      field<&Person::track>("track").about(personal, "career conversation"),
      field<&Person::journey>("journey").about(personal, "which journey the plan follows"),
      field<&Person::manager>("manager").about(personal, "nominations and reading of plans"),
      field<&Person::hired>("hired").about(personal, "no seats before"),
      field<&Person::left>("left").about(personal, "no seats after"),
      field<&Person::working_days>("working_days").about(personal, "no seats on other days"),
      field<&Person::day_start>("day_start").about(personal, "no seats outside the hours"),
      field<&Person::day_end>("day_end").about(personal, "no seats outside the hours"),
  };
}

constexpr auto fields(Tag<Arrangement>) {
  using enum Privacy;
  return std::array{
      field<&Arrangement::person>("person").key().about(personal, "whose arrangement"),
      field<&Arrangement::kind>("kind").key().about(personal, "what to do, not why"),
      field<&Arrangement::text>("text").about(personal, "what to do, not why"),
      field<&Arrangement::days>("days").about(personal, "hours that cannot be attended"),
      field<&Arrangement::start>("start").about(personal, "hours that cannot be attended"),
      field<&Arrangement::end>("end").about(personal, "hours that cannot be attended"),
  };
}

constexpr auto fields(Tag<Season>) {
  using enum Privacy;
  return std::array{
      field<&Season::person>("person").key().about(own, "whose season"),
      field<&Season::from>("from").key().about(own, "when it begins"),
      field<&Season::to>("to").about(own, "when it ends, empty: open"),
      field<&Season::season>("season").required().about(own,
                                                        "lighter load or none; no reason kept"),
  };
}

}  // namespace tandem
