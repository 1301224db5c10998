#include "ui/views/documents_view.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "planner/base/text.hpp"
#include "ui/views/export_panel.hpp"
#include "ui/views/page_preview.hpp"
#include "ui/views/started.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::DocumentKind;
using models::DocumentLine;
using models::DocumentList;

constexpr float kKindRow = 30;

struct KindWords {
  std::string_view name;
  std::string_view which;  // over the list
  std::string_view find;
  std::string_view none;  // why the list is empty
};

const KindWords& words_of(DocumentKind kind) {
  static constexpr std::array<KindWords, 4> kWords{
      {{"Development plans", "Whose plan", "Find a person",
        "Everybody has a plan, and nobody is here yet. People come in with a folder of CSV files."},
       {"Facilitator packs", "Whose pack", "Find a facilitator",
        "A pack holds the sessions somebody is to lead. Facilitators come in with a folder of CSV "
        "files."},
       {"Attendance sheets", "Which session", "Find a session",
        "A sheet is made for every session ahead. None has a date yet: solve the schedule first."},
       {"Cohort calendars", "Which cohort", "Find a cohort",
        "A calendar holds the meetings of a cohort. Cohorts come in with a folder of CSV files."}}};
  return kWords[static_cast<std::size_t>(kind)];
}

void choose(DocumentsState& state, const std::string& code) {
  if (state.chosen[state.kind] != code) state.page = 0;
  state.chosen[state.kind] = code;
}

void choose_kind(DocumentsState& state, DocumentKind kind) {
  if (state.kind == kind) return;
  state.kind = kind;
  state.search.clear();
  state.cohort.clear();
  state.scope = ExportScope::one;
  state.page = 0;
  state.show = true;
}

// One line of a list that can be pressed: words left, quieter ones right.
bool row(const Rect& r, std::string_view name, std::string_view detail, bool on, bool strong) {
  const Press p = press("row", r, {.role = ui::Role::row, .on = on, .label = name});
  const float radius = px(metric::kControlRadius);
  if (on)
    fill(r, ink(Colour::selected), radius);
  else if (p.hovered)
    fill(r, ink(Colour::hover), radius);
  if (p.focused) focus_ring(r.inset(px(1)), radius);
  Rect line = r.inset(px(8), 0);
  const float wanted = text_width(Type::small, detail) + 1;
  if (!detail.empty())
    label(line.cut_right(std::min(wanted, std::floor(line.width() * 0.5F)), px(8)), Type::small,
          ink(Colour::muted), detail, Align::right);
  label(line, strong && on ? Type::body_strong : Type::body, ink(Colour::text), name);
  return p.clicked;
}

void kinds(Rect& column, models::PrintRoom& room, DocumentsState& state) {
  const ProbeScope scope("kinds");
  for (const DocumentKind kind : app::kDocumentKinds) {
    const IdScope id(static_cast<std::uint64_t>(kind) + 1);
    const std::string_view size = phrase("{}", room.list(kind).lines.size());
    if (row(column.cut_top(px(kKindRow)), words_of(kind).name, size, kind == state.kind, true))
      choose_kind(state, kind);
  }
}

void cohort_filter(Rect& column, const DocumentList& list, DocumentsState& state) {
  if (list.cohorts.empty()) return;
  Rect line = column.cut_top(px(metric::kControlSmall), px(8));
  const bool on = !state.cohort.empty();
  const std::string_view words = on ? std::string_view{state.cohort} : "Cohort";
  const Rect chip = line.cut_left(std::min(filter_chip_width(words, on), line.width()));
  bool opened = false;
  {
    const IdScope id("Cohort");
    if (filter_chip(chip, words, on)) {
      opened = !on;
      state.cohort.clear();
      state.menu_anchor = chip;
      if (on && state.scope == ExportScope::listed) state.scope = ExportScope::one;
    }
  }
  if (opened) open_menu("document cohorts");
  Menu menu("document cohorts", state.menu_anchor, 200);
  if (!menu) return;
  for (const std::string& code : list.cohorts)
    if (menu.item(code)) {
      state.cohort = code;
      state.scope = ExportScope::listed;
      state.chosen.erase(state.kind);
      state.page = 0;
    }
}

