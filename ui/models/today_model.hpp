// What the page Today shows, worked out from the Program and a day: what needs somebody, one
// sentence each; the sessions of this week and the next; four numbers that carry what they are a
// part of. Pure; knows no pixel. Cost: linear in sessions, meetings, seats and marks.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "planner/progress/cohort_progress.hpp"
#include "ui/models/session_facts.hpp"
#include "ui/models/verdict.hpp"

namespace tandem::models {

enum class Concern { blocked, late, look };

struct AttentionLine {
  Concern concern{};
  std::string key;      // unique among all lines
  std::string text;     // one sentence
  std::string action;   // the one thing to do: "See why", "See C1", "Plan"
  bool first{};         // the one to begin with: of all lines, the gravest
  std::string session;  // code; "" when it is about a cohort
  std::string cohort;   // code
};

struct AttentionGroup {
  std::string title;
  std::vector<AttentionLine> lines;  // of a long group the first ones, as many as a page can hold
  int count{};                       // of all
};

struct AgendaLine {
  enum class Kind { meeting, due, holiday } kind{};
  Date date{};
  std::string time;     // on the workspace's clock
  std::string session;  // code
  std::string module;
  int times{1};  // so many of the same module and cohort on that day, told as one
  Orientation orientation{};
  std::string cohort;  // "2 cohorts" when they share it
  std::string right;   // where, or how many came
  bool past{};         // before today
  bool no_marks{};     // held, and somebody's mark is missing
};

struct Figure {
  std::string label;
  std::string value;
  std::string of;    // "of 6 due"
  std::string note;  // what it means; may be empty
  std::string hint;  // what is left out; may be empty
  std::vector<double> trend;
  double share{-1};  // 0 to 1 where a part of a whole is meant; below 0: none
};

struct TodayModel {
  bool empty{};  // no cohort yet: nothing could be said
  std::vector<AttentionGroup> groups;
  int attention{};  // of all groups
  bool plan{};      // making a plan would give a date to what has none
  std::vector<AgendaLine> agenda;
  int agenda_more{};  // meetings later on
  int held_this_week{};
  int this_week{};  // meetings of the week, those held included
  std::array<Figure, 4> figures;
  // Minutes times people of sessions with a date, by the art they teach; both counts half to each.
  double lead_share{};
  std::int64_t person_minutes{};
};

// `judgement`: null while it is being worked out; then nothing is said of broken rules, and
// sessions without a date are told without why.
TodayModel today_model(const SessionBook& book, Date today, const Judgement* judgement = nullptr);

// Modules a cohort takes for which there is no session yet.
struct Unplanned {
  Id<Cohort> cohort;
  std::vector<std::string> modules;  // codes
};
std::vector<Unplanned> unplanned(const Program& program);

}  // namespace tandem::models
