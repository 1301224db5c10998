#include "ui/print/plan_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/print/plan_evidence_pdf.hpp"
#include "ui/print/plan_history_pdf.hpp"
#include "ui/print/plan_sessions_pdf.hpp"

namespace tandem::print {
namespace {

class Sheet {
 public:
  explicit Sheet(const PlanSetting& setting)
      : set_(setting), c_(setting.canvas), plan_(setting.plan), k_(setting.scale) {}

  std::vector<Block> blocks() {
    head();
    own_words();
    next_step();
    if (has_any(plan_.goals) || !plan_.goals_without_horizon.empty()) goals();
    if (!plan_.growth_areas.empty()) growth();
    if (has_any(plan_.actions)) actions();
    if (!plan_.modules.empty()) journey();
    if (!plan_.notices.empty()) notices();
    if (!plan_.ahead.empty()) ahead();
    if (!plan_.done.empty()) done();
    if (nobody_asked(plan_)) questions();
    if (!plan_.competencies.empty()) evidence();
    history();
    if (!plan_.moments.empty()) moments();
    if (!nobody_asked(plan_)) questions();
    closing();
    keep_short_sections();
    return std::move(blocks_);
  }

 private:
  template <class Lists>
  static bool has_any(const Lists& lists) {
    return std::any_of(lists.begin(), lists.end(), [](const auto& l) { return !l.empty(); });
  }

  // What a block draws outlives the sheet: it is given the setting anew.
  void add(float height, float before, std::function<void(const PlanSetting&, float)> draw,
           bool keep = false) {
    blocks_.push_back({height, before * k_,
                       [set = set_, draw = std::move(draw)](float top) { draw(set, top); }, keep});
  }
  void take(std::vector<Block> blocks) {
    std::move(blocks.begin(), blocks.end(), std::back_inserter(blocks_));
  }
  void paragraph(std::vector<Run> runs, float before, const char* tag = "P", bool keep = false) {
    blocks_.push_back(set_.paragraph(std::move(runs), before, tag));
    blocks_.back().keep_with_next = keep;
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
    std::vector<Run> runs{{words, set_.style(11, Weight::strong)}};
    if (!aside.empty()) runs.push_back({"   " + aside, set_.small()});
    const float tall = c_.height(runs, kWidth);
    const float air = 9 * k_;
    sections_.push_back(blocks_.size());
    add(
        tall + air, 13,
        [runs = std::move(runs), air](const PlanSetting& s, float top) {
          if (top > kTop + 1) s.canvas.line({kLeft, top}, {kRight, top}, kLine, 0.8F);
          const PageCanvas::Tag t{s.canvas, "H2"};
          s.canvas.text({kLeft, top + air}, kWidth, runs);
        },
        true);
  }

  void head() {
    const float tall = c_.line_height(set_.style(8, Weight::regular, kMuted));
    add(tall, 0, [](const PlanSetting& s, float top) {
      running_head(s.canvas, top, s.plan.organisation, "Development plan", s.plan.as_of, s.scale);
    });
    // A long name steps down once before it wraps.
    Style name = set_.style(26, Weight::strong, kText, 1.0F);
    if (c_.width(plan_.name, name) > kWidth) name.size *= 0.8F;
    paragraph({{plan_.name, name}}, 15, "H1", true);
    for (const std::string& line : {plan_.place, plan_.journey})
      if (!line.empty()) paragraph({{line, set_.style(10, Weight::regular, kMuted)}}, 2, "P", true);
    for (const report::PlanSeason& season : plan_.seasons) season_chip(season);
    blocks_.back().keep_with_next = false;
  }

  void season_chip(const report::PlanSeason& season) {
    const Style text = set_.style(9, Weight::medium);
    const bool paused = season.kind == SeasonKind::paused;
    const float pad = 8 * k_;
    const float bars = paused ? 11 * k_ : 0;
    const float tall = c_.line_height(text) + 8 * k_;
    const float wide = c_.width(season.words, text);
    add(
        tall, 7,
        [=, words = season.words](const PlanSetting& s, float top) {
          s.canvas.fill(Rect::sized(kLeft, top, wide + bars + 2 * pad, tall), kSunken, 4);
          if (paused)
            for (const float x : {0.0F, 4.0F * s.scale})
              s.canvas.fill(Rect::sized(kLeft + pad + x, top + tall / 2 - 4 * s.scale, 2 * s.scale,
                                        8 * s.scale),
                            kMuted);
          const PageCanvas::Tag t{s.canvas, "P"};
          s.canvas.text_line({kLeft + pad + bars, top + 4 * s.scale}, wide, words, text);
        },
        true);
  }

