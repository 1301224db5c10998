#include "ui/views/plan_strip.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "ui/widgets/charts.hpp"

namespace tandem::views {
namespace {

using namespace ui;

std::string_view phase_words(Progress::Phase phase) {
  switch (phase) {
    case Progress::Phase::compiling:
      return "Reading the rules";
    case Progress::Phase::constructing:
      return "Finding a first plan";
    case Progress::Phase::improving:
      return "Improving it";
    case Progress::Phase::done:
      return "Checking it";
  }
  return {};
}

// "0 days late, spacing 41": what the plan costs so far, in the order that counts.
std::string quality(const Progress& progress) {
  const auto of = [&](Tier tier) { return progress.cost[static_cast<std::size_t>(tier)].load(); };
  std::string out = fmt::format("{} late", count(of(Tier::late_days), "day"));
  if (of(Tier::changes) > 0) out += fmt::format(", {} told of a change", of(Tier::changes));
  return out + fmt::format(", ends {} after it begins", count(of(Tier::finish), "day"));
}

void solving(Rect line, const models::Workbench& bench, Wishes& wishes) {
  const Progress* p = bench.job().progress();
  if (!p) return;
  const bool stopping = bench.job().stopping();
  if (button_right(line, "Stop",
                   {.small = true,
                    .icon = Icon::stop,
                    .enabled = !stopping,
                    .reason = "Keeps the best plan so far"}))
    wishes.stop = true;
  const auto phase = p->phase.load();
  const double total = static_cast<double>(p->steps_total.load());
  const double share = total > 0 ? static_cast<double>(p->steps.load()) / total : 0;
  progress_bar(line.cut_right(px(160), px(16)), share);
  const std::string_view what = stopping ? "Stopping" : phase_words(phase);
  label(line.cut_left(text_width(Type::body_strong, what) + 1, px(12)), Type::body_strong,
        ink(Colour::text), what);
  std::string so_far;
  if (p->sessions.load() > 0)
    so_far = fmt::format("{} of {} placed", p->placed.load(), count(p->sessions.load(), "session"));
  if (phase == Progress::Phase::improving || phase == Progress::Phase::done)
    so_far += " · " + quality(*p);
  label(line, Type::body, ink(Colour::muted), so_far);
  record(ui::Role::text, line, what);
}

void offered(Rect line, const models::Offer& offer, Wishes& wishes) {
  if (button_right(line, "Accept all",
                   {.kind = ButtonKind::primary,
                    .small = true,
                    .reason = "The plan becomes the workspace's, in one step to undo (A)"}))
    wishes.accept = true;
  if (button_right(line, "Discard", {.small = true})) wishes.discard = true;
  line.cut_right(px(8));
  const auto& s = offer.summary;
  status_glyph(offer.broken.empty()
                   ? (offer.outcome.unplaced.empty() ? Status::ok : Status::attention)
                   : Status::late,
               line.cut_left(px(12), px(10)));
  const std::string title = offer.stopped ? "Best plan so far" : "Proposed plan";
  label(line.cut_left(text_width(Type::body_strong, title) + 1, px(12)), Type::body_strong,
        ink(Colour::text), title);
  std::string words = fmt::format("{} get a date", count(s.added, "session"));
  if (s.moved > 0) words += fmt::format(", {} moved", s.moved);
  words += fmt::format(", {} stay", s.same);
  if (!offer.outcome.unplaced.empty())
    words +=
        fmt::format(" · {} without a date",
                    count(static_cast<std::int64_t>(offer.outcome.unplaced.size()), "session"));
  words += offer.broken.empty()
               ? " · keeps every rule"
               : fmt::format(" · breaks {}: {}",
                             count(static_cast<std::int64_t>(offer.broken.size()), "rule"),
                             offer.broken.front().text);
  label(line, Type::body, ink(Colour::text), words);
  record(ui::Role::text, line, title);
}

void refused(Rect line, const Errors& problems) {
  status_glyph(Status::late, line.cut_left(px(12), px(10)));
  std::string words = "No plan came of it: " + text(problems.front());
  if (problems.size() > 1) words += fmt::format(", and {} more", problems.size() - 1);
  label(line, Type::body, ink(Colour::text), words);
  record(ui::Role::text, line, words);
}

}  // namespace

float plan_strip_height(const models::Workbench& bench) {
  const bool any = bench.job().running() || bench.offer() || !bench.problems().empty();
  return any ? px(48) : 0;
}

void plan_strip(const Rect& r, const models::Workbench& bench, Wishes& wishes) {
  const ProbeScope scope("plan");
  const bool bad = !bench.job().running() && !bench.offer();
  fill(r, ink(bad ? Colour::late_soft : Colour::accent_soft));
  line_h(r.x0, r.x1, r.y0, ink(Colour::line));
  const Rect line = r.inset(px(metric::kPageMargin), 0);
  if (bench.job().running())
    solving(line, bench, wishes);
  else if (bench.offer())
    offered(line, *bench.offer(), wishes);
  else
    refused(line, bench.problems());
}

std::string solving_words(const models::Workbench& bench) {
  const Progress* p = bench.job().progress();
  if (!bench.job().running() || !p) return {};
  if (p->sessions.load() == 0) return "Solving";
  return fmt::format("Solving: {} of {} placed", p->placed.load(), p->sessions.load());
}

}  // namespace tandem::views
