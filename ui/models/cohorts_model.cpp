#include "ui/models/cohorts_model.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/development/plan_minutes.hpp"
#include "planner/development/skill_balance.hpp"
#include "planner/report/meeting_words.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

// "Halima has C2 to make up" under her name is "C2 to make up".
std::string without_name(const std::string& text, const std::string& name) {
  const std::string start = name + " has ";
  return text.starts_with(start) ? text.substr(start.size()) : text;
}

std::string health_words(const CohortProgress& p) {
  if (p.health == Health::late)
    return fmt::format("Late: {} of {} held after its last day", p.held,
                       count(static_cast<std::int64_t>(p.sessions.size()), "session"));
  std::string out = sentence(p.pace);
  if (p.behind == 0 && !p.people.empty())
    out += fmt::format(", {} to make up", count(static_cast<std::int64_t>(p.people.size()),
                                                "person has one", "people have some"));
  if (p.behind == 0 && p.people.empty() && !p.needs.empty()) out += ": " + p.needs.front();
  return out;
}

void fill_next(CohortCard& card, const SessionBook& book, const CohortProgress& p) {
  if (!p.next) return;
  const SessionFacts* next = book.find(book.program().sessions.at(*p.next).code);
  if (!next) return;
  card.next_session = next->code;
  card.next_module = next->module;
  if (next->meetings.empty()) {
    card.next_when = when_words(*next);
    return;
  }
  const auto first = next->meetings.begin();
  card.next_when = words(first->begin);
  if (!first->zone.empty()) card.next_when += ", " + report::clock_words(first->zone);
  card.next_where = first->room;
}

// Under the cohort's code on its page. A cohort named after its journey says that once.
std::string head_line(const CohortCard& card) {
  std::string out = card.name;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  };
  if (lower(card.journey) != lower(card.name)) add(card.journey);
  if (!card.sponsor.empty()) add("sponsor " + card.sponsor);
  return out + ". Who came, and who needs a hand?";
}

// Plans that only manage and skills far apart: about what is offered, not about anybody.
std::vector<std::string> balance_words(const TrainingRecords& records, const SkillRatings& skills,
                                       const Cohort& cohort) {
  std::vector<std::string> out;
  const auto plans = manage_only_plans(records, cohort.id);
  if (!plans.empty())
    out.push_back(fmt::format("{} of people in the middle only {}: over {} % of the time. {}",
                              count(std::ssize(plans), "plan"),
                              plans.size() == 1 ? "manages" : "manage", plans.front().limit,
                              plans.front().ways));
  const SkillPattern pattern = skills.of_cohort(cohort);
  if (pattern.has_gap()) out.push_back(pattern.text + ". " + pattern.ways);
  return out;
}

}  // namespace

std::optional<Orientation> orientation_of(ProgrammeJourney journey) {
  switch (journey) {
    case ProgrammeJourney::leader:
      return Orientation::lead;
    case ProgrammeJourney::manager:
      return Orientation::manage;
    case ProgrammeJourney::both:
      return Orientation::both;
    case ProgrammeJourney::expert:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string journey_words(ProgrammeJourney journey) {
  switch (journey) {
    case ProgrammeJourney::both:
      return "both journeys";
    case ProgrammeJourney::expert:
      return "programme for experts";
    default:
      return fmt::format("{} journey", word(journey));
  }
}

BurnUpLines burn_up_lines(const std::vector<BurnUpPoint>& points, Date today) {
  BurnUpLines out;
  if (points.size() < 2) return out;
  const Date first = points.front().date;
  const Date last = points.back().date;
  int top = 0;
  for (const BurnUpPoint& p : points) top = std::max({top, p.planned, p.actual.value_or(0)});
  const double days_long = std::max(1.0, static_cast<double>((last - first).count()));
  const auto x = [&](Date date) {
    return std::clamp(static_cast<double>((date - first).count()) / days_long, 0.0, 1.0);
  };
  const auto y = [&](int n) { return top > 0 ? static_cast<double>(n) / top : 0.0; };
  for (const BurnUpPoint& p : points) {
    out.planned.push_back({x(p.date), y(p.planned)});
    if (p.date <= today) out.planned_by_today = p.planned;
    if (!p.actual || p.date > today) continue;
    out.done.push_back({x(p.date), y(*p.actual)});
    out.done_by_today = *p.actual;
  }
  out.today = x(today);
  out.first = day_month(first);
  out.last = day_month(last);
  out.all = points.back().planned;
  return out;
}

std::string person_named(const Program& program, const std::string& number_or_name) {
  const Person* person = program.people.find_key(number_or_name);
  return person ? person->name : number_or_name;
}

const CohortCard* CohortsModel::find(std::string_view code) const {
  const auto it = std::ranges::find(cards, code, &CohortCard::code);
  return it == cards.end() ? nullptr : &*it;
}

CohortsModel cohorts_model(const SessionBook& book, const std::vector<CohortProgress>& progress,
                           Date today) {
  CohortsModel out;
  const Program& program = book.program();
  const TrainingRecords records{program, today};
  const SkillRatings skills{program, today};
  for (const CohortProgress& p : progress) {
    const Cohort& cohort = program.cohorts.at(p.cohort);
    CohortCard card;
    card.code = cohort.code;
    card.name = cohort.name;
    if (const Programme* programme = find(program, cohort.programme)) {
      card.orientation = orientation_of(programme->journey);
      card.journey = journey_words(programme->journey);
    }
    if (const Site* site = find(program, cohort.site)) card.site = site->name;
    card.sponsor = person_named(program, cohort.sponsor);
    card.sponsor_words = card.sponsor.empty() ? "No sponsor yet" : "Sponsor " + card.sponsor;
    card.line = head_line(card);
    card.people = p.members;
    card.capacity = cohort.capacity;
    card.paused = p.paused;
    for (const MemberStatus status : {MemberStatus::waitlisted, MemberStatus::requested})
      card.waiting += p.by_status[static_cast<std::size_t>(status)];
    card.held = p.held;
    card.sessions = static_cast<int>(p.sessions.size());
    card.burn_up = burn_up_lines(p.burn_up, today);
    fill_next(card, book, p);
    card.health = p.health;
    card.words = health_words(p);
    for (const std::string& need : p.needs) card.reasons.push_back(sentence(need));
    card.balance = balance_words(records, skills, cohort);
    for (const PersonNeed& need : p.people) {
      const Person& person = program.people.at(need.person);
      card.hands.push_back({person.number, person.name, without_name(need.text, person.name)});
    }
    if (p.finish) card.finish = words(*p.finish);
    if (cohort.deadline) card.deadline = words(*cohort.deadline);
    if (p.health == Health::late) ++out.late;
    if (p.health == Health::needs_a_look) ++out.look;
    if (card.waiting > 0) ++out.waiting;
    if (card.paused > 0) ++out.paused;
    out.cards.push_back(std::move(card));
  }
  return out;
}

}  // namespace tandem::models
