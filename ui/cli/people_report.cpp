#include "ui/cli/people_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem::cli {
namespace {

Json as_json(const Program& program, const SeatChoice& choice) {
  return {{"session", code_of(program, choice.session)},
          {"date", text(choice.date)},
          {"text", choice.where},
          {"refused", choice.fits() ? Json(nullptr) : Json(choice.refused)}};
}

Json as_json(const Program& program, const MakeUp& make_up) {
  Json offers = Json::array();
  for (const SeatChoice& choice : make_up.offers) offers.push_back(as_json(program, choice));
  Json refused = Json::array();
  for (const SeatChoice& choice : make_up.refused) refused.push_back(as_json(program, choice));
  return {{"person", code_of(program, make_up.person)},
          {"module", code_of(program, make_up.module)},
          {"text", make_up.text},
          {"offers", std::move(offers)},
          {"refused", std::move(refused)}};
}

Json as_json(const SkillPattern& skills) {
  const bool told = skills.balance != SkillBalance::too_few_people &&
                    skills.balance != SkillBalance::not_enough_known;
  return {{"pattern", word(skills.balance)},
          {"people", skills.people},
          {"leader", told ? Json(average_words(skills.leader)) : Json(nullptr)},
          {"manager", told ? Json(average_words(skills.manager)) : Json(nullptr)},
          {"text", skills.text},
          {"ways", skills.ways}};
}

void print_gap(std::ostream& out, std::string_view indent, const std::string& whose,
               const SkillPattern& skills) {
  out << fmt::format("{}{}{}\n", indent, whose, skills.text);
  if (!skills.ways.empty()) out << fmt::format("{}  {}\n", indent, skills.ways);
}

}  // namespace

CohortPeople cohort_people(const TrainingRecords& records, const Cohort& cohort) {
  const Program& program = records.program();
  const SeatFinder finder{records};
  CohortPeople out;
  out.skills = SkillRatings{program, records.today()}.of_cohort(cohort);
  out.manage_only = manage_only_plans(records, cohort.id);
  out.waiting = waiting_seats(finder, cohort.id);
  std::vector<const Person*> people;
  for (const Member* m : records.members(cohort.id))
    if (m->status == MemberStatus::enrolled) people.push_back(&program.people.at(m->person));
  std::sort(people.begin(), people.end(), [](const Person* a, const Person* b) {
    return std::tie(a->sort_as.empty() ? a->name : a->sort_as, a->number) <
           std::tie(b->sort_as.empty() ? b->name : b->sort_as, b->number);
  });
  for (const Person* person : people)
    for (MakeUp& make_up : make_ups(finder, person_progress(records, person->id)))
      out.make_ups.push_back(std::move(make_up));
  return out;
}

void add_json(Json& out, const Program& program, const CohortPeople& people) {
  out["skills"] = as_json(people.skills);
  Json plans = Json::array();
  for (const ManageOnlyPlan& plan : people.manage_only)
    plans.push_back({{"person", code_of(program, plan.person)},
                     {"text", plan.text},
                     {"ways", plan.ways},
                     {"minutes_lead", plan.minutes.lead},
                     {"minutes_both", plan.minutes.both},
                     {"minutes_manage", plan.minutes.manage},
                     {"limit", plan.limit}});
  out["manage_only"] = std::move(plans);
  Json waiting = Json::array();
  for (const WaitingSeat& w : people.waiting)
    waiting.push_back(
        {{"person", code_of(program, w.person)},
         {"session", code_of(program, w.session)},
         {"place", w.place},
         {"since", json(w.since)},
         {"offer", w.offer ? Json(code_of(program, w.offer->session)) : Json(nullptr)},
         {"text", w.text}});
  out["waiting"] = std::move(waiting);
  Json make_ups = Json::array();
  for (const MakeUp& m : people.make_ups) make_ups.push_back(as_json(program, m));
  out["make_ups"] = std::move(make_ups);
}

void print(std::ostream& out, const Program& program, const CohortPeople& people) {
  if (people.skills.has_gap()) print_gap(out, "  ", "", people.skills);
  if (!people.manage_only.empty()) {
    const ManageOnlyPlan& any = people.manage_only.front();
    out << fmt::format(
        "  {} only {}: more than {} % of the time is about managing. That is the plans' doing:\n",
        count(std::ssize(people.manage_only), "plan"),
        people.manage_only.size() == 1 ? "manages" : "manage", any.limit);
    for (const ManageOnlyPlan& plan : people.manage_only)
      out << fmt::format("  - the plan of {}: {}\n", program.people.at(plan.person).name,
                         manage_share(plan.minutes, plan.limit));
    if (!any.ways.empty()) out << "    " << any.ways << '\n';
  }
  if (!people.waiting.empty()) out << "  Waiting for a seat:\n";
  for (const WaitingSeat& w : people.waiting) out << "  - " << w.text << '\n';
  if (!people.make_ups.empty()) out << "  Make-ups:\n";
  for (const MakeUp& m : people.make_ups)
    out << fmt::format("  - {}, {}\n", program.people.at(m.person).name, m.text);
}

