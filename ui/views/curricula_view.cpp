#include "ui/views/curricula_view.hpp"

#include <array>

#include "ui/views/module_panel.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::Action;

constexpr std::array<std::string_view, 4> kTabs{"Journeys", "Modules", "Framework", "Coverage"};

void edit_module(CurriculaState& state, Id<Module> module) {
  state.module = module;
  state.tab = CurriculaTab::modules;
  state.modules.show = true;
}

}  // namespace

void show(CurriculaState& state, models::Syllabus& syllabus, const Destination& where) {
  const models::ModuleLine* module = syllabus.modules().find(where.module);
  if (module) {
    state.module = module->id;
    state.by_user = true;
    state.journeys.show = state.modules.show = true;
  }
  const Competency* competency = syllabus.program().competencies.find_key(where.module);
  if (!module && competency) state.framework.chosen = competency->id;
}

bool curricula_action(CurriculaState& state, models::Syllabus& syllabus, Action action,
                      Wishes& wishes) {
  switch (action) {
    case Action::tab_journeys:
      state.tab = CurriculaTab::journeys;
      return true;
    case Action::tab_modules:
      state.tab = CurriculaTab::modules;
      return true;
    case Action::tab_framework:
      state.tab = CurriculaTab::framework;
      return true;
    case Action::tab_coverage:
      state.tab = CurriculaTab::coverage;
      return true;
    case Action::find_module:
      if (state.tab != CurriculaTab::journeys) state.tab = CurriculaTab::modules;
      (state.tab == CurriculaTab::journeys ? state.journeys.search : state.modules.search) = true;
      return true;
    case Action::new_module:
      state.tab = CurriculaTab::modules;
      begin_module(state.modules);
      return true;
    default:
      return state.tab == CurriculaTab::journeys &&
             journeys_action(state.journeys, syllabus, state.module, action, wishes);
  }
}

bool curricula_has_inspector(models::Syllabus& syllabus, const CurriculaState& state, bool roomy) {
  const bool has_panel = state.tab == CurriculaTab::journeys || state.tab == CurriculaTab::coverage;
  return has_panel && state.module && (roomy || state.by_user) &&
         find(syllabus.program(), state.module) != nullptr;
}

void draw_curricula(const Rect& page, models::Syllabus& syllabus, CurriculaState& state,
                    Wishes& wishes) {
  Rect body = page.inset(px(metric::kPageMargin));
  body.y1 = page.y1;
  Rect actions = page_head(body.cut_top(px(metric::kPageHead)), "Curricula",
                           "What do our journeys teach, and is it what we mean to teach?");
  // While there is none the page's own button stands in its middle.
  const bool modules = state.tab == CurriculaTab::modules && !syllabus.modules().lines.empty();
  if (button_right(
          actions, "Add a module",
          {.kind = modules ? ButtonKind::primary : ButtonKind::quiet, .icon = Icon::plus})) {
    state.tab = CurriculaTab::modules;
    begin_module(state.modules);
  }
  int tab = static_cast<int>(state.tab);
  if (tabs(body.cut_top(px(metric::kTabs)), kTabs, tab)) state.tab = static_cast<CurriculaTab>(tab);
  Rect inside = body;
  switch (state.tab) {
    case CurriculaTab::journeys:
      inside.x1 = page.x1;
      if (draw_journeys(inside, syllabus, state.journeys, state.module, wishes))
        state.by_user = true;
      return;
    case CurriculaTab::modules:
      inside.cut_top(px(16));
      draw_modules(inside, syllabus, state.modules, state.module, wishes);
      return;
    case CurriculaTab::framework:
      inside.cut_top(px(16));
      draw_framework(inside, syllabus, state.framework, wishes);
      return;
    case CurriculaTab::coverage:
      inside.cut_top(px(16));
      inside.y1 -= px(16);
      if (const Id<Module> pressed =
              draw_coverage(inside, syllabus, state.coverage, state.module, wishes)) {
        state.module = pressed;
        state.by_user = true;
      }
      return;
  }
}

void draw_curricula_inspector(const Rect& inspector, models::Syllabus& syllabus,
                              CurriculaState& state, Wishes& wishes) {
  if (draw_module_panel(inspector, syllabus, state.journeys, state.module, wishes))
    edit_module(state, state.module);
}

}  // namespace tandem::views
