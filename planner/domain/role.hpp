// A role: its charter (lead part, manage part, what is not expected), the level it expects of each
// competency, and the rungs of the two career ladders, which are equal by intent.
#pragma once

#include "planner/domain/competency.hpp"
#include "planner/domain/person.hpp"

namespace tandem {

enum class Ladder : std::uint8_t { expert, people };
constexpr std::array<std::string_view, 2> words(Tag<Ladder>) { return {"expert", "people"}; }

// A level from 1 to 5, or plainly not expected: neither zero nor unknown.
enum class Expected : std::uint8_t { level_1, level_2, level_3, level_4, level_5, not_expected };
constexpr std::array<std::string_view, 6> words(Tag<Expected>) {
  return {"1", "2", "3", "4", "5", "not_expected"};
}

struct TrackLevel : Row<TrackLevel> {
  Ladder track{};
  std::string level;  // B4, E5
  std::string title;
  std::string pairs_with;  // level of the other ladder
  std::string pay_reference;
  std::string decision_rights;
  std::string headline;

  bool operator==(const TrackLevel&) const = default;
};

struct Role : Row<Role> {
  std::string code;
  std::string title;
  std::optional<Ladder> track;
  std::string level;
  std::string lead_part;
  std::string manage_part;
  std::string not_expected;
  std::string signed_by;
  std::optional<Date> signed_on;

  bool operator==(const Role&) const = default;
};

struct RoleTarget : Row<RoleTarget> {
  Id<Role> role;
  Id<Competency> competency;
  Expected expected{};

  bool operator==(const RoleTarget&) const = default;
};

constexpr auto fields(Tag<TrackLevel>) {
  return std::array{
      field<&TrackLevel::track>("track").key(),
      field<&TrackLevel::level>("level").key(),
      field<&TrackLevel::title>("title"),
      field<&TrackLevel::pairs_with>("pairs_with"),
      field<&TrackLevel::pay_reference>("pay_reference"),
      field<&TrackLevel::decision_rights>("decision_rights"),
      field<&TrackLevel::headline>("headline"),
  };
}

constexpr auto fields(Tag<Role>) {
  return std::array{
      field<&Role::code>("code").key(),
      field<&Role::title>("title").required(),
      field<&Role::track>("track"),
      field<&Role::level>("level"),
      field<&Role::lead_part>("lead_part"),
      field<&Role::manage_part>("manage_part"),
      field<&Role::not_expected>("not_expected"),
      field<&Role::signed_by>("signed_by").about(Privacy::personal, "who signed the charter"),
      field<&Role::signed_on>("signed_on"),
  };
}

constexpr auto fields(Tag<RoleTarget>) {
  return std::array{
      field<&RoleTarget::role>("role").key(),
      field<&RoleTarget::competency>("competency").key(),
      field<&RoleTarget::expected>("expected").required(),
  };
}

}  // namespace tandem
