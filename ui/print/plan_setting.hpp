// How a printed plan is set: the styles and their common scale, and the small signs in
// the text. Shared by the parts of the PDF plan (plan_sheet, plan_sessions_pdf, plan_evidence_pdf).
#pragma once

#include <string>

#include "planner/report/development_plan.hpp"
#include "ui/print/flow.hpp"
#include "ui/print/page_frame.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {

// Requires: canvas and plan outlive it and the blocks made with it.
struct PlanSetting {
  PageCanvas& canvas;
  const report::DevelopmentPlan& plan;
  float scale = 1;  // multiplies every size, so that a long plan can be set tighter

  Style style(float size, Weight weight = Weight::regular, Ink ink = kText,
              float leading = 1.12F) const {
    return {size * scale, weight, ink, leading};
  }
  Style body() const { return style(9.5F); }
  Style small() const { return style(8.5F, Weight::regular, kMuted); }

  // A paragraph over the whole width.
  Block paragraph(std::vector<Run> runs, float before, const char* tag = "P") const;
};

// A mark at a point, in the shape and ink of its source.
void draw_mark(PageCanvas& canvas, RatingSource source, Point at, float size);
// L, M or B on its own hue; both hues for B.
void draw_chip(PageCanvas& canvas, Orientation orientation, Point top_left, float size);
// Two corners above, two below: what is expected.
void draw_bracket(PageCanvas& canvas, const Rect& r);

}  // namespace tandem::print
