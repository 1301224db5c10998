#include "ui/views/journey_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/base/text.hpp"
#include "ui/models/row_form.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::CardLink;
using models::JourneyCard;
using models::JourneyLane;
using models::JourneyRow;
using models::JourneyTarget;

constexpr float kWeek = 38;
constexpr float kCardWidth = 142;
constexpr float kCardHeight = 50;
constexpr float kRow = 57;
constexpr float kCoreNarrow = 68;
constexpr float kLabels = 108;
constexpr float kAxis = 30;
constexpr float kLaneHead = 46;
constexpr float kCorePad = 8;
constexpr int kDays = 7;

ui::Orientation orientation_of(ProgrammeJourney journey) {
  switch (journey) {
    case ProgrammeJourney::leader:
      return ui::Orientation::leader;
    case ProgrammeJourney::manager:
      return ui::Orientation::manager;
    case ProgrammeJourney::both:
      return ui::Orientation::both;
    case ProgrammeJourney::expert:
      break;
  }
  return ui::Orientation::none;
}

void arrow_head(float x, float y, ImU32 colour) {
  const float size = px(3.5F);
  const std::array<ImVec2, 3> points{{{x - size, y - size}, {x, y}, {x - size, y + size}}};
  stroke(canvas(), points, colour, false, std::max(1.0F, px(1.2F)));
}

}  // namespace

JourneyCanvas::JourneyCanvas(const Rect& box, models::Syllabus& syllabus, JourneysState& state,
                             Id<Module>& chosen, Wishes& wishes)
    : box_(snapped(box)),
      syllabus_(syllabus),
      state_(state),
      chosen_(chosen),
      wishes_(wishes),
      model_(journeys_shown(syllabus, state)) {}

float JourneyCanvas::x_of(int day) const {
  return std::round(origin_ + static_cast<float>(day) * px(kWeek) / kDays);
}

int JourneyCanvas::day_at(float x) const {
  return std::max(0, static_cast<int>(std::lround((x - origin_) * kDays / px(kWeek))));
}

geometry::Rect JourneyCanvas::rect_of(const JourneyCard& card) const {
  const Band& band = bands_[static_cast<std::size_t>(card.lane)];
  const float y =
      band.rows[static_cast<std::size_t>(card.row)] + static_cast<float>(card.line) * px(kRow);
  float width = px(kCardWidth);
  if (card.lane == Lane::core && card.room > 0)
    width = std::clamp(static_cast<float>(card.room) * px(kWeek) / kDays - px(8), px(kCoreNarrow),
                       px(kCardWidth));
  return Rect::sized(x_of(card.day), y, width, px(kCardHeight));
}

const JourneyCard* JourneyCanvas::card_at(float x, float y) const {
  for (const JourneyCard& card : model_.cards)
    if (rect_of(card).contains(x, y)) return &card;
  return nullptr;
}

void JourneyCanvas::measure() {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  start_x_ = start.x;
  start_y_ = start.y;
  origin_ = start_x_ + px(kLabels + 12);
  float y = start_y_ + px(kAxis);
  for (int k = 0; k < models::kLanes; ++k) {
    const JourneyLane& lane = model_.lanes[static_cast<std::size_t>(k)];
    Band& band = bands_[static_cast<std::size_t>(k)];
    band.head = y;
    const bool core = k == static_cast<int>(Lane::core);
    y += core ? px(kCorePad) : px(kLaneHead);
    for (const JourneyRow& row : lane.rows) {
      band.rows.push_back(y);
      y += static_cast<float>(row.lines) * px(kRow);
    }
    // An empty lane keeps room to drop something into.
    if (lane.rows.empty()) y += px(kRow);
    y += core ? px(kCorePad) - px(kRow - kCardHeight) : px(8);
    band.end = y;
  }
  height_ = y - start_y_;
}

