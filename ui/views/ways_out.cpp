#include "ui/views/ways_out.hpp"

#include "planner/base/text.hpp"
#include "ui/widgets/form.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::SessionWay;
using models::SessionWays;

float words(Area& area, Colour colour, std::string_view text) {
  return paragraph(area.rest(), Type::small, ink(colour), text);
}

void relax(Area& area, models::Workbench& bench, const SessionWay& way, Decision& decision,
           Wishes& wishes) {
  area.skip(words(area, Colour::muted, way.how) + px(8));
  bool entered = false;
  if (way.way.waiver) {
    const FieldOptions options{.hint = "Who agreed, and to what",
                               .focus = std::exchange(decision.write, false)};
    const Rect line = area.next(field_height(area.x1() - area.x0(), options));
    entered = field(line, "Reason, kept with the plan", decision.reason, options).entered;
    area.skip(px(8));
  }
  const bool told = !way.way.waiver || !trim(decision.reason).empty();
  const bool free_to_edit = !bench.offer();
  Rect foot = area.next(px(metric::kControl));
  const bool pressed =
      button_left(foot, "Relax it",
                  {.kind = ButtonKind::primary,
                   .enabled = told && free_to_edit,
                   .reason = !free_to_edit ? "A plan is on offer: accept or discard it first."
                             : told        ? "One step to undo; then solve again"
                                           : "Say why first."});
  if (button_left(foot, "Leave it")) decision.way.reset();
  if (!(pressed || entered) || !told || !free_to_edit) return;
  app::Session& session = bench.session();
  wishes.edit = Edit{
      .commands = commands_of(way.way, trim(decision.reason), session.actor(), session.today()),
      .label = way.label};
  decision.way.reset();
  decision.reason.clear();
}

}  // namespace

void ways_out(Area& area, models::Workbench& bench, Decision& decision, Wishes& wishes) {
  const SessionWays* ways = bench.ways_out(decision.session);
  area.skip(px(12));
  if (!ways) {
    area.skip(words(area, Colour::muted, "Looking for the facts that rule it out …"));
    return;
  }
  if (!ways->proven) return;
  const ProbeScope scope("Facts");
  section_label(area.next(px(18)), ways->title);
  area.skip(px(8));
  for (std::size_t k = 0; k < ways->ways.size(); ++k) {
    const SessionWay& way = ways->ways[k];
    const IdScope id(k);
    const bool open = decision.way == k;
    if (k > 0) {
      line_h(area.x0(), area.x1(), area.y(), ink(Colour::line));
      area.skip(px(12));
    }
    const int number = static_cast<int>(k) + 1;
    area.skip(numbered_fact(area.rest(), number, way.text) + px(4));
    area.skip(
        ui::reason(area.rest(), way.way.first ? Status::ok : Status::attention, way.ask, way.gain) +
        px(8));
    const bool can = way.way.waiver || !way.way.changes.empty();
    if (open) {
      relax(area, bench, way, decision, wishes);
    } else if (can) {
      Rect line = area.next(px(metric::kControl));
      const ProbeScope fact(way.name);
      if (button_left(line, "Relax …")) {
        decision.way = k;
        decision.day.reset();
        decision.write = true;
      }
    }
    area.skip(px(12));
  }
  for (const auto* lines : {&ways->given, &ways->help})
    for (const std::string& line : *lines)
      area.skip(ui::reason(area.rest(), Status::none, line) + px(4));
}

}  // namespace tandem::views
