// A programme: a published curriculum for one journey, made of sets of modules with a rule each (all
// of them, or so many of them).
#pragma once

#include "planner/domain/module.hpp"

namespace tandem {

enum class ProgrammeJourney : std::uint8_t { leader, manager, both, expert };
constexpr std::array<std::string_view, 4> words(Tag<ProgrammeJourney>) {
  return {"leader", "manager", "both", "expert"};
}

struct Programme : Row<Programme> {
  std::string code;
  std::string title;
  ProgrammeJourney journey{};
  std::string audience;
  std::string owner;
  std::string sponsor;
  std::optional<int> budget;  // whole cents
  std::string one_sided_reason;

  bool operator==(const Programme&) const = default;
};

struct ProgrammeModule : Row<ProgrammeModule> {
  Id<Programme> programme;
  std::string set;
  std::string rule;  // "all" or "2 of"
  Id<Module> module;
  std::optional<int> position;

  bool operator==(const ProgrammeModule&) const = default;
};

constexpr auto fields(Tag<Programme>) {
  return std::array{
      field<&Programme::code>("code").key(),
      field<&Programme::title>("title").required(),
      field<&Programme::journey>("journey").required(),
      field<&Programme::audience>("audience"),
      field<&Programme::owner>("owner").about(Privacy::personal, "who answers for it"),
      field<&Programme::sponsor>("sponsor").about(Privacy::personal, "who stands behind it"),
      field<&Programme::budget>("budget").range(0, 2'000'000'000),
      field<&Programme::one_sided_reason>("one_sided_reason"),
  };
}

constexpr auto fields(Tag<ProgrammeModule>) {
  return std::array{
      field<&ProgrammeModule::programme>("programme").key(),
      field<&ProgrammeModule::set>("set").key(),
      field<&ProgrammeModule::rule>("rule").required(),
      field<&ProgrammeModule::module>("module").key(),
      field<&ProgrammeModule::position>("position").range(0, 10000),
  };
}

// How many of a set a cohort takes: nullopt for "all". Requires: a rule that passed its check.
std::optional<int> wanted_of(const ProgrammeModule& row);

}  // namespace tandem
