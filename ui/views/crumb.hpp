// The head of a page within a page: "Cohorts › LDR-1", the first word leading back.
#pragma once

#include <string_view>

#include "ui/views/page.hpp"

namespace tandem::views {

struct Crumb {
  bool back{};   // "Cohorts" was pressed
  Rect actions;  // room for buttons, as page_head gives it: as wide as asked for, or the least
  Rect below;    // where there was only the least: room for the others, right of the line
};
// What the buttons need, each with its gap. The title gives way first, down to a few words of it;
// then all but the least of the buttons stand below.
struct CrumbRoom {
  float all{};
  float least{};
};
Crumb crumb_head(const Rect& r, std::string_view parent, std::string_view title,
                 ui::Orientation orientation, std::string_view line, CrumbRoom buttons);

}  // namespace tandem::views
