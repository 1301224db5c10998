// Funnels and reasons as text and JSON, as schedule and why both show them.
#pragma once

#include <fmt/format.h>

#include "planner/schedule/outcome.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {

inline Json funnel_json(const std::vector<FunnelStage>& funnel) {
  Json out = Json::array();
  for (const FunnelStage& stage : funnel)
    out.push_back({{"stage", stage.stage}, {"starts", stage.starts}});
  return out;
}

inline Json reasons_json(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason& reason : reasons)
    out.push_back({{"rule", reason.rule}, {"text", reason.text}});
  return out;
}

inline void print_funnel(std::ostream& out, const std::vector<FunnelStage>& funnel) {
  for (const FunnelStage& stage : funnel)
    out << fmt::format("    {:>6}  {}\n", stage.starts, stage.stage);
}

}  // namespace tandem::cli
