// A table that stays quick with a million rows: Dear ImGui's table with a list clipper, in the
// house style. Draws only rows in view; sorting and filtering are the caller's, done when the input
// changes and not in every frame. Beyond half a million rows at once a float's scroll position gets
// coarse: page them.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"

namespace tandem::ui {

struct TableColumn {
  std::string_view label;
  float width = 0;  // design pixels; 0: shares what is left
  Align align = Align::left;
  bool sortable = true;
};

// Lives in the view state.
struct TableSort {
  int column = 0;
  bool descending = false;
  bool operator==(const TableSort&) const = default;
};

struct TableOptions {
  float row_height = 34;
  float indent = 24;  // kept free left of the first column, inside the row's fill
  float margin = 0;   // the same right of the last one
};

class Table {
 public:
  Table(const char* id, const Rect& r, std::span<const TableColumn> columns,
        const TableOptions& options = {});
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // The header line; a press on a sortable column changes `sort`. Returns: whether it did.
  bool header(TableSort& sort);

  // Calls `row` for every index in view. `show` (or -1) is scrolled to when it is out of view.
  template <class Row>
  void rows(int count, const Row& row, int show = -1) {
    if (!open_) return;
    scroll_to(show);
    ImGuiListClipper clipper;
    clipper.Begin(count, row_height_);
    while (clipper.Step())
      for (int k = clipper.DisplayStart; k < clipper.DisplayEnd; ++k) row(k);
  }

  // Within `row`: begins it, with the whole line to be pressed. `name` is what the probe records.
  Press begin_row(std::uint64_t key, std::string_view name, bool selected);
  // Within a row: the next column's inside.
  Rect cell();
  // A cell of text only.
  void text(std::string_view text, Colour colour = Colour::text);

 private:
  void scroll_to(int show);

  std::span<const TableColumn> columns_;
  Rect outer_;
  float row_height_ = 0;
  float indent_ = 0;
  float margin_ = 0;
  int column_ = 0;
  float row_top_ = 0;
  bool open_ = false;
};

}  // namespace tandem::ui
