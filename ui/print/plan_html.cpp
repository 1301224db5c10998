#include "ui/print/plan_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/report/meeting_words.hpp"
#include "planner/report/skill_history.hpp"
#include "ui/print/html.hpp"
#include "ui/print/html_page.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {
namespace {

using geometry::LevelScale;
using geometry::MarkShape;
using geometry::Point;
using geometry::Rect;
using report::DevelopmentPlan;

std::string hex(Ink ink) { return fmt::format("#{:06X}", ink); }

std::string chip(Orientation orientation) {
  return fmt::format(
      R"(<span class="chip {}" aria-hidden="true">{}</span><span class="hidden">{}: </span>)",
      word(orientation), letter_of(orientation), name_of(orientation));
}

std::string mark(const SourceMark& m, Point at, float size) {
  if (m.shape == MarkShape::ring)
    return fmt::format(
        R"(<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="{}" stroke="{}" stroke-width="{:.1f}"/>)",
        at.x, at.y, geometry::mark_radius(size) - size * 0.085F, hex(kPaper), hex(m.ink),
        size * 0.17F);
  if (m.shape == MarkShape::disc)
    return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="{}"/>)", at.x, at.y,
                       geometry::mark_radius(size), hex(m.ink));
  std::string points;
  for (const Point& p : geometry::mark_outline(m.shape, at, size))
    points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", p.x, p.y);
  return fmt::format(R"(<polygon points="{}" fill="{}"/>)", points, hex(m.ink));
}

std::string bracket(const Rect& r) {
  const float t = 4;
  return fmt::format(
      R"(<path d="M{0:.1f} {4:.1f}V{1:.1f}H{2:.1f}V{4:.1f}M{0:.1f} {5:.1f}V{3:.1f}H{2:.1f}V{5:.1f}" )"
      R"(fill="none" stroke="{6}" stroke-width="1.5"/>)",
      r.x0, r.y0, r.x1, r.y1, r.y0 + t, r.y1 - t, hex(kLineStrong));
}

// Widths in the units of the picture, which scales with its cell.
constexpr float kScaleWidth = 320;
const LevelScale kScale{{30, 0, 290, 28}, 5, 11, 2};

// The row without a word: the sentence beside it says all.
std::string scale_picture(const report::CompetencyView& view) {
  const float mid = kScale.line.centre().y;
  std::string out =
      fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-label="{}" focusable="false">)",
                  kScaleWidth, kScale.line.y1, escaped(view.sentence));
  std::vector<int> places;
  for (const report::SourceView& v : view.views) places.push_back(v.half_level);
  if (view.expected == Expected::not_expected) {
    out += fmt::format(
        R"(<path d="M{} {}H{}" stroke="{}" stroke-width="2" stroke-linecap="round" stroke-dasharray="0 7"/>)",
        kScale.line.x0, mid, kScale.line.x1, hex(kLineStrong));
  } else {
    out += fmt::format(R"(<path d="M{} {}H{})", kScale.line.x0, mid, kScale.line.x1);
    for (int l = 1; l <= kScale.levels; ++l)
      out += fmt::format("M{:.1f} {}v8", kScale.x(2 * l), mid - 4);
    out += fmt::format(R"(" fill="none" stroke="{}"/>)", hex(kLineStrong));
    if (view.expected) {
      const int level = static_cast<int>(*view.expected) + 1;
      const auto here = static_cast<int>(std::count(places.begin(), places.end(), 2 * level));
      out += bracket(geometry::expected_bracket(kScale, level, here));
    }
    if (places.empty() && view.too_few.empty())
      out += fmt::format(
          R"(<text x="10" y="{}" font-size="14" font-weight="600" text-anchor="middle" fill="{}">?</text>)",
          mid + 5, hex(kMuted));
  }
  const auto dots = geometry::level_dots(kScale, places);
  for (std::size_t i = 0; i < dots.size(); ++i)
    out += mark(mark_of(view.views[i].source), dots[i], kScale.mark);
  return out + "</svg>";
}

// The words of the levels over the rows, for the eye alone: the caption has them too.
std::string scale_head() {
  std::string out = fmt::format(R"(<svg viewBox="0 0 {} 16" aria-hidden="true">)", kScaleWidth);
  for (int l = 1; l <= kScale.levels; ++l)
    out += fmt::format(
        R"(<text x="{:.1f}" y="12" font-size="12" text-anchor="middle" fill="{}">{}</text>)",
        kScale.x(2 * l), hex(kMuted), kLevelWords[static_cast<std::size_t>(l - 1)]);
  return out + "</svg>";
}

