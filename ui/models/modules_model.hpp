// The catalogue as lists show it: a line a module, an index of those a search and filters leave,
// and one module told to a reader. Pure; knows no pixel.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem::models {

struct ModuleLine {
  Id<Module> id;
  std::string code;
  std::string title;
  Orientation orientation{};
  Mode mode{};
  std::string hours;  // "4 h"
  std::string focus;  // the two with most minutes: "SA IN"
  std::vector<Id<Programme>> programmes;
  bool lacks_why{};
  std::string find;  // what a search looks in, a search_key: code, title, skills, focus areas
};

struct ModulesModel {
  std::vector<ModuleLine> lines;  // by code
  int lacking_why{};

  const ModuleLine* find(std::string_view code) const;
  const ModuleLine* find(Id<Module> id) const;
};

struct ModuleFilter {
  std::string search{};
  std::array<bool, 3> orientations{};  // lead, manage, both; none chosen: all
  bool no_why{};
  bool not_used{};                          // in none of these two
  std::array<Id<Programme>, 2> journeys{};  // for not_used

  bool any() const { return *this != ModuleFilter{.journeys = journeys}; }
  bool operator==(const ModuleFilter&) const = default;
};

ModulesModel modules_model(const Program& program);
// Indices of lines, in order.
std::vector<std::uint32_t> module_index(const ModulesModel& model, const ModuleFilter& filter);

// In the order of their enumerators.
inline constexpr std::array<std::string_view, 3> kOrientationWords{"Lead", "Manage", "Both"};
inline constexpr std::array<std::string_view, 6> kModeWords{
    "In person", "Virtual live", "Self-paced", "Coaching", "Practice task", "Project"};

struct ObjectiveLine {
  Id<Objective> id;
  int number{};
  std::string text;
  std::string minutes;  // "60", "–"
};

// One module for the inspector and the head of its form.
struct ModuleFacts {
  Id<Module> id;
  std::string code;
  std::string title;
  Orientation orientation{};
  std::string facts;  // "4 h · in person · 12 seats · 2 facilitators"
  std::vector<std::string_view> focus;
  std::array<std::string, 4> boxes;  // what, how, why it matters, who you can become
  std::vector<ObjectiveLine> objectives;
  std::string minutes;    // "240 of 240 min", "120 of 240 min, 2 without minutes"
  bool minutes_differ{};  // objectives that all say, and do not add up to the module's
  bool lacks_why{};
  std::string uses;     // "It is in LDR and is needed by L2."
  std::string cohorts;  // whose programme it is in: "LDR-1, LDR-2"
};

inline constexpr std::array<std::string_view, 4> kBoxTitles{"What", "How", "Why it matters",
                                                            "Who you can become"};

ModuleFacts module_facts(const Program& program, const Module& module);

}  // namespace tandem::models
