#include "ui/models/syllabus.hpp"

namespace tandem::models {

void Syllabus::refresh() {
  const app::Session& session = bench_.session();
  if (edition_ == session.edition() && today_ == session.today()) return;
  edition_ = session.edition();
  today_ = session.today();
  program_ = session.program();
  modules_.reset();
  list_.reset();
  library_.reset();
  facts_.clear();
  programmes_.reset();
  usual_.reset();
  journeys_.reset();
  coverages_.clear();
  framework_.reset();
}

const Program& Syllabus::program() {
  refresh();
  return *program_;
}

const ModulesModel& Syllabus::modules() {
  refresh();
  if (!modules_) modules_ = std::make_unique<ModulesModel>(modules_model(*program_));
  return *modules_;
}

const std::vector<std::uint32_t>& Syllabus::index(std::unique_ptr<Index>& kept,
                                                  const ModuleFilter& filter) {
  const ModulesModel& model = modules();
  if (!kept || kept->filter != filter)
    kept = std::make_unique<Index>(Index{filter, module_index(model, filter)});
  return kept->lines;
}

const std::vector<std::uint32_t>& Syllabus::list(const ModuleFilter& filter) {
  return index(list_, filter);
}

const std::vector<std::uint32_t>& Syllabus::library(const ModuleFilter& filter) {
  return index(library_, filter);
}

const ModuleFacts* Syllabus::facts(Id<Module> id) {
  refresh();
  const Module* module = id ? find(*program_, id) : nullptr;
  if (!module) return nullptr;
  const auto known = facts_.find(id);
  if (known != facts_.end()) return &known->second;
  return &facts_.emplace(id, module_facts(*program_, *module)).first->second;
}

const std::vector<ProgrammeChoice>& Syllabus::programmes() {
  refresh();
  if (!programmes_)
    programmes_ = std::make_unique<std::vector<ProgrammeChoice>>(programme_choices(*program_));
  return *programmes_;
}

const std::array<Id<Programme>, 2>& Syllabus::usual() {
  refresh();
  if (!usual_) usual_ = std::make_unique<std::array<Id<Programme>, 2>>(usual_journeys(*program_));
  return *usual_;
}

const JourneysModel& Syllabus::journeys(Id<Programme> upper, Id<Programme> lower) {
  refresh();
  if (!journeys_ || journeys_->upper != upper || journeys_->lower != lower)
    journeys_ =
        std::make_unique<Journeys>(Journeys{upper, lower, journeys_model(*program_, upper, lower)});
  return journeys_->model;
}

const CoverageModel& Syllabus::coverage(Id<Programme> programme) {
  refresh();
  const auto known = coverages_.find(programme);
  if (known != coverages_.end()) return known->second;
  return coverages_.emplace(programme, coverage_model(*program_, programme)).first->second;
}

const FrameworkModel& Syllabus::framework() {
  refresh();
  if (!framework_)
    framework_ = std::make_unique<FrameworkModel>(framework_model(*program_, today_));
  return *framework_;
}

}  // namespace tandem::models
