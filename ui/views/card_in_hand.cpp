#include "ui/views/card_in_hand.hpp"

#include <algorithm>

#include "ui/models/row_form.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using namespace journey;
using models::JourneyCard;
using models::JourneyRow;
using models::JourneyTarget;
using models::Lane;

// Where a card in hand would go. `row_top`: of the row below the pointer.
JourneyTarget target(const JourneyPlaces& places, const CardDrag& drag, float& row_top) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  JourneyTarget out;
  row_top = places.band(Lane::upper).head + px(kLaneHead);
  for (int k = 0; k < models::kLanes; ++k) {
    const JourneyPlaces::Band& band = places.band(static_cast<Lane>(k));
    if (mouse.y < band.head) break;
    out.lane = static_cast<Lane>(k);
    out.set.clear();
    row_top = band.head + px(k == static_cast<int>(Lane::core) ? kCorePad : kLaneHead);
    for (std::size_t row = 0; row < band.rows.size(); ++row) {
      if (mouse.y < band.rows[row]) break;
      const JourneyRow& what = places.model().lanes[static_cast<std::size_t>(k)].rows[row];
      out.set = what.set;
      const int line =
          std::min(what.lines - 1, static_cast<int>((mouse.y - band.rows[row]) / px(kRow)));
      row_top = band.rows[row] + static_cast<float>(line) * px(kRow);
    }
  }
  out.day = places.day_at(mouse.x - drag.grab_x);
  if (const JourneyCard* below = places.card_at(mouse.x, mouse.y);
      below && below->module != drag.module)
    out.onto = below->module;
  return out;
}

}  // namespace

bool follow_card(const JourneyPlaces& places, models::Syllabus& syllabus, JourneysState& state,
                 Id<Module>& chosen, Wishes& wishes) {
  if (!state.drag) return false;
  const CardDrag drag = *state.drag;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over =
      places.box().contains(mouse.x, mouse.y) && mouse.x > places.box().x0 + places.labels();
  float row_top = 0;
  const JourneyTarget where = target(places, drag, row_top);
  const Changed change =
      over ? models::drop(syllabus.program(), places.model(), drag.module, drag.from_library, where)
           : Changed{fail(ErrorCode::refused, drag.from_library
                                                  ? "Let it go over a journey to take it in"
                                                  : "Let it go here and it stays where it was")};
  if (pressed(Key::escape)) {
    state.drag.reset();
    return false;
  }
  const models::ModuleLine* line = syllabus.modules().find(drag.module);
  if (!ImGui::IsMouseDown(0)) {
    state.drag.reset();
    if (change)
      wishes.edit = Edit{change->commands, change->label};
    else if (over)
      wishes.say = models::first_sentence(change.error());
    if (change) chosen = drag.module;
    return change.has_value();
  }
  if (!line) return false;
  const bool refused = over && !change;
  // The ghost stands over everything, in a layer that the pointer does not see.
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::PushClipRect({0, 0}, screen, false);
  begin_child("card in hand", screen,
              ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                  ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoMove);
  if (change) {
    const Rect place =
        Rect::sized(places.x_of(where.day), row_top, px(kCardWidth), px(kCardHeight));
    if (!where.onto) legal_place(place, px(metric::kControlRadius));
    if (where.onto && !drag.from_library)
      if (const JourneyCard* below = places.model().find(where.onto)) {
        const Rect r = places.rect_of(*below);
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
  return false;
}

}  // namespace tandem::views
