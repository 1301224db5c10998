// The competency framework as the page edits it: a line a competency, its indicators and the words
// of its five levels. Pure; knows no pixel.
#pragma once

#include <array>
#include <memory_resource>
#include <string>
#include <vector>

#include "planner/edit/gesture.hpp"

namespace tandem::models {

struct CompetencyLine {
  Id<Competency> id;
  std::string code;
  std::string name;
  Orientation orientation{};
  int indicators{};
  int anchors{};      // of five
  int modules{};      // that teach it
  std::string facts;  // "3 indicators, 4 of 5 levels in words"
};

struct FrameworkModel {
  std::string version;  // "2027.1, to be reviewed by Wed 30 Jun 2027": the one in force
  std::vector<CompetencyLine> lines;  // by code

  const CompetencyLine* find(std::string_view code) const;
};

// The version in force on a day: the newest whose first day has come.
FrameworkModel framework_model(const Program& program, Date today);

std::pmr::vector<const Indicator*> indicators_of(
    const Program& program, Id<Competency> competency,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());
// By level, 1 first; null where none is written yet.
std::array<const Anchor*, 5> anchors_of(const Program& program, Id<Competency> competency);

// Errors: bad_input when the sentence is empty.
Changed add_indicator(const Program& program, Id<Competency> competency, std::string text);
Changed remove_indicator(const Program& program, Id<Indicator> indicator);
// An empty text takes the level's words away. Errors: refused when nothing would change.
Changed set_anchor(const Program& program, Id<Competency> competency, int level, std::string text);

}  // namespace tandem::models
