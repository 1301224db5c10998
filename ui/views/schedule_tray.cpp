#include "ui/views/schedule_tray.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// "M3 MGR-1", with the group where there are several.
std::string_view short_name(const models::SessionFacts& facts) {
  return phrase("{} {}{}{}", facts.module, facts.cohort_words(), facts.group.empty() ? "" : ", ",
                facts.group);
}

// One session without a place. Returns: pressed.
bool tray_chip(const Rect& r, const models::SessionFacts& facts, bool on) {
  const IdScope id(facts.code);
  const Press p = press("tray", r, {.role = ui::Role::button, .on = on, .label = facts.code});
  orientation_fill(views::shown(facts.orientation), r, false, px(metric::kChipRadius));
  if (p.hovered) outline(r, ink(Colour::line_strong), px(metric::kChipRadius));
  if (on) outline(r.inset(-px(1)), ink(Colour::accent), px(5), px(2));
  if (p.focused) focus_ring(r, px(metric::kChipRadius));
  label(r, Type::small, ink(Colour::text), short_name(facts), Align::centre);
  return p.clicked;
}

// `all`: with what is drawn pale. `offer`: a plan on offer says where it takes things away from.
void legend(Rect& line, bool all, bool offer) {
  const auto word_left_of = [&](std::string_view word) {
    label(line.cut_right(text_width(Type::small, word) + 1, px(6)), Type::small, ink(Colour::muted),
          word);
  };
  const auto swatch = [&] { return snapped(line.cut_right(px(16), px(12)).middle_row(px(16))); };
  if (all) {
    word_left_of("holiday");
    fill(swatch(), ink(Colour::line), px(4));
    word_left_of("protected");
    const Rect kept = swatch();
    hatch(kept);
    outline(kept, ink(Colour::hatch), px(4));
  }
  if (offer) {
    word_left_of("old place");
    dashed_outline(swatch(), ink(Colour::line_strong), px(4));
  } else {
    word_left_of("closed");
    hatch(swatch());
  }
  word_left_of("ahead");
  const Rect ahead = swatch();
  orientation_fill(ui::Orientation::manager, ahead, false, px(4));
  outline(ahead, ink(Colour::manager, 0.55F), px(4));
  word_left_of("held");
  orientation_fill(ui::Orientation::manager, swatch(), true, px(4));
}

// What the only one, or the chosen one, of the tray needs: "4 h, 6 people, lab closed".
std::string_view needs(models::Workbench& bench, const models::SessionFacts& facts) {
  const std::string_view out = phrase("{}, {}", duration_words(facts.minutes),
                                      counted(facts.people.size(), "person", "people"));
  std::string_view brief = bench.verdict(facts.code).brief;
  if (const auto* judged = bench.offer() ? nullptr : bench.judgement(); judged && brief.empty())
    if (const auto it = judged->undated.find(facts.code); it != judged->undated.end())
      brief = it->second.brief;
  return brief.empty() ? out : phrase("{}, {}", out, brief);
}

}  // namespace

bool schedule_tray(const Rect& r, models::Workbench& bench, const models::ScheduleModel& model,
                   std::string& session) {
  bool picked = false;
  fill(r, ink(Colour::chrome));
  line_h(r.x0, r.x1, r.y0, ink(Colour::line));
  const ProbeScope scope("tray");
  Rect line = r.inset(px(24), 0);
  if (line.width() > px(760)) legend(line, line.width() > px(840), bench.offer() != nullptr);
  draw_icon(Icon::tray, line.cut_left(px(16), px(8)), ink(Colour::text));
  const bool none = model.unplaced.empty();
  const std::string_view title =
      none ? (model.sessions == 0 ? "No session yet" : "Every session has a date")
           : "Without a date";
  label(line.cut_left(text_width(Type::body_strong, title) + 1, px(12)), Type::body_strong,
        ink(Colour::text), title);
  std::size_t left = model.unplaced.size();
  for (const std::string& code : model.unplaced) {
    const models::SessionFacts* facts = bench.facts(code);
    if (!facts) continue;
    const float width = text_width(Type::small, short_name(*facts)) + px(16);
    const std::string_view more = phrase("and {} more", left);
    const float rest = left > 1 ? text_width(Type::small, more) + px(16) : 0;
    if (line.width() < width + rest) {
      label(line, Type::small, ink(Colour::muted), more);
      break;
    }
    if (tray_chip(snapped(line.cut_left(width, px(8)).middle_row(px(24))), *facts,
                  session == code)) {
      session = code;
      picked = true;
    }
    --left;
  }
  const auto chosen = std::ranges::find(model.unplaced, session);
  const bool tell = left == 0 && (chosen != model.unplaced.end() || model.unplaced.size() == 1);
  const auto* facts =
      tell ? bench.facts(chosen != model.unplaced.end() ? *chosen : model.unplaced.front())
           : nullptr;
  if (facts && line.width() > px(80))
    label(line, Type::small, ink(Colour::muted), needs(bench, *facts));
  return picked;
}

}  // namespace tandem::views