// To the chosen card when that is asked for, and along while a card is held at the edge.
void JourneyCanvas::scroll() {
  if (std::exchange(state_.show, false)) {
    if (const JourneyCard* card = model_.find(chosen_)) {
      const Rect r = rect_of(*card);
      const Rect room{box_.x0 + px(kLabels), box_.y0 + px(kAxis), box_.x1 - px(16),
                      box_.y1 - px(16)};
      if (r.x0 < room.x0 || r.x1 > room.x1)
        ImGui::SetScrollX(std::max(0.0F, r.x0 - start_x_ - px(kLabels) - room.width() / 3));
      if (r.y0 < room.y0 || r.y1 > room.y1)
        ImGui::SetScrollY(std::max(0.0F, r.y0 - start_y_ - room.height() / 2));
    }
  }
  if (!state_.drag && !state_.stretch) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!box_.contains(mouse.x, mouse.y)) return;
  const float step = px(480) * ImGui::GetIO().DeltaTime;
  const float edge = px(28);
  float dx = 0;
  float dy = 0;
  if (mouse.x > box_.x1 - edge) dx = step;
  if (mouse.x < box_.x0 + px(kLabels) + edge && mouse.x > box_.x0 + px(kLabels)) dx = -step;
  if (mouse.y > box_.y1 - edge) dy = step;
  if (mouse.y < box_.y0 + px(kAxis) + edge) dy = -step;
  if (dx != 0) ImGui::SetScrollX(std::max(0.0F, ImGui::GetScrollX() + dx));
  if (dy != 0) ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + dy));
  if (dx != 0 || dy != 0) want_frame_in(0);
}

void JourneyCanvas::ground() const {
  const Band& core = bands_[static_cast<std::size_t>(Lane::core)];
  fill({box_.x0, core.head, box_.x1, core.end}, ink(Colour::sunken));
  line_h(box_.x0, box_.x1, core.head, ink(Colour::line));
  line_h(box_.x0, box_.x1, core.end - hair(), ink(Colour::line));
  for (int week = 0; week * kDays <= model_.days + kDays; week += 2) {
    const float x = x_of(week * kDays);
    if (x < box_.x0 + px(kLabels) || x > box_.x1) continue;
    line_v(x, box_.y0, box_.y1, ink(Colour::line));
  }
}

void JourneyCanvas::axis() const {
  const Rect strip{box_.x0, box_.y0, box_.x1, box_.y0 + px(kAxis)};
  fill(strip, ink(Colour::surface));
  line_h(strip.x0, strip.x1, strip.y1 - hair(), ink(Colour::line));
  for (int week = 0; week * kDays <= model_.days + kDays; week += 2) {
    const float x = x_of(week * kDays);
    if (x < strip.x0 + px(kLabels) || x > strip.x1) continue;
    label({x + px(5), strip.y0, x + px(40), strip.y1}, Type::small, ink(Colour::muted),
          std::to_string(week + 1));
  }
  const Rect corner{strip.x0, strip.y0, strip.x0 + px(kLabels), strip.y1 - hair()};
  fill(corner, ink(Colour::surface));
  label(corner.inset(px(12), 0), Type::small, ink(Colour::muted), "Week");
}

void JourneyCanvas::row_labels() const {
  for (int k = 0; k < models::kLanes; ++k) {
    const JourneyLane& lane = model_.lanes[static_cast<std::size_t>(k)];
    const Band& band = bands_[static_cast<std::size_t>(k)];
    const bool core = k == static_cast<int>(Lane::core);
    const Rect column{box_.x0, band.head + (core ? hair() : 0), box_.x0 + px(kLabels) - hair(),
                      band.end - (core ? hair() : 0)};
    fill(column, ink(core ? Colour::sunken : Colour::surface));
    if (core) {
      Rect line = Rect{column.x0 + px(12), band.head, column.x1, band.head + px(66)};
      orientation_chip(ui::Orientation::both, line.cut_left(px(20), px(8)));
      paragraph({line.x0, line.centre().y - px(lane.rows.empty() ? 9 : 18), line.x1, line.y1},
                Type::small_strong, ink(Colour::text), "Shared core");
      continue;
    }
    for (std::size_t row = 0; row < lane.rows.size(); ++row) {
      const JourneyRow& what = lane.rows[row];
      Rect r{column.x0 + px(12), band.rows[row], column.x1 - px(4),
             band.rows[row] + px(kCardHeight)};
      const float lines = std::min(px(36), paragraph_height(Type::small, what.label, r.width()));
      const float tall = lines + (what.detail.empty() ? 0 : px(18));
      Rect text = r.middle_row(tall);
      // Two lines at most; what does not fit is in the tooltip.
      const auto broken = wrap(Type::small, what.label, r.width());
      for (std::size_t at = 0; at < std::min<std::size_t>(2, broken.size()); ++at) {
        const bool last = at == 1 && broken.size() > 2;
        label(text.cut_top(px(18)), Type::small, ink(Colour::muted),
              last ? std::string_view(broken[1].data(),
                                      static_cast<std::size_t>(
                                          what.label.data() + what.label.size() - broken[1].data()))
                   : broken[at]);
      }
      if (!what.detail.empty())
        label(text.cut_top(px(18)), Type::small_strong, ink(Colour::text), what.detail);
      record(ui::Role::text, r, what.detail.empty() ? what.label : what.label + ": " + what.detail);
    }
  }
}

