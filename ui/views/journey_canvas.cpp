#include "ui/views/journey_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/geometry/connector.hpp"
#include "ui/models/cohorts_model.hpp"
#include "ui/views/card_in_hand.hpp"
#include "ui/views/spacing_bracket.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using namespace journey;
using models::CardLink;
using models::JourneyCard;
using models::JourneyLane;
using models::JourneyRow;
using models::Lane;

constexpr int kSlots = 4;  // lines that pass a card side by side

void arrow_head(float x, float y, ImU32 colour) {
  const float size = px(3.5F);
  const std::array<ImVec2, 3> points{{{x - size, y - size}, {x, y}, {x - size, y + size}}};
  stroke(canvas(), points, colour, false, std::max(1.0F, px(1.2F)));
}

class JourneyCanvas {
 public:
  JourneyCanvas(const JourneyPlaces& places, models::Syllabus& syllabus, JourneysState& state,
                Id<Module>& chosen)
      : places_(places),
        box_(places.box()),
        model_(places.model()),
        syllabus_(syllabus),
        state_(state),
        chosen_(chosen) {}

  // Returns: a card was chosen.
  bool draw();

 private:
  void scroll();
  void ground() const;
  void lane_heads();
  void lane_head(Lane lane, const Rect& r);
  void row_labels() const;
  void axis() const;
  void connectors() const;
  void connector(const JourneyCard& card, const CardLink& link, bool strong) const;
  void cards();
  void card(const JourneyCard& what);
  void or_words() const;

  const JourneyPlaces& places_;
  const Rect& box_;
  const models::JourneysModel& model_;
  models::Syllabus& syllabus_;
  JourneysState& state_;
  Id<Module>& chosen_;
  Id<Module> hovered_;
  bool picked_{};
};

// To the chosen card when that is asked for, and along while a card is held at the edge.
void JourneyCanvas::scroll() {
  if (std::exchange(state_.show, false)) {
    if (const JourneyCard* card = model_.find(chosen_)) {
      const Rect r = places_.rect_of(*card);
      const Rect room{box_.x0 + places_.labels(), box_.y0 + px(kAxis), box_.x1 - px(16),
                      box_.y1 - px(16)};
      if (r.x0 < room.x0 || r.x1 > room.x1)
        ImGui::SetScrollX(std::max(0.0F, r.x0 - places_.x() - places_.labels() - room.width() / 3));
      if (r.y0 < room.y0 || r.y1 > room.y1)
        ImGui::SetScrollY(std::max(0.0F, r.y0 - places_.y() - room.height() / 2));
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
  if (mouse.x < box_.x0 + places_.labels() + edge && mouse.x > box_.x0 + places_.labels())
    dx = -step;
  if (mouse.y > box_.y1 - edge) dy = step;
  if (mouse.y < box_.y0 + px(kAxis) + edge) dy = -step;
  if (dx != 0) ImGui::SetScrollX(std::max(0.0F, ImGui::GetScrollX() + dx));
  if (dy != 0) ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + dy));
  if (dx != 0 || dy != 0) want_frame_in(0);
}

void JourneyCanvas::ground() const {
  const JourneyPlaces::Band& core = places_.band(Lane::core);
  fill({box_.x0, core.head, box_.x1, core.end}, ink(Colour::sunken));
  line_h(box_.x0, box_.x1, core.head, ink(Colour::line));
  line_h(box_.x0, box_.x1, core.end - hair(), ink(Colour::line));
  for (int week = 0; week * kDays <= model_.days + kDays; week += 2) {
    const float x = places_.x_of(week * kDays);
    if (x < box_.x0 + places_.labels() || x > box_.x1) continue;
    line_v(x, box_.y0, box_.y1, ink(Colour::line));
  }
}

void JourneyCanvas::axis() const {
  const Rect strip{box_.x0, box_.y0, box_.x1, box_.y0 + px(kAxis)};
  fill(strip, ink(Colour::surface));
  line_h(strip.x0, strip.x1, strip.y1 - hair(), ink(Colour::line));
  for (int week = 0; week * kDays <= model_.days + kDays; week += 2) {
    const float x = places_.x_of(week * kDays);
    if (x < strip.x0 + places_.labels() || x > strip.x1) continue;
    label({x + px(5), strip.y0, x + px(40), strip.y1}, Type::small, ink(Colour::muted),
          phrase("{}", week + 1));
  }
  const Rect corner{strip.x0, strip.y0, strip.x0 + places_.labels(), strip.y1 - hair()};
  fill(corner, ink(Colour::surface));
  label(corner.inset(px(12), 0), Type::small, ink(Colour::muted), "Week");
}

