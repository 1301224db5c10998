#include "planner/report/development_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/development/plan_minutes.hpp"
#include "planner/report/meeting_words.hpp"

namespace tandem::report {
namespace {

template <class T>
bool newer(const T* a, const T* b) {
  return std::tuple{a->date.has_value(), a->date.value_or(Date{}), a->id} >
         std::tuple{b->date.has_value(), b->date.value_or(Date{}), b->id};
}

std::string path_words(std::optional<OwnPath> path) {
  if (!path) return "not asked yet";
  switch (*path) {
    case OwnPath::expert:
      return "the expert path";
    case OwnPath::people:
      return "the people-manager path";
    case OwnPath::neither:
      return "neither of the two";
    case OwnPath::undecided:
      break;
  }
  return "not decided yet";
}

std::string journey_words(std::optional<PersonJourney> journey) {
  if (!journey) return {};
  switch (*journey) {
    case PersonJourney::leader:
      return "Leader journey";
    case PersonJourney::manager:
      return "Manager journey";
    case PersonJourney::both:
      return "Leader and manager journey";
    case PersonJourney::none:
      break;
  }
  return {};
}

void add_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += ", ";
  line += part;
}

}  // namespace

bool DevelopmentPlan::empty() const {
  const auto none = [](const auto& lists) {
    return std::all_of(lists.begin(), lists.end(), [](const auto& list) { return list.empty(); });
  };
  return own_words.words.empty() && none(goals) && goals_without_horizon.empty() &&
         growth_areas.empty() && none(actions) && modules.empty() && ahead.empty() &&
         done.empty() && moments.empty();
}

PlanMaker::PlanMaker(const Program& program, Date as_of)
    : program_(program),
      as_of_(as_of),
      records_(program, as_of),
      ahead_(records_),
      competencies_(program, as_of),
      even_marks_(program, as_of),
      skills_(program, as_of),
      seasons_(group_by(program.seasons, &Season::person)),
      members_(group_by(program.members, &Member::person)),
      views_(group_by(program.own_views, &OwnView::person)),
      goals_(group_by(program.goals, &Goal::person)),
      growth_(group_by(program.growth_areas, &GrowthArea::person)),
      actions_(group_by(program.actions, &Action::person)),
      moments_(group_by(program.moments, &Moment::person)) {}

DevelopmentPlan PlanMaker::plan(const Person& person) const {
  DevelopmentPlan out;
  out.as_of = as_of_;
  out.organisation = program_.workspace().name;
  out.number = person.number;
  out.name = person.name;
  who(person, out);
  out.ahead = ahead_.of(person);
  const PersonProgress progress = person_progress(records_, person.id);
  journey(progress, out);
  out.next_step = next_step(progress.next, out.ahead);
  own_side(person, out);
  growth(person, out);
  notices(progress, out);
  out.competencies = competencies_.of(person);
  out.about_ratings = even_marks_.for_owner(person.id);
  std::optional<Date> in_force;
  for (const Framework& f : program_.frameworks)
    if (f.valid_from && *f.valid_from <= as_of_ && (!in_force || *in_force < *f.valid_from)) {
      in_force = f.valid_from;
      out.framework = f.version;
    }
  return out;
}

void PlanMaker::who(const Person& person, DevelopmentPlan& out) const {
  if (const Role* role = person.role ? program_.roles.find(person.role) : nullptr)
    add_part(out.place, role->title);
  if (const Unit* unit = person.unit ? program_.units.find(person.unit) : nullptr)
    add_part(out.place, unit->name);
  if (const Site* site = person.site ? program_.sites.find(person.site) : nullptr)
    add_part(out.place, site->name);
  out.journey = journey_words(person.journey);
  std::vector<const Cohort*> cohorts;
  for (const Member* m : members_[person.id])
    if (m->status == MemberStatus::enrolled || m->status == MemberStatus::completed)
      if (const Cohort* cohort = program_.cohorts.find(m->cohort)) cohorts.push_back(cohort);
  std::sort(cohorts.begin(), cohorts.end(),
            [](const Cohort* a, const Cohort* b) { return a->code < b->code; });
  for (const Cohort* cohort : cohorts) {
    add_part(out.journey, (out.journey.empty() ? "Cohort " : "cohort ") + cohort->code);
    const Programme* programme = program_.programmes.find(cohort->programme);
    if (out.contact.empty() && programme) out.contact = person_named(programme->owner);
  }

  std::vector<const Season*> seasons(seasons_[person.id].begin(), seasons_[person.id].end());
  std::stable_sort(seasons.begin(), seasons.end(),
                   [](const Season* a, const Season* b) { return a->from < b->from; });
  for (const Season* s : seasons) {
    if (s->to && *s->to < as_of_) continue;
    std::string words = s->season == SeasonKind::paused ? "Paused" : "Lighter season";
    if (s->from > as_of_) words += " from " + when(s->from);
    if (s->to) words += " until " + when(s->to);
    out.seasons.push_back({s->season, std::move(words)});
  }
}

