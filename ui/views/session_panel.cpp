#include "ui/views/session_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/views/ways_out.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// A line of small text that may take several rows.
void small_words(Area& area, Colour colour, std::string_view words) {
  area.skip(paragraph(area.rest(), Type::small, ink(colour), whole_dates(words)));
}

void status_reason(Area& area, Status status, std::string_view words) {
  area.skip(ui::reason(area.rest(), status, whole_dates(words)) + px(8));
}

void heading(Area& area, std::string_view text, std::string_view right = {}) {
  section_label(area.next(px(18)), text, right);
  area.skip(px(8));
}

void fact(Area& area, std::string_view key, std::string_view value) {
  key_value(area.next(px(metric::kKeyValue)), key, value);
}

void title_line(Area& area, std::optional<ui::Orientation> orientation, std::string_view title,
                std::string_view chip_text, ChipTone tone, Icon icon) {
  Rect line = area.next(px(24));
  if (!chip_text.empty()) {
    const float width = chip_width(chip_text, icon);
    chip(line.cut_right(width, px(8)), chip_text, tone, icon);
  }
  if (orientation && *orientation != ui::Orientation::none)
    orientation_chip(*orientation, line.cut_left(px(20), px(8)));
  label(line, Type::section, ink(Colour::text), title);
  record(ui::Role::text, line, title);
}

// Faces in one line and names below it: never a list cut in the middle.
void people(Area& area, const models::SessionFacts& facts, std::string_view listed) {
  const std::vector<std::string>& names = facts.people;
  constexpr std::size_t kFaces = 6;
  Rect line = area.next(px(24));
  std::string_view title = counted(names.size(), "person", "people");
  if (facts.waiting > 0) title = phrase("{}, {} waiting", title, facts.waiting);
  section_label(line.cut_left(text_width(Type::small_strong, title) + 1, px(8)), title);
  const std::size_t faces = std::min(names.size(), kFaces);
  if (names.size() > faces) {
    const std::string_view more = phrase("+{}", names.size() - faces);
    label(line.cut_right(text_width(Type::small, more) + 1, px(6)), Type::small, ink(Colour::muted),
          more);
  }
  for (std::size_t k = faces; k-- > 0;) avatar(line.cut_right(px(24), px(6)), names[k]);
  area.skip(px(8));
  small_words(area, Colour::muted, listed);
}

// What holds it where it is: limits it keeps, and days that a rule refuses.
void held_by(Area& area, const models::SessionTelling& told) {
  for (const models::SessionTelling::Held& held : told.held_by)
    status_reason(area, held.refused ? Status::blocked : Status::ok, held.text);
  if (told.held_by.empty())
    small_words(area, Colour::muted, "No rule binds it: it is free to move.");
}

// The engine's own account: how many starts each rule leaves, and the facts it names.
void account(Area& area, const Why& why) {
  for (const FunnelStage& stage : why.funnel) {
    Rect line = area.rest();
    const bool last = stage.starts == 0;
    const Rect figure = line.cut_right(px(48), px(8));
    const Rect sign = line.cut_left(px(12), px(8));
    const float row = line_height(Type::small);
    if (last) status_glyph(Status::blocked, {sign.x0, line.y0, sign.x1, line.y0 + row});
    label({figure.x0, figure.y0, figure.x1, figure.y0 + row},
          last ? Type::small_strong : Type::small, ink(Colour::text), models::grouped(stage.starts),
          Align::right);
    line.y1 = line.y0 + paragraph(line, Type::small, ink(last ? Colour::text : Colour::muted),
                                  whole_dates(stage.stage));
    area.skip(line.height() + px(6));
    record(ui::Role::text, line, phrase("{}: {}", stage.stage, stage.starts));
  }
  area.skip(px(6));
  int number = 0;
  for (const Reason& reason : why.reasons)
    area.skip(numbered_fact(area.rest(), ++number, whole_dates(sentence(reason.text))) + px(8));
}

void why_part(Area& area, models::Workbench& bench, const models::SessionFacts& facts) {
  const bool placed = facts.has_date();
  heading(area, placed ? "Why here" : "Why it has no date");
  if (facts.status == SessionStatus::delivered) {
    status_reason(area, Status::ok, "It is held, so nothing moves it.");
    return;
  }
  const Result<Why>* why = bench.why(facts.code);
  if (!why) {
    small_words(area, Colour::muted, "Asking every rule …");
    return;
  }
  if (!*why) {
    for (const Error& error : why->error())
      area.skip(ui::reason(area.rest(), Status::blocked, error.message, error.hint) + px(8));
    return;
  }
  const models::SessionTelling& told = bench.telling(facts);
  if (placed) {
    held_by(area, told);
    return;
  }
  const float height =
      paragraph(area.rest(), Type::body, ink(Colour::text), whole_dates(told.verdict));
  record(ui::Role::text, area.next(height), told.verdict);
  area.skip(px(12));
  if (folding(area.next(px(24)), "Starts left after each rule")) {
    area.skip(px(4));
    account(area, **why);
  }
}

void meetings(Area& area, const models::SessionFacts& facts, const models::SessionTelling& told) {
  if (told.meetings.empty()) return;
  rule(area);
  heading(area, "Meetings");
  for (std::size_t k = 0; k < told.meetings.size(); ++k)
    fact(area, told.meetings[k], facts.meetings[k].room);
}

