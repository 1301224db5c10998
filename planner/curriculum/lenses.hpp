// The lenses a curriculum is looked at through: eight focus areas, four for each journey, and six
// axes with words at both ends. The pages, the coverage and the audit name them from here. They are
// ways of looking, not facts: neither end of an axis is the better one.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "planner/domain/module.hpp"

namespace tandem {

struct FocusArea {
  std::string_view word;     // as in objectives.csv
  std::string_view name;     // "Self-awareness"
  std::string_view letters;  // "SA"
  Orientation orientation{};
};

inline constexpr std::array<FocusArea, 8> kFocusAreas{{
    {"self_awareness", "Self-awareness", "SA", Orientation::lead},
    {"influence", "Influence", "IN", Orientation::lead},
    {"systems_thinking", "Systems thinking", "SY", Orientation::lead},
    {"change_agility", "Change agility", "CA", Orientation::lead},
    {"goal_setting", "Goal setting", "GS", Orientation::manage},
    {"feedback", "Feedback", "FB", Orientation::manage},
    {"operational_excellence", "Operational excellence", "OX", Orientation::manage},
    {"people_development", "People development", "PD", Orientation::manage},
}};

// Null for a word of the user's own.
constexpr const FocusArea* focus_area(std::string_view word) {
  for (const FocusArea& area : kFocusAreas)
    if (area.word == word) return &area;
  return nullptr;
}

struct Axis {
  std::string_view field;  // as in objectives.csv
  std::string_view left;   // what -2 means
  std::string_view right;  // what +2 means
  std::optional<int> Objective::*value{};
};

inline constexpr std::array<Axis, 6> kAxes{{
    {"influence", "Authority", "Influence", &Objective::influence},
    {"empowerment", "Control", "Empowerment", &Objective::empowerment},
    {"risk_intelligence", "Risk-averse", "Risk-intelligent", &Objective::risk_intelligence},
    {"transformation", "Transactional", "Transformational", &Objective::transformation},
    {"change", "Stability", "Change", &Objective::change},
    {"beyond", "Now", "Beyond", &Objective::beyond},
}};

}  // namespace tandem
