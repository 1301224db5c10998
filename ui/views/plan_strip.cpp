#include "ui/views/plan_strip.hpp"

#include <fmt/format.h>

#include <array>

#include "planner/base/text.hpp"
#include "ui/widgets/charts.hpp"

namespace tandem::views {
namespace {

using namespace ui;

void solving(Rect line, models::Workbench& bench, Wishes& wishes) {
  const models::Solving* run = bench.solving();
  if (!run) return;
  const bool stopping = bench.job().stopping();
  if (button_right(line, "Stop",
                   {.small = true,
                    .icon = Icon::stop,
                    .enabled = !stopping,
                    .reason = "Keeps the best plan so far"}))
    wishes.stop = true;
  progress_bar(line.cut_right(px(120), px(16)), run->words.share);
  // How the last sessions of all cohorts draw in, down to what no plan can go below.
  if (run->finish.size() > 1 && line.width() > px(720)) {
    const double bound = static_cast<double>(run->bound);
    const std::array<double, 2> best{bound, bound};
    sparkline(line.cut_right(px(120), px(16)).middle_row(px(32)), run->finish, best);
  }
  Rect words = line.middle_row(px(40));
  Rect first = words.cut_top(px(20));
  const models::SolveWords& told = run->words;
  record(ui::Role::text, first, told.what);
  label(first.cut_left(text_width(Type::body_strong, told.what) + 1, px(12)), Type::body_strong,
        ink(Colour::text), told.what);
  label(first, Type::body, ink(Colour::text), told.so_far);
  record(ui::Role::text, first, told.so_far);
  label(words, Type::small, ink(Colour::muted), told.possible);
  record(ui::Role::text, words, told.possible);
}

void offered(Rect line, const models::Offer& offer, bool& changes, Wishes& wishes) {
  if (button_right(line, "Accept all",
                   {.kind = ButtonKind::primary,
                    .small = true,
                    .reason = "The plan becomes the workspace's, in one step to undo (A)"}))
    wishes.accept = true;
  if (button_right(line, "Discard", {.small = true})) wishes.discard = true;
  if (button_right(line, changes ? "Hide changes" : "What changes",
                   {.small = true, .reason = "Session by session, before it is accepted (C)"}))
    changes = !changes;
  line.cut_right(px(8));
  const auto& s = offer.summary;
  status_glyph(offer.broken.empty()
                   ? (offer.outcome.unplaced.empty() ? Status::ok : Status::attention)
                   : Status::late,
               line.cut_left(px(12), px(10)));
  const std::string_view title = offer.stopped ? "Best plan so far" : "Proposed plan";
  label(line.cut_left(text_width(Type::body_strong, title) + 1, px(12)), Type::body_strong,
        ink(Colour::text), title);
  std::pmr::string words(frame_memory());  // what changes, first
  if (s.added > 0 || s.moved == 0) words += phrase("{} get a date, ", counted(s.added, "session"));
  if (s.moved > 0) words += phrase("{} moved, ", s.moved);
  words += phrase("{} stay", s.same);
  if (!offer.outcome.unplaced.empty())
    words += phrase(" · {} without a date", offer.outcome.unplaced.size());
  words += offer.broken.empty() ? " · keeps every rule"
                                : phrase(" · breaks {}: {}", counted(offer.broken.size(), "rule"),
                                         offer.broken.front().text);
  label(line, Type::body, ink(Colour::text), words);
  record(ui::Role::text, line, title);
}

void refused(Rect line, const Errors& problems) {
  status_glyph(Status::late, line.cut_left(px(12), px(10)));
  const std::string_view more =
      problems.size() > 1 ? phrase(", and {} more", problems.size() - 1) : "";
  const std::string_view words = phrase("No plan came of it: {}{}", text(problems.front()), more);
  label(line, Type::body, ink(Colour::text), words);
  record(ui::Role::text, line, words);
}

}  // namespace

float plan_strip_height(const models::Workbench& bench) {
  const bool any = bench.job().running() || bench.offer() || !bench.problems().empty();
  return any ? px(48) : 0;
}

void plan_strip(const Rect& r, models::Workbench& bench, bool& changes, Wishes& wishes) {
  const ProbeScope scope("plan");
  const bool bad = !bench.job().running() && !bench.offer();
  fill(r, ink(bad ? Colour::late_soft : Colour::accent_soft));
  line_h(r.x0, r.x1, r.y0, ink(Colour::line));
  const Rect line = r.inset(px(metric::kPageMargin), 0);
  if (bench.job().running())
    solving(line, bench, wishes);
  else if (bench.offer())
    offered(line, *bench.offer(), changes, wishes);
  else
    refused(line, bench.problems());
}

std::string_view solving_words(const models::Workbench& bench) {
  const Progress* p = bench.job().progress();
  if (!bench.job().running() || !p) return {};
  if (p->sessions.load() == 0) return "Solving";
  return phrase("Solving: {} of {} placed", p->placed.load(), p->sessions.load());
}

}  // namespace tandem::views
