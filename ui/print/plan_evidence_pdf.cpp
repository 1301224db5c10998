#include "ui/print/plan_evidence_pdf.hpp"

#include <algorithm>

namespace tandem::print {
namespace {

using geometry::LevelScale;

constexpr float kNameWidth = 174;
constexpr float kNoteWidth = 112;

// Copied into what the blocks draw.
class EvidenceTable {
 public:
  explicit EvidenceTable(const PlanSetting& setting) : s_(setting) {}

  Block legend() const {
    const float tall = s_.canvas.line_height(s_.small());
    return {tall, 4 * s_.scale, [table = *this, tall](float top) { table.draw_legend(top, tall); },
            true};
  }

  Block rows() const {
    const float k = s_.scale;
    const float head = s_.canvas.line_height(level_style()) + 4 * k;
    std::vector<float> heights;
    float tall = head;
    for (const report::CompetencyView& view : s_.plan.competencies) {
      const Run note{view.note, note_style()};
      const Run name{view.name, s_.style(9)};
      heights.push_back(std::max({19 * k, s_.canvas.height({&note, 1}, kNoteWidth) + 6 * k,
                                  s_.canvas.height({&name, 1}, kNameWidth - 18 * k) + 6 * k}));
      tall += heights.back();
    }
    return {tall, 5 * k, [table = *this, heights = std::move(heights), head](float top) {
              table.draw_rows(top, head, heights);
            }};
  }

 private:
  Style note_style() const { return s_.style(8, Weight::regular, kMuted, 1.05F); }
  Style level_style() const { return s_.style(7.5F, Weight::regular, kMuted); }
  LevelScale scale() const {
    return {{kLeft + kNameWidth + 20, 0, kRight - kNoteWidth - 14, 0}, 5, 6.6F * s_.scale, 1.2F};
  }

  void draw_legend(float top, float tall) const {
    PageCanvas& c = s_.canvas;
    const float k = s_.scale;
    const Style text = s_.small();
    const PageCanvas::Tag t{c, "P"};
    float x = kLeft;
    const float mid = top + tall / 2;
    const auto entry = [&](const std::string& words) {
      c.text_line({x, top}, 200, words, text);
      x += c.width(words, text) + 13 * k;
    };
    for (const SourceMark& mark : kSourceMarks) {
      draw_mark(c, mark.source, {x + 3.5F * k, mid}, 6.6F * k);
      x += 10 * k;
      entry(std::string{mark.name});
    }
    draw_bracket(c, Rect::sized(x, mid - 5 * k, 12 * k, 10 * k));
    x += 16 * k;
    entry("expected");
  }

  void draw_rows(float top, float head, const std::vector<float>& heights) const {
    PageCanvas& c = s_.canvas;
    const PageCanvas::Tag table{c, "Table"};
    draw_head(top);
    float y = top + head;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const PageCanvas::Tag tr{c, "TR"};
      c.line({kLeft, y}, {kRight, y}, kLine, 0.6F);
      draw_row(s_.plan.competencies[i], y, heights[i]);
      y += heights[i];
    }
  }

  void draw_head(float top) const {
    const PageCanvas::Tag tr{s_.canvas, "TR"};
    const PageCanvas::Tag th{s_.canvas, "TH"};
    const LevelScale on = scale();
    for (int l = 1; l <= on.levels; ++l)
      s_.canvas.text_line({on.x(2 * l) - 24 * s_.scale, top}, 48 * s_.scale,
                          std::string{kLevelWords[static_cast<std::size_t>(l - 1)]}, level_style(),
                          Align::centre);
  }

  void draw_row(const report::CompetencyView& view, float y, float tall) const {
    PageCanvas& c = s_.canvas;
    const float k = s_.scale;
    const float mid = y + tall / 2;
    LevelScale on = scale();
    on.line.y0 = y;
    on.line.y1 = y + tall;
    {
      const PageCanvas::Tag th{c, "TH"};
      draw_chip(c, view.orientation, {kLeft, mid - 6 * k}, 12 * k);
      cell(kLeft + 18 * k, mid, kNameWidth - 18 * k, {view.name, s_.style(9)});
    }
    std::vector<int> places;
    for (const report::SourceView& v : view.views) places.push_back(v.half_level);
    if (view.expected == Expected::not_expected) {
      c.line({on.line.x0, mid}, {on.line.x1, mid}, kLineStrong, 1.1F, true);
    } else {
      draw_scale(view, on, places);
      // Unknown is a sign beside the scale, never a place on it.
      if (places.empty() && view.too_few.empty()) draw_unknown({on.line.x0 - 12 * k, mid});
    }
    const auto dots = geometry::level_dots(on, places);
    for (std::size_t i = 0; i < dots.size(); ++i)
      draw_mark(c, view.views[i].source, dots[i], on.mark);
    const PageCanvas::Tag td{c, "TD"};
    cell(kRight - kNoteWidth, mid, kNoteWidth, {view.note, note_style()});
  }

  void draw_scale(const report::CompetencyView& view, const LevelScale& on,
                  const std::vector<int>& places) const {
    const float mid = on.line.centre().y;
    s_.canvas.line({on.line.x0, mid}, {on.line.x1, mid}, kLine, 1);
    for (int l = 1; l <= on.levels; ++l)
      s_.canvas.line({on.x(2 * l), mid - 2.2F}, {on.x(2 * l), mid + 2.2F}, kLineStrong, 0.7F);
    if (!view.expected) return;
    const int level = static_cast<int>(*view.expected) + 1;
    const auto here = static_cast<int>(std::count(places.begin(), places.end(), 2 * level));
    draw_bracket(s_.canvas, geometry::expected_bracket(on, level, here));
  }

  void draw_unknown(Point at) const {
    const Run run{"?", s_.style(9, Weight::strong, kMuted)};
    s_.canvas.text({at.x - 6, at.y - s_.canvas.line_height(run.style) / 2}, 12, {&run, 1},
                   Align::centre);
  }

  // Vertically in the middle of a row.
  void cell(float x, float mid, float width, const Run& run) const {
    s_.canvas.text({x, mid - s_.canvas.height({&run, 1}, width) / 2}, width, {&run, 1});
  }

  PlanSetting s_;
};

}  // namespace

std::vector<Block> evidence_blocks(const PlanSetting& setting) {
  const EvidenceTable table{setting};
  return {table.legend(), table.rows()};
}

}  // namespace tandem::print
