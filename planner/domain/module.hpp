// A module: a reusable unit of learning at design time, with its four lines (what, how, why it
// matters, who you can become), its objectives, other delivery forms (variants) and what must come
// before it. When and where it is held is a session's business.
#pragma once

#include "planner/domain/competency.hpp"

namespace tandem {

enum class Mode : std::uint8_t { in_person, virtual_live, self_paced, coaching, practice, project };
constexpr std::array<std::string_view, 6> words(Tag<Mode>) {
  return {"in_person", "virtual", "self_paced", "coaching", "practice", "project"};
}
// Has meetings, occupies people and counts as load; the others are items with due dates.
constexpr bool is_live(Mode mode) {
  return mode == Mode::in_person || mode == Mode::virtual_live || mode == Mode::coaching;
}

enum class ObjectiveKind : std::uint8_t { knowledge, behaviour, conditions };
constexpr std::array<std::string_view, 3> words(Tag<ObjectiveKind>) {
  return {"knowledge", "behaviour", "conditions"};
}
enum class Question : std::uint8_t { why, where, how, next };
constexpr std::array<std::string_view, 4> words(Tag<Question>) {
  return {"why", "where", "how", "next"};
}
enum class Horizon : std::uint8_t { now, next, beyond };
constexpr std::array<std::string_view, 3> words(Tag<Horizon>) { return {"now", "next", "beyond"}; }
enum class Zoom : std::uint8_t { in, out };
constexpr std::array<std::string_view, 2> words(Tag<Zoom>) { return {"in", "out"}; }

struct Module : Row<Module> {
  std::string code;
  std::string title;
  Orientation orientation{};
  Mode mode{};
  int minutes{};                 // in all, breaks included
  std::optional<int> meetings;   // empty: 1 when live
  std::vector<int> meeting_minutes;  // empty: equal parts
  std::optional<int> meeting_gap_min_days;
  std::optional<int> meeting_gap_max_days;
  std::optional<int> capacity;
  std::optional<int> min_seats;
  std::optional<int> leads;
  std::optional<int> cofacilitators;
  std::vector<std::string> room_features;
  std::vector<Amount> assets;
  std::string what;
  std::string how;
  std::string why;
  std::string who;
  std::optional<int> validity_months;

  bool operator==(const Module&) const = default;
};

// Another delivery form; its empty cells mean the module's.
struct Variant : Row<Variant> {
  Id<Module> module;
  std::string variant;
  std::optional<Mode> mode;
  std::optional<int> meetings;
  std::vector<int> meeting_minutes;
  std::optional<int> capacity;
  std::vector<std::string> room_features;

  bool operator==(const Variant&) const = default;
};

struct Objective : Row<Objective> {
  Id<Module> module;
  int number{};
  std::string text;
  std::optional<int> minutes;
  Id<Competency> competency;
  std::optional<int> level;
  std::optional<ObjectiveKind> kind;
  std::optional<Question> question;
  std::optional<Horizon> horizon;
  std::optional<Zoom> zoom;
  std::string focus;
  std::vector<std::string> tags;
  std::optional<int> influence;  // the six axes, -2 to +2
  std::optional<int> empowerment;
  std::optional<int> risk_intelligence;
  std::optional<int> transformation;
  std::optional<int> change;
  std::optional<int> beyond;

  bool operator==(const Objective&) const = default;
};

// `module` may only follow `needs`; days from the last meeting of one to the first of the other.
struct Prerequisite : Row<Prerequisite> {
  Id<Module> module;
  Id<Module> needs;
  std::optional<int> min_days;  // empty: 0
  std::optional<int> ideal_days;
  std::optional<int> max_days;  // empty: no limit

  bool operator==(const Prerequisite&) const = default;
};

constexpr auto fields(Tag<Module>) {
  return std::array{
      field<&Module::code>("code").key(),
      field<&Module::title>("title").required(),
      field<&Module::orientation>("orientation").required(),
      field<&Module::mode>("mode").required(),
      field<&Module::minutes>("minutes").required().range(0, 60000),
      field<&Module::meetings>("meetings").range(0, 60),
      field<&Module::meeting_minutes>("meeting_minutes").range(5, 1440),
      field<&Module::meeting_gap_min_days>("meeting_gap_min_days").range(0, 366),
      field<&Module::meeting_gap_max_days>("meeting_gap_max_days").range(0, 366),
      field<&Module::capacity>("capacity").range(1, 100000),
      field<&Module::min_seats>("min_seats").range(0, 100000),
      field<&Module::leads>("leads").range(0, 20),
      field<&Module::cofacilitators>("cofacilitators").range(0, 20),
      field<&Module::room_features>("room_features"),
      field<&Module::assets>("assets").range(1, 100000),
      field<&Module::what>("what"),
      field<&Module::how>("how"),
      field<&Module::why>("why"),
      field<&Module::who>("who"),
      field<&Module::validity_months>("validity_months").range(1, 600),
  };
}

constexpr auto fields(Tag<Variant>) {
  return std::array{
      field<&Variant::module>("module").key(),
      field<&Variant::variant>("variant").key(),
      field<&Variant::mode>("mode"),
      field<&Variant::meetings>("meetings").range(0, 60),
      field<&Variant::meeting_minutes>("meeting_minutes").range(5, 1440),
      field<&Variant::capacity>("capacity").range(1, 100000),
      field<&Variant::room_features>("room_features"),
  };
}

constexpr auto fields(Tag<Objective>) {
  return std::array{
      field<&Objective::module>("module").key(),
      field<&Objective::number>("number").key().range(1, 99),
      field<&Objective::text>("text").required(),
      field<&Objective::minutes>("minutes").range(0, 60000),
      field<&Objective::competency>("competency"),
      field<&Objective::level>("level").range(1, 5),
      field<&Objective::kind>("kind"),
      field<&Objective::question>("question"),
      field<&Objective::horizon>("horizon"),
      field<&Objective::zoom>("zoom"),
      field<&Objective::focus>("focus"),
      field<&Objective::tags>("tags"),
      field<&Objective::influence>("influence").range(-2, 2),
      field<&Objective::empowerment>("empowerment").range(-2, 2),
      field<&Objective::risk_intelligence>("risk_intelligence").range(-2, 2),
      field<&Objective::transformation>("transformation").range(-2, 2),
      field<&Objective::change>("change").range(-2, 2),
      field<&Objective::beyond>("beyond").range(-2, 2),
  };
}

constexpr auto fields(Tag<Prerequisite>) {
  return std::array{
      field<&Prerequisite::module>("module").key(),
      field<&Prerequisite::needs>("needs").key(),
      field<&Prerequisite::min_days>("min_days").range(0, 1000),
      field<&Prerequisite::ideal_days>("ideal_days").range(0, 1000),
      field<&Prerequisite::max_days>("max_days").range(0, 1000),
  };
}

}  // namespace tandem