class Page {
 public:
  explicit Page(const DevelopmentPlan& plan) : plan_(plan) {}

  std::string run() {
    const std::string title = "Development plan of " + plan_.name;
    out_ = page_begin(title);
    head();
    own_words();
    next_step();
    goals();
    growth();
    actions();
    journey();
    notices();
    ahead();
    done();
    if (nobody_asked(plan_)) questions();
    evidence();
    history();
    moments();
    if (!nobody_asked(plan_)) questions();
    closing();
    out_ += page_end();
    return std::move(out_);
  }

 private:
  template <class Lists>
  static bool has_any(const Lists& lists) {
    return std::any_of(lists.begin(), lists.end(), [](const auto& l) { return !l.empty(); });
  }

  void section(const std::string& heading, const std::string& aside = {}) {
    out_ += "<section>\n<h2>" + heading;
    if (!aside.empty()) out_ += " <span class=\"quiet\">" + aside + "</span>";
    out_ += "</h2>\n";
  }
  void end() { out_ += "</section>\n"; }
  static std::string detail(const std::string& words) {
    return words.empty() ? "" : "<span class=\"detail\">" + isolated(words) + "</span>";
  }

  void head() {
    out_ += fmt::format(
        "<header>\n<p class=\"running\"><span>{}</span><span>Development plan, {}</span></p>\n",
        isolated(plan_.organisation), day_words(plan_.as_of));
    out_ += "<h1>" + isolated(plan_.name) + "</h1>\n";
    for (const std::string& line : {plan_.place, plan_.journey})
      if (!line.empty()) out_ += "<p class=\"quiet\">" + isolated(line) + "</p>\n";
    for (const report::PlanSeason& season : plan_.seasons)
      out_ +=
          fmt::format("<p class=\"season {}\">{}</p>\n", word(season.kind), escaped(season.words));
    out_ += "</header>\n";
  }

  void own_words() {
    out_ += "<section class=\"words\">\n<h2>" + escaped(report::kFirstQuestion) + "</h2>\n";
    if (plan_.own_words.words.empty())
      out_ += "<blockquote class=\"unasked\">not asked yet</blockquote>\n";
    else
      out_ += "<blockquote>“" + isolated(plan_.own_words.words) + "”</blockquote>\n";
    out_ += "<p class=\"quiet\">Your view of the two career paths: <strong>" +
            escaped(plan_.own_path) + "</strong>";
    if (!plan_.own_words.words.empty() && !plan_.own_words.when.empty())
      out_ += " · said " + escaped(plan_.own_words.when);
    out_ += "</p>\n</section>\n";
  }

  void next_step() {
    out_ += "<section class=\"step\">\n<h2>";
    out_ += plan_.next_step.is_step ? "Your next step" : "About your next step";
    out_ += "</h2>\n<p class=\"what\">" + isolated(plan_.next_step.what) + "</p>\n";
    if (!plan_.next_step.detail.empty())
      out_ += "<p>" + isolated(plan_.next_step.detail) + "</p>\n";
    out_ += "</section>\n";
  }

  void goals() {
    if (!has_any(plan_.goals) && plan_.goals_without_horizon.empty()) return;
    section("What you want");
    out_ += "<div class=\"three\">\n";
    for (std::size_t i = 0; i < 3; ++i) {
      out_ += fmt::format("<div>\n<h3>{}</h3>\n", kHorizonNames[i]);
      list(plan_.goals[i], "still open", [](const report::PlanGoal& g) {
        return isolated(g.text) + detail(g.serves.empty() ? "" : "towards: " + g.serves);
      });
      out_ += "</div>\n";
    }
    out_ += "</div>\n";
    for (const report::PlanGoal& g : plan_.goals_without_horizon)
      out_ += "<p><span class=\"quiet\">Some day:</span> " + isolated(g.text) + "</p>\n";
    end();
  }

  template <class T, class Line>
  void list(const std::vector<T>& items, const std::string& nothing, Line line) {
    if (items.empty()) {
      out_ += "<p class=\"quiet\">" + nothing + "</p>\n";
      return;
    }
    out_ += "<ul>\n";
    for (const T& item : items) out_ += "<li>" + line(item) + "</li>\n";
    out_ += "</ul>\n";
  }

