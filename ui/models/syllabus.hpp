// What the page Curricula asks for, each worked out once for an edition of the workspace: the
// catalogue and its indices, two journeys, who teaches what, the framework. Thread rule: the
// window's thread.
#pragma once

#include <map>
#include <memory>

#include "ui/models/coverage_model.hpp"
#include "ui/models/framework_model.hpp"
#include "ui/models/journeys_model.hpp"
#include "ui/models/modules_model.hpp"
#include "ui/models/workbench.hpp"

namespace tandem::models {

class Syllabus {
 public:
  // Requires: the workbench outlives it.
  explicit Syllabus(Workbench& bench) : bench_(bench) {}

  Workbench& bench() { return bench_; }
  const Program& program();
  const ModulesModel& modules();
  // Of the list and of the library; each keeps the last one asked for.
  const std::vector<std::uint32_t>& list(const ModuleFilter& filter);
  const std::vector<std::uint32_t>& library(const ModuleFilter& filter);
  const ModuleFacts* facts(Id<Module> module);  // null when there is none
  const std::vector<ProgrammeChoice>& programmes();
  const std::array<Id<Programme>, 2>& usual();  // the two journeys shown when none were chosen
  const JourneysModel& journeys(Id<Programme> upper, Id<Programme> lower);
  const CoverageModel& coverage(Id<Programme> programme);
  const FrameworkModel& framework();

 private:
  struct Index {
    ModuleFilter filter;
    std::vector<std::uint32_t> lines;
  };
  void refresh();
  const std::vector<std::uint32_t>& index(std::unique_ptr<Index>& kept, const ModuleFilter& filter);

  Workbench& bench_;
  std::uint64_t edition_{};
  Date today_{};
  std::shared_ptr<const Program> program_;
  std::unique_ptr<ModulesModel> modules_;
  std::unique_ptr<Index> list_;
  std::unique_ptr<Index> library_;
  std::map<Id<Module>, ModuleFacts> facts_;
  std::unique_ptr<std::vector<ProgrammeChoice>> programmes_;
  std::unique_ptr<std::array<Id<Programme>, 2>> usual_;
  struct Journeys {
    Id<Programme> upper;
    Id<Programme> lower;
    JourneysModel model;
  };
  std::unique_ptr<Journeys> journeys_;
  std::map<Id<Programme>, CoverageModel> coverages_;
  std::unique_ptr<FrameworkModel> framework_;
};

}  // namespace tandem::models