void JourneyCanvas::lane_head(Lane lane, const Rect& r) {
  const JourneyLane& what = model_.lane(lane);
  const bool upper = lane == Lane::upper;
  const std::string_view name = upper ? "Upper journey" : "Lower journey";
  Rect line = r;
  line.y1 = line.y0 + px(34);
  fill({line.x0, line.y0 + hair(), box_.x1, line.y1}, ink(Colour::surface));
  line.y0 += px(6);
  line = line.inset(px(12), 0);
  const auto programme =
      std::ranges::find(syllabus_.programmes(), what.programme, &models::ProgrammeChoice::id);
  if (programme != syllabus_.programmes().end() &&
      orientation_of(programme->journey) != ui::Orientation::none)
    orientation_chip(orientation_of(programme->journey), line.cut_left(px(20), px(4)));
  const std::string title = what.programme ? what.title : "Choose a programme";
  const float wanted = text_width(Type::body_strong, title) + px(16 + 18);
  Rect button_place = line.cut_left(std::min(wanted, line.width() * 0.55F), px(8));
  const IdScope id(name);
  const Press p = press("choose", button_place,
                        {.reason = "Choose which programme is shown here", .label = name});
  if (p.hovered || p.held)
    fill(button_place, ink(p.held ? Colour::selected : Colour::hover), px(metric::kControlRadius));
  Rect inner = button_place.inset(px(6), 0);
  draw_icon(Icon::down, inner.cut_right(px(14), px(4)), ink(Colour::muted), 14);
  label(inner, Type::body_strong, ink(Colour::text), title);
  if (p.focused) focus_ring(button_place, px(metric::kControlRadius));
  label(line, Type::small, ink(Colour::muted), what.summary);
  record(ui::Role::text, line, what.summary);
  if (p.clicked) open_menu("programmes");
  Menu menu("programmes", button_place, 380);
  if (!menu) return;
  const Lane other = upper ? Lane::lower : Lane::upper;
  for (const models::ProgrammeChoice& choice : syllabus_.programmes()) {
    const bool there = choice.id == model_.lane(other).programme;
    const IdScope row(choice.id.value);
    if (!menu.item(choice.title, choice.code, !there, there ? "It is shown in the other lane" : ""))
      continue;
    state_.shown = upper ? std::array{choice.id, model_.lane(Lane::lower).programme}
                         : std::array{model_.lane(Lane::upper).programme, choice.id};
  }
}

void JourneyCanvas::lane_heads() {
  for (const Lane lane : {Lane::upper, Lane::lower}) {
    const Band& band = bands_[static_cast<std::size_t>(lane)];
    const Rect r{box_.x0, band.head, box_.x1 - px(8), band.head + px(kLaneHead)};
    if (Area::in_view(r)) lane_head(lane, r);
    const JourneyLane& what = model_.lane(lane);
    if (what.programme && what.rows.empty()) {
      const Rect room{box_.x0 + px(kLabels + 24), band.head + px(kLaneHead), box_.x1,
                      band.end - px(8)};
      label(room, Type::small, ink(Colour::muted),
            "Drag a module here from the library, or choose one there and press "
            "its button on the right.");
    }
  }
}

