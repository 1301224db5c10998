#include "ui/models/modules_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/curriculum/lenses.hpp"
#include "planner/curriculum/module_edit.hpp"
#include "planner/domain/grouping.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

using Objectives = std::span<const Objective* const>;

// The two focus areas with most minutes; an objective that does not say counts as one.
std::vector<const FocusArea*> focus_of(Objectives objectives) {
  std::array<int, kFocusAreas.size()> weight{};
  for (const Objective* o : objectives)
    for (std::size_t k = 0; k < kFocusAreas.size(); ++k)
      if (o->focus == kFocusAreas[k].word) weight[k] += std::max(1, o->minutes.value_or(1));
  std::vector<const FocusArea*> out;
  for (int pick = 0; pick < 2; ++pick) {
    const auto best = std::max_element(weight.begin(), weight.end());
    if (*best == 0) break;
    out.push_back(&kFocusAreas[static_cast<std::size_t>(best - weight.begin())]);
    *best = 0;
  }
  return out;
}

std::string search_text(const Program& program, const Module& module, Objectives objectives) {
  std::set<std::string> words;
  for (const Objective* o : objectives) {
    if (const Competency* c = o->competency ? tandem::find(program, o->competency) : nullptr)
      words.insert(c->name);
    if (const FocusArea* area = focus_area(o->focus)) words.emplace(area->name);
  }
  std::string out = module.code + " " + module.title;
  for (const std::string& word : words) out += " " + word;
  return search_key(out);
}

}  // namespace

const ModuleLine* ModulesModel::find(std::string_view code) const {
  const auto at = std::ranges::lower_bound(lines, code, {}, &ModuleLine::code);
  return at != lines.end() && at->code == code ? &*at : nullptr;
}

const ModuleLine* ModulesModel::find(Id<Module> id) const {
  const auto at = std::ranges::find(lines, id, &ModuleLine::id);
  return at != lines.end() ? &*at : nullptr;
}

ModulesModel modules_model(const Program& program) {
  const auto objectives = group_by(program.objectives, &Objective::module);
  const auto homes = group_by(program.programme_modules, &ProgrammeModule::module);
  ModulesModel out;
  for (const Module& m : program.modules) {
    ModuleLine line;
    line.id = m.id;
    line.code = m.code;
    line.title = m.title;
    line.orientation = m.orientation;
    line.mode = m.mode;
    line.hours = duration_words(m.minutes);
    for (const FocusArea* area : focus_of(objectives[m.id])) {
      if (!line.focus.empty()) line.focus += ' ';
      line.focus += area->letters;
    }
    for (const ProgrammeModule* row : homes[m.id]) line.programmes.push_back(row->programme);
    line.lacks_why = lacks_why(m);
    line.find = search_text(program, m, objectives[m.id]);
    if (line.lacks_why) ++out.lacking_why;
    out.lines.push_back(std::move(line));
  }
  std::ranges::sort(out.lines, {}, &ModuleLine::code);
  return out;
}

std::vector<std::uint32_t> module_index(const ModulesModel& model, const ModuleFilter& filter) {
  const std::vector<std::string> wanted = search_words(filter.search);
  const bool any_orientation = std::ranges::none_of(filter.orientations, std::identity{});
  std::vector<std::uint32_t> out;
  for (std::size_t k = 0; k < model.lines.size(); ++k) {
    const ModuleLine& line = model.lines[k];
    const auto orientation = static_cast<std::size_t>(line.orientation);
    if (!any_orientation && !filter.orientations[orientation]) continue;
    if (filter.no_why && !line.lacks_why) continue;
    const auto used = [&](Id<Programme> p) { return std::ranges::count(line.programmes, p) > 0; };
    if (filter.not_used && std::ranges::any_of(filter.journeys, used)) continue;
    if (!has_all(line.find, wanted)) continue;
    out.push_back(static_cast<std::uint32_t>(k));
  }
  return out;
}

ModuleFacts module_facts(const Program& program, const Module& module) {
  ModuleFacts out;
  out.id = module.id;
  out.code = module.code;
  out.title = module.title;
  out.orientation = module.orientation;
  out.facts = fmt::format("{} · {}", duration_words(module.minutes),
                          lower(kModeWords[static_cast<std::size_t>(module.mode)]));
  if (module.meetings.value_or(1) > 1) out.facts += " · " + count(*module.meetings, "meeting");
  if (module.capacity) out.facts += " · " + count(*module.capacity, "seat");
  const int people =
      module.leads.value_or(is_live(module.mode) ? 1 : 0) + module.cofacilitators.value_or(0);
  if (people > 0) out.facts += " · " + count(people, "facilitator");
  out.boxes = {module.what, module.how, module.why, module.who};
  out.lacks_why = lacks_why(module);

  std::vector<const Objective*> objectives;
  for (const Objective& o : program.objectives)
    if (o.module == module.id) objectives.push_back(&o);
  std::ranges::sort(objectives, {}, &Objective::number);
  for (const FocusArea* area : focus_of(objectives)) out.focus.push_back(area->name);
  for (const Objective* o : objectives)
    out.objectives.push_back(
        {o->id, o->number, o->text, o->minutes ? std::to_string(*o->minutes) : "–"});
  const ObjectiveMinutes sum = objective_minutes(program, module.id);
  out.minutes = fmt::format("{} of {} min", sum.minutes, module.minutes);
  if (sum.untimed > 0) out.minutes += fmt::format(", {} without minutes", sum.untimed);
  out.minutes_differ = sum.objectives > 0 && sum.untimed == 0 && sum.minutes != module.minutes;

  const auto uses = uses_of(program, module.id);
  out.uses = uses.empty() ? std::string{"Not used anywhere yet."}
                          : fmt::format("It is {}.", sentence_list(uses));
  std::set<std::string> cohorts;
  for (const Cohort& c : program.cohorts)
    for (const ProgrammeModule& row : program.programme_modules)
      if (row.programme == c.programme && row.module == module.id) cohorts.insert(c.code);
  const std::vector<std::string> codes(cohorts.begin(), cohorts.end());
  out.cohorts = join(codes, ", ");
  return out;
}

}  // namespace tandem::models
