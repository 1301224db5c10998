#include "ui/views/plan_notes.hpp"

#include <algorithm>

#include "ui/widgets/controls.hpp"

namespace tandem::views {
namespace {

using namespace ui;

constexpr float kPadding = 16;
constexpr float kName = 260;
constexpr float kRowPadding = 8;

struct Paragraph {
  std::string_view text;
  Colour colour;
};

// A card with a heading, a quieter word beside it, and paragraphs below.
void text_card(Area& area, std::string_view heading, std::string_view aside,
               std::span<const Paragraph> paragraphs) {
  const float width = area.x1() - area.x0() - px(2 * kPadding);
  float height = px(14 + 28 + 10);
  for (const Paragraph& p : paragraphs)
    height += paragraph_height(Type::small, p.text, width) + px(6);
  const Rect r = area.next(height);
  card(r);
  area.skip(px(metric::kGap));
  Rect inner = r.inset(px(kPadding), px(14));
  Rect head = inner.cut_top(px(20), px(8));
  label(head.cut_left(text_width(Type::body_strong, heading) + 1, px(8)), Type::body_strong,
        ink(Colour::text), heading);
  label(head, Type::small, ink(Colour::muted), aside);
  for (const Paragraph& p : paragraphs) {
    const Rect words = inner;
    inner.cut_top(paragraph(inner, Type::small, ink(p.colour), p.text), px(6));
    record(ui::Role::text, words, p.text);
  }
}

}  // namespace

void notices_card(Area& area, const std::vector<report::PlanNotice>& notices) {
  if (notices.empty()) return;
  std::pmr::vector<Paragraph> paragraphs(frame_memory());
  for (const report::PlanNotice& n : notices) {
    paragraphs.push_back({n.text, Colour::text});
    if (!n.ways.empty()) paragraphs.push_back({n.ways, Colour::muted});
  }
  text_card(area, "About this plan", "it is the plan that is looked at, not the person",
            paragraphs);
}

void rating_notes_card(Area& area, const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  std::pmr::vector<Paragraph> paragraphs(frame_memory());
  for (const std::string& note : notes) paragraphs.push_back({note, Colour::text});
  text_card(area, "About these ratings", "they stand as they were given, and nothing is counted",
            paragraphs);
}

void history_card(Area& area, const report::SkillHistory& history) {
  if (history.rows.empty()) return;
  const auto versions = static_cast<int>(history.versions.size());
  const float width = area.x1() - area.x0() - px(2 * kPadding);
  const float name = std::min(px(kName), width * 0.3F);
  const float column = (width - name) / static_cast<float>(versions) - px(16);
  const auto said = [](const std::string& words) {
    return words.empty() ? std::string_view{"nothing said"} : std::string_view{words};
  };
  std::pmr::vector<float> heights(frame_memory());
  float height = px(14 + 28 + 26 + 10);
  for (const report::SkillHistoryRow& row : history.rows) {
    float tall = px(20);
    for (const std::string& words : row.said)
      tall = std::max(tall, paragraph_height(Type::small, said(words), column));
    heights.push_back(tall + px(2 * kRowPadding));
    height += heights.back();
  }
  const Rect r = area.next(height);
  card(r);
  area.skip(px(metric::kGap));
  Rect inner = r.inset(px(kPadding), px(14));
  Rect head = inner.cut_top(px(20), px(8));
  const std::string_view title = "On more than one framework";
  label(head.cut_left(text_width(Type::body_strong, title) + 1, px(8)), Type::body_strong,
        ink(Colour::text), title);
  label(head, Type::small, ink(Colour::muted), "a level means what its words said on the day");
  Rect heads = inner.cut_top(px(26));
  heads.cut_left(name);
  for (int k = 0; k < versions; ++k) {
    Rect cell = heads.column(k, versions, 0);
    label(cell, Type::small_strong, ink(Colour::text),
          history.versions[static_cast<std::size_t>(k)]);
  }
  for (std::size_t i = 0; i < history.rows.size(); ++i) {
    const report::SkillHistoryRow& row = history.rows[i];
    line_h(inner.x0, inner.x1, inner.y0, ink(Colour::line));
    Rect line = inner.cut_top(heights[i]).inset(0, px(kRowPadding));
    Rect first = line.cut_left(name);
    first.y1 = first.y0 + px(20);
    orientation_chip(shown(row.orientation), first.cut_left(px(16), px(8)), true);
    label(first, Type::small, ink(Colour::text), row.name);
    for (int k = 0; k < versions; ++k) {
      Rect cell = line.column(k, versions, 0);
      cell.x1 -= px(16);
      const std::string_view words = said(row.said[static_cast<std::size_t>(k)]);
      paragraph(cell, Type::small,
                ink(row.said[static_cast<std::size_t>(k)].empty() ? Colour::muted : Colour::text),
                words);
      record(ui::Role::text, cell, words);
    }
  }
}

}  // namespace tandem::views