  void growth() {
    if (plan_.growth_areas.empty()) return;
    section("What you chose to grow",
            plan_.resting.empty() ? "" : "resting: " + isolated(sentence_list(plan_.resting)));
    out_ += "<ol class=\"growth\">\n";
    for (const report::PlanGrowthArea& area : plan_.growth_areas) {
      out_ += "<li>" + chip(area.orientation) + "<strong>" + isolated(area.name) + "</strong>";
      if (!area.since.empty())
        out_ += " <span class=\"quiet\">since " + escaped(area.since) + "</span>";
      out_ += detail(area.aim) + "</li>\n";
    }
    out_ += "</ol>\n";
    if (!plan_.growth_note.empty()) out_ += "<p>" + isolated(plan_.growth_note) + "</p>\n";
    end();
  }

  void actions() {
    if (!has_any(plan_.actions)) return;
    section("What you will do");
    out_ += "<div class=\"three\">\n";
    for (std::size_t i = 0; i < 3; ++i) {
      out_ += fmt::format("<div>\n<h3>{} <span class=\"quiet\">{}</span></h3>\n", kKindNames[i],
                          kKindHints[i]);
      list(plan_.actions[i], "nothing yet", [](const report::PlanAction& a) {
        std::string more = a.state == ActionState::doing ? "under way" : "";
        if (!more.empty() && !a.detail.empty()) more += ", ";
        return isolated(a.text) + detail(more + a.detail);
      });
      out_ += "</div>\n";
    }
    out_ += "</div>\n";
    end();
  }

  void journey() {
    if (plan_.modules.empty()) return;
    const auto done = std::count_if(plan_.modules.begin(), plan_.modules.end(),
                                    [](const auto& m) { return m.state == ModuleState::done; });
    section("Your journey",
            fmt::format("{} of {} done", done, count(std::ssize(plan_.modules), "module")));
    out_ += "<ul class=\"modules\">\n";
    for (const report::PlanModule& m : plan_.modules) {
      const std::string_view kind = m.state == ModuleState::done      ? "done"
                                    : m.state == ModuleState::undated ? "undated"
                                                                      : "open";
      const std::string_view state = m.state == ModuleState::booked ? "to come" : word(m.state);
      out_ +=
          fmt::format(R"(<li class="{}" title="{}: {}">{}<span class="hidden"> {}: {}</span></li>)",
                      kind, escaped(m.title), state, escaped(m.code), escaped(m.title), state);
      out_ += '\n';
    }
    out_ += "</ul>\n<p class=\"quiet\">Filled: done. Outlined: to come.";
    for (const auto& [state, lead] : {std::pair{ModuleState::to_make_up, "To make up"},
                                      {ModuleState::unmarked, "Held, not marked yet"},
                                      {ModuleState::undated, "No date yet"}}) {
      std::vector<std::string> codes;
      for (const report::PlanModule& m : plan_.modules)
        if (m.state == state) codes.push_back(m.code);
      if (!codes.empty()) out_ += fmt::format(" {}: {}.", lead, isolated(sentence_list(codes)));
    }
    out_ += "</p>\n";
    end();
  }