void JourneyCanvas::connector(const JourneyCard& card, const CardLink& link, bool strong) const {
  const JourneyCard& before = model_.cards[link.card];
  const Rect a = rect_of(before);
  const Rect b = rect_of(card);
  const ImU32 colour = ink(strong ? Colour::accent : Colour::line_strong);
  const float thick = std::max(1.0F, std::floor(px(strong ? 1.6F : 1.2F)));
  const auto snap = [](float v) { return std::floor(v) + 0.5F; };
  if (before.lane == card.lane && before.row == card.row && before.line == card.line) {
    const float y = snap(a.centre().y);
    const std::array<ImVec2, 2> points{{{a.x1, y}, {b.x0, y}}};
    if (b.x0 > a.x1) stroke(canvas(), points, colour, false, thick);
    if (b.x0 > a.x1 + px(5)) arrow_head(b.x0 - 1, y, colour);
    return;
  }
  // Out of the card's edge, along the gap above or below the row, to the other's left side. Cards
  // are drawn over it.
  const bool down = b.y0 > a.y0;
  const float out_x = snap(std::min(a.x0 + px(24), a.x1 - px(6)));
  const float gap_y = snap(down ? b.y0 - px(4) : b.y1 + px(3));
  if (b.x0 - px(8) <= out_x) {
    const float x = snap(std::max(out_x, b.x0 + px(12)));
    const std::array<ImVec2, 2> points{{{x, down ? a.y1 : a.y0}, {x, down ? b.y0 : b.y1}}};
    stroke(canvas(), points, colour, false, thick);
    return;
  }
  const float in_x = snap(b.x0 - px(8));
  const float y = snap(b.centre().y);
  const std::array<ImVec2, 5> points{
      {{out_x, down ? a.y1 : a.y0}, {out_x, gap_y}, {in_x, gap_y}, {in_x, y}, {b.x0, y}}};
  stroke(canvas(), points, colour, false, thick);
  arrow_head(b.x0 - 1, y, colour);
}

// Within a lane always; to and from the core, which nearly all follow, only for the card in view.
void JourneyCanvas::connectors() const {
  const auto in_view = [&](const JourneyCard& card) {
    return card.module == chosen_ || card.module == hovered_;
  };
  for (const bool strong : {false, true})
    for (const JourneyCard& card : model_.cards)
      for (const CardLink& link : card.after) {
        const JourneyCard& before = model_.cards[link.card];
        const bool wanted = in_view(card) || in_view(before);
        if (wanted != strong || (!wanted && before.lane != card.lane)) continue;
        connector(card, link, strong);
      }
}

void JourneyCanvas::card(const JourneyCard& what) {
  const Rect r = rect_of(what);
  const IdScope id(what.module.value);
  const bool on = what.module == chosen_;
  const Press p = press("card", r, {.role = ui::Role::row, .on = on, .label = what.code});
  const bool in_hand =
      state_.drag && !state_.drag->from_library && state_.drag->module == what.module;
  if (!Area::in_view(r)) return;
  BarLook look;
  look.selected = on;
  look.hovered = p.hovered && !state_.drag;
  if (in_hand) {
    look.phase = Phase::old_place;
    look.alpha = 0.45F;
  }
  const bool narrow = r.width() < px(kCardWidth) - 1;
  const Rect clip = r.inset(-px(3));
  canvas().PushClipRect(low(clip), high(clip), true);
  if (!in_hand && what.alternative) fill(r, ink(Colour::surface), px(metric::kControlRadius));
  module_card(r,
              {.code = what.code,
               .title = narrow && r.width() < px(100) ? std::string_view{what.hours}
                                                      : std::string_view{what.title},
               .hours = r.width() < px(100) ? std::string_view{} : std::string_view{what.hours},
               .focus = narrow ? std::string_view{} : std::string_view{what.focus},
               .orientation = shown(what.orientation),
               .alternative = what.alternative},
              look);
  canvas().PopClipRect();
  if (p.focused) focus_ring(r, px(metric::kControlRadius));
  if (p.hovered) hovered_ = what.module;
  if (p.hovered && !state_.drag)
    hint(r, what.rule == "all"
                ? fmt::format("{} {}", what.code, what.title)
                : fmt::format("{} {}: {} of {}", what.code, what.title, what.rule, what.set));
  if (p.held && !state_.drag && !state_.stretch && ImGui::IsMouseDragging(0, px(4))) {
    const ImVec2 from = ImGui::GetIO().MouseClickedPos[0];
    state_.drag = CardDrag{what.module, false, from.x - r.x0, from.y - r.y0};
  }
  if (p.clicked && !state_.drag) {
    chosen_ = what.module;
    picked_ = true;
  }
}