void PlanMaker::own_side(const Person& person, DevelopmentPlan& out) const {
  std::vector<const OwnView*> views(views_[person.id].begin(), views_[person.id].end());
  std::erase_if(views, [&](const OwnView* v) { return v->date && *v->date > as_of_; });
  std::stable_sort(views.begin(), views.end(), newer<OwnView>);
  std::optional<OwnPath> path;
  for (const OwnView* v : views) {
    if (out.own_words.words.empty() && !trim(v->words).empty())
      out.own_words = {v->words, when(v->date)};
    if (!path) path = v->path;
  }
  out.own_path = path_words(path);

  for (const Goal* g : goals_[person.id]) {
    if (g->state == GoalState::dropped) continue;
    if (g->state == GoalState::done) {
      out.done.push_back("Goal: " + g->text);
      continue;
    }
    PlanGoal goal{g->text, {}};
    // A goal of somebody else is theirs to show.
    const Goal* parent = g->parent ? program_.goals.find(g->parent) : nullptr;
    if (parent && parent->person == person.id) goal.serves = parent->text;
    if (g->horizon)
      out.goals[static_cast<std::size_t>(*g->horizon)].push_back(std::move(goal));
    else
      out.goals_without_horizon.push_back(std::move(goal));
  }

  std::vector<const Moment*> moments;
  for (const Moment* m : moments_[person.id])
    if (!is_private(*m) && (!m->date || *m->date <= as_of_)) moments.push_back(m);
  std::stable_sort(moments.begin(), moments.end(), newer<Moment>);
  for (const Moment* m : moments) {
    PlanMoment moment{m->text, {}};
    if (m->author != person.number) add_part(moment.detail, person_named(m->author));
    add_part(moment.detail, when(m->date));
    out.moments.push_back(std::move(moment));
  }
}

void PlanMaker::growth(const Person& person, DevelopmentPlan& out) const {
  std::vector<const GrowthArea*> areas(growth_[person.id].begin(), growth_[person.id].end());
  std::stable_sort(areas.begin(), areas.end(), [](const GrowthArea* a, const GrowthArea* b) {
    return std::tuple{!a->since, a->since.value_or(Date{})} <
           std::tuple{!b->since, b->since.value_or(Date{})};
  });
  const auto limit = static_cast<std::size_t>(program_.workspace().growth_limit);
  std::vector<std::string> beyond_limit;
  std::vector<std::string> reached;
  for (const GrowthArea* area : areas) {
    const Competency* c = program_.competencies.find(area->competency);
    if (!c) continue;
    if (area->state == GrowthState::resting) out.resting.push_back(c->name);
    if (area->state == GrowthState::reached) reached.push_back("Reached: " + c->name);
    if (area->state != GrowthState::live) continue;
    if (out.growth_areas.size() == limit) {
      beyond_limit.push_back(c->name);
      continue;
    }
    PlanGrowthArea told{c->name, c->orientation, c->definition, when(area->since)};
    const RoleTarget* target =
        person.role ? program_.role_targets.find_key(join_key(
                          {std::to_string(person.role.value), std::to_string(c->id.value)}))
                    : nullptr;
    if (target && target->expected != Expected::not_expected) {
      const auto level = static_cast<std::size_t>(target->expected);
      const Anchor* anchor = program_.anchors.find_key(
          join_key({std::to_string(c->id.value), std::to_string(level + 1)}));
      if (anchor)
        told.aim = fmt::format("{} looks like this: {}", kLevelWords[level], anchor->text);
    }
    out.growth_areas.push_back(std::move(told));
  }
  if (!beyond_limit.empty())
    out.growth_note =
        fmt::format("{} growth areas are live, the limit is {}. Also live: {}. Which one can rest?",
                    limit + beyond_limit.size(), limit, sentence_list(beyond_limit));
  out.done.insert(out.done.begin(), reached.begin(), reached.end());

  std::vector<const Action*> actions(actions_[person.id].begin(), actions_[person.id].end());
  std::stable_sort(actions.begin(), actions.end(), [](const Action* a, const Action* b) {
    return std::tuple{!a->due, a->due.value_or(Date{})} <
           std::tuple{!b->due, b->due.value_or(Date{})};
  });
  for (const Action* a : actions) {
    if (a->state == ActionState::dropped) continue;
    if (a->state == ActionState::done) {
      out.done.push_back(a->text);
      continue;
    }
    PlanAction action{a->text, {}, a->state};
    if (const Competency* c = a->growth_area ? program_.competencies.find(a->growth_area) : nullptr)
      add_part(action.detail, "for " + c->name);
    if (const Module* m = a->module ? program_.modules.find(a->module) : nullptr)
      add_part(action.detail, "with " + m->code + " " + m->title);
    if (a->due) add_part(action.detail, "by " + when(a->due));
    out.actions[static_cast<std::size_t>(a->kind)].push_back(std::move(action));
  }
}

