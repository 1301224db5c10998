#include "tests/support/sample_session.hpp"

#include <stdexcept>

#include "db/exchange/folder.hpp"
#include "db/memory/memory_store.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/source_path.hpp"

namespace tandem::test {
namespace {

const FixedClock& clock() {
  using namespace std::chrono;
  static const FixedClock fixed{sys_days{2027y / 4 / 14} + 9h};
  return fixed;
}

}  // namespace

const Program& starter() {
  static const Program program = [] {
    auto read = db::read_folder(source_path("samples/starter"));
    if (!read) throw std::runtime_error(text(read.error().front()));
    return std::move(*read);
  }();
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