void JourneyCanvas::cards() {
  const ProbeScope scope("Journeys");
  for (const JourneyCard& what : model_.cards) card(what);
}

// Between cards of a set that takes only some of them.
void JourneyCanvas::or_words() const {
  for (const JourneyCard& card : model_.cards) {
    if (!card.alternative || card.lane == Lane::core) continue;
    const JourneyCard* next = nullptr;
    for (const JourneyCard& other : model_.cards)
      if (other.alternative && other.lane == card.lane && other.row == card.row &&
          other.line == card.line && other.day > card.day && (!next || other.day < next->day))
        next = &other;
    if (!next) continue;
    const Rect a = rect_of(card);
    const Rect between{a.x1, a.y0, rect_of(*next).x0, a.y1};
    if (between.width() >= px(18))
      label(between, Type::small, ink(Colour::muted), "or", Align::centre);
  }
}

void JourneyCanvas::handle(const JourneyCard& card, const CardLink& link, SpacingDrag::End end,
                           int days, float y) {
  constexpr std::array<std::string_view, 3> kNames{"Least days", "Ideal days", "Most days"};
  const float x = x_of(link.from + days);
  const Rect r = Rect::sized(x - px(7), y - px(8), px(14), px(15));
  const IdScope id(card.module.value);
  const Press p = press(kNames[static_cast<std::size_t>(end)], r,
                        {.reason = "Drag to stretch the days between the two"});
  if (p.hovered || p.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  const bool dot = end == SpacingDrag::End::ideal;
  const Rect mark = dot ? Rect::sized(x - px(4), y - px(4), px(9), px(9))
                        : Rect::sized(x - px(2), y - px(5), px(5), px(11));
  fill(snapped(mark), ink(Colour::accent), dot ? px(4.5F) : px(2));
  if (p.focused) focus_ring(mark, px(4));
  if (p.held && !state_.drag && !state_.stretch && ImGui::IsMouseDragging(0, px(3)))
    state_.stretch = SpacingDrag{link.prerequisite, end};
}

void JourneyCanvas::bracket(const JourneyCard& card, bool handles) {
  const CardLink* link = models::holding(card);
  if (!link) return;
  const Rect r = rect_of(card);
  const float y = std::floor(r.y0 - px(5)) + 0.5F;
  SpacingDays window = link->window;
  std::string refused;
  if (state_.stretch && state_.stretch->prerequisite == link->prerequisite) {
    const int wanted = day_at(ImGui::GetIO().MousePos.x) - link->from;
    auto& end = state_.stretch->end == SpacingDrag::End::least   ? window.min
                : state_.stretch->end == SpacingDrag::End::ideal ? window.ideal
                                                                 : window.max;
    end = std::max(0, wanted);
    if (window != link->window)
      if (const auto change = stretch(syllabus_.program(), link->prerequisite, window); !change)
        refused = models::first_sentence(change.error());
  }
  const ImU32 colour = ink(refused.empty() ? Colour::accent : Colour::late);
  const int least = window.min.value_or(0);
  const int ideal = window.ideal.value_or(link->wanted);
  const float x0 = x_of(link->from + least);
  const float x1 = x_of(link->from + window.max.value_or(std::max(ideal, least) + kDays));
  const float thick = std::max(1.0F, std::floor(px(1.6F)));
  const std::array<ImVec2, 3> left{{{x0, y + px(6)}, {x0, y}, {(x0 + x1) / 2, y}}};
  stroke(canvas(), left, colour, false, thick);
  // Without a limit the bracket stays open on the right.
  if (window.max) {
    const std::array<ImVec2, 3> right{{{(x0 + x1) / 2, y}, {x1, y}, {x1, y + px(6)}}};
    stroke(canvas(), right, colour, false, thick);
  } else {
    dashed_line_h((x0 + x1) / 2, x1, y - 0.5F, colour);
  }
  const float dot = x_of(link->from + ideal);
  fill(Rect::sized(dot - px(3), y - px(3), px(6), px(6)), colour, px(3));
  const std::string words = refused.empty() ? spacing_words(window, link->needs) : refused;
  // Right of the bracket; left where it does not fit, if there is more room.
  const float full = text_width(Type::small, words) + 2;
  const float room_right = box_.x1 - px(8) - (x1 + px(12));
  const float room_left = x0 - px(14) - (box_.x0 + px(kLabels + 4));
  const bool beside = full <= room_right || room_right >= room_left;
  const float width = std::min(full, std::max(room_right, room_left));
  const float x = beside ? x1 + px(12) : x0 - px(14) - width;
  const Rect text = Rect::sized(x, y - px(10), width, px(18));
  fill(text.inset(-px(4), 0), ink(Colour::surface, 0.94F), px(3));
  label(text, Type::small, colour, words);
  record(ui::Role::text, text, words);
  if (!handles) return;
  handle(card, *link, SpacingDrag::End::least, least, y);
  if (window.max) handle(card, *link, SpacingDrag::End::most, *window.max, y);
  handle(card, *link, SpacingDrag::End::ideal, ideal, y);
}

// Where a card in hand would go. `row_top`: of the row below the pointer.
JourneyTarget JourneyCanvas::target(float& row_top) const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  JourneyTarget out;
  row_top = bands_.front().head + px(kLaneHead);
  for (int k = 0; k < models::kLanes; ++k) {
    const Band& band = bands_[static_cast<std::size_t>(k)];
    if (mouse.y < band.head) break;
    out.lane = static_cast<Lane>(k);
    out.set.clear();
    row_top = band.head + px(k == static_cast<int>(Lane::core) ? kCorePad : kLaneHead);
    for (std::size_t row = 0; row < band.rows.size(); ++row) {
      if (mouse.y < band.rows[row]) break;
      const JourneyRow& what = model_.lanes[static_cast<std::size_t>(k)].rows[row];
      out.set = what.set;
      const int line =
          std::min(what.lines - 1, static_cast<int>((mouse.y - band.rows[row]) / px(kRow)));
      row_top = band.rows[row] + static_cast<float>(line) * px(kRow);
    }
  }
  out.day = day_at(mouse.x - state_.drag->grab_x);
  if (const JourneyCard* below = card_at(mouse.x, mouse.y);
      below && below->module != state_.drag->module)
    out.onto = below->module;
  return out;
}

