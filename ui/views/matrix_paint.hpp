// What a cell and a column head of the attendance matrix look like. Draws only.
#pragma once

#include <string>

#include "ui/models/attendance_matrix.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

// ● full, ◐ partial with its minutes, ○ no-show, E excused, – not yet; held and not marked is an
// empty place; paused is frozen on a sunken fill and never red.
void paint_cell(const Rect& r, const models::MatrixCell& cell);
std::string_view cell_words(const models::MatrixCell& cell);
void paint_column_head(const Rect& r, const models::MatrixColumn& column);

}  // namespace tandem::views
