// The competency framework: versions with dates, competencies, their observable indicators, and the
// words (anchors) of five levels. Which level a role expects stands in role.hpp.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

enum class Orientation : std::uint8_t { lead, manage, both };
constexpr std::array<std::string_view, 3> words(Tag<Orientation>) {
  return {"lead", "manage", "both"};
}

enum class Strand : std::uint8_t { leader, manager, expert };
constexpr std::array<std::string_view, 3> words(Tag<Strand>) {
  return {"leader", "manager", "expert"};
}

// The words of levels 1 to 5. What a level looks like for one competency is an Anchor.
inline constexpr std::array<std::string_view, 5> kLevelWords{"Awareness", "Basic", "Skilled",
                                                             "Advanced", "Expert"};

struct Framework : Row<Framework> {
  std::string version;
  std::optional<Date> valid_from;
  std::optional<Date> review_by;

  bool operator==(const Framework&) const = default;
};

struct Competency : Row<Competency> {
  std::string code;
  std::string name;
  Orientation orientation{};
  std::optional<Strand> strand;
  std::string definition;

  bool operator==(const Competency&) const = default;
};

struct Indicator : Row<Indicator> {
  Id<Competency> competency;
  int number{};
  std::string text;

  bool operator==(const Indicator&) const = default;
};

struct Anchor : Row<Anchor> {
  Id<Competency> competency;
  int level{};  // 1 Awareness ... 5 Expert
  std::string text;

  bool operator==(const Anchor&) const = default;
};

constexpr auto fields(Tag<Framework>) {
  return std::array{
      field<&Framework::version>("version").key(),
      field<&Framework::valid_from>("valid_from"),
      field<&Framework::review_by>("review_by"),
  };
}

constexpr auto fields(Tag<Competency>) {
  return std::array{
      field<&Competency::code>("code").key(),
      field<&Competency::name>("name").required(),
      field<&Competency::orientation>("orientation").required(),
      field<&Competency::strand>("strand"),
      field<&Competency::definition>("definition"),
  };
}

constexpr auto fields(Tag<Indicator>) {
  return std::array{
      field<&Indicator::competency>("competency").key(),
      field<&Indicator::number>("number").key().range(1, 99),
      field<&Indicator::text>("text").required(),
  };
}

constexpr auto fields(Tag<Anchor>) {
  return std::array{
      field<&Anchor::competency>("competency").key(),
      field<&Anchor::level>("level").key().range(1, 5),
      field<&Anchor::text>("text").required(),
  };
}

}  // namespace tandem
