// The tab Framework: competencies as a list, and the chosen one as a form with its definition, its
// indicators and the words of its five levels.
#pragma once

#include "ui/models/syllabus.hpp"
#include "ui/views/row_fields.hpp"

namespace tandem::views {

struct FrameworkState {
  Id<Competency> chosen;  // none: the first
  Drafts drafts;
};

void draw_framework(const Rect& body, models::Syllabus& syllabus, FrameworkState& state,
                    Wishes& wishes);

}  // namespace tandem::views
