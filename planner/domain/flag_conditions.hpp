// The conditions of a flag rule, read from their one cell: clauses joined by ';', all of which must
// hold, save that of those prefixed 'any:' one is enough.
//
//   level COMPETENCY >= N from SOURCE,SOURCE within Nm     N 1 to 5, sources as in ratings.csv
//   evidence KIND for COMPETENCY >= N                      so many items that speak for it
//   own_view expert|people|undecided
//   role_target COMPETENCY                                 the person's role expects a level of it
//   track_history expert|people >= Ny
//
// Nothing else is read. That is the guard: a rule has no words for age, sex, pay, absence, seasons,
// working time, place, dissent or anything else that must not speak for or against a person. Used
// by the checks of rows and by the evaluation of flags (planner/flags); knows nobody's data.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/domain/evidence.hpp"
#include "planner/domain/role.hpp"

namespace tandem {

// Kinds of evidence that a rule may ask for. evidence.csv may hold others: no rule can see them.
enum class EvidenceKind : std::uint8_t {
  observation,
  artefact,
  assessment,
  completion,
  feedback_360,
  self_statement,
  scenario,
};
constexpr std::array<std::string_view, 7> words(Tag<EvidenceKind>) {
  return {"observation",  "artefact",       "assessment", "completion",
          "feedback_360", "self_statement", "scenario"};
}

// The answers a rule may ask for; "neither" is respected and never asked for.
enum class WantedView : std::uint8_t { expert, people, undecided };
constexpr std::array<std::string_view, 3> words(Tag<WantedView>) {
  return {"expert", "people", "undecided"};
}

struct LevelClause {
  std::string competency;
  int at_least{};
  std::vector<RatingSource> sources;  // each once, as written
  int within_months{};

  bool operator==(const LevelClause&) const = default;
};

struct EvidenceClause {
  EvidenceKind kind{};
  std::string competency;
  int at_least{};

  bool operator==(const EvidenceClause&) const = default;
};

struct OwnViewClause {
  WantedView wanted{};

  bool operator==(const OwnViewClause&) const = default;
};

struct RoleTargetClause {
  std::string competency;

  bool operator==(const RoleTargetClause&) const = default;
};

struct TrackHistoryClause {
  Ladder track{};
  int years{};

  bool operator==(const TrackHistoryClause&) const = default;
};

struct FlagClause {
  bool any{};
  int column{};      // of its first character in the cell, from 1
  std::string text;  // as written, without 'any:'
  std::variant<LevelClause, EvidenceClause, OwnViewClause, RoleTargetClause, TrackHistoryClause>
      test;

  // The competency it names, "" when it names none.
  std::string_view competency() const;
  bool operator==(const FlagClause&) const = default;
};

// Errors: bad_input, every clause that is not understood, where = "column 34" of the cell.
Result<std::vector<FlagClause>> parse_conditions(std::string_view conditions);

}  // namespace tandem
