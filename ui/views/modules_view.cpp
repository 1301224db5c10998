#include "ui/views/modules_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/module_form.hpp"
#include "ui/widgets/lists.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::ModuleLine;
using models::ModulesModel;

void filters(Rect& column, const ModulesModel& model, std::size_t left, ModulesState& state) {
  input(column.cut_top(px(metric::kControl), px(8)), "Search modules", state.filter.search,
        {.hint = "Title, skill, focus",
         .icon = Icon::search,
         .focus = std::exchange(state.search, false)});
  Rect line = column.cut_top(px(20), px(8));
  for (std::size_t k = 0; k < models::kOrientationWords.size(); ++k) {
    bool& on = state.filter.orientations[k];
    if (filter_chip(line.cut_left(filter_chip_width(models::kOrientationWords[k], on), px(6)),
                    models::kOrientationWords[k], on))
      on = !on;
  }
  if (model.lacking_why > 0 || state.filter.no_why) {
    const std::string_view text = phrase("No why {}", model.lacking_why);
    if (filter_chip(line.cut_left(filter_chip_width(text, state.filter.no_why), px(6)), text,
                    state.filter.no_why))
      state.filter.no_why = !state.filter.no_why;
  }
  const std::string_view told =
      left == model.lines.size() ? counted(left, "module")
                                 : phrase("{} of {}", left, counted(model.lines.size(), "module"));
  const Rect tally = column.cut_top(px(20), px(4));
  label(tally, Type::small, ink(Colour::muted), told);
  record(ui::Role::text, tally, told);
}

// Returns: chosen.
bool module_row(Area& area, const ModuleLine& line, bool on, bool show) {
  const Rect r = area.next(px(34));
  if (show && !Area::in_view(r)) ImGui::SetScrollFromPosY(r.y0 - ImGui::GetWindowPos().y);
  if (!Area::in_view(r)) return false;
  const IdScope id(line.id.value);
  const Press p = press("row", r, {.role = ui::Role::row, .on = on, .label = line.code});
  const float radius = px(metric::kControlRadius);
  if (on || p.hovered) fill(r, ink(on ? Colour::selected : Colour::hover), radius);
  Rect inner = r.inset(px(8), 0);
  orientation_chip(shown(line.orientation), inner.cut_left(px(16), px(8)), true);
  label(inner.cut_left(px(40), px(8)), Type::small_strong, ink(Colour::text), line.code);
  label(inner.cut_right(text_width(Type::small, line.hours) + 1, px(8)), Type::small,
        ink(Colour::muted), line.hours, Align::right);
  if (line.lacks_why)
    chip(inner.cut_right(chip_width("no why"), px(8)), "no why", ChipTone::attention);
  label(inner, Type::small, ink(Colour::text), line.title);
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

void list(Rect column, models::Syllabus& syllabus, ModulesState& state, Id<Module>& chosen) {
  const ModulesModel& model = syllabus.modules();
  const auto& index = syllabus.list(state.filter);
  filters(column, model, index.size(), state);
  if (index.empty()) {
    label(column.cut_top(px(20)), Type::small, ink(Colour::muted), "No module fits.");
    Rect line = column.cut_top(px(32));
    if (button_left(line, "Clear the filters", {.kind = ButtonKind::link, .small = true}))
      state.filter = {};
    return;
  }
  Area area("module list", scrolling(column), kScrolling);
  const bool show = std::exchange(state.show, false);
  const ProbeScope scope("Modules");
  for (const std::uint32_t k : index) {
    const ModuleLine& line = model.lines[k];
    const bool on = line.id == chosen;
    if (module_row(area, line, on, on && show) && !on) chosen = line.id;
  }
  area.skip(px(8));
}

const Error* error_of(const Errors& errors, std::string_view field) {
  const auto at = std::ranges::find(errors, field, &Error::where);
  return at == errors.end() ? nullptr : &*at;
}

std::string said(const Errors& errors, std::string_view field) {
  const Error* error = error_of(errors, field);
  return error ? models::first_sentence({*error}) : std::string{};
}

void choice_of(Rect& column, std::string_view name, std::span<const std::string_view> words,
               std::optional<int>& value, const std::string& refused) {
  field_name(column.cut_top(px(18), px(2)), name);
  chips(column.cut_top(chips_height(column.width(), words)), name, words, value, false);
  refusal(column, refused);
  column.cut_top(refusal_height(column.width(), refused), px(12));
}

void new_module_dialog(models::Syllabus& syllabus, ModulesState& state, Wishes& wishes) {
  if (std::exchange(state.adding, false)) {
    open_dialog("new module");
    state.draft = {};
    state.draft_errors.clear();
    state.fresh = true;
  }
  float height = 24 * 2 + 24 + 16 + 2 * (54 + 12) + 2 * (48 + 12) + 32 + 12;
  height += static_cast<float>(state.draft_errors.size()) * 26;
  Dialog dialog("new module", {.width = 560, .height = height});
  if (!dialog) return;
  Rect r = dialog.inside();
  NewModule& draft = state.draft;
  label(r.cut_top(px(24), px(16)), Type::section, ink(Colour::text), "Add a module");
  Rect buttons = r.cut_bottom(px(metric::kControl));
  const std::string code_refused = said(state.draft_errors, "code");
  const std::string title_refused = said(state.draft_errors, "title");
  const std::string minutes_refused = said(state.draft_errors, "minutes");
  const auto row_of = [&](const std::string& refused) {
    return r.cut_top(field_height(r.width(), {.refused = refused}), px(12));
  };
  field(row_of(title_refused), "Title", draft.title,
        {.refused = title_refused, .focus = std::exchange(state.fresh, false)});
  Rect pair = row_of(code_refused.size() > minutes_refused.size() ? code_refused : minutes_refused);
  field(pair.column(0, 2, px(16)), "Code", draft.code,
        {.hint = "short, as L1b", .refused = code_refused});
  field(pair.column(1, 2, px(16)), "Minutes in all", draft.minutes,
        {.hint = "breaks included", .refused = minutes_refused});
  std::optional<int> orientation;
  if (draft.orientation) orientation = static_cast<int>(*draft.orientation);
  choice_of(r, "Orientation", models::kOrientationWords, orientation,
            said(state.draft_errors, "orientation"));
  if (orientation) draft.orientation = static_cast<tandem::Orientation>(*orientation);
  std::optional<int> mode;
  if (draft.mode) mode = static_cast<int>(*draft.mode);
  choice_of(r, "How it is held", models::kModeWords, mode, said(state.draft_errors, "mode"));
  if (mode) draft.mode = static_cast<Mode>(*mode);
  if (button_right(buttons, "Add it", {.kind = ButtonKind::primary})) {
    auto made = make_module(syllabus.program(), draft);
    state.draft_errors = made ? Errors{} : made.error();
    if (made) {
      wishes.edit = Edit{std::move(made->commands), std::move(made->label)};
      state.added = draft.code;
      Dialog::close();
    }
  }
  if (button_right(buttons, "Leave")) Dialog::close();
}

}  // namespace

