#include "tests/support/sample_session.hpp"

#include <stdexcept>

#include "db/exchange/folder.hpp"
#include "db/memory/memory_store.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/solve.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/source_path.hpp"

namespace tandem::test {
namespace {

const FixedClock& clock() {
  using namespace std::chrono;
  static const FixedClock fixed{sys_days{2027y / 4 / 14} + 9h};
  return fixed;
}

Program sample(std::string_view folder) {
  auto read = db::read_folder(source_path(folder));
  if (!read) throw std::runtime_error(text(read.error().front()));
  return std::move(*read);
}

Program planned(const Program& program, std::int64_t steps) {
  SolveOptions options;
  options.steps = steps;
  const auto outcome = solve(program, options);
  if (!outcome) throw std::runtime_error(text(outcome.error().front()));
  CountingIds ids{RawId{1} << 40};
  auto done = apply(program, AdoptSchedule{outcome->proposal, {}}, ids);
  if (!done) throw std::runtime_error(text(done.error().front()));
  return std::move(done->program);
}

}  // namespace

const Program& starter() {
  static const Program program = sample("samples/starter");
  return program;
}

const Program& northmere() {
  static const Program program = sample("samples/northmere");
  return program;
}

const Program& planned_starter() {
  static const Program program = planned(starter(), 2000);
  return program;
}

const Program& planned_northmere() {
  static const Program program = planned(northmere(), 1000);
  return program;
}

Program empty_workspace() {
  Draft draft;
  draft.add<Workspace>([](Workspace& w) {
    w.name = "Nothing yet";
    w.zone = "Europe/Amsterdam";
    w.horizon_from = make_date(2027, 1, 1);
    w.horizon_to = make_date(2027, 12, 31);
  });
  return draft.program();
}

std::unique_ptr<app::Session> session_of(Program program) {
  auto store = std::make_unique<db::MemoryStore>(
      std::move(program), TxInfo{"load", "Tester", "test", Source::load, 0}, "Load", clock());
  auto session = app::Session::open(std::move(store), {"Tester", "test", Source::gui}, clock());
  if (!session) throw std::runtime_error(text(session.error().front()));
  return std::move(*session);
}

}  // namespace tandem::test