PersonReport person_report(const TrainingRecords& records, const PersonProgress& progress) {
  const Program& program = records.program();
  const report::PlanMaker maker{program, records.today()};
  report::DevelopmentPlan plan = maker.plan(program.people.at(progress.person));
  report::SkillHistory history = report::skill_history(plan.competencies);
  const report::EvenMarkNotes notes{program, records.today()};
  return {std::move(plan.notices), std::move(plan.competencies), std::move(history),
          notes.of(progress.person), make_ups(SeatFinder{records}, progress)};
}

void add_json(Json& out, const Program& program, const PersonReport& person) {
  Json notices = Json::array();
  for (const report::PlanNotice& n : person.notices)
    notices.push_back({{"text", n.text}, {"ways", n.ways}});
  out["notices"] = std::move(notices);
  Json make_ups = Json::array();
  for (const MakeUp& m : person.make_ups) make_ups.push_back(as_json(program, m));
  out["make_ups"] = std::move(make_ups);
  Json skills = Json::array();
  for (const report::CompetencyView& view : person.skills)
    skills.push_back({{"skill", code_of(program, view.competency)}, {"text", view.sentence}});
  out["skills"] = std::move(skills);
  Json history = Json::array();
  for (const report::SkillHistoryRow& row : person.history.rows)
    for (std::size_t i = 0; i < row.said.size(); ++i)
      history.push_back(
          {{"skill", row.name}, {"framework", person.history.versions[i]}, {"text", row.said[i]}});
  out["skill_history"] = std::move(history);
  out["about_ratings"] = person.about_ratings;
}

void print(std::ostream& out, const PersonReport& person) {
  for (const report::PlanNotice& n : person.notices) {
    out << "  " << n.text << '\n';
    if (!n.ways.empty()) out << "    " << n.ways << '\n';
  }
  if (!person.make_ups.empty()) out << "  Make-ups:\n";
  for (const MakeUp& m : person.make_ups) out << "  - " << m.text << '\n';
  if (!person.history.rows.empty()) out << "  Skills seen on more than one framework:\n";
  for (const report::SkillHistoryRow& row : person.history.rows) {
    out << fmt::format("  - {}\n", row.name);
    for (std::size_t i = 0; i < row.said.size(); ++i)
      out << fmt::format("    on {}: {}\n", person.history.versions[i],
                         row.said[i].empty() ? "nothing said" : row.said[i]);
  }
  if (!person.about_ratings.empty()) out << "  About the ratings:\n";
  for (const std::string& note : person.about_ratings) out << "  - " << note << '\n';
}

std::vector<UnitSkills> units_skills(const Program& program, Date today) {
  const SkillRatings ratings{program, today};
  std::vector<const Unit*> units;
  for (const Unit& unit : program.units) units.push_back(&unit);
  std::sort(units.begin(), units.end(),
            [](const Unit* a, const Unit* b) { return a->code < b->code; });
  std::vector<UnitSkills> out;
  for (const Unit* unit : units) out.push_back({unit->id, ratings.of_unit(*unit)});
  return out;
}

Json as_json(const Program& program, const std::vector<UnitSkills>& units) {
  Json out = Json::array();
  for (const UnitSkills& unit : units) {
    Json row{{"unit", code_of(program, unit.unit)}, {"name", program.units.at(unit.unit).name}};
    row.update(as_json(unit.skills));
    out.push_back(std::move(row));
  }
  return out;
}

void print(std::ostream& out, const Program& program, const std::vector<UnitSkills>& units,
           bool all) {
  const bool any = std::any_of(units.begin(), units.end(),
                               [](const UnitSkills& u) { return u.skills.has_gap(); });
  if (!any && !all) return;
  out << (all ? "Skills by unit\n" : "Units where skills stand far apart\n");
  for (const UnitSkills& unit : units) {
    const std::string& name = program.units.at(unit.unit).name;
    const SkillPattern& skills = unit.skills;
    if (skills.has_gap()) {
      print_gap(out, "  ", name + ". ", skills);
      continue;
    }
    if (!all || skills.people == 0) continue;
    switch (skills.balance) {
      case SkillBalance::too_few_people:
        out << fmt::format("  {}: fewer than {} people, not shown\n", name, kSmallestUnit);
        break;
      case SkillBalance::not_enough_known:
        out << fmt::format("  {}: not enough known\n", name);
        break;
      default:
        out << fmt::format(
            "  {}: leader skills {}, manager skills {} on average over all ratings, "
            "{}\n",
            name, average_words(skills.leader), average_words(skills.manager),
            count(skills.people, "person", "people"));
    }
  }
}

}  // namespace tandem::cli
