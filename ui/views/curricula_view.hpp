// The page Curricula: what do our journeys teach, and is it what we mean to teach? Four tabs, one
// pair of files each: two journeys side by side, the catalogue of modules, the competency
// framework, and who teaches what. Draws what models/syllabus.hpp has worked out; every change is a
// wish.
#pragma once

#include "ui/app/actions.hpp"
#include "ui/models/syllabus.hpp"
#include "ui/views/coverage_view.hpp"
#include "ui/views/framework_view.hpp"
#include "ui/views/journeys_view.hpp"
#include "ui/views/modules_view.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

enum class CurriculaTab : std::uint8_t { journeys, modules, framework, coverage };

struct CurriculaState {
  CurriculaTab tab{};
  Id<Module> module;  // chosen, in every tab
  bool by_user{};
  JourneysState journeys;
  ModulesState modules;
  FrameworkState framework;
  CoverageState coverage;
};

void show(CurriculaState& state, models::Syllabus& syllabus, const Destination& where);
// The keys of this page. Returns: whether the action was one of its own.
bool curricula_action(CurriculaState& state, models::Syllabus& syllabus, app::Action action,
                      Wishes& wishes);
bool curricula_has_inspector(models::Syllabus& syllabus, const CurriculaState& state, bool roomy);
void draw_curricula(const Rect& page, models::Syllabus& syllabus, CurriculaState& state,
                    Wishes& wishes);
void draw_curricula_inspector(const Rect& inspector, models::Syllabus& syllabus,
                              CurriculaState& state, Wishes& wishes);

}  // namespace tandem::views