// What is best known of each module, when two cohorts take it.
void PlanMaker::journey(const PersonProgress& progress, DevelopmentPlan& out) const {
  std::map<Id<Module>, const ModuleProgress*> best;
  for (const JourneyProgress& way : progress.journeys)
    for (const ModuleProgress& m : way.modules) {
      const ModuleProgress*& known = best[m.module];
      if (!known || m.state < known->state) known = &m;
    }
  std::vector<std::pair<const Module*, const ModuleProgress*>> order;
  for (const auto& [id, m] : best) order.emplace_back(&program_.modules.at(id), m);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    const auto key = [](const auto& entry) {
      const auto& [module, m] = entry;
      return std::tuple{!m->date, m->date.value_or(Date{}), std::string_view{module->code}};
    };
    return key(a) < key(b);
  });
  for (const auto& [module, m] : order)
    out.modules.push_back({module->code, module->title, m->state});
}

void PlanMaker::notices(const PersonProgress& progress, DevelopmentPlan& out) const {
  if (auto plan = manage_only_plan(records_, progress))
    out.notices.push_back({std::move(plan->text), std::move(plan->ways)});
  const auto skills = skills_.of_person(progress.person, planned_modules(records_, progress));
  if (skills.has_gap()) out.notices.push_back({skills.text, skills.ways});
}

PlanStep PlanMaker::next_step(const NextStep& next, const std::vector<PersonMeeting>& ahead) const {
  const Module* module = next.module ? program_.modules.find(next.module) : nullptr;
  switch (next.kind) {
    case NextKind::session: {
      const auto m = std::find_if(ahead.begin(), ahead.end(), [&](const PersonMeeting& meeting) {
        return meeting.session == next.session && meeting.number == next.meeting;
      });
      if (m == ahead.end()) break;
      std::string what = fmt::format("{} ({})", m->title, m->module);
      add_part(what, m->part);
      std::string detail = when(m->date) + " " + m->time;
      for (const std::string& part : {m->clock, m->other_clock, m->place}) add_part(detail, part);
      if (!m->with.empty()) add_part(detail, "with " + m->with);
      return {std::move(what), std::move(detail), true};
    }
    case NextKind::due_item:
      return {fmt::format("{} ({})", module->title, module->code), "due " + when(next.date), true};
    case NextKind::action:
      return {program_.actions.at(next.action).text,
              next.date ? "by " + when(next.date) : std::string{}, true};
    case NextKind::make_up:
      return {next.text, {}, true};
    case NextKind::none:
      break;
  }
  std::string why = next.text;
  if (!why.empty() && why[0] >= 'a' && why[0] <= 'z')
    why[0] = static_cast<char>(why[0] - 'a' + 'A');
  return {"Nothing is asked of you now", why + ".", false};
}

std::string PlanMaker::when(std::optional<Date> date) const {
  return date ? day_seen_from(*date, as_of_) : std::string{};
}

std::string PlanMaker::person_named(const std::string& number_or_name) const {
  const Person* person = program_.people.find_key(number_or_name);
  return person ? person->name : number_or_name;
}

}  // namespace tandem::report
