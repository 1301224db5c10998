// Times when somebody or something is not to be had: blackouts of a scope, protected thinking time,
// and absences. All dates inclusive, all hours half open, in the zone csv-format.md gives each.
#pragma once

#include "planner/domain/cohort.hpp"
#include "planner/domain/facilitator.hpp"
#include "planner/domain/room.hpp"

namespace tandem {

enum class BlackoutScope : std::uint8_t { all, site, unit, cohort, facilitator, room };
constexpr std::array<std::string_view, 6> words(Tag<BlackoutScope>) {
  return {"all", "site", "unit", "cohort", "facilitator", "room"};
}
inline constexpr std::array kBlackoutTargets{TableId::none,    TableId::sites,
                                             TableId::units,   TableId::cohorts,
                                             TableId::facilitators, TableId::rooms};

enum class ProtectedScope : std::uint8_t { cohort, person };
constexpr std::array<std::string_view, 2> words(Tag<ProtectedScope>) { return {"cohort", "person"}; }
inline constexpr std::array kProtectedTargets{TableId::cohorts, TableId::people};

enum class AbsenceKind : std::uint8_t { person, facilitator, room };
constexpr std::array<std::string_view, 3> words(Tag<AbsenceKind>) {
  return {"person", "facilitator", "room"};
}
inline constexpr std::array kAbsenceTargets{TableId::people, TableId::facilitators, TableId::rooms};

struct Blackout : Row<Blackout> {
  BlackoutScope scope{};
  AnyId code;  // none for scope all
  Date from{};
  Date to{};
  std::optional<TimeOfDay> start;  // both empty: whole days
  std::optional<TimeOfDay> end;
  std::string name;

  bool operator==(const Blackout&) const = default;
};

struct ProtectedTime : Row<ProtectedTime> {
  ProtectedScope scope{};
  AnyId code;
  Weekdays weekday;
  TimeOfDay start;
  TimeOfDay end;
  std::optional<Date> from;  // empty: the whole horizon
  std::optional<Date> to;

  bool operator==(const ProtectedTime&) const = default;
};

struct Absence : Row<Absence> {
  AbsenceKind kind{};
  AnyId code;
  Date from{};
  Date to{};

  bool operator==(const Absence&) const = default;
};

constexpr auto fields(Tag<Blackout>) {
  return std::array{
      field<&Blackout::scope>("scope").key(),
      field<&Blackout::code>("code").key_or_empty().scoped_by("scope", kBlackoutTargets),
      field<&Blackout::from>("from").key(),
      field<&Blackout::to>("to").required(),
      field<&Blackout::start>("start"),
      field<&Blackout::end>("end"),
      field<&Blackout::name>("name"),
  };
}

constexpr auto fields(Tag<ProtectedTime>) {
  using enum Privacy;
  return std::array{
      field<&ProtectedTime::scope>("scope").key().about(personal, "a cohort's or a person's"),
      field<&ProtectedTime::code>("code")
          .key()
          .scoped_by("scope", kProtectedTargets)
          .about(personal, "whose thinking time"),
      field<&ProtectedTime::weekday>("weekday").key().about(personal, "never booked over"),
      field<&ProtectedTime::start>("start").required().about(personal, "never booked over"),
      field<&ProtectedTime::end>("end").required().about(personal, "never booked over"),
      field<&ProtectedTime::from>("from").about(personal, "never booked over"),
      field<&ProtectedTime::to>("to").about(personal, "never booked over"),
  };
}

constexpr auto fields(Tag<Absence>) {
  using enum Privacy;
  return std::array{
      field<&Absence::kind>("kind").key(),
      field<&Absence::code>("code")
          .key()
          .scoped_by("kind", kAbsenceTargets)
          .about(personal, "who or what is away; no reason kept"),
      field<&Absence::from>("from").key().about(personal, "no seats, no sessions"),
      field<&Absence::to>("to").required().about(personal, "no seats, no sessions"),
  };
}

}  // namespace tandem
