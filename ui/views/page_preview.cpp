#include "ui/views/page_preview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tandem::views {
namespace {

using namespace ui;

constexpr float kStrip = 44;
constexpr float kAround = 20;
constexpr float kA4 = 297.0F / 210.0F;  // height to width
constexpr float kA4Width = 794;         // at 96 pixels to the inch
constexpr float kWidest = 1100;

Rect below_strip(Rect r) {
  r.cut_top(px(kStrip));
  return r;
}

void strip(const Rect& r, int pages, float width, PreviewState& state) {
  line_h(r.x0, r.x1, r.y1 - hair(), ink(Colour::line));
  Rect line = r.inset(px(16), 0);
  const Rect back = line.cut_left(px(metric::kControlSmall), px(8));
  if (icon_button(back.middle(back.width(), back.width()), Icon::left, "Page before",
                  state.page > 0))
    --state.page;
  const std::string_view words = phrase("page {} of {}", state.page + 1, std::max(pages, 1));
  const Rect text = line.cut_left(text_width(Type::small, words) + 1, px(8));
  label(text, Type::small, ink(Colour::text), words);
  record(ui::Role::text, text, words);
  const Rect on = line.cut_left(px(metric::kControlSmall), px(8));
  if (icon_button(on.middle(on.width(), on.width()), Icon::right, "Page after",
                  state.page + 1 < pages))
    ++state.page;
  const std::string_view size = phrase("A4, {} %", std::lround(100 * width / (kA4Width * scale())));
  const float taken = text_width(Type::small, size) + 1;
  const std::array<Segment, 2> segments{{{"Whole page", "W"}, {"Full width"}}};
  const float choice = segmented_width(segments);
  if (line.width() > taken + choice + px(24)) {
    label(line.cut_right(taken, px(16)), Type::small, ink(Colour::muted), size, Align::right);
  }
  if (line.width() < choice) return;
  int chosen = state.full_width ? 1 : 0;
  if (segmented(line.cut_right(choice).middle_row(px(28)), segments, chosen))
    state.full_width = chosen == 1;
}

void paper(const Rect& r, const app::Pages& pages, int page, PictureShelf& shelf) {
  const auto& picture = pages.pictures[static_cast<std::size_t>(page)];
  shelf.draw(r, pages.serial * 4096 + static_cast<std::uint64_t>(page), picture);
  outline(r, ink(Colour::line_strong));
}

void refused(const Rect& r, const Errors& errors) {
  const Error& error = errors.front();
  Rect column = r.middle(std::min(px(420), r.width() - px(32)), px(120));
  reason(column, Status::late,
         phrase("{}{}{}", error.message, error.where.empty() ? "" : ": ", error.where), error.hint);
}

}  // namespace

int preview_width(const Rect& r, bool full_width) {
  const Rect room = below_strip(r).inset(px(kAround));
  float width = room.width();
  if (full_width)
    width = std::min(width, px(kWidest));
  else
    width = std::min(width, room.height() / kA4);
  return std::max(1, static_cast<int>(width));
}

void page_preview(const Rect& r, const app::Pages* pages, PictureShelf& shelf,
                  PreviewState& state) {
  const float width = static_cast<float>(preview_width(r, state.full_width));
  const int count = pages ? static_cast<int>(pages->pictures.size()) : 0;
  if (count > 0) state.page = std::clamp(state.page, 0, count - 1);
  const Rect below = below_strip(r);
  fill(below, ink(Colour::sunken));
  strip({r.x0, r.y0, r.x1, below.y0}, count, width, state);
  if (pages && count == 0) {
    refused(below, pages->errors);
    return;
  }
  float ratio = kA4;
  if (count > 0) {
    const auto& picture = pages->pictures[static_cast<std::size_t>(state.page)];
    ratio = static_cast<float>(picture.height) / static_cast<float>(picture.width);
  }
  const float height = std::round(width * ratio);
  Area area("paper", below, {.scroll = state.full_width});
  area.skip(state.full_width ? px(kAround)
                             : std::max(px(8), std::floor((below.height() - height) / 2)));
  const Rect row = area.next(height);
  const Rect sheet = snapped(row.middle(width, height));
  area.skip(state.full_width ? px(kAround) : 0);
  if (count > 0) {
    paper(sheet, *pages, state.page, shelf);
  } else {
    fill(sheet, ink(Colour::raised));
    outline(sheet, ink(Colour::line_strong));
    label(sheet, Type::small, ink(Colour::muted), "Drawing the page …", Align::centre);
  }
  record(ui::Role::area, sheet, count > 0 ? "the printed page" : "the page being drawn");
}

}  // namespace tandem::views
