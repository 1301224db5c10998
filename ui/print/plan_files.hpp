// Development plans as files to hand over, one a person and format, named by employee number. Made
// on two threads, with the same bytes as on one. Used by the command line and the Documents page.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <stop_token>
#include <vector>

#include "planner/report/development_plan.hpp"
#include "ui/print/files.hpp"

namespace tandem::print {

enum class PlanFormat : std::uint8_t { pdf, html };

struct PlanFiles {
  std::vector<File> files;  // in the order of the plans, then of the formats
  int pages{};              // of the PDFs
  std::set<std::string> missing_scripts;
};

// `made` is called now and then, on the calling thread, with how many plans are ready. When `stop`
// is asked for, nothing more is begun and the files made so far are given.
// Requires: numbers that are file names (base/file_name.hpp).
PlanFiles plan_files(std::span<const report::DevelopmentPlan> plans,
                     const std::vector<PlanFormat>& formats,
                     const std::function<void(std::size_t)>& made = {}, std::stop_token stop = {});

}  // namespace tandem::print