void begin_module(ModulesState& state) { state.adding = true; }

std::string wish(const Program& program, const Changed& change, Wishes& wishes) {
  if (!change) return models::first_sentence(change.error());
  if (const Errors errors = models::refusals(program, change->commands); !errors.empty())
    return models::first_sentence(errors);
  wishes.edit = Edit{change->commands, change->label};
  return {};
}

void draw_modules(const Rect& body, models::Syllabus& syllabus, ModulesState& state,
                  Id<Module>& chosen, Wishes& wishes) {
  const ModulesModel& model = syllabus.modules();
  state.drafts.keep_up(syllabus.bench().session().edition());
  if (!state.added.empty()) {
    if (const ModuleLine* line = model.find(state.added)) {
      chosen = line->id;
      state.show = true;
    }
    state.added.clear();
  }
  new_module_dialog(syllabus, state, wishes);
  if (model.lines.empty()) {
    if (empty_state(body, Icon::curricula, "No module yet",
                    "A module is one piece of learning: what it is, how it is held, why it matters "
                    "and who you can become. Journeys are made of modules.",
                    "Add a module"))
      begin_module(state);
    return;
  }
  Rect rest = body;
  const float width = std::min(px(360), body.width() * 0.34F);
  const Rect column = rest.cut_left(width, px(24));
  list(column, syllabus, state, chosen);
  if (!find(syllabus.program(), chosen)) chosen = model.lines.front().id;
  draw_module_form(rest, syllabus, state, *find(syllabus.program(), chosen), wishes);
}

}  // namespace tandem::views