std::string_view status_chip(const models::SessionFacts& facts, ChipTone& tone, Icon& icon) {
  if (facts.pinned) {
    tone = ChipTone::accent;
    icon = Icon::pin;
    return "pinned";
  }
  if (!facts.has_date()) {
    tone = ChipTone::blocked;
    return "no date";
  }
  if (facts.status == SessionStatus::delivered) {
    tone = ChipTone::ok;
    return "held";
  }
  tone = ChipTone::plain;
  return word(facts.status);
}

// Rules that are not asked of it, and why; `wishes` null: only told.
void lifted(Area& area, const models::SessionFacts& facts, Wishes* wishes) {
  for (const auto& waiver : facts.lifted) {
    area.skip(px(8));
    const IdScope id(waiver.id.value);
    Rect line = area.rest();
    if (wishes) {
      Rect cross = line.cut_right(px(24), px(8));
      cross.y1 = cross.y0 + px(24);
      if (icon_button(cross, Icon::cross, "Ask it again"))
        wishes->edit = Edit{.commands = {Remove{TableId::waivers, waiver.id.value}},
                            .label = "Ask the rule again for " + facts.name()};
    }
    area.skip(ui::reason(line, Status::attention, waiver.text));
  }
}

// Where it could be instead, or what would have to give.
void decide(Area& area, models::Workbench& bench, const models::SessionFacts& facts,
            Decision& decision, Wishes& wishes) {
  decision.about(facts.code);
  if (facts.status == SessionStatus::delivered || facts.cancelled()) return;
  const Result<Why>* why = bench.why(facts.code);
  if (!why || !*why) return;
  if (!facts.has_date() && !(*why)->possible) ways_out(area, bench, decision, wishes);
  rule(area);
  other_days(area, bench, decision, wishes);
}

void panel(Area& area, models::Workbench& bench, const std::string& session, Decision* decision,
           Wishes* wishes) {
  const models::SessionFacts* facts = bench.facts(session);
  if (!facts) {
    title_line(area, {}, session, "", ChipTone::plain, Icon::none);
    small_words(area, Colour::muted, "This session is not in the plan any more.");
    return;
  }
  ChipTone tone{};
  Icon icon = Icon::none;
  const std::string_view status = status_chip(*facts, tone, icon);
  const models::SessionTelling& told = bench.telling(*facts);
  title_line(area, shown(facts->orientation), told.title, status, tone, icon);
  area.skip(px(4) + paragraph({area.x0(), area.y() + px(4), area.x1(), area.y() + px(60)},
                              Type::body, ink(Colour::text), facts->title));
  area.skip(px(4));
  small_words(area, Colour::muted, told.when);
  if (!told.who.empty()) small_words(area, Colour::muted, told.who);
  if (!facts->group.empty()) small_words(area, Colour::muted, sentence(facts->group));
  if (!facts->note.empty()) small_words(area, Colour::muted, facts->note);
  lifted(area, *facts, wishes);
  rule(area);
  why_part(area, bench, *facts);
  if (decision && wishes) decide(area, bench, *facts, *decision, *wishes);
  meetings(area, *facts, told);
  rule(area);
  people(area, *facts, told.people);
}

}  // namespace

void session_panel(Area& area, models::Workbench& bench, const std::string& session) {
  panel(area, bench, session, nullptr, nullptr);
}

void session_panel(Area& area, models::Workbench& bench, const std::string& session,
                   Decision& decision, Wishes& wishes) {
  panel(area, bench, session, &decision, &wishes);
}

void cohort_panel(Area& area, models::Workbench& bench, const std::string& code) {
  const Program& program = bench.book().program();
  const Cohort* cohort = program.cohorts.find_key(code);
  const auto& all = bench.progress();
  const auto it = std::find_if(all.begin(), all.end(), [&](const CohortProgress& p) {
    return cohort && p.cohort == cohort->id;
  });
  if (!cohort || it == all.end()) {
    title_line(area, {}, code, "", ChipTone::plain, Icon::none);
    small_words(area, Colour::muted, "This cohort is not in the workspace any more.");
    return;
  }
  const CohortProgress& p = *it;
  const ChipTone tone = p.health == Health::on_plan        ? ChipTone::ok
                        : p.health == Health::needs_a_look ? ChipTone::attention
                                                           : ChipTone::late;
  title_line(area, {}, cohort->code, word(p.health), tone, Icon::none);
  area.skip(px(4));
  label(area.next(px(20)), Type::body, ink(Colour::text), cohort->name);
  std::string_view line = counted(p.members, "person", "people");
  if (p.paused > 0) line = phrase("{}, {} paused", line, p.paused);
  if (const Site* site = find(program, cohort->site)) line = phrase("{} · {}", line, site->name);
  small_words(area, Colour::muted, line);
  rule(area);
  heading(area, "On its way");
  fact(area, "Held", phrase("{} of {}", p.held, counted(p.sessions.size(), "session")));
  if (p.next) {
    if (const auto* next = bench.book().find(program.sessions.at(*p.next).code))
      fact(area, "Next",
           next->begin() ? phrase("{}, {} {}", next->module, words(date_of(*next->begin())),
                                  text(time_of(*next->begin())))
                         : std::string_view{next->module});
  }
  if (p.seats.whole > 0)
    fact(area, "Seats completed", phrase("{} of {} due", p.seats.part, p.seats.whole));
  if (p.finish) fact(area, "Last session", words(*p.finish));
  if (cohort->deadline)
    fact(area, cohort->deadline_rule == tandem::Rule::hard ? "Must end by" : "To end by",
         words(*cohort->deadline));
  rule(area);
  heading(area, p.needs.empty() ? "Nothing needs a hand" : "Needs a hand");
  for (const std::string& need : p.needs) status_reason(area, Status::attention, need);
}

}  // namespace tandem::views
