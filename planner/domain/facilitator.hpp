// A facilitator, internal (then also a person) or external, with sites, languages, hours and limits,
// and what they are qualified to run.
#pragma once

#include "planner/domain/module.hpp"
#include "planner/domain/person.hpp"

namespace tandem {

enum class QualificationLevel : std::uint8_t { lead, co, shadow };
constexpr std::array<std::string_view, 3> words(Tag<QualificationLevel>) {
  return {"lead", "co", "shadow"};
}

struct Facilitator : Row<Facilitator> {
  std::string code;
  std::string name;
  Id<Person> person;
  std::vector<Id<Site>> sites;  // the first is home; none: works everywhere
  std::vector<std::string> languages;  // none: all
  Weekdays working_days;        // these three empty: the home site's
  std::optional<TimeOfDay> day_start;
  std::optional<TimeOfDay> day_end;
  std::optional<int> max_days_week;
  std::optional<int> max_minutes_week;
  std::optional<int> max_travel_days;
  std::optional<int> day_rate;  // whole cents
  std::optional<Date> until;

  bool operator==(const Facilitator&) const = default;
};

struct Qualification : Row<Qualification> {
  Id<Facilitator> facilitator;
  Id<Module> module;
  QualificationLevel level{};

  bool operator==(const Qualification&) const = default;
};

constexpr auto fields(Tag<Facilitator>) {
  using enum Privacy;
  return std::array{
      field<&Facilitator::code>("code").key(),
      field<&Facilitator::name>("name").required().about(personal, "who runs the session"),
      field<&Facilitator::person>("person").about(personal, "their own absences bind"),
      field<&Facilitator::sites>("sites").about(personal, "where they work"),
      field<&Facilitator::languages>("languages").about(personal, "which cohorts they can run"),
      field<&Facilitator::working_days>("working_days").about(personal, "when they work"),
      field<&Facilitator::day_start>("day_start").about(personal, "when they work"),
      field<&Facilitator::day_end>("day_end").about(personal, "when they work"),
      field<&Facilitator::max_days_week>("max_days_week").range(0, 7).about(personal, "load limit"),
      field<&Facilitator::max_minutes_week>("max_minutes_week")
          .range(0, 10080)
          .about(personal, "load limit"),
      field<&Facilitator::max_travel_days>("max_travel_days")
          .range(0, 366)
          .about(personal, "load limit"),
      field<&Facilitator::day_rate>("day_rate").range(0, 2'000'000).about(personal, "cost"),
      field<&Facilitator::until>("until").about(personal, "last day they are available"),
  };
}

constexpr auto fields(Tag<Qualification>) {
  using enum Privacy;
  return std::array{
      field<&Qualification::facilitator>("facilitator").key().about(personal, "who"),
      field<&Qualification::module>("module").key().about(personal, "what they may run"),
      field<&Qualification::level>("level").required().about(personal, "as lead, co or shadow"),
  };
}

}  // namespace tandem
