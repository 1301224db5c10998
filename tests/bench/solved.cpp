#include "tests/bench/solved.hpp"

#include <fmt/format.h>

#include "planner/schedule/mspsp/check.hpp"
#include "planner/schedule/mspsp/solve.hpp"
#include "planner/schedule/rcpsp/check.hpp"
#include "tests/bench/files/project_file.hpp"

namespace tandem::bench {
namespace {

namespace rcpsp = schedule::rcpsp;
namespace mspsp = schedule::mspsp;

std::vector<std::string> judged(const rcpsp::ProjectData& data, const rcpsp::Answer& answer) {
  return rcpsp::violations(data, answer.starts);
}
std::vector<std::string> judged(const mspsp::ProjectData& data, const mspsp::Answer& answer) {
  return mspsp::violations(data, answer.starts, answer.teams);
}

Result<rcpsp::Project> made(const rcpsp::ProjectData& data) { return rcpsp::Project::make(data); }
Result<mspsp::Project> made(const mspsp::ProjectData& data) { return mspsp::Project::make(data); }

template <class Data>
Result<Solved> solved(const std::filesystem::path& file, const Data& data,
                      const rcpsp::Budget& budget) {
  auto project = made(data);
  if (!project) {
    for (Error& error : project.error())
      error.where = file.filename().string() + ": " + error.where;
    return fail(project.error());
  }
  const auto answer = solve(*project, budget);
  Solved solved;
  solved.status = answer.status;
  solved.lower_bound = answer.lower_bound;
  solved.critical_path = answer.critical_path;
  solved.schedules = answer.schedules;
  solved.seconds = answer.seconds;
  if (answer.starts.empty()) return solved;
  solved.makespan = answer.makespan;
  solved.faults = judged(data, answer);
  if (answer.starts.back() != answer.makespan)
    solved.faults.push_back(
        fmt::format("the makespan is {}, not {}", answer.starts.back(), answer.makespan));
  if (answer.makespan < answer.lower_bound)
    solved.faults.push_back(
        fmt::format("{} lies below the bound {}", answer.makespan, answer.lower_bound));
  if (answer.status == rcpsp::Status::infeasible)
    solved.faults.push_back("a schedule, yet called infeasible");
  return solved;
}

}  // namespace

Result<Solved> solved(const std::filesystem::path& file, const rcpsp::Budget& budget) {
  const auto data = read_project(file);
  if (!data) return fail(data.error());
  return std::visit([&](const auto& project) { return solved(file, project, budget); }, *data);
}

}  // namespace tandem::bench
