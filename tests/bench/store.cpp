#include "tests/bench/store.hpp"

#include <fmt/format.h>

#include "db/sqlite/sqlite_store.hpp"
#include "tests/bench/organisation.hpp"

namespace tandem::bench {
namespace {

using Timer = std::chrono::steady_clock;

double seconds_since(Timer::time_point begun) {
  return std::chrono::duration<double>(Timer::now() - begun).count();
}

}  // namespace

int store(const StoreOptions& options) {
  const SystemClock clock;
  const auto file = options.folder / "tandem-bench-store.tandem";
  std::filesystem::remove(file);
  const Program program = organisation(options.people);
  TxInfo info{"load", "bench", "tandem-bench", Source::load, 0};

  auto begun = Timer::now();
  auto made = db::create(file, program, info, "Load", clock);
  if (!made) {
    fmt::print(stderr, "{}\n", text(made.error()[0]));
    return 4;
  }
  fmt::print("create {} people: {:.2f} s, {:.1f} MB\n", options.people, seconds_since(begun),
             static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  made->reset();

  begun = Timer::now();
  auto opened = db::open(file, clock);
  if (!opened) return 4;
  auto loaded = (*opened)->load();
  if (!loaded || loaded->program != program) return 4;
  fmt::print("open and load: {:.2f} s\n", seconds_since(begun));

  begun = Timer::now();
  Program now = std::move(loaded->program);
  Revision head = loaded->revision;
  for (int i = 0; i < options.saves; ++i) {
    const Id<Person> id{static_cast<RawId>(1000 + i % options.people)};
    Person person = now.people.at(id);
    const AnyRow before{person};
    person.name = fmt::format("Renamed {}", i);
    const ChangeSet change{"Rename", {{before, AnyRow{person}}}};
    info.tx_id = fmt::format("save {}", i);
    const auto saved = (*opened)->save(change, info, head);
    if (!std::holds_alternative<Transaction>(saved)) return 4;
    head = std::get<Transaction>(saved).revision;
    now = replay(std::move(now), change);
  }
  const double saving = seconds_since(begun);
  fmt::print("{} saves of one row: {:.2f} s, {:.0f} a second\n", options.saves, saving,
             options.saves / saving);

  begun = Timer::now();
  const auto check = (*opened)->check();
  if (!check || check->log != "ok" || !check->problems.empty()) return 4;
  fmt::print("check: {:.2f} s\n", seconds_since(begun));

  begun = Timer::now();
  const auto copy = db::backup(file, clock);
  if (!copy) return 4;
  fmt::print("backup: {:.2f} s\n", seconds_since(begun));
  std::filesystem::remove_all(copy->parent_path());
  std::filesystem::remove(file);
  return 0;
}

}  // namespace tandem::bench
