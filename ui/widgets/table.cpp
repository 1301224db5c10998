#include "ui/widgets/table.hpp"

#include <algorithm>
#include <cmath>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/icons.hpp"

namespace tandem::ui {

Table::Table(const char* id, const Rect& r, std::span<const TableColumn> columns,
             const TableOptions& options)
    : columns_(columns),
      outer_(snapped(r)),
      row_height_(px(options.row_height)),
      indent_(px(options.indent)),
      margin_(px(options.margin)) {
  ImGui::SetCursorScreenPos(low(outer_));
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {px(8), 0});
  open_ = ImGui::BeginTable(id, static_cast<int>(columns.size()),
                            ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings |
                                ImGuiTableFlags_NoPadOuterX,
                            {outer_.width(), outer_.height()});
  ImGui::PopStyleVar();
  if (!open_) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const TableColumn& c = columns[k];
    const float room = (k == 0 ? indent_ : 0) + (k + 1 == columns.size() ? margin_ : 0);
    ImGui::TableSetupColumn(
        copied(c.label).data(),
        c.width > 0 ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch,
        c.width > 0 ? px(c.width) + room : 1);
  }
}

Table::~Table() {
  if (open_) ImGui::EndTable();
}

bool Table::header(TableSort& sort) {
  if (!open_) return false;
  bool changed = false;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, px(metric::kTableHeader));
  ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ink(Colour::sunken));
  const ProbeScope scope("header");
  for (int k = 0; k < static_cast<int>(columns_.size()); ++k) {
    ImGui::TableSetColumnIndex(k);
    const TableColumn& c = columns_[static_cast<std::size_t>(k)];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Rect cell = Rect::sized(at.x, at.y, ImGui::GetContentRegionAvail().x, px(metric::kTableHeader));
    if (k == 0) cell.cut_left(indent_);
    if (k + 1 == static_cast<int>(columns_.size())) cell.cut_right(margin_);
    const bool on = c.sortable && sort.column == k;
    Press p;
    if (c.sortable && !c.label.empty()) p = press(c.label, cell, {.role = Role::button, .on = on});
    const float width = text_width(Type::small, c.label);
    Rect words = cell;
    if (c.align == Align::right) words.cut_left(cell.width() - width - (on ? px(18) : 0));
    label(words.cut_left(std::min(width + 1, words.width()), px(4)), Type::small,
          ink(on || p.hovered ? Colour::text : Colour::muted), c.label);
    if (on) {
      draw_icon(sort.descending ? Icon::down : Icon::up, words.cut_left(px(14)), ink(Colour::muted),
                14);
    }
    if (p.focused) focus_ring(cell.inset(px(1), px(4)), px(4), 0);
    if (p.clicked) {
      sort = {k, on && !sort.descending};
      changed = true;
    }
  }
  return changed;
}

void Table::scroll_to(int show) {
  if (show >= 0) {
    const float top = static_cast<float>(show) * row_height_;
    const float room = outer_.height() - px(metric::kTableHeader) - row_height_;
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top > ImGui::GetScrollY() + room) ImGui::SetScrollY(top - room);
  }
  // The view stands on whole rows, whatever the wheel's step.
  const float y = ImGui::GetScrollY();
  const float whole = std::round(y / row_height_) * row_height_;
  if (whole != y && show < 0 && !ImGui::IsAnyMouseDown()) ImGui::SetScrollY(whole);
}

Press Table::begin_row(std::uint64_t key, std::string_view name, bool selected) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, row_height_);
  ImGui::TableSetColumnIndex(0);
  column_ = 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  row_top_ = at.y;
  const IdScope id(key);
  Press p;
  // Its own colours are transparent: the row's fill is drawn below all columns.
  p.clicked =
      ImGui::Selectable("##row", selected, ImGuiSelectableFlags_SpanAllColumns, {0, row_height_}) ||
      activated_by_enter();
  p.hovered = ImGui::IsItemHovered();
  p.held = ImGui::IsItemActive();
  p.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  if (selected || p.hovered || p.focused) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0,
                           ink(selected ? Colour::selected : Colour::hover));
  }
  const Rect line{outer_.x0, row_top_, outer_.x1, row_top_ + row_height_};
  if (p.focused) {
    canvas().PushClipRect(low(outer_), high(outer_), false);
    outline(line.inset(px(2)), ink(Colour::accent), px(4), px(2));
    canvas().PopClipRect();
  }
  record(Role::row, line, name, true, p.focused, selected);
  ImGui::SetCursorScreenPos(at);
  return p;
}

Rect Table::cell() {
  ImGui::TableSetColumnIndex(column_);
  const float x = ImGui::GetCursorScreenPos().x;
  Rect r = Rect::sized(x, row_top_, ImGui::GetContentRegionAvail().x, row_height_);
  if (column_ == 0) r.cut_left(indent_);
  if (column_ + 1 == static_cast<int>(columns_.size())) r.cut_right(margin_);
  ++column_;
  return r;
}

void Table::text(std::string_view value, Colour colour) {
  const Align align = columns_[static_cast<std::size_t>(column_)].align;
  label(cell(), Type::small, ink(colour), value, align);
}

}  // namespace tandem::ui
