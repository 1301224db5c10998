#include "ui/print/plan_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/print/flow.hpp"
#include "ui/print/pdf_canvas.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {
namespace {

using geometry::LevelScale;
using geometry::MarkShape;
using report::DevelopmentPlan;
using report::PersonMeeting;
using report::PlanModule;

constexpr float kLeft = 56;
constexpr float kRight = kPageWidth - 56;
constexpr float kTop = 50;
constexpr float kBottom = kPageHeight - 62;
constexpr float kWidth = kRight - kLeft;

// A mark at a point, in the shape and ink of its source.
void draw_mark(PdfCanvas& c, RatingSource source, Point at, float size) {
  const SourceMark& mark = mark_of(source);
  const float radius = geometry::mark_radius(size);
  if (mark.shape == MarkShape::ring)
    c.ring(at, radius, mark.ink, size * 0.17F);
  else if (mark.shape == MarkShape::disc)
    c.disc(at, radius, mark.ink);
  else
    c.polygon(geometry::mark_outline(mark.shape, at, size), mark.ink);
}

// L, M or B on its own hue; both hues for B.
void draw_chip(PdfCanvas& c, Orientation orientation, Point top_left, float size) {
  const Rect box = Rect::sized(top_left.x, top_left.y, size, size);
  const float radius = size * 0.2F;
  Ink letter = kText;
  if (orientation == Orientation::both) {
    c.fill(box, kLeaderSoft, radius);
    c.fill({box.centre().x, box.y0, box.x1, box.y1}, kManagerSoft, radius);
    c.fill({box.centre().x, box.y0, box.centre().x + radius, box.y1}, kManagerSoft);
  } else {
    const bool lead = orientation == Orientation::lead;
    c.fill(box, lead ? kLeaderSoft : kManagerSoft, radius);
    letter = lead ? kLeader : kManager;
  }
  const Style style{size * 0.66F, Weight::strong, letter, 1};
  const float tall = c.line_height(style);
  const Run run{std::string{letter_of(orientation)}, style};
  c.text({box.x0, box.centre().y - tall / 2}, size, {&run, 1}, Align::centre);
}

// The plan as blocks. Every size is multiplied by `scale`, so that a long plan can be set tighter.
class Sheet {
 public:
  Sheet(PdfCanvas& canvas, const DevelopmentPlan& plan, float scale)
      : c_(canvas), plan_(plan), k_(scale) {
    head();
    own_words();
    next_step();
    if (has_any(plan.goals) || !plan.goals_without_horizon.empty()) goals();
    if (!plan.growth_areas.empty()) growth();
    if (has_any(plan.actions)) actions();
    if (!plan.modules.empty()) journey();
    if (!plan.ahead.empty()) ahead();
    if (!plan.done.empty()) done();
    if (!plan.competencies.empty()) evidence();
    if (!plan.moments.empty()) moments();
    questions();
    closing();
    keep_short_sections();
  }

  std::vector<Block>& blocks() { return blocks_; }

 private:
  template <class Lists>
  static bool has_any(const Lists& lists) {
    return std::any_of(lists.begin(), lists.end(), [](const auto& l) { return !l.empty(); });
  }

  Style style(float size, Weight weight = Weight::regular, Ink ink = kText,
              float leading = 1.12F) const {
    return {size * k_, weight, ink, leading};
  }
  Style body() const { return style(9.5F); }
  Style small() const { return style(8.5F, Weight::regular, kMuted); }

