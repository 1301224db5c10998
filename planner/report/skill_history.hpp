// A person's skills on each version of the framework, side by side: what each source said when the
// level's words were those of that version. Ratings never move to a newer version; a later one may
// read differently because the words changed. Used by plans and a person's page; knows no format.
#pragma once

#include <string>
#include <vector>

#include "planner/report/competency_view.hpp"

namespace tandem::report {

struct SkillHistoryRow {
  std::string name;
  Orientation orientation{};
  std::vector<std::string> said;  // by version: "Self: Skilled. Peers, 5 people: Advanced."; or ""

  bool operator==(const SkillHistoryRow&) const = default;
};

struct SkillHistory {
  std::vector<std::string> versions;  // oldest first
  std::vector<SkillHistoryRow> rows;  // competencies rated on more than one

  bool operator==(const SkillHistory&) const = default;
};

SkillHistory skill_history(const std::vector<CompetencyView>& views);

}  // namespace tandem::report
