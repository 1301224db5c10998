#include "ui/print/plan_history_pdf.hpp"

#include <algorithm>

namespace tandem::print {
namespace {

constexpr float kSkillWidth = 130;
constexpr float kGap = 14;

// A row of cells, the first narrower than those of the versions.
Block row(const PlanSetting& set, std::vector<Run> cells, bool head) {
  const auto versions = static_cast<float>(cells.size() - 1);
  const float wide = (kWidth - kSkillWidth - versions * kGap) / versions;
  const float air = 3 * set.scale;
  float tall = 0;
  for (std::size_t i = 0; i < cells.size(); ++i)
    tall = std::max(tall, set.canvas.height({&cells[i], 1}, i == 0 ? kSkillWidth : wide));
  return {tall + 2 * air, 0,
          [set, cells = std::move(cells), wide, air, head](float top) {
            PageCanvas& c = set.canvas;
            const PageCanvas::Tag tr{c, "TR"};
            if (!head) c.line({kLeft, top}, {kRight, top}, kLine, 0.6F);
            float x = kLeft;
            for (std::size_t i = 0; i < cells.size(); ++i) {
              const PageCanvas::Tag cell{c, head || i == 0 ? "TH" : "TD"};
              const float width = i == 0 ? kSkillWidth : wide;
              c.text({x, top + air}, width, {&cells[i], 1});
              x += width + kGap;
            }
          },
          head};
}

}  // namespace

std::vector<Block> history_blocks(const PlanSetting& setting) {
  const report::SkillHistory history = report::skill_history(setting.plan.competencies);
  if (history.rows.empty()) return {};
  std::vector<Block> out;
  std::vector<Run> head{{"", setting.small()}};
  for (const std::string& version : history.versions)
    head.push_back({"Framework " + version, setting.style(8, Weight::strong)});
  out.push_back(row(setting, std::move(head), true));
  for (const report::SkillHistoryRow& line : history.rows) {
    std::vector<Run> cells{{line.name, setting.style(9)}};
    for (const std::string& said : line.said)
      cells.push_back({said.empty() ? "nothing said" : said, setting.small()});
    out.push_back(row(setting, std::move(cells), false));
  }
  return out;
}

}  // namespace tandem::print