void JourneyCanvas::follow_card() {
  if (!state_.drag) return;
  const CardDrag drag = *state_.drag;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over = box_.contains(mouse.x, mouse.y) && mouse.x > box_.x0 + px(kLabels);
  float row_top = 0;
  const JourneyTarget where = target(row_top);
  const Changed change =
      over ? models::drop(syllabus_.program(), model_, drag.module, drag.from_library, where)
           : Changed{fail(ErrorCode::refused, drag.from_library
                                                  ? "Let it go over a journey to take it in"
                                                  : "Let it go here and it stays where it was")};
  if (pressed(Key::escape)) {
    state_.drag.reset();
    return;
  }
  const models::ModuleLine* line = syllabus_.modules().find(drag.module);
  if (!ImGui::IsMouseDown(0)) {
    state_.drag.reset();
    if (change)
      wishes_.edit = Edit{change->commands, change->label};
    else if (over)
      wishes_.say = models::first_sentence(change.error());
    if (change) {
      chosen_ = drag.module;
      picked_ = true;
    }
    return;
  }
  if (!line) return;
  const bool refused = over && !change;
  // The ghost stands over everything, in a layer that the pointer does not see.
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::PushClipRect({0, 0}, screen, false);
  begin_child("card in hand", screen,
              ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                  ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoMove);
  if (change) {
    const Rect place = Rect::sized(x_of(where.day), row_top, px(kCardWidth), px(kCardHeight));
    if (!where.onto) legal_place(place, px(metric::kControlRadius));
    if (where.onto && !drag.from_library)
      if (const JourneyCard* below = model_.find(where.onto)) {
        const Rect r = rect_of(*below);
        fill({r.x0 - px(6), r.y0, r.x0 - px(3), r.y1}, ink(Colour::ok), px(1.5F));
      }
  }
  const Rect ghost =
      Rect::sized(mouse.x - drag.grab_x, mouse.y - drag.grab_y, px(kCardWidth), px(kCardHeight));
  BarLook look;
  look.alpha = 0.85F;
  look.selected = !refused;
  look.phase = refused ? Phase::refused : Phase::ahead;
  module_card(ghost,
              {.code = line->code,
               .title = line->title,
               .hours = line->hours,
               .focus = line->focus,
               .orientation = shown(line->orientation)},
              look);
  const std::string words = change ? change->label : models::first_sentence(change.error());
  const float width = std::min(px(260), text_width(Type::small, words) + 2);
  const float height = paragraph_height(Type::small, words, width);
  float x = ghost.x1 + px(10);
  if (x + width > screen.x - px(12)) x = ghost.x0 - width - px(20);
  const Rect said = Rect::sized(x, ghost.y0 + px(4), width, height);
  popup_surface(said.inset(-px(8), -px(5)), px(metric::kControlRadius));
  paragraph(said, Type::small, ink(refused ? Colour::late : Colour::text), words);
  record(ui::Role::text, said, words);
  ImGui::EndChild();
  ImGui::PopClipRect();
}

