// What the board of cohorts shows: one card a cohort with its way so far against its plan, what
// comes next, how it is in words, and how many need a hand. Pure; knows no pixel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/progress/cohort_progress.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

std::optional<Orientation> orientation_of(ProgrammeJourney journey);
// "leader journey", "both journeys"; what is made for the expert track is no journey of its own:
// "programme for experts"
std::string journey_words(ProgrammeJourney journey);

// A stepped line; both axes run from 0 to 1.
struct ChartStep {
  double x{};
  double y{};
};

// Completions planned and done over the days of a plan.
struct BurnUpLines {
  std::vector<ChartStep> planned;
  std::vector<ChartStep> done;  // up to today
  double today{};
  std::string first;  // "12 Jan"
  std::string last;
  int planned_by_today{};
  int done_by_today{};
  int all{};

  bool empty() const { return planned.size() < 2; }
};
BurnUpLines burn_up_lines(const std::vector<BurnUpPoint>& points, Date today);

struct HandLine {
  std::string person;  // number
  std::string name;
  std::string text;  // "C2 and L1 to make up"
};

struct CohortCard {
  std::string code;
  std::string name;
  std::optional<Orientation> orientation;
  std::string journey;
  std::string site;
  std::string sponsor;        // "" when there is none
  std::string sponsor_words;  // "Sponsor Saskia Verbruggen", "No sponsor yet"
  std::string line;           // name, journey and sponsor, and what its page answers
  int people{};
  std::optional<int> capacity;
  int paused{};
  int waiting{};
  int held{};
  int sessions{};
  BurnUpLines burn_up;
  std::string next_session;  // code; "" when nothing is to come
  std::string next_module;
  std::string next_when;  // "Tue 18 May 09:00"
  std::string next_where;
  Health health{};
  std::string words;  // health in one sentence
  std::vector<std::string> reasons;
  std::vector<std::string> balance;  // plans that only manage, skills far apart
  std::vector<HandLine> hands;       // who needs one, by name; nobody on a pause
  std::string finish;                // "Tue 24 Aug"
  std::string deadline;
};

struct CohortsModel {
  std::vector<CohortCard> cards;  // by code
  int late{};
  int look{};
  int waiting{};  // cohorts with somebody on the wait-list
  int paused{};   // with somebody on a pause

  const CohortCard* find(std::string_view code) const;
};

CohortsModel cohorts_model(const SessionBook& book, const std::vector<CohortProgress>& progress,
                           Date today);

// A person whose number or name stands in a text column; the text itself when it is nobody's.
std::string person_named(const Program& program, const std::string& number_or_name);

}  // namespace tandem::models