  void add(float height, float before, std::function<void(float)> draw, bool keep = false) {
    blocks_.push_back({height, before * k_, std::move(draw), keep});
  }
  void paragraph(std::vector<Run> runs, float before, const char* tag = "P", bool keep = false,
                 float indent = 0) {
    const float tall = c_.height(runs, kWidth - indent);
    add(
        tall, before,
        [this, runs = std::move(runs), tag, indent](float top) {
          const PdfCanvas::Tag t{c_, tag};
          c_.text({kLeft + indent, top}, kWidth - indent, runs);
        },
        keep);
  }
  // A section moves to the next page as a whole when it is short.
  void keep_short_sections() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const std::size_t end = i + 1 < sections_.size() ? sections_[i + 1] : blocks_.size() - 1;
      float tall = 0;
      for (std::size_t j = sections_[i]; j < end; ++j)
        tall += blocks_[j].height + blocks_[j].before;
      if (tall > (kBottom - kTop) * 0.4F) continue;
      for (std::size_t j = sections_[i]; j + 1 < end; ++j) blocks_[j].keep_with_next = true;
    }
  }

  // A hairline and a heading, with a quieter word behind it.
  void heading(const std::string& words, const std::string& aside = {}) {
    std::vector<Run> runs{{words, style(11, Weight::strong)}};
    if (!aside.empty()) runs.push_back({"   " + aside, small()});
    const float tall = c_.height(runs, kWidth);
    const float air = 9 * k_;
    sections_.push_back(blocks_.size());
    add(
        tall + air, 13,
        [this, runs = std::move(runs), air](float top) {
          if (top > kTop + 1) c_.line({kLeft, top}, {kRight, top}, kLine, 0.8F);
          const PdfCanvas::Tag t{c_, "H2"};
          c_.text({kLeft, top + air}, kWidth, runs);
        },
        true);
  }

  void head() {
    const Style quiet = style(8, Weight::regular, kMuted);
    add(c_.line_height(quiet), 0, [this, quiet](float top) {
      c_.text_line({kLeft, top}, kWidth / 2, plan_.organisation, quiet);
      c_.text_line({kLeft + kWidth / 2, top}, kWidth / 2,
                   "Development plan, " + day_words(plan_.as_of), quiet, Align::right);
    });
    // A long name steps down once before it wraps.
    Style name = style(26, Weight::strong, kText, 1.0F);
    if (c_.width(plan_.name, name) > kWidth) name.size *= 0.8F;
    paragraph({{plan_.name, name}}, 15, "H1", true);
    for (const std::string& line : {plan_.place, plan_.journey})
      if (!line.empty()) paragraph({{line, style(10, Weight::regular, kMuted)}}, 2, "P", true);
    for (const report::PlanSeason& season : plan_.seasons) season_chip(season);
    blocks_.back().keep_with_next = false;
  }

  void season_chip(const report::PlanSeason& season) {
    const Style text = style(9, Weight::medium);
    const bool paused = season.kind == SeasonKind::paused;
    const float pad = 8 * k_;
    const float bars = paused ? 11 * k_ : 0;
    const float tall = c_.line_height(text) + 8 * k_;
    const float wide = c_.width(season.words, text);
    add(
        tall, 7,
        [=, this, words = season.words](float top) {
          c_.fill(Rect::sized(kLeft, top, wide + bars + 2 * pad, tall), kSunken, 4);
          if (paused)
            for (const float x : {0.0F, 4.0F * k_})
              c_.fill(Rect::sized(kLeft + pad + x, top + tall / 2 - 4 * k_, 2 * k_, 8 * k_),
                      kMuted);
          const PdfCanvas::Tag t{c_, "P"};
          c_.text_line({kLeft + pad + bars, top + 4 * k_}, wide, words, text);
        },
        true);
  }

  void own_words() {
    const bool asked = !plan_.own_words.words.empty();
    std::vector<Run> question{{std::string{report::kFirstQuestion}, small()}};
    std::vector<Run> answer;
    if (asked)
      answer.push_back(
          {"“" + plan_.own_words.words + "”", style(15, Weight::regular, kText, 1.16F)});
    else
      answer.push_back({"not asked yet", style(15, Weight::regular, kMuted)});
    std::vector<Run> path{{"Your view of the two career paths: ", small()},
                          {plan_.own_path, style(8.5F, Weight::strong)}};
    if (asked && !plan_.own_words.when.empty())
      path.push_back({"  ·  said " + plan_.own_words.when, small()});
    const float in = 14;
    const float gap = 5 * k_;
    const float lines = asked ? 0 : 2 * 24 * k_;  // room for a pen
    const float h1 = c_.height(question, kWidth - in);
    const float h2 = c_.height(answer, kWidth - in);
    const float h3 = c_.height(path, kWidth - in);
    const float tall = h1 + gap + h2 + lines + gap + h3;
    add(tall, 17, [=, this](float top) {
      c_.fill(Rect::sized(kLeft, top, 2, tall), kText);
      const PdfCanvas::Tag t{c_, "Sect"};
      float y = top;
      {
        const PdfCanvas::Tag h{c_, "H2"};
        c_.text({kLeft + in, y}, kWidth - in, question);
      }
      y += h1 + gap;
      {
        const PdfCanvas::Tag h{c_, "P"};
        c_.text({kLeft + in, y}, kWidth - in, answer);
      }
      y += h2;
      for (float line = 24 * k_; line <= lines; line += 24 * k_)
        c_.line({kLeft + in, y + line}, {kRight, y + line}, kLineStrong, 0.5F);
      const PdfCanvas::Tag h{c_, "P"};
      c_.text({kLeft + in, y + lines + gap}, kWidth - in, path);
    });
  }

  void next_step() {
    const float pad = 12 * k_;
    const std::vector<Run> label{
        {plan_.next_step.is_step ? "Your next step" : "About your next step", small()}};
    const std::vector<Run> what{{plan_.next_step.what, style(12, Weight::strong)}};
    const std::vector<Run> detail{{plan_.next_step.detail, body()}};
    const float inner = kWidth - 2 * pad;
    const float h1 = c_.height(label, inner);
    const float h2 = c_.height(what, inner);
    const float h3 = plan_.next_step.detail.empty() ? 0 : c_.height(detail, inner) + 2 * k_;
    const float tall = h1 + h2 + h3 + 2 * k_ + 2 * pad * 0.85F;
    add(tall, 16, [=, this](float top) {
      c_.fill({kLeft, top, kRight, top + tall}, kSunken, 5);
      float y = top + pad * 0.85F;
      const PdfCanvas::Tag t{c_, "Sect"};
      {
        const PdfCanvas::Tag h{c_, "H2"};
        y += c_.text({kLeft + pad, y}, inner, label) + 2 * k_;
      }
      const PdfCanvas::Tag h{c_, "P"};
      y += c_.text({kLeft + pad, y}, inner, what) + 2 * k_;
      if (!plan_.next_step.detail.empty()) c_.text({kLeft + pad, y}, inner, detail);
    });
  }

  struct Cell {
    std::vector<Run> runs;
  };
  // Three columns under three heads; an empty column says so.
  void columns(const std::array<std::vector<Run>, 3>& heads,
               const std::array<std::vector<Cell>, 3>& cells, const std::string& nothing) {
    const float gap = 18;
    const float wide = (kWidth - 2 * gap) / 3;
    const float space = 5 * k_;
    float tall = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      float h = c_.height(heads[i], wide);
      for (const Cell& cell : cells[i]) h += space + c_.height(cell.runs, wide);
      if (cells[i].empty()) h += space + c_.line_height(small());
      tall = std::max(tall, h);
    }
    add(tall, 6, [=, this](float top) {
      for (std::size_t i = 0; i < 3; ++i) {
        const PdfCanvas::Tag t{c_, "Sect"};
        const float x = kLeft + static_cast<float>(i) * (wide + gap);
        float y = top;
        {
          const PdfCanvas::Tag h{c_, "H3"};
          y += c_.text({x, y}, wide, heads[i]);
        }
        for (const Cell& cell : cells[i]) {
          const PdfCanvas::Tag p{c_, "P"};
          y += space;
          y += c_.text({x, y}, wide, cell.runs);
        }
        if (!cells[i].empty()) continue;
        const PdfCanvas::Tag p{c_, "P"};
        const Run none{nothing, small()};
        c_.text({x, y + space}, wide, {&none, 1});
      }
    });
  }

  void goals() {
    heading("What you want");
    std::array<std::vector<Run>, 3> heads;
    std::array<std::vector<Cell>, 3> cells;
    for (std::size_t i = 0; i < 3; ++i) {
      heads[i] = {{std::string{kHorizonNames[i]}, style(9.5F, Weight::strong)}};
      for (const report::PlanGoal& goal : plan_.goals[i]) {
        Cell cell{{{goal.text, body()}}};
        if (!goal.serves.empty()) cell.runs.push_back({"\ntowards: " + goal.serves, small()});
        cells[i].push_back(std::move(cell));
      }
    }
    columns(heads, cells, "still open");
    for (const report::PlanGoal& goal : plan_.goals_without_horizon)
      paragraph({{"Some day: ", small()}, {goal.text, body()}}, 5);
  }

  void growth() {
    heading("What you chose to grow",
            plan_.resting.empty() ? std::string{} : "resting: " + sentence_list(plan_.resting));
    int number = 0;
    for (const report::PlanGrowthArea& area : plan_.growth_areas) {
      const float in = 34 * k_;
      std::vector<Run> runs{{area.name, style(9.5F, Weight::strong)}};
      if (!area.since.empty()) runs.push_back({"   since " + area.since, small()});
      if (!area.aim.empty()) runs.push_back({"\n" + area.aim, small()});
      const float tall = c_.height(runs, kWidth - in);
      const std::string count = std::to_string(++number);
      add(tall, 6, [this, runs = std::move(runs), in, count, area](float top) {
        const PdfCanvas::Tag t{c_, "P"};
        c_.text_line({kLeft, top}, 14, count, style(9.5F, Weight::regular, kMuted));
        draw_chip(c_, area.orientation, {kLeft + 14 * k_, top + 0.5F}, 12 * k_);
        c_.text({kLeft + in, top}, kWidth - in, runs);
      });
    }
    if (!plan_.growth_note.empty())
      paragraph({{plan_.growth_note, style(8.5F, Weight::medium)}}, 6);
  }

  void actions() {
    heading("What you will do");
    std::array<std::vector<Run>, 3> heads;
    std::array<std::vector<Cell>, 3> cells;
    for (std::size_t i = 0; i < 3; ++i) {
      heads[i] = {{std::string{kKindNames[i]}, style(9.5F, Weight::strong)},
                  {"  " + std::string{kKindHints[i]}, small()}};
      for (const report::PlanAction& action : plan_.actions[i]) {
        std::string detail = action.detail;
        if (action.state == ActionState::doing)
          detail = detail.empty() ? "under way" : "under way, " + detail;
        Cell cell{{{action.text, body()}}};
        if (!detail.empty()) cell.runs.push_back({"\n" + detail, small()});
        cells[i].push_back(std::move(cell));
      }
    }
    columns(heads, cells, "nothing yet");
  }

  // One box a session: filled is done, outlined is to come.
  void journey() {
    const auto held =
        std::count_if(plan_.modules.begin(), plan_.modules.end(),
                      [](const PlanModule& s) { return s.state == ModuleState::done; });
    heading("Your journey",
            fmt::format("{} of {} done", held, count(std::ssize(plan_.modules), "module")));
    const Style code = style(7.5F, Weight::strong);
    const float tall = 16 * k_;
    const float gap = 3;
    struct Box {
      Rect at;
      const PlanModule* module;
    };
    std::vector<Box> boxes;
    float x = 0, y = 0;
    for (const PlanModule& s : plan_.modules) {
      const float wide = std::min(std::max(24 * k_, c_.width(s.code, code) + 9), kWidth);
      if (x + wide > kWidth) {
        x = 0;
        y += tall + gap;
      }
      boxes.push_back({Rect::sized(x, y, wide, tall), &s});
      x += wide + gap;
    }
    add(
        y + tall, 6,
        [this, boxes = std::move(boxes), code](float top) {
          const PdfCanvas::Tag t{c_, "P"};
          for (const Box& box : boxes) module_box(box.at.moved(kLeft, top), *box.module, code);
        },
        true);
    using State = ModuleState;
    std::vector<std::string> words;
    const auto list = [&](State state, const std::string& lead) {
      std::vector<std::string> codes;
      for (const PlanModule& s : plan_.modules)
        if (s.state == state) codes.push_back(s.code);
      if (!codes.empty()) words.push_back(lead + sentence_list(codes));
    };
    words.emplace_back("Filled: done. Outlined: to come");
    list(State::to_make_up, "To make up (half filled): ");
    list(State::unmarked, "Held, not marked yet (dot): ");
    list(State::undated, "No date yet (dotted): ");
    paragraph({{join(words, ". ") + ".", small()}}, 4);
  }

  void module_box(const Rect& r, const PlanModule& s, Style code) {
    using State = ModuleState;
    if (s.state == State::done) {
      c_.fill(r, kMuted, 3);
      code.ink = kPaper;
    } else if (s.state == State::undated) {
      c_.outline(r, kLineStrong, 0.9F, 3, true);
    } else {
      if (s.state == State::to_make_up)
        c_.fill({r.x0 + 1, r.centre().y, r.x1 - 1, r.y1 - 1}, kLine);
      c_.outline(r, kLineStrong, 0.8F, 3);
      if (s.state == State::unmarked) c_.disc({r.x1 - 3.5F, r.y0 + 3.5F}, 1.3F, kMuted);
    }
    const float tall = c_.line_height(code);
    c_.text_line({r.x0, r.centre().y - tall / 2}, r.width(), s.code, code, Align::centre);
  }

  // By time; in two columns when there are many.
  void ahead() {
    heading("Sessions ahead", "times are by the clock that is named");
    const bool two = plan_.ahead.size() > 5 && plan_.ahead.size() <= 36;
    const float gap = 20;
    const float wide = two ? (kWidth - gap) / 2 : kWidth;
    const float day = (two ? 66 : 92) * k_;
    const float chip = 18 * k_;
    std::vector<std::array<std::vector<Run>, 2>> rows;
    std::vector<float> tall;
    for (const PersonMeeting& m : plan_.ahead) {
      rows.push_back({day_runs(m), what_runs(m)});
      tall.push_back(
          std::max(c_.height(rows.back()[0], day), c_.height(rows.back()[1], wide - day - chip)));
    }
    const auto draw_row = [this, wide, day, chip](Point at, const PersonMeeting& m,
                                                  const std::array<std::vector<Run>, 2>& row) {
      const PdfCanvas::Tag p{c_, "P"};
      c_.text(at, day, row[0]);
      draw_chip(c_, m.orientation, {at.x + day, at.y + 0.5F}, 12 * k_);
      c_.text({at.x + day + chip, at.y}, wide - day - chip, row[1]);
    };
    const float space = 6 * k_;
    if (!two) {
      for (std::size_t i = 0; i < rows.size(); ++i)
        add(tall[i], 6, [this, draw_row, i, row = rows[i]](float top) {
          draw_row({kLeft, top}, plan_.ahead[i], row);
        });
      return;
    }
    // Down the left column first, then down the right one.
    const std::size_t half = (rows.size() + 1) / 2;
    float left = 0, right = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) (i < half ? left : right) += tall[i] + space;
    add(std::max(left, right) - space, 6, [=, this](float top) {
      float y = top;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == half) y = top;
        draw_row({i < half ? kLeft : kLeft + wide + gap, y}, plan_.ahead[i], rows[i]);
        y += tall[i] + space;
      }
    });
  }

  std::vector<Run> day_runs(const PersonMeeting& m) const {
    std::vector<Run> out{{day_of(m.date), style(9, Weight::strong)}};
    out.push_back({"\n" + (m.time.empty() ? std::string{"by then"} : m.time), small()});
    return out;
  }
  std::string day_of(Date date) const {
    const auto year = [](Date d) { return std::chrono::year_month_day{d}.year(); };
    return year(date) == year(plan_.as_of) ? words(date) : words_with_year(date);
  }
  std::vector<Run> what_runs(const PersonMeeting& m) const {
    std::string second = m.place;
    const auto and_then = [&](const std::string& part) {
      if (part.empty()) return;
      if (!second.empty()) second += " · ";
      second += part;
    };
    and_then(m.clock);
    and_then(m.other_clock);
    if (!m.with.empty()) and_then("with " + m.with);
    if (m.planned) and_then("may still move");
    std::vector<Run> out{{m.title, style(9, Weight::medium)}};
    out.push_back({"  " + m.module + (m.part.empty() ? "" : ", " + m.part), small()});
    if (!second.empty()) out.push_back({"\n" + second, small()});
    return out;
  }

  void done() {
    heading("Done so far");
    for (const std::string& line : plan_.done) {
      const std::vector<Run> runs{{line, body()}};
      const float in = 14;
      add(c_.height(runs, kWidth - in), 3, [this, runs, in](float top) {
        const PdfCanvas::Tag t{c_, "P"};
        const float mid = top + c_.line_height(body()) / 2;
        c_.line({kLeft + 1, mid}, {kLeft + 3.6F, mid + 2.8F}, kText, 1.1F);
        c_.line({kLeft + 3.3F, mid + 2.8F}, {kLeft + 8.4F, mid - 3}, kText, 1.1F);
        c_.text({kLeft + in, top}, kWidth - in, runs);
      });
    }
  }

  static constexpr float kNameWidth = 158;
  static constexpr float kNoteWidth = 112;

  void evidence() {
    const float from = kLeft + kNameWidth + 20;
    const LevelScale scale{Rect{from, 0, kRight - kNoteWidth - 14, 0}, 5, 6.6F * k_, 1.2F};
    const Style level = style(7.5F, Weight::regular, kMuted);
    heading("How each side sees it",
            "side by side, never averaged" +
                (plan_.framework.empty() ? "" : "; framework " + plan_.framework));
    legend();
    const float head = c_.line_height(level) + 4 * k_;
    std::vector<float> rows;
    float tall = head;
    for (const report::CompetencyView& view : plan_.competencies) {
      const Run note{view.note, note_style()};
      const Run name{view.name, style(9)};
      rows.push_back(std::max({19 * k_, c_.height({&note, 1}, kNoteWidth) + 6 * k_,
                               c_.height({&name, 1}, kNameWidth - 18 * k_) + 6 * k_}));
      tall += rows.back();
    }
    add(tall, 5, [=, this](float top) {
      const PdfCanvas::Tag table{c_, "Table"};
      {
        const PdfCanvas::Tag tr{c_, "TR"};
        const PdfCanvas::Tag th{c_, "TH"};
        for (int l = 1; l <= scale.levels; ++l)
          c_.text_line({scale.x(2 * l) - 24 * k_, top}, 48 * k_,
                       std::string{kLevelWords[static_cast<std::size_t>(l - 1)]}, level,
                       Align::centre);
      }
      float y = top + head;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const PdfCanvas::Tag tr{c_, "TR"};
        c_.line({kLeft, y}, {kRight, y}, kLine, 0.6F);
        competency_row(plan_.competencies[i], y, rows[i], scale);
        y += rows[i];
      }
    });
  }

  Style note_style() const { return style(8, Weight::regular, kMuted, 1.05F); }
  // Vertically in the middle of a row.
  void cell(float x, float mid, float width, const Run& run) {
    c_.text({x, mid - c_.height({&run, 1}, width) / 2}, width, {&run, 1});
  }

  void legend() {
    const Style text = small();
    const float tall = c_.line_height(text);
    add(
        tall, 4,
        [this, text, tall](float top) {
          const PdfCanvas::Tag t{c_, "P"};
          float x = kLeft;
          const float mid = top + tall / 2;
          const auto entry = [&](const std::string& words) {
            c_.text_line({x, top}, 200, words, text);
            x += c_.width(words, text) + 13 * k_;
          };
          for (const SourceMark& mark : kSourceMarks) {
            draw_mark(c_, mark.source, {x + 3.5F * k_, mid}, 6.6F * k_);
            x += 10 * k_;
            entry(std::string{mark.name});
          }
          bracket(Rect::sized(x, mid - 5 * k_, 12 * k_, 10 * k_));
          x += 16 * k_;
          entry("expected");
        },
        true);
  }

  // Two corners above, two below.
  void bracket(const Rect& r) {
    const float tick = 2.6F;
    for (const float y : {r.y0, r.y1}) {
      const float end = y == r.y0 ? y + tick : y - tick;
      c_.line({r.x0, y}, {r.x1, y}, kLineStrong, 0.9F);
      c_.line({r.x0, y}, {r.x0, end}, kLineStrong, 0.9F);
      c_.line({r.x1, y}, {r.x1, end}, kLineStrong, 0.9F);
    }
  }

  void competency_row(const report::CompetencyView& view, float y, float row, LevelScale scale) {
    scale.line.y0 = y;
    scale.line.y1 = y + row;
    const float mid = y + row / 2;
    {
      const PdfCanvas::Tag td{c_, "TH"};
      draw_chip(c_, view.orientation, {kLeft, mid - 6 * k_}, 12 * k_);
      cell(kLeft + 18 * k_, mid, kNameWidth - 18 * k_, {view.name, style(9)});
    }
    const bool expected_at_all = view.expected != Expected::not_expected;
    std::vector<int> places;
    for (const report::SourceView& v : view.views) places.push_back(v.half_level);
    if (!expected_at_all) {
      c_.line({scale.line.x0, mid}, {scale.line.x1, mid}, kLineStrong, 1.1F, true);
    } else {
      c_.line({scale.line.x0, mid}, {scale.line.x1, mid}, kLine, 1);
      for (int l = 1; l <= scale.levels; ++l)
        c_.line({scale.x(2 * l), mid - 2.2F}, {scale.x(2 * l), mid + 2.2F}, kLineStrong, 0.7F);
      if (view.expected) {
        const int level = static_cast<int>(*view.expected) + 1;
        const auto here = static_cast<int>(std::count(places.begin(), places.end(), 2 * level));
        bracket(geometry::expected_bracket(scale, level, here));
      }
    }
    const auto dots = geometry::level_dots(scale, places);
    for (std::size_t i = 0; i < dots.size(); ++i)
      draw_mark(c_, view.views[i].source, dots[i], scale.mark);
    // Unknown is a word, never a place on the scale.
    if (expected_at_all && places.empty() && view.too_few.empty())
      unknown_mark({scale.line.x0 - 12 * k_, mid});
    const PdfCanvas::Tag td{c_, "TD"};
    cell(kRight - kNoteWidth, mid, kNoteWidth, {view.note, note_style()});
  }

  void unknown_mark(Point at) {
    const Style mark = style(9, Weight::strong, kMuted);
    const Run run{"?", mark};
    c_.text({at.x - 6, at.y - c_.line_height(mark) / 2}, 12, {&run, 1}, Align::centre);
  }

  void moments() {
    heading(plan_.moments.size() == 1 ? "A moment you agreed to share"
                                      : "Moments you agreed to share");
    for (const report::PlanMoment& m : plan_.moments) {
      std::vector<Run> runs{{"“" + m.text + "”", style(10.5F)}};
      if (!m.detail.empty()) runs.push_back({"   " + m.detail, small()});
      paragraph(std::move(runs), 5);
    }
  }

  void questions() {
    const auto open = open_questions(plan_);
    if (open.empty()) return;
    heading("For your first talk", "bring a pen");
    for (const std::string& question : open) {
      const std::vector<Run> runs{{question, body()}};
      const float tall = c_.height(runs, kWidth);
      const float room = 50 * k_;
      add(tall + room, 8, [this, runs, tall](float top) {
        const PdfCanvas::Tag t{c_, "P"};
        c_.text({kLeft, top}, kWidth, runs);
        for (const float line : {24.0F, 48.0F})
          c_.line({kLeft, top + tall + line * k_}, {kRight, top + tall + line * k_}, kLineStrong,
                  0.5F);
      });
    }
  }

  void closing() {
    std::string words = "Something not right? You can correct it, add to it or object";
    words += plan_.contact.empty() ? "." : ": " + plan_.contact + ".";
    words += " A pause needs no reason and never counts against you.";
    paragraph({{words, small()}}, 16);
  }

  PdfCanvas& c_;
  const DevelopmentPlan& plan_;
  float k_;
  std::vector<Block> blocks_;
  std::vector<std::size_t> sections_;  // where each begins
};

