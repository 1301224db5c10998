#include "ui/views/evidence_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ui/models/phrases.hpp"
#include "ui/widgets/level_marks.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using geometry::MarkShape;
using report::CompetencyView;

constexpr float kRow = 30;

MarkShape shape_of(RatingSource source) {
  switch (source) {
    case RatingSource::self:
      return MarkShape::ring;
    case RatingSource::manager:
      return MarkShape::square;
    case RatingSource::peer:
      return MarkShape::disc;
    case RatingSource::report:
      return MarkShape::triangle;
    case RatingSource::facilitator:
      return MarkShape::diamond;
    case RatingSource::task:
      return MarkShape::cross;
  }
  return MarkShape::ring;
}

std::pmr::vector<LevelMark> marks_of(const CompetencyView& view) {
  std::pmr::vector<LevelMark> out(frame_memory());
  for (const report::SourceView& v : view.views)
    out.push_back({shape_of(v.source), v.half_level, v.old});
  return out;
}

std::optional<int> level_of(const std::optional<Expected>& expected) {
  if (!expected || *expected == Expected::not_expected) return std::nullopt;
  return static_cast<int>(*expected) + 1;
}

struct Columns {
  float name;
  float scale;
  float note;
};

void legend(Rect line) {
  struct Entry {
    std::string_view words;
    MarkShape shape;
  };
  constexpr std::array kEntries{
      Entry{"Tasks", MarkShape::cross},      Entry{"Facilitators", MarkShape::diamond},
      Entry{"Reports", MarkShape::triangle}, Entry{"Peers", MarkShape::disc},
      Entry{"Manager", MarkShape::square},   Entry{"Self", MarkShape::ring}};
  const Rect words = line.cut_right(text_width(Type::small, "expected") + 1, px(6));
  label(words, Type::small, ink(Colour::muted), "expected");
  const Rect box = snapped(line.cut_right(px(16), px(14)).middle(px(14), px(12)));
  for (const float x : {box.x0, box.x1}) {
    line_v(x, box.y0, box.y0 + px(4), ink(Colour::line_strong));
    line_v(x, box.y1 - px(4), box.y1, ink(Colour::line_strong));
  }
  line_h(box.x0, box.x1, box.y0, ink(Colour::line_strong));
  line_h(box.x0, box.x1, box.y1 - hair(), ink(Colour::line_strong));
  for (const Entry& entry : kEntries) {
    const float width = text_width(Type::small, entry.words) + 1;
    if (line.width() < width + px(30)) return;
    label(line.cut_right(width, px(5)), Type::small, ink(Colour::muted), entry.words);
    level_mark(line.cut_right(px(11), px(12)), entry.shape, 10);
  }
}

void row(Rect r, const CompetencyView& view, const Columns& columns, std::string& chosen) {
  const IdScope id(view.competency.value);
  const bool on = view.name == chosen;
  const Rect box = r.inset(-px(8), 0);
  const Press p = press("competency", box, {.role = ui::Role::row, .on = on, .label = view.name});
  if (on || p.hovered) fill(box, ink(on ? Colour::selected : Colour::hover), px(4));
  if (p.focused) focus_ring(box, px(4), 0);
  if (p.clicked) chosen = on ? std::string{} : view.name;
  Rect name = r.cut_left(columns.name);
  orientation_chip(shown(view.orientation), name.cut_left(px(16), px(8)), true);
  label(name, Type::small, ink(Colour::text), view.name);
  const bool not_expected = view.expected == Expected::not_expected;
  level_row(r.cut_left(columns.scale).inset(px(24), 0), marks_of(view), level_of(view.expected),
            not_expected && view.views.empty());
  label(r, Type::small, ink(Colour::muted), view.note);
  record(ui::Role::text, r, view.note);
}

}  // namespace