  void own_words() {
    const bool asked = !plan_.own_words.words.empty();
    quoted({{{std::string{report::kFirstQuestion}, set_.small()}}, 17, 0, "H2"});
    if (asked) {
      const auto parts = parts_of("“" + plan_.own_words.words + "”");
      const float size = parts.size() > 1 ? 10 : plan_.own_words.words.size() > 400 ? 12 : 15;
      for (std::size_t i = 0; i < parts.size(); ++i)
        quoted(
            {{{parts[i], set_.style(size, Weight::regular, kText, 1.16F)}}, i == 0 ? 5.0F : 0, 0});
    } else {
      quoted({{{"not asked yet", set_.style(15, Weight::regular, kMuted)}}, 5, 2});
    }
    std::vector<Run> path{{"Your view of the two career paths: ", set_.small()},
                          {plan_.own_path, set_.style(8.5F, Weight::strong)}};
    if (asked && !plan_.own_words.when.empty())
      path.push_back({"  ·  said " + plan_.own_words.when, set_.small()});
    quoted({std::move(path), 5, 0});
  }

  // A long answer in pieces that can stand on different pages.
  static std::vector<std::string> parts_of(const std::string& text) {
    constexpr std::size_t kLongest = 1500;
    std::vector<std::string> out;
    std::size_t from = 0;
    while (text.size() - from > kLongest) {
      std::size_t to = text.find_last_of(" \n", from + kLongest);
      if (to == std::string::npos || to <= from) to = from + kLongest;
      while (to > from && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;  // UTF-8
      out.push_back(text.substr(from, to - from));
      from = to + (text[to] == ' ' || text[to] == '\n' ? 1 : 0);
    }
    out.push_back(text.substr(from));
    return out;
  }

  struct Quoted {
    std::vector<Run> runs;
    float before = 0;
    int pen_lines = 0;  // room to write by hand
    const char* tag = "P";
  };
  // A piece of what stands behind the bar of the person's own words; the bar runs through. The
  // space above all but the first is part of the piece.
  void quoted(Quoted q) {
    const bool first = std::string_view{q.tag} == "H2";
    const float in = 14;
    const float above = first ? 0 : q.before * k_;
    const float text = c_.height(q.runs, kWidth - in);
    const float pen = 24 * k_;
    const float tall = above + text + pen * static_cast<float>(q.pen_lines);
    add(tall, first ? q.before : 0, [=, q = std::move(q)](const PlanSetting& s, float top) {
      s.canvas.fill(Rect::sized(kLeft, top, 2, tall), kText);
      const PageCanvas::Tag t{s.canvas, q.tag};
      s.canvas.text({kLeft + in, top + above}, kWidth - in, q.runs);
      for (int i = 1; i <= q.pen_lines; ++i) {
        const float y = top + above + text + pen * static_cast<float>(i);
        s.canvas.line({kLeft + in, y}, {kRight, y}, kLineStrong, 0.5F);
      }
    });
    blocks_.back().keep_with_next = first;
  }

  void next_step() {
    const float pad = 12 * k_;
    const std::vector<Run> label{
        {plan_.next_step.is_step ? "Your next step" : "About your next step", set_.small()}};
    const std::vector<Run> what{{plan_.next_step.what, set_.style(12, Weight::strong)}};
    const std::vector<Run> detail{{plan_.next_step.detail, set_.body()}};
    const float inner = kWidth - 2 * pad;
    const float h1 = c_.height(label, inner);
    const float h2 = c_.height(what, inner);
    const float h3 = plan_.next_step.detail.empty() ? 0 : c_.height(detail, inner) + 2 * k_;
    const float tall = h1 + h2 + h3 + 2 * k_ + 2 * pad * 0.85F;
    add(tall, 16, [=](const PlanSetting& s, float top) {
      s.canvas.fill({kLeft, top, kRight, top + tall}, kSunken, 5);
      float y = top + pad * 0.85F;
      const PageCanvas::Tag t{s.canvas, "Sect"};
      {
        const PageCanvas::Tag h{s.canvas, "H2"};
        y += s.canvas.text({kLeft + pad, y}, inner, label) + 2 * s.scale;
      }
      const PageCanvas::Tag h{s.canvas, "P"};
      y += s.canvas.text({kLeft + pad, y}, inner, what) + 2 * s.scale;
      if (!s.plan.next_step.detail.empty()) s.canvas.text({kLeft + pad, y}, inner, detail);
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
      if (cells[i].empty()) h += space + c_.line_height(set_.small());
      tall = std::max(tall, h);
    }
    add(tall, 6, [=](const PlanSetting& s, float top) {
      for (std::size_t i = 0; i < 3; ++i) {
        const PageCanvas::Tag t{s.canvas, "Sect"};
        const float x = kLeft + static_cast<float>(i) * (wide + gap);
        float y = top;
        {
          const PageCanvas::Tag h{s.canvas, "H3"};
          y += s.canvas.text({x, y}, wide, heads[i]);
        }
        for (const Cell& cell : cells[i]) {
          const PageCanvas::Tag p{s.canvas, "P"};
          y += space;
          y += s.canvas.text({x, y}, wide, cell.runs);
        }
        if (!cells[i].empty()) continue;
        const PageCanvas::Tag p{s.canvas, "P"};
        const Run none{nothing, s.small()};
        s.canvas.text({x, y + space}, wide, {&none, 1});
      }
    });
  }

  void goals() {
    heading("What you want");
    std::array<std::vector<Run>, 3> heads;
    std::array<std::vector<Cell>, 3> cells;
    for (std::size_t i = 0; i < 3; ++i) {
      heads[i] = {{std::string{kHorizonNames[i]}, set_.style(9.5F, Weight::strong)}};
      for (const report::PlanGoal& goal : plan_.goals[i]) {
        Cell cell{{{goal.text, set_.body()}}};
        if (!goal.serves.empty()) cell.runs.push_back({"\ntowards: " + goal.serves, set_.small()});
        cells[i].push_back(std::move(cell));
      }
    }
    columns(heads, cells, "still open");
    for (const report::PlanGoal& goal : plan_.goals_without_horizon)
      paragraph({{"Some day: ", set_.small()}, {goal.text, set_.body()}}, 5);
  }

  void growth() {
    heading("What you chose to grow",
            plan_.resting.empty() ? std::string{} : "resting: " + sentence_list(plan_.resting));
    int number = 0;
    for (const report::PlanGrowthArea& area : plan_.growth_areas) {
      const float in = 34 * k_;
      std::vector<Run> runs{{area.name, set_.style(9.5F, Weight::strong)}};
      if (!area.since.empty()) runs.push_back({"   since " + area.since, set_.small()});
      if (!area.aim.empty()) runs.push_back({"\n" + area.aim, set_.small()});
      const float tall = c_.height(runs, kWidth - in);
      const std::string count = std::to_string(++number);
      add(tall, 6, [runs = std::move(runs), in, count, area](const PlanSetting& s, float top) {
        const PageCanvas::Tag t{s.canvas, "P"};
        s.canvas.text_line({kLeft, top}, 14, count, s.style(9.5F, Weight::regular, kMuted));
        draw_chip(s.canvas, area.orientation, {kLeft + 14 * s.scale, top + 0.5F}, 12 * s.scale);
        s.canvas.text({kLeft + in, top}, kWidth - in, runs);
      });
    }
    if (!plan_.growth_note.empty())
      paragraph({{plan_.growth_note, set_.style(8.5F, Weight::medium)}}, 6);
  }

  void actions() {
    heading("What you will do");
    std::array<std::vector<Run>, 3> heads;
    std::array<std::vector<Cell>, 3> cells;
    for (std::size_t i = 0; i < 3; ++i) {
      heads[i] = {{std::string{kKindNames[i]}, set_.style(9.5F, Weight::strong)},
                  {"  " + std::string{kKindHints[i]}, set_.small()}};
      for (const report::PlanAction& action : plan_.actions[i]) {
        std::string detail = action.detail;
        if (action.state == ActionState::doing)
          detail = detail.empty() ? "under way" : "under way, " + detail;
        Cell cell{{{action.text, set_.body()}}};
        if (!detail.empty()) cell.runs.push_back({"\n" + detail, set_.small()});
        cells[i].push_back(std::move(cell));
      }
    }
    columns(heads, cells, "nothing yet");
  }

  void journey() {
    const auto done =
        std::count_if(plan_.modules.begin(), plan_.modules.end(),
                      [](const report::PlanModule& m) { return m.state == ModuleState::done; });
    heading("Your journey",
            fmt::format("{} of {} done", done, count(std::ssize(plan_.modules), "module")));
    take(journey_blocks(set_));
  }

  void ahead() {
    heading("Sessions ahead", "times are by the clock that is named");
    take(ahead_blocks(set_));
  }

  void done() {
    heading("Done so far");
    for (const std::string& line : plan_.done) {
      const std::vector<Run> runs{{line, set_.body()}};
      const float in = 14;
      add(c_.height(runs, kWidth - in), 3, [runs, in](const PlanSetting& s, float top) {
        const PageCanvas::Tag t{s.canvas, "P"};
        const float mid = top + s.canvas.line_height(s.body()) / 2;
        s.canvas.line({kLeft + 1, mid}, {kLeft + 3.6F, mid + 2.8F}, kText, 1.1F);
        s.canvas.line({kLeft + 3.3F, mid + 2.8F}, {kLeft + 8.4F, mid - 3}, kText, 1.1F);
        s.canvas.text({kLeft + in, top}, kWidth - in, runs);
      });
    }
  }

  void evidence() {
    heading("How each side sees it",
            "side by side, never averaged" +
                (plan_.framework.empty() ? "" : "; framework " + plan_.framework));
    take(evidence_blocks(set_));
    for (const std::string& note : plan_.about_ratings) paragraph({{note, set_.style(8.5F)}}, 5);
  }

  void notices() {
    heading("About this plan", "it is the plan that is looked at, not you");
    for (const report::PlanNotice& notice : plan_.notices) {
      std::vector<Run> runs{{notice.text, set_.body()}};
      if (!notice.ways.empty()) runs.push_back({"\n" + notice.ways, set_.small()});
      paragraph(std::move(runs), 5);
    }
  }

  void history() {
    auto rows = history_blocks(set_);
    if (rows.empty()) return;
    heading("On more than one framework", "a level means what its words said on the day");
    take(std::move(rows));
  }

  void moments() {
    heading(plan_.moments.size() == 1 ? "A moment you agreed to share"
                                      : "Moments you agreed to share");
    for (const report::PlanMoment& m : plan_.moments) {
      std::vector<Run> runs{{"“" + m.text + "”", set_.style(10.5F)}};
      if (!m.detail.empty()) runs.push_back({"   " + m.detail, set_.small()});
      paragraph(std::move(runs), 5);
    }
  }

  void questions() {
    const auto open = open_questions(plan_);
    if (open.empty()) return;
    heading("For your first talk", "bring a pen");
    for (const std::string& question : open) {
      const std::vector<Run> runs{{question, set_.body()}};
      const float tall = c_.height(runs, kWidth);
      const float room = 50 * k_;
      add(tall + room, 8, [runs, tall](const PlanSetting& s, float top) {
        const PageCanvas::Tag t{s.canvas, "P"};
        s.canvas.text({kLeft, top}, kWidth, runs);
        for (const float line : {24.0F, 48.0F})
          s.canvas.line({kLeft, top + tall + line * s.scale}, {kRight, top + tall + line * s.scale},
                        kLineStrong, 0.5F);
      });
    }
  }

  void closing() {
    std::string words = "Something not right? You can correct it, add to it or object";
    words += plan_.contact.empty() ? "." : ": " + plan_.contact + ".";
    words += " A pause needs no reason and never counts against you.";
    paragraph({{words, set_.small()}}, 16);
  }

  PlanSetting set_;
  PageCanvas& c_;
  const report::DevelopmentPlan& plan_;
  float k_;
  std::vector<Block> blocks_;
  std::vector<std::size_t> sections_;  // where each begins
};

}  // namespace

std::vector<Block> plan_blocks(const PlanSetting& setting) { return Sheet{setting}.blocks(); }

}  // namespace tandem::print
