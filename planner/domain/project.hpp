// Cross-functional projects for a pair, one leading and one managing, and who has opted in.
#pragma once

#include "planner/domain/person.hpp"

namespace tandem {

enum class PairRole : std::uint8_t { lead, manage, either };
constexpr std::array<std::string_view, 3> words(Tag<PairRole>) {
  return {"lead", "manage", "either"};
}

struct Project : Row<Project> {
  std::string code;
  std::string title;
  std::string aim;
  std::vector<Id<Unit>> units;
  std::optional<Date> from;
  std::optional<Date> to;
  std::string lead_slot;
  std::string manage_slot;

  bool operator==(const Project&) const = default;
};

struct PairingOptIn : Row<PairingOptIn> {
  Id<Person> person;
  PairRole as{};
  std::vector<Id<Unit>> units_wanted;

  bool operator==(const PairingOptIn&) const = default;
};

constexpr auto fields(Tag<Project>) {
  return std::array{
      field<&Project::code>("code").key(),
      field<&Project::title>("title").required(),
      field<&Project::aim>("aim"),
      field<&Project::units>("units"),
      field<&Project::from>("from"),
      field<&Project::to>("to"),
      field<&Project::lead_slot>("lead_slot"),
      field<&Project::manage_slot>("manage_slot"),
  };
}

constexpr auto fields(Tag<PairingOptIn>) {
  using enum Privacy;
  return std::array{
      field<&PairingOptIn::person>("person").key().about(own, "who opted in"),
      field<&PairingOptIn::as>("as").required().about(own, "for which half"),
      field<&PairingOptIn::units_wanted>("units_wanted").about(own, "with whom"),
  };
}

}  // namespace tandem
