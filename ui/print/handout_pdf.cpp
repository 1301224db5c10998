#include "ui/print/handout_pdf.hpp"

#include <algorithm>
#include <numeric>

#include "ui/print/flow.hpp"
#include "ui/print/page_frame.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {
namespace {

using report::Handout;
using report::HandoutCell;
using report::HandoutSection;
using report::HandoutTable;

const Style kBody{9.5F};
const Style kStrong{9.5F, Weight::strong};
const Style kSmall{8.5F, Weight::regular, kMuted};
constexpr float kCellGap = 10;
constexpr float kRowAir = 5;
constexpr float kPenHeight = 24;  // room for a signature
constexpr float kKeyWidth = 78;

class HandoutSheet {
 public:
  HandoutSheet(PageCanvas& canvas, const Handout& handout) : c_(canvas), h_(handout) {
    head();
    for (const HandoutSection& section : h_.sections) add_section(section);
    closing();
  }

  int draw() { return draw_pages(c_, blocks_, h_.title, h_.as_of); }

 private:
  void add(float height, float before, std::function<void(float)> draw, bool keep = false) {
    blocks_.push_back({height, before, std::move(draw), keep});
  }
  void paragraph(std::vector<Run> runs, float before, const char* tag = "P", bool keep = false) {
    const float tall = c_.height(runs, kWidth);
    add(
        tall, before,
        [this, runs = std::move(runs), tag](float top) {
          const PageCanvas::Tag t{c_, tag};
          c_.text({kLeft, top}, kWidth, runs);
        },
        keep);
  }

  void head() {
    add(c_.line_height(kSmall), 0,
        [this](float top) { running_head(c_, top, h_.organisation, h_.kind, h_.as_of); });
    paragraph({{h_.title, Style{22, Weight::strong, kText, 1.0F}}}, 13, "H1", true);
    for (const std::string& line : h_.lines)
      paragraph({{line, Style{10, Weight::regular, kMuted}}}, 2);
  }

  void add_section(const HandoutSection& section) {
    const bool facts = !section.facts.empty();
    const bool rows = !section.table.rows.empty();
    if (!section.heading.empty()) {
      std::vector<Run> runs{{section.heading, Style{11, Weight::strong}}};
      if (!section.aside.empty()) runs.push_back({"   " + section.aside, kSmall});
      const float tall = c_.height(runs, kWidth);
      constexpr float kAir = 9;
      add(
          tall + kAir, 14,
          [this, runs = std::move(runs)](float top) {
            if (top > kTop + 1) c_.line({kLeft, top}, {kRight, top}, kLine, 0.8F);
            const PageCanvas::Tag t{c_, "H2"};
            c_.text({kLeft, top + kAir}, kWidth, runs);
          },
          true);
    }
    for (std::size_t k = 0; k < section.facts.size(); ++k)
      fact(section.facts[k], k == 0 ? 9.0F : 3.0F, k + 1 < section.facts.size() || rows);
    if (rows) table(section.table, facts || !section.heading.empty() ? 8.0F : 14.0F);
    if (!section.note.empty()) paragraph({{section.note, kSmall}}, 7);
  }

  void fact(const report::HandoutFact& fact, float before, bool keep) {
    const std::vector<Run> words{{fact.words, kBody}};
    const float tall = c_.height(words, kWidth - kKeyWidth);
    add(
        tall, before,
        [this, key = fact.key, words](float top) {
          const PageCanvas::Tag t{c_, "P"};
          c_.text_line({kLeft, top + 0.8F}, kKeyWidth - 8, key, kSmall);
          c_.text({kLeft + kKeyWidth, top}, kWidth - kKeyWidth, words);
        },
        keep);
  }

  // The left and right edge of each column.
  static std::vector<std::pair<float, float>> columns_of(const HandoutTable& table) {
    const int all = std::accumulate(table.columns.begin(), table.columns.end(), 0,
                                    [](int sum, const auto& c) { return sum + c.share; });
    const float room = kWidth - kCellGap * static_cast<float>(table.columns.size() - 1);
    std::vector<std::pair<float, float>> out;
    float x = kLeft;
    for (const auto& column : table.columns) {
      const float w = room * static_cast<float>(column.share) / static_cast<float>(all);
      out.push_back({x, x + w});
      x += w + kCellGap;
    }
    return out;
  }

  // A cell's first line in its style, the others smaller.
  static std::vector<Run> cell(const std::string& text, HandoutCell kind) {
    const std::size_t line = text.find('\n');
    std::vector<Run> runs{{text.substr(0, line), kind == HandoutCell::strong ? kStrong : kBody}};
    if (line != std::string::npos) runs.push_back({text.substr(line), kSmall});
    return runs;
  }

  void table(const HandoutTable& table, float before) {
    const auto edges = columns_of(table);
    const auto head = [this, &table, edges](float top) {
      const PageCanvas::Tag t{c_, "TR"};
      for (std::size_t k = 0; k < edges.size(); ++k) {
        const PageCanvas::Tag h{c_, "TH"};
        c_.text_line({edges[k].first, top}, edges[k].second - edges[k].first, table.columns[k].head,
                     kSmall);
      }
      const float y = top + c_.line_height(kSmall) + 3;
      c_.line({kLeft, y}, {kRight, y}, kLineStrong, 0.7F);
    };
    const float head_height = c_.line_height(kSmall) + 4;
    add(head_height, before, head, true);
    for (const auto& cells : table.rows) {
      float tall = 0;
      for (std::size_t k = 0; k < edges.size(); ++k) {
        const bool pen = table.columns[k].kind == HandoutCell::pen;
        tall = std::max(tall, pen ? kPenHeight
                                  : c_.height(cell(cells[k], table.columns[k].kind),
                                              edges[k].second - edges[k].first) +
                                        2 * kRowAir);
      }
      // Where a page begins with this row, the head stands above it again.
      add(tall, 0, [this, &table, &cells, edges, tall, head, head_height](float top) {
        if (top < kTop + 1) head(top - head_height);
        const PageCanvas::Tag t{c_, "TR"};
        for (std::size_t k = 0; k < edges.size(); ++k) {
          const auto [x0, x1] = edges[k];
          if (table.columns[k].kind == HandoutCell::pen) {
            c_.outline({x0, top + 3, x1, top + tall - 3}, kLineStrong, 0.6F, 2);
            continue;
          }
          const PageCanvas::Tag d{c_, "TD"};
          const auto runs = cell(cells[k], table.columns[k].kind);
          const float text = c_.height(runs, x1 - x0);
          c_.text({x0, top + (tall - text) / 2}, x1 - x0, runs);
        }
        c_.line({kLeft, top + tall}, {kRight, top + tall}, kLine, 0.6F);
      });
    }
  }

  void closing() { paragraph({{h_.closing, kSmall}}, 14); }

  PageCanvas& c_;
  const Handout& h_;
  std::vector<Block> blocks_;
};

}  // namespace

HandoutPdf handout_pdf(const Handout& handout) {
  PageCanvas canvas{PdfTitle{handout.kind + ": " + handout.title, handout.organisation,
                             "as of " + day_words(handout.as_of), handout.as_of}};
  HandoutPdf out;
  out.pages = HandoutSheet{canvas, handout}.draw();
  out.missing_scripts = canvas.missing_scripts();
  out.bytes = canvas.finish_pdf();
  return out;
}

std::vector<geometry::Picture> handout_pictures(const Handout& handout, int width) {
  PageCanvas canvas{width};
  HandoutSheet{canvas, handout}.draw();
  return canvas.finish_pictures();
}

}  // namespace tandem::print