void find_field(Rect& column, models::PrintRoom& room, DocumentsState& state) {
  const auto found =
      input(column.cut_top(px(metric::kControl), px(8)), "Find a document", state.search,
            {.hint = words_of(state.kind).find,
             .icon = Icon::search,
             .focus = std::exchange(state.find, false)});
  if (!found.entered) return;
  const auto& index = room.index(state.kind, state.search, state.cohort);
  if (!index.empty()) choose(state, room.list(state.kind).lines[index.front()].code);
  state.show = true;
}

void lines(const Rect& r, models::PrintRoom& room, DocumentsState& state) {
  const DocumentList& list = room.list(state.kind);
  const auto& index = room.index(state.kind, state.search, state.cohort);
  if (index.empty()) {
    paragraph(r.inset(px(8), 0), Type::small, ink(Colour::muted), "None of them fits the search.");
    return;
  }
  const std::string& in_view = code_in_view(room, state);
  const bool two = state.kind == DocumentKind::attendance;
  const float tall = std::round(px(two ? 46 : 30));
  const ProbeScope scope("documents");
  Area area("lines", r);
  const float top = area.y();
  if (std::exchange(state.show, false)) {
    const auto at = std::ranges::find(
        index, in_view, [&](std::size_t k) -> const std::string& { return list.lines[k].code; });
    const float y = static_cast<float>(at - index.begin()) * tall;
    const float scrolled = r.y0 - top;
    if (y < scrolled) ImGui::SetScrollY(y);
    if (y + tall > scrolled + r.height())
      ImGui::SetScrollY(std::ceil((y + tall - r.height()) / tall) * tall);
  }
  // Only what is in view is drawn: the list may be as long as the organisation.
  const auto count = static_cast<int>(index.size());
  const int first = std::clamp(static_cast<int>((r.y0 - top) / tall), 0, count);
  const int last = std::min(count, first + static_cast<int>(r.height() / tall) + 2);
  area.skip(static_cast<float>(first) * tall);
  for (int k = first; k < last; ++k) {
    const DocumentLine& line = list.lines[index[static_cast<std::size_t>(k)]];
    const IdScope id(line.code);
    Rect place = area.next(tall);
    place.cut_right(px(6));
    const bool on = line.code == in_view;
    if (!two) {
      if (row(place, line.name, line.detail, on, true)) choose(state, line.code);
      continue;
    }
    if (row(place, "", "", on, true)) choose(state, line.code);
    Rect text = place.inset(px(8), px(4));
    label(text.cut_top(px(20)), on ? Type::body_strong : Type::body, ink(Colour::text), line.name);
    label(text, Type::small, ink(Colour::muted), line.detail);
    record(ui::Role::text, place, line.name);
  }
  area.skip(static_cast<float>(count - last) * tall);
}

void step(models::PrintRoom& room, DocumentsState& state, int by) {
  const auto& index = room.index(state.kind, state.search, state.cohort);
  if (index.empty()) return;
  const DocumentList& list = room.list(state.kind);
  const std::string code = code_in_view(room, state);
  const auto at = std::ranges::find(
      index, code, [&](std::size_t k) -> const std::string& { return list.lines[k].code; });
  // One that the search hides: begin at the first.
  const auto here = at == index.end() ? -1 : static_cast<int>(at - index.begin());
  const int next = std::clamp(here + by, 0, static_cast<int>(index.size()) - 1);
  choose(state, list.lines[index[static_cast<std::size_t>(next)]].code);
  state.show = true;
}

void head_actions(Rect actions, models::PrintRoom& room, DocumentsState& state, Wishes& wishes) {
  const std::string_view refused = save_refused(room, state);
  if (button_right(actions, save_words(room, state),
                   {.kind = ButtonKind::primary,
                    .icon = Icon::documents,
                    .enabled = refused.empty(),
                    .reason = refused}))
    wishes.save = export_order(room, state);
  if (!state.beside && button_right(actions, "Formats and folder", {.icon = Icon::folder}))
    state.by_user = true;
  if (state.kind != DocumentKind::plan) return;
  if (actions.width() > px(220) && button_right(actions, "Open their page", {.icon = Icon::people}))
    wishes.go = Destination{Page::people, "", "", code_in_view(room, state)};
}

}  // namespace