  void ahead() {
    if (plan_.ahead.empty()) return;
    section("Sessions ahead");
    out_ +=
        "<table>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\">Time and clock</th>"
        "<th scope=\"col\">What</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n";
    for (const report::PersonMeeting& m : plan_.ahead) {
      const std::string day = report::day_seen_from(m.date, plan_.as_of);
      out_ += fmt::format("<tr><th scope=\"row\"><time datetime=\"{}\">{}</time></th>",
                          text(m.date), day);
      out_ += "<td class=\"time\">" + (m.time.empty() ? std::string{"by then"} : escaped(m.time));
      out_ += detail(m.clock) + detail(m.other_clock) + "</td>";
      out_ += "<td>" + chip(m.orientation) + isolated(m.title) +
              detail(m.part.empty() ? m.module : m.module + ", " + m.part) + "</td>";
      out_ += "<td>" + isolated(m.place) + detail(m.with.empty() ? "" : "with " + m.with) +
              detail(m.planned ? "may still move" : "") + "</td></tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
    end();
  }

  void done() {
    if (plan_.done.empty()) return;
    section("Done so far");
    out_ += "<ul class=\"plain\">\n";
    for (const std::string& line : plan_.done) out_ += "<li>" + isolated(line) + "</li>\n";
    out_ += "</ul>\n";
    end();
  }

  void evidence() {
    if (plan_.competencies.empty()) return;
    section("How each side sees it", "side by side, never averaged");
    out_ += "<ul class=\"legend\" aria-hidden=\"true\">\n";
    for (const SourceMark& m : kSourceMarks)
      out_ += fmt::format("<li><svg viewBox=\"0 0 14 14\">{}</svg>{}</li>\n", mark(m, {7, 7}, 11),
                          m.name);
    out_ += fmt::format("<li><svg viewBox=\"0 0 14 14\">{}</svg>expected</li>\n",
                        bracket({1, 1, 13, 13}));
    out_ += "</ul>\n<table class=\"evidence\">\n<caption class=\"quiet\">";
    if (!plan_.framework.empty()) out_ += "Framework " + escaped(plan_.framework) + ". ";
    out_ += "Levels from left to right: " +
            sentence_list(std::vector<std::string>(kLevelWords.begin(), kLevelWords.end())) +
            ". A question mark: not asked yet. A dotted line: not expected.</caption>\n";
    out_ +=
        "<thead><tr><th scope=\"col\">Competency</th><th scope=\"col\"><span "
        "class=\"hidden\">Levels seen</span>" +
        scale_head() +
        "</th>"
        "<th scope=\"col\">From</th></tr></thead>\n<tbody>\n";
    for (const report::CompetencyView& view : plan_.competencies)
      out_ += "<tr><th scope=\"row\">" + chip(view.orientation) + isolated(view.name) +
              "</th><td>" + scale_picture(view) + "</td><td class=\"note\">" + escaped(view.note) +
              "</td></tr>\n";
    out_ += "</tbody>\n</table>\n";
    for (const std::string& note : plan_.about_ratings) out_ += "<p>" + isolated(note) + "</p>\n";
    end();
  }

  void notices() {
    if (plan_.notices.empty()) return;
    section("About this plan", "it is the plan that is looked at, not you");
    for (const report::PlanNotice& notice : plan_.notices)
      out_ += "<p>" + isolated(notice.text) + detail(notice.ways) + "</p>\n";
    end();
  }

  void history() {
    const report::SkillHistory history = report::skill_history(plan_.competencies);
    if (history.rows.empty()) return;
    section("On more than one framework", "a level means what its words said on the day");
    out_ += "<table>\n<thead><tr><th scope=\"col\">Competency</th>";
    for (const std::string& version : history.versions)
      out_ += "<th scope=\"col\">Framework " + escaped(version) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const report::SkillHistoryRow& row : history.rows) {
      out_ += "<tr><th scope=\"row\">" + chip(row.orientation) + isolated(row.name) + "</th>";
      for (const std::string& said : row.said)
        out_ += "<td>" + (said.empty() ? "nothing said" : escaped(said)) + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
    end();
  }

  void moments() {
    if (plan_.moments.empty()) return;
    section(plan_.moments.size() == 1 ? "A moment you agreed to share"
                                      : "Moments you agreed to share");
    for (const report::PlanMoment& m : plan_.moments)
      out_ += "<figure><blockquote>“" + isolated(m.text) +
              "”</blockquote><figcaption class=\"quiet\">" + isolated(m.detail) +
              "</figcaption></figure>\n";
    end();
  }

  void questions() {
    const auto open = open_questions(plan_);
    if (open.empty()) return;
    section("For your first talk");
    for (const std::string& q : open)
      out_ += "<p>" + escaped(q) + "</p>\n<div class=\"pen\" aria-hidden=\"true\"></div>\n";
    end();
  }

  void closing() {
    out_ += "<footer>\n<p>Something not right? You can correct it, add to it or object";
    out_ += plan_.contact.empty() ? "." : ": " + isolated(plan_.contact) + ".";
    out_ += " A pause needs no reason and never counts against you.</p>\n";
    out_ +=
        "<p>" + isolated(plan_.name) + " · as of " + day_words(plan_.as_of) + "</p>\n</footer>\n";
  }

  const DevelopmentPlan& plan_;
  std::string out_;
};

}  // namespace

std::string plan_html(const DevelopmentPlan& plan) { return Page{plan}.run(); }

}  // namespace tandem::print
