#include "tests/bench/window.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "db/exchange/folder.hpp"
#include "db/memory/memory_store.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/solve.hpp"
#include "tests/bench/organisation.hpp"
#include "tests/support/generator.hpp"
#include "tests/ui/allocations.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/desktop/paper.hpp"
#include "ui/views/shell.hpp"

namespace tandem::bench {
namespace {

using views::Page;

constexpr float kWidth = 1600;
constexpr float kHeight = 1000;

// A folder without a plan is planned first, as its owner would.
Result<Program> planned(Result<Program> program) {
  if (!program) return program;
  SolveOptions options;
  options.steps = 5'000;
  auto outcome = solve(*program, options);
  if (!outcome) return fail(outcome.error());
  return models::with_proposal(*program, outcome->proposal);
}

Result<Program> shown(const WindowOptions& options) {
  if (options.people > 0) return organisation(options.people);
  if (options.cohorts == 0) return planned(db::read_folder(options.folder));
  test::GeneratorSize size;
  size.cohorts = options.cohorts;
  size.modules = options.modules;
  size.weeks = 52;
  return db::read_folder(db::Folder{test::generate(size).witness});
}

constexpr std::array<std::pair<Page, std::string_view>, 7> kPages{{{Page::today, "today"},
                                                                   {Page::curricula, "curricula"},
                                                                   {Page::schedule, "schedule"},
                                                                   {Page::cohorts, "cohorts"},
                                                                   {Page::people, "people"},
                                                                   {Page::documents, "documents"},
                                                                   {Page::settings, "settings"}}};

struct Frames {
  std::vector<double> milliseconds;
  std::uint64_t allocations{};  // in the last of them

  double at(double part) const {
    const auto place = part * static_cast<double>(milliseconds.size() - 1);
    return milliseconds[static_cast<std::size_t>(std::lround(place))];
  }
};

// `move` is told how far the run is, 0 to 1, before each frame.
template <class Move>
Frames measure(test::UiDriver& ui, int frames, Move move) {
  Frames out;
  for (int k = 0; k < frames; ++k) {
    move(static_cast<float>(k) / static_cast<float>(frames));
    const std::uint64_t before = test::allocations();
    const double begun = schedule::cpu_seconds();
    ui.frame();
    out.milliseconds.push_back((schedule::cpu_seconds() - begun) * 1e3);
    out.allocations = test::allocations() - before;
  }
  std::ranges::sort(out.milliseconds);
  return out;
}

}  // namespace

int window(const WindowOptions& options) {
  auto program = shown(options);
  if (!program) {
    for (const Error& error : program.error()) fmt::print(stderr, "{}\n", text(error));
    return 3;
  }
  fmt::print("{} people, {} cohorts, {} sessions; {} frames of {} x {}\n", program->people.size(),
             program->cohorts.size(), program->sessions.size(), options.frames, kWidth, kHeight);
  const SystemClock clock;
  auto store = std::make_unique<db::MemoryStore>(
      std::move(*program), TxInfo{"load", "bench", "tandem-bench", Source::load, 0}, "Load", clock);
  auto session =
      app::Session::open(std::move(store), {"bench", "tandem-bench", Source::gui}, clock);
  if (!session) return 4;
  desktop::Paper paper;
  const auto nowhere = std::filesystem::temp_directory_path();
  views::Shell shell(**session, {}, {.printer = &paper, .documents = nowhere});
  test::UiDriver ui([&] { shell.draw(); }, kWidth, kHeight);
  ui::set_probe(nullptr);  // as in the program
  fmt::print("{:<10} {:>9} {:>9} {:>9} {:>9} {:>12}\n", "page", "median ms", "p99 ms", "moving",
             "p99 ms", "allocations");
  for (const auto& [page, name] : kPages) {
    const double begun = schedule::cpu_seconds();
    views::Destination to;
    to.page = page;
    shell.go(to);
    for (int k = 0; k < 5; ++k) {
      shell.bench().wait();
      shell.prints().wait();
      ui.frame(5);
    }
    const double made = schedule::cpu_seconds() - begun;
    const Frames still = measure(ui, options.frames, [](float) {});
    // The pointer goes over everything; the wheel turns over the middle.
    const Frames moving = measure(ui, options.frames, [&](float part) {
      ImGuiIO& io = ImGui::GetIO();
      io.MousePos = {kWidth * part, kHeight * (0.5F + 0.45F * std::sin(40 * part))};
      if (static_cast<int>(part * 100) % 10 == 0) io.MouseWheel = part < 0.5F ? -0.5F : 0.5F;
    });
    ImGui::GetIO().MousePos = {-1, -1};
    ui.frame(60);
    fmt::print("{:<10} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>12}   (made ready in {:.2f} s)\n",
               name, still.at(0.5), still.at(0.99), moving.at(0.5), moving.at(0.99),
               still.allocations, made);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace tandem::bench