void JourneyCanvas::follow_bracket() {
  if (!state_.stretch) return;
  const JourneyCard* held = model_.find(chosen_);
  const CardLink* link = held ? models::holding(*held) : nullptr;
  if (pressed(Key::escape) || !link || link->prerequisite != state_.stretch->prerequisite) {
    state_.stretch.reset();
    return;
  }
  if (ImGui::IsMouseDown(0)) return;
  SpacingDays window = link->window;
  const int wanted = std::max(0, day_at(ImGui::GetIO().MousePos.x) - link->from);
  (state_.stretch->end == SpacingDrag::End::least   ? window.min
   : state_.stretch->end == SpacingDrag::End::ideal ? window.ideal
                                                    : window.max) = wanted;
  state_.stretch.reset();
  if (window == link->window) return;
  const Changed change = stretch(syllabus_.program(), link->prerequisite, window);
  if (change)
    wishes_.edit = Edit{change->commands, change->label};
  else
    wishes_.say = models::first_sentence(change.error());
}

bool JourneyCanvas::draw() {
  ImGui::SetCursorScreenPos(low(box_));
  begin_child("journeys", {box_.width(), box_.height()},
              ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                  ImGuiWindowFlags_HorizontalScrollbar);
  measure();
  scroll();
  // A thing of its full size, so that all of it can be scrolled to.
  ImGui::SetCursorScreenPos({start_x_, start_y_});
  ImGui::Dummy({px(kLabels + 12 + 24) + static_cast<float>(model_.days) * px(kWeek) / kDays,
                height_ + px(16)});
  ground();
  // What the pointer is on is known from the frame before, as far as drawing below cards goes.
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!state_.drag && ImGui::IsWindowHovered())
    if (const JourneyCard* below = card_at(mouse.x, mouse.y)) hovered_ = below->module;
  connectors();
  cards();
  or_words();
  if (!state_.drag) {
    if (const JourneyCard* over = model_.find(hovered_); over && hovered_ != chosen_)
      bracket(*over, false);
    if (const JourneyCard* on = model_.find(chosen_)) bracket(*on, true);
  }
  row_labels();
  line_v(box_.x0 + px(kLabels), box_.y0, box_.y1, ink(Colour::line));
  lane_heads();
  axis();
  ImGui::EndChild();
  follow_bracket();
  follow_card();
  return picked_;
}

}  // namespace tandem::views
