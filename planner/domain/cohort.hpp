// A cohort: the group that takes a programme together, its window, load limits and budget, the
// modules it has chosen, and its members.
#pragma once

#include "planner/domain/person.hpp"
#include "planner/domain/programme.hpp"

namespace tandem {

enum class Rule : std::uint8_t { soft, hard };
constexpr std::array<std::string_view, 2> words(Tag<Rule>) { return {"soft", "hard"}; }

enum class MemberStatus : std::uint8_t { requested, enrolled, waitlisted, withdrawn, completed };
constexpr std::array<std::string_view, 5> words(Tag<MemberStatus>) {
  return {"requested", "enrolled", "waitlisted", "withdrawn", "completed"};
}

enum class NominatedBy : std::uint8_t { self, peer, manager, ld };
constexpr std::array<std::string_view, 4> words(Tag<NominatedBy>) {
  return {"self", "peer", "manager", "ld"};
}

struct Cohort : Row<Cohort> {
  std::string code;
  std::string name;
  Id<Programme> programme;
  Id<Site> site;
  std::string language;
  std::string sponsor;
  std::optional<Date> start_from;
  std::optional<Date> deadline;
  std::optional<Rule> deadline_rule;  // empty: soft
  std::optional<int> capacity;
  std::optional<int> max_minutes_week;
  int load_window_weeks = 1;
  std::optional<int> max_sessions_day;
  Weekdays working_days;  // these three empty: the site's
  std::optional<TimeOfDay> day_start;
  std::optional<TimeOfDay> day_end;
  std::optional<int> budget;  // whole cents
  std::optional<Rule> budget_rule;

  bool operator==(const Cohort&) const = default;
};

// A cohort's choice about one module: in or out, which form, where, within which own dates.
struct CohortModule : Row<CohortModule> {
  Id<Cohort> cohort;
  Id<Module> module;
  std::optional<bool> use;
  std::string variant;
  Id<Site> site;
  std::optional<Date> not_before;
  std::optional<Date> not_after;

  bool operator==(const CohortModule&) const = default;
};

struct Member : Row<Member> {
  Id<Cohort> cohort;
  Id<Person> person;
  MemberStatus status{};
  std::optional<Date> since;
  std::optional<NominatedBy> nominated_by;

  bool operator==(const Member&) const = default;
};

constexpr auto fields(Tag<Cohort>) {
  return std::array{
      field<&Cohort::code>("code").key(),
      field<&Cohort::name>("name").required(),
      field<&Cohort::programme>("programme").required(),
      field<&Cohort::site>("site").required(),
      field<&Cohort::language>("language"),
      field<&Cohort::sponsor>("sponsor").about(Privacy::personal, "who stands behind it"),
      field<&Cohort::start_from>("start_from"),
      field<&Cohort::deadline>("deadline"),
      field<&Cohort::deadline_rule>("deadline_rule"),
      field<&Cohort::capacity>("capacity").range(1, 100000),
      field<&Cohort::max_minutes_week>("max_minutes_week").range(0, 10080),
      field<&Cohort::load_window_weeks>("load_window_weeks").range(1, 52),
      field<&Cohort::max_sessions_day>("max_sessions_day").range(1, 20),
      field<&Cohort::working_days>("working_days"),
      field<&Cohort::day_start>("day_start"),
      field<&Cohort::day_end>("day_end"),
      field<&Cohort::budget>("budget").range(0, 2'000'000'000),
      field<&Cohort::budget_rule>("budget_rule"),
  };
}

constexpr auto fields(Tag<CohortModule>) {
  return std::array{
      field<&CohortModule::cohort>("cohort").key(),
      field<&CohortModule::module>("module").key(),
      field<&CohortModule::use>("use"),
      field<&CohortModule::variant>("variant"),
      field<&CohortModule::site>("site"),
      field<&CohortModule::not_before>("not_before"),
      field<&CohortModule::not_after>("not_after"),
  };
}

constexpr auto fields(Tag<Member>) {
  using enum Privacy;
  return std::array{
      field<&Member::cohort>("cohort").key().about(personal, "which group"),
      field<&Member::person>("person").key().about(personal, "who takes part"),
      field<&Member::status>("status").required().about(personal, "who needs a seat"),
      field<&Member::since>("since").about(personal, "order of the wait-list"),
      field<&Member::nominated_by>("nominated_by").about(personal, "who is being offered seats"),
  };
}

}  // namespace tandem