void evidence_card(Area& area, const report::DevelopmentPlan& plan, std::string& chosen) {
  const auto rows = static_cast<float>(plan.competencies.size());
  if (plan.competencies.empty()) {
    const Rect r = area.next(px(52));
    ui::card(r);
    Rect inner = r.inset(px(16), px(16));
    label(inner.cut_left(text_width(Type::body_strong, "Evidence") + 1, px(16)), Type::body_strong,
          ink(Colour::text), "Evidence");
    label(inner, Type::small, ink(Colour::muted),
          "nobody has been asked yet, and the role says nothing of what it expects");
    return;
  }
  const Rect r = area.next(px(14 + 24 + 26 + 12) + rows * px(kRow));
  ui::card(r);
  Rect inner = r.inset(px(16), px(14));
  Rect head = inner.cut_top(px(24));
  label(head.cut_left(text_width(Type::body_strong, "Evidence") + 1, px(8)), Type::body_strong,
        ink(Colour::text), "Evidence");
  if (!plan.framework.empty()) {
    const std::string_view words = phrase("framework {}", plan.framework);
    label(head.cut_left(text_width(Type::small, words) + 1, px(16)), Type::small,
          ink(Colour::muted), words);
  }
  legend(head);
  Columns columns{};
  for (const CompetencyView& view : plan.competencies) {
    columns.name = std::max(columns.name, px(24) + text_width(Type::small, view.name) + 1);
    columns.note = std::max(columns.note, text_width(Type::small, view.note) + 1);
  }
  for (float* width : {&columns.name, &columns.note})
    *width = std::min(*width, inner.width() * 0.31F);
  columns.scale = inner.width() - columns.name - columns.note;
  Rect scale = inner.cut_top(px(26));
  scale.cut_left(columns.name);
  scale = scale.cut_left(columns.scale).inset(px(24), 0);
  const geometry::LevelScale levels{.line = scale};
  for (int level = 1; level <= levels.levels; ++level) {
    const float x = levels.x(2 * level);
    label({x - px(45), scale.y0, x + px(45), scale.y1}, Type::small, ink(Colour::muted),
          report::level_words(2 * level), Align::centre);
  }
  for (const CompetencyView& view : plan.competencies) {
    line_h(inner.x0, inner.x1, inner.y0, ink(Colour::line));
    row(inner.cut_top(px(kRow)), view, columns, chosen);
  }
}

bool competency_panel(Area& area, const report::DevelopmentPlan& plan, const std::string& chosen) {
  const auto it = std::ranges::find(plan.competencies, chosen, &CompetencyView::name);
  if (chosen.empty() || it == plan.competencies.end()) return false;
  const IdScope id(it->competency.value);
  Rect line = area.next(px(24));
  orientation_chip(shown(it->orientation), line.cut_left(px(20), px(8)));
  label(line, Type::section, ink(Colour::text), it->name);
  area.skip(px(4));
  const auto expected = level_of(it->expected);
  label(area.next(px(18)), Type::small, ink(Colour::muted),
        expected       ? phrase("expected: {}", report::level_words(2 * *expected))
        : it->expected ? "not expected in this role"
                       : "the role does not speak of it");
  area.skip(px(12));
  for (const report::SourceView& v : it->views) {
    Rect row_rect = area.next(px(26));
    level_mark(row_rect.cut_left(px(12), px(10)), shape_of(v.source), 11, v.old);
    const std::string_view when = phrase("{}{}{}", v.date ? words(*v.date) : std::string{"no day"},
                                         v.version.empty() ? "" : ", ", v.version);
    label(row_rect.cut_right(text_width(Type::small, when) + 1, px(10)), Type::small,
          ink(Colour::muted), when, Align::right);
    const std::string level = report::level_words(v.half_level);
    label(row_rect.cut_right(text_width(Type::small_strong, level) + 1, px(8)), Type::small_strong,
          ink(Colour::text), level, Align::right);
    label(row_rect, Type::small, ink(Colour::text), report::source_words(v));
    record(ui::Role::text, row_rect, phrase("{}: {}", report::source_words(v), level));
  }
  area.skip(px(4));
  area.skip(paragraph(
      area.rest(), Type::small, ink(Colour::muted),
      it->views.empty() ? phrase("{}.", sentence(it->note))
                        : phrase("{}. No average is made: ask what each of them saw.", it->note)));
  return true;
}

}  // namespace tandem::views
