// One person's development plan as plain values: their own words first, then what comes next, what
// they want, what they work on, what is done, and how each side sees them. Made for the person who
// is handed it: private rows are not in it, nothing is summed up into a score, nobody is compared
// with anybody, a pause has no reason, and what is not known says so. ui/print sets it as PDF and
// HTML; knows no format and no page.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "planner/development/skill_balance.hpp"
#include "planner/progress/person_progress.hpp"
#include "planner/report/competency_view.hpp"
#include "planner/report/even_marks.hpp"
#include "planner/report/person_meeting.hpp"

namespace tandem::report {

// What the person answered, with its day. Empty words: not asked yet.
struct OwnWords {
  std::string words;
  std::string when;  // "Fri 5 Feb"

  bool operator==(const OwnWords&) const = default;
};

// A headline with a line of detail: the next step, or why there is none.
struct PlanStep {
  std::string what;
  std::string detail;
  bool is_step{};

  bool operator==(const PlanStep&) const = default;
};

struct PlanSeason {
  SeasonKind kind{};
  std::string words;  // "Paused until Fri 28 May"; there is no reason to tell

  bool operator==(const PlanSeason&) const = default;
};

struct PlanGoal {
  std::string text;
  std::string serves;  // a larger goal of the same person

  bool operator==(const PlanGoal&) const = default;
};

struct PlanGrowthArea {
  std::string name;
  Orientation orientation{};
  std::string aim;  // what the expected level looks like, else what the competency is
  std::string since;

  bool operator==(const PlanGrowthArea&) const = default;
};

struct PlanAction {
  std::string text;
  std::string detail;  // "for Performance coaching, with M2 Feedback that lands, by Thu 13 May"
  ActionState state{};

  bool operator==(const PlanAction&) const = default;
};

// One module of the person's journey.
struct PlanModule {
  std::string code;
  std::string title;
  ModuleState state{};

  bool operator==(const PlanModule&) const = default;
};

// Something about the plan that is worth a talk; never about the person.
struct PlanNotice {
  std::string text;
  std::string ways;  // what would help, by name; "" for nothing

  bool operator==(const PlanNotice&) const = default;
};

struct PlanMoment {
  std::string text;
  std::string detail;  // "Jolanta Pawlak, Thu 8 Apr"

  bool operator==(const PlanMoment&) const = default;
};

struct DevelopmentPlan {
  Date as_of{};
  std::string organisation;
  std::string number;
  std::string name;
  std::string place;                // "Head of department, Operations, Norwich"
  std::string journey;              // "Leader journey, cohort LDR-1"
  std::vector<PlanSeason> seasons;  // of today and to come

  OwnWords own_words;
  std::string own_path;  // how they see the two career paths
  PlanStep next_step;

  std::array<std::vector<PlanGoal>, 3> goals;  // open ones: now, next, beyond
  std::vector<PlanGoal> goals_without_horizon;
  std::vector<PlanGrowthArea> growth_areas;        // live, no more than the workspace allows
  std::string growth_note;                         // when more are live than that
  std::vector<std::string> resting;                // names
  std::array<std::vector<PlanAction>, 3> actions;  // open ones: experience, exposure, education

  std::vector<PersonMeeting> ahead;  // by time
  std::vector<PlanModule> modules;   // in order of time, those without a date last
  std::vector<std::string> done;     // reached areas, goals and actions, a sentence each
  std::vector<PlanNotice> notices;
  std::vector<CompetencyView> competencies;
  std::vector<std::string> about_ratings;  // notes that read beside the evidence and count nothing
  std::string framework;                   // version in force
  std::vector<PlanMoment> moments;         // shared ones alone
  std::string contact;                     // who answers for the programme

  // Nothing is set down but who they are.
  bool empty() const;
};

inline constexpr std::string_view kFirstQuestion =
    "How can we help you be the best version of your role?";

// Makes the plans of one Program: what they share is gathered once, so that all plans together cost
// as much as reading the tables once. Requires: the program outlives it. Thread rule: plan() only
// reads.
class PlanMaker {
 public:
  PlanMaker(const Program& program, Date as_of);

  // Requires: a person of the program.
  DevelopmentPlan plan(const Person& person) const;

 private:
  void who(const Person& person, DevelopmentPlan& out) const;
  void own_side(const Person& person, DevelopmentPlan& out) const;
  void growth(const Person& person, DevelopmentPlan& out) const;
  void journey(const PersonProgress& progress, DevelopmentPlan& out) const;
  void notices(const PersonProgress& progress, DevelopmentPlan& out) const;
  PlanStep next_step(const NextStep& next, const std::vector<PersonMeeting>& ahead) const;
  std::string when(std::optional<Date> date) const;
  std::string person_named(const std::string& number_or_name) const;

  const Program& program_;
  Date as_of_;
  TrainingRecords records_;
  MeetingsAhead ahead_;
  CompetencyViews competencies_;
  EvenMarkNotes even_marks_;
  SkillRatings skills_;
  Grouping<Id<Person>, Season> seasons_;
  Grouping<Id<Person>, Member> members_;
  Grouping<Id<Person>, OwnView> views_;
  Grouping<Id<Person>, Goal> goals_;
  Grouping<Id<Person>, GrowthArea> growth_;
  Grouping<Id<Person>, Action> actions_;
  Grouping<Id<Person>, Moment> moments_;
};

}  // namespace tandem::report
