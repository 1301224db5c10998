// The head of a page within a page: "Cohorts › LDR-1", the first word leading back.
#pragma once

#include <string_view>

#include "ui/views/page.hpp"

namespace tandem::views {

struct Crumb {
  bool back{};   // "Cohorts" was pressed
  Rect actions;  // room for buttons, as page_head gives it
};
Crumb crumb_head(const Rect& r, std::string_view parent, std::string_view title,
                 std::optional<Orientation> orientation, std::string_view line);

}  // namespace tandem::views
