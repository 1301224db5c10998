// One person's page: their development plan as the report makes it, and around it what the page
// alone has: the season control with what it would give back, and arrangements. Pure; knows no
// pixel. Never has a sum of ratings, nor a reason for a season.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/edit/command.hpp"
#include "planner/report/development_plan.hpp"
#include "planner/report/skill_history.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

enum class SeasonChoice : std::uint8_t { normal, lighter, paused };

struct JourneyBlock {
  std::string code;
  std::string title;
  Orientation orientation{};
  ModuleState state{};
};

struct PersonModel {
  Id<Person> id;
  report::DevelopmentPlan plan;
  std::string own_line;    // "11 Feb 2027 · of the two paths: the expert path"; under their words
  std::string next_words;  // the next step as who plans reads it
  std::vector<std::string> rating_notes;  // on ratings that tell nothing apart
  report::SkillHistory history;       // of skills rated on more than one version of the framework
  std::vector<JourneyBlock> journey;  // in order of time, those without a date last
  std::string cohort;                 // code of the one they are enrolled in; "" for none
  std::string open_cohort;            // "Open LDR-1"
  std::string place_line;             // "Northmere Works; leads 9 people"
  std::string manager;
  std::optional<Orientation> orientation;
  std::string journey_line;  // "10 of 17 modules done"
  std::string pace;
  std::string email;
  std::vector<std::string> arrangements;
  // The season that holds today, else the next to come; normal when there is none.
  SeasonChoice season{};
  std::optional<Date> season_from;
  std::optional<Date> season_to;
};

PersonModel person_model(const SessionBook& book, const report::PlanMaker& maker,
                         const PersonProgress& progress, const Person& person, Date today);

// What a chosen season would do: commands for one undo step, and the seats it gives back.
// Errors: bad_input when it ends before it begins, or there is nothing to change.
struct SeasonChange {
  std::vector<Command> commands;
  std::string label;
  std::vector<std::string> given_back;  // "L4b on Tue 18 May 09:00"
};
Result<SeasonChange> season_change(const SessionBook& book, const Person& person,
                                   SeasonChoice choice, Date from, std::optional<Date> to,
                                   Date today);

// What they said, set down as of today; what they said before stays on record.
Command own_words(const Program& program, Id<Person> person, std::string words, Date today);

}  // namespace tandem::models