void JourneyCanvas::row_labels() const {
  for (int k = 0; k < models::kLanes; ++k) {
    const JourneyLane& lane = model_.lanes[static_cast<std::size_t>(k)];
    const JourneyPlaces::Band& band = places_.band(static_cast<Lane>(k));
    const bool core = k == static_cast<int>(Lane::core);
    const Rect column{box_.x0, band.head + (core ? hair() : 0), box_.x0 + places_.labels() - hair(),
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
      const std::size_t most = what.detail.empty() ? 3 : 2;
      const float lines = std::min(px(18) * static_cast<float>(most),
                                   paragraph_height(Type::small, what.label, r.width()));
      const float tall = lines + (what.detail.empty() ? 0 : px(18));
      Rect text = r.middle_row(tall);
      // What does not fit is in the tooltip.
      const auto broken = wrap(Type::small, what.label, r.width());
      for (std::size_t at = 0; at < std::min(most, broken.size()); ++at) {
        const bool last = at + 1 == most && broken.size() > most;
        const std::string_view rest{
            broken[at].data(),
            static_cast<std::size_t>(what.label.data() + what.label.size() - broken[at].data())};
        label(text.cut_top(px(18)), Type::small, ink(Colour::muted), last ? rest : broken[at]);
      }
      if (!what.detail.empty())
        label(text.cut_top(px(18)), Type::small_strong, ink(Colour::text), what.detail);
      record(ui::Role::text, r,
             phrase("{}{}{}", what.label, what.detail.empty() ? "" : ": ", what.detail));
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
  if (programme != syllabus_.programmes().end())
    if (const auto orientation = models::orientation_of(programme->journey))
      orientation_chip(shown(*orientation), line.cut_left(px(20), px(4)));
  const std::string_view title =
      what.programme ? std::string_view{what.title} : "Choose a programme";
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
    const JourneyPlaces::Band& band = places_.band(lane);
    const Rect r{box_.x0, band.head, box_.x1 - px(8), band.head + px(kLaneHead)};
    if (Area::in_view(r)) lane_head(lane, r);
    const JourneyLane& what = model_.lane(lane);
    if (what.programme && what.rows.empty()) {
      const Rect room{box_.x0 + places_.labels() + px(24), band.head + px(kLaneHead), box_.x1,
                      band.end - px(8)};
      label(room, Type::small, ink(Colour::muted),
            "Drag a module here from the library, or choose one there and press "
            "its button on the right.");
    }
  }
}

void JourneyCanvas::connector(const JourneyCard& card, const CardLink& link, bool strong) const {
  const JourneyCard& before = model_.cards[link.card];
  const ImU32 colour = ink(strong ? Colour::accent : Colour::line_strong);
  const float thick = std::max(1.0F, std::floor(px(strong ? 1.6F : 1.2F)));
  const std::size_t to = static_cast<std::size_t>(&card - model_.cards.data());
  const geometry::Connector way =
      geometry::connect(places_.rects()[link.card], places_.rects()[to], places_.rects(),
                        (before.row + before.line) % kSlots,
                        {px(24), px((kRow - kCardHeight) / 2), px(8), px(5), px(4)});
  std::array<ImVec2, 7> points{};
  for (std::size_t k = 0; k < way.count; ++k)
    points[k] = {std::floor(way.turns[k].x) + 0.5F, std::floor(way.turns[k].y) + 0.5F};
  stroke(canvas(), {points.data(), way.count}, colour, false, thick);
  const ImVec2& tip = points[way.count - 1];
  const ImVec2& before_tip = points[way.count - 2];
  if (way.across && tip.x > before_tip.x + px(3)) arrow_head(tip.x - 1, tip.y, colour);
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
  const Rect r = places_.rect_of(what);
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
                ? phrase("{} {}", what.code, what.title)
                : phrase("{} {}: {} of {}", what.code, what.title, what.rule, what.set));
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
    const Rect a = places_.rect_of(card);
    const Rect between{a.x1, a.y0, places_.rect_of(*next).x0, a.y1};
    if (between.width() >= px(18))
      label(between, Type::small, ink(Colour::muted), "or", Align::centre);
  }
}

bool JourneyCanvas::draw() {
  scroll();
  // A thing of its full size, so that all of it can be scrolled to.
  ImGui::SetCursorScreenPos({places_.x(), places_.y()});
  ImGui::Dummy({places_.width(), places_.height() + px(16)});
  ground();
  // What the pointer is on is known from the frame before, as far as drawing below cards goes.
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!state_.drag && ImGui::IsWindowHovered())
    if (const JourneyCard* below = places_.card_at(mouse.x, mouse.y)) hovered_ = below->module;
  connectors();
  cards();
  or_words();
  if (!state_.drag) {
    const Program& program = syllabus_.program();
    if (const JourneyCard* over = model_.find(hovered_); over && hovered_ != chosen_)
      spacing_bracket(places_, program, *over, false, state_);
    if (const JourneyCard* on = model_.find(chosen_))
      spacing_bracket(places_, program, *on, true, state_);
  }
  row_labels();
  line_v(box_.x0 + places_.labels(), box_.y0, box_.y1, ink(Colour::line));
  lane_heads();
  axis();
  return picked_;
}

}  // namespace

bool journey_canvas(const Rect& r, models::Syllabus& syllabus, JourneysState& state,
                    Id<Module>& chosen, Wishes& wishes) {
  const Rect box = snapped(r);
  const models::JourneysModel& model = journeys_shown(syllabus, state);
  ImGui::SetCursorScreenPos(low(box));
  begin_child("journeys", {box.width(), box.height()},
              ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                  ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const JourneyPlaces places(box, model, start.x, start.y);
  bool picked = JourneyCanvas(places, syllabus, state, chosen).draw();
  ImGui::EndChild();
  follow_bracket(places, syllabus.program(), chosen, state, wishes);
  if (follow_card(places, syllabus, state, chosen, wishes)) picked = true;
  return picked;
}

}  // namespace tandem::views
