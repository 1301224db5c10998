// A form and its details side by side where a page is wide, below each other where it is not. Used
// by the forms of Curricula and Settings; knows no field.
#pragma once

#include <algorithm>

#include "ui/views/page.hpp"

namespace tandem::views {

// Cuts the part of the details off at the right; the form keeps what it can use. Returns: that
// part, empty, and nothing cut, where there is room for one of them only.
inline Rect cut_details(Rect& form) {
  constexpr float kWidest = 900;
  constexpr float kBoth = 1200;
  Rect details;
  if (form.width() >= px(kBoth)) {
    const float gap = px(40);
    details = form;
    details.cut_left((form.width() - gap) / 2, gap);
    details.x1 = std::min(details.x1, details.x0 + px(kWidest));
    form.x1 = details.x0 - gap;
  }
  form.x1 = std::min(form.x1, form.x0 + px(kWidest));
  return details;
}

}  // namespace tandem::views