void show(DocumentsState& state, const Destination& where) {
  const auto take = [&](DocumentKind kind, const std::string& code) {
    if (code.empty()) return;
    choose_kind(state, kind);
    state.search.clear();
    state.cohort.clear();
    state.scope = ExportScope::one;
    choose(state, code);
    state.show = true;
  };
  take(DocumentKind::plan, where.person);
  take(DocumentKind::attendance, where.session);
  take(DocumentKind::calendar, where.cohort);
  take(DocumentKind::pack, where.facilitator);
}

bool documents_action(DocumentsState& state, models::PrintRoom& room, app::Action action,
                      Wishes& wishes) {
  using app::Action;
  switch (action) {
    case Action::find_document:
      state.find = true;
      return true;
    case Action::document_before:
      step(room, state, -1);
      return true;
    case Action::document_after:
      step(room, state, 1);
      return true;
    case Action::page_before:
      state.page = std::max(0, state.page - 1);
      return true;
    case Action::page_after:
      state.page = std::min(std::max(0, state.pages - 1), state.page + 1);
      return true;
    case Action::page_zoom:
      state.full_width = !state.full_width;
      return true;
    case Action::save_document:
      if (save_refused(room, state).empty() && !code_in_view(room, state).empty())
        wishes.save = export_order(room, state);
      return true;
    default:
      return false;
  }
}

bool documents_have_inspector(models::PrintRoom& room, DocumentsState& state, bool roomy) {
  state.beside = !room.list(state.kind).lines.empty() && (roomy || state.by_user);
  return state.beside;
}

void draw_documents(const Rect& page, models::PrintRoom& room, PictureShelf& shelf,
                    DocumentsState& state, Wishes& wishes) {
  Rect body = page;
  Rect head = body.cut_top(px(metric::kPageMargin + metric::kPageHead));
  head = Rect{head.x0 + px(metric::kPageMargin), head.y0 + px(metric::kPageMargin),
              head.x1 - px(metric::kPageMargin), head.y1};
  const Rect actions = page_head(head, "Documents", "What do people take away?");
  line_h(page.x0, page.x1, body.y0, ink(Colour::line));
  const bool wide = page.width() > px(860);
  Rect column = body.cut_left(px(wide ? 280 : 232));
  line_v(column.x1, body.y0, body.y1, ink(Colour::line));
  column = Rect{column.x0 + px(16), column.y0 + px(12), column.x1 - px(10), column.y1};
  kinds(column, room, state);
  const DocumentList& list = room.list(state.kind);
  if (list.lines.empty()) {
    const std::string_view title = phrase("No {} yet", app::noun(state.kind));
    const std::string_view why = words_of(state.kind).none;
    if (state.kind == DocumentKind::attendance)
      empty_state(body, Icon::documents, title, why, "");
    else
      load_first(body, Icon::documents, title, why, wishes);
    return;
  }
  column.cut_top(px(16));
  section_label(column.cut_top(px(18), px(8)).inset(px(8), 0), words_of(state.kind).which,
                list.left_out);
  find_field(column, room, state);
  cohort_filter(column, list, state);
  // The scroll bar stands in the margin beside the rows.
  lines({column.x0, column.y0, column.x1 + px(6), column.y1}, room, state);
  const std::string& code = code_in_view(room, state);
  if (code.empty()) return;
  head_actions(actions, room, state, wishes);
  PreviewState preview{state.page, state.full_width};
  const app::Pages* pages = room.pages({state.kind, code}, preview_width(body, preview.full_width));
  page_preview(body, pages, shelf, preview);
  state.page = preview.page;
  state.full_width = preview.full_width;
  if (pages) state.pages = static_cast<int>(pages->pictures.size());
}

void draw_documents_inspector(const Rect& inspector, models::PrintRoom& room, DocumentsState& state,
                              Wishes& wishes) {
  export_panel(inspector, room, state, wishes);
}

}  // namespace tandem::views
