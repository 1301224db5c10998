#include "planner/report/skill_history.hpp"

#include <algorithm>

namespace tandem::report {
namespace {

std::string said_on(const VersionView& version) {
  std::string out;
  const auto add = [&](const std::string& sentence) { out += (out.empty() ? "" : " ") + sentence; };
  for (const SourceView& v : version.views) {
    std::string sentence = source_words(v) + ": " + level_words(v.half_level);
    if (v.date) sentence += ", " + words_with_year(*v.date);
    add(sentence + ".");
  }
  if (!version.too_few.empty()) add("A group too small to show.");
  return out;
}

}  // namespace

SkillHistory skill_history(const std::vector<CompetencyView>& views) {
  SkillHistory out;
  // Each view has its versions in order of time; merged, they keep it.
  for (const CompetencyView& view : views) {
    auto at = out.versions.begin();
    for (const VersionView& v : view.versions) {
      const auto known = std::find(out.versions.begin(), out.versions.end(), v.version);
      at = known != out.versions.end() ? known + 1 : out.versions.insert(at, v.version) + 1;
    }
  }
  for (const CompetencyView& view : views) {
    if (view.versions.empty()) continue;
    SkillHistoryRow row{view.name, view.orientation, {}};
    for (const std::string& version : out.versions) {
      const auto own = std::find_if(view.versions.begin(), view.versions.end(),
                                    [&](const VersionView& v) { return v.version == version; });
      row.said.push_back(own == view.versions.end() ? std::string{} : said_on(*own));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace tandem::report