// The first scale by which the plan takes no more than two pages, and no second one for a few
// lines.
float fitting_scale(PdfCanvas& canvas, const DevelopmentPlan& plan) {
  constexpr std::array<float, 4> kScales{1.0F, 0.95F, 0.9F, 0.85F};
  const auto fill_of_last = [&](const std::vector<std::vector<PlacedBlock>>& pages) {
    const PlacedBlock& last = pages.back().back();
    return (last.top + last.block->height - kTop) / (kBottom - kTop);
  };
  for (const float scale : kScales) {
    Sheet sheet{canvas, plan, scale};
    const auto pages = pages_of(sheet.blocks(), kTop, kBottom);
    const bool scrap = pages.size() == 2 && scale >= 0.95F && fill_of_last(pages) < 0.12F;
    if (pages.size() <= 2 && !scrap) return scale;
  }
  return 1.0F;  // too much for two pages: then let it breathe
}

// What the reader must know of the page itself.
std::string missing_words(const std::set<std::string>& scripts) {
  if (scripts.empty()) return {};
  return " · boxes: no font here prints " +
         sentence_list(std::vector<std::string>(scripts.begin(), scripts.end()));
}

void footer(PdfCanvas& c, const DevelopmentPlan& plan, std::size_t page, std::size_t pages) {
  const Style quiet{8, Weight::regular, kMuted, 1.12F};
  const float y = kPageHeight - 44;
  c.line({kLeft, y - 7}, {kRight, y - 7}, kLine, 0.8F);
  const PdfCanvas::Tag t{c, "P"};
  c.text_line({kLeft, y}, kWidth - 80,
              fmt::format("{} · as of {}{}", plan.name, day_words(plan.as_of),
                          missing_words(c.missing_scripts())),
              quiet);
  c.text_line({kRight - 80, y}, 80, fmt::format("page {} of {}", page, pages), quiet, Align::right);
}

}  // namespace

PlanPdf plan_pdf(const DevelopmentPlan& plan) {
  PdfCanvas canvas{{"Development plan of " + plan.name, plan.organisation,
                    "as of " + day_words(plan.as_of), plan.as_of}};
  Sheet sheet{canvas, plan, fitting_scale(canvas, plan)};
  const auto pages = pages_of(sheet.blocks(), kTop, kBottom);
  {
    const PdfCanvas::Tag document{canvas, "Document"};
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (const PlacedBlock& placed : pages[i])
        // The closing words stand at the foot of the last page.
        placed.block->draw(placed.block == &sheet.blocks().back() ? kBottom - placed.block->height
                                                                  : placed.top);
      footer(canvas, plan, i + 1, pages.size());
      if (i + 1 < pages.size()) canvas.next_page();
    }
  }
  PlanPdf out;
  out.pages = static_cast<int>(pages.size());
  out.missing_scripts = canvas.missing_scripts();
  out.bytes = canvas.finish();
  return out;
}

}  // namespace tandem::print
