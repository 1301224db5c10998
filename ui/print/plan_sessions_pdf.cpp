#include "ui/print/plan_sessions_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "planner/report/meeting_words.hpp"

namespace tandem::print {
namespace {

using report::PersonMeeting;
using report::PlanModule;

// More than so many stand in two columns; of those, so many at most, to stay on one page.
constexpr std::size_t kOneColumn = 5;
constexpr std::size_t kTwoColumns = 36;

// Filled is done, outlined is to come; half filled, dotted and with a dot are what the line below
// the strip says.
void draw_box(PageCanvas& c, const Rect& r, const PlanModule& s, Style code) {
  using State = ModuleState;
  if (s.state == State::done) {
    c.fill(r, kMuted, 3);
    code.ink = kPaper;
  } else if (s.state == State::undated) {
    c.outline(r, kLineStrong, 0.9F, 3, true);
  } else {
    if (s.state == State::to_make_up) c.fill({r.x0 + 1, r.centre().y, r.x1 - 1, r.y1 - 1}, kLine);
    c.outline(r, kLineStrong, 0.8F, 3);
    if (s.state == State::unmarked) c.disc({r.x1 - 3.5F, r.y0 + 3.5F}, 1.3F, kMuted);
  }
  const float tall = c.line_height(code);
  c.text_line({r.x0, r.centre().y - tall / 2}, r.width(), s.code, code, Align::centre);
}

std::vector<Run> day_runs(const PersonMeeting& m, const PlanSetting& set) {
  std::vector<Run> out{
      {report::day_seen_from(m.date, set.plan.as_of), set.style(9, Weight::strong)}};
  out.push_back({"\n" + (m.time.empty() ? std::string{"by then"} : m.time), set.small()});
  return out;
}
// Kept on one line.
std::string unbroken(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == ' ' ? "\u00a0" : std::string{c};
  return out;
}

std::vector<Run> what_runs(const PersonMeeting& m, const PlanSetting& set) {
  std::string second = m.place;
  const auto and_then = [&](const std::string& part) {
    if (part.empty()) return;
    if (!second.empty()) second += unbroken(" ·") + " ";
    second += part;
  };
  and_then(m.clock);
  and_then(m.other_clock);
  if (!m.with.empty()) and_then("with " + m.with);
  if (m.planned) and_then("may still move");
  std::vector<Run> out{{m.title, set.style(9, Weight::medium)}};
  out.push_back({"  " + m.module + (m.part.empty() ? "" : unbroken(", " + m.part)), set.small()});
  if (!second.empty()) out.push_back({"\n" + second, set.small()});
  return out;
}

// A day, and what is on it.
using Row = std::array<std::vector<Run>, 2>;

struct Columns {
  float width;
  float day;
  float chip;
};

void draw_row(const PlanSetting& set, const Columns& at, Point top_left, const PersonMeeting& m,
              const Row& row) {
  const PageCanvas::Tag p{set.canvas, "P"};
  set.canvas.text(top_left, at.day, row[0]);
  draw_chip(set.canvas, m.orientation, {top_left.x + at.day, top_left.y + 0.5F}, 12 * set.scale);
  set.canvas.text({top_left.x + at.day + at.chip, top_left.y}, at.width - at.day - at.chip, row[1]);
}

}  // namespace

std::vector<Block> journey_blocks(const PlanSetting& set) {
  const float k = set.scale;
  const Style code = set.style(7.5F, Weight::strong);
  const float tall = 16 * k;
  const float gap = 3;
  struct Box {
    Rect at;
    const PlanModule* module;
  };
  // One line if the codes can be set that close.
  const auto n = static_cast<float>(set.plan.modules.size());
  const float share = (kWidth + gap) / n - gap;
  float widest = 0;
  for (const PlanModule& m : set.plan.modules)
    widest = std::max(widest, set.canvas.width(m.code, code));
  const bool one_line = share >= widest + 4;
  std::vector<Box> boxes;
  float x = 0, y = 0;
  for (const PlanModule& m : set.plan.modules) {
    const float wished = std::max(24 * k, set.canvas.width(m.code, code) + 9);
    const float wide = std::min(wished, one_line ? share : kWidth);
    if (x + wide > kWidth + 0.1F) {
      x = 0;
      y += tall + gap;
    }
    boxes.push_back({Rect::sized(x, y, wide, tall), &m});
    x += wide + gap;
  }
  Block strip{y + tall, 6 * k,
              [&c = set.canvas, boxes = std::move(boxes), code](float top) {
                const PageCanvas::Tag t{c, "P"};
                for (const Box& box : boxes)
                  draw_box(c, box.at.moved(kLeft, top), *box.module, code);
              },
              true};
  std::vector<std::string> words{"Filled: done. Outlined: to come"};
  const auto list = [&](ModuleState state, const std::string& lead) {
    std::vector<std::string> codes;
    for (const PlanModule& m : set.plan.modules)
      if (m.state == state) codes.push_back(m.code);
    if (!codes.empty()) words.push_back(lead + sentence_list(codes));
  };
  list(ModuleState::to_make_up, "To make up (half filled): ");
  list(ModuleState::unmarked, "Held, not marked yet (dot): ");
  list(ModuleState::undated, "No date yet (dotted): ");
  return {std::move(strip), set.paragraph({{join(words, ". ") + ".", set.small()}}, 4)};
}

std::vector<Block> ahead_blocks(const PlanSetting& set) {
  const auto& ahead = set.plan.ahead;
  const float k = set.scale;
  const float gap = 20;
  const bool two = ahead.size() > kOneColumn && ahead.size() <= kTwoColumns;
  const Columns at{two ? (kWidth - gap) / 2 : kWidth, (two ? 66 : 92) * k, 18 * k};
  std::vector<Row> rows;
  std::vector<float> tall;
  for (const PersonMeeting& m : ahead) {
    rows.push_back({day_runs(m, set), what_runs(m, set)});
    tall.push_back(std::max(set.canvas.height(rows.back()[0], at.day),
                            set.canvas.height(rows.back()[1], at.width - at.day - at.chip)));
  }
  const float space = 6 * k;
  std::vector<Block> out;
  if (!two) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      out.push_back({tall[i], space, [set, at, i, row = rows[i]](float top) {
                       draw_row(set, at, {kLeft, top}, set.plan.ahead[i], row);
                     }});
    return out;
  }
  // Down the left column first, then down the right one.
  const std::size_t half = (rows.size() + 1) / 2;
  float left = 0, right = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) (i < half ? left : right) += tall[i] + space;
  out.push_back({std::max(left, right) - space, space, [=](float top) {
                   float y = top;
                   for (std::size_t i = 0; i < rows.size(); ++i) {
                     if (i == half) y = top;
                     const float x = i < half ? kLeft : kLeft + at.width + gap;
                     draw_row(set, at, {x, y}, set.plan.ahead[i], rows[i]);
                     y += tall[i] + space;
                   }
                 }});
  return out;
}

}  // namespace tandem::print
