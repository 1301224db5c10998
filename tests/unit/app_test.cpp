#include <atomic>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/app/actions.hpp"
#include "ui/app/appearance.hpp"
#include "ui/app/solve_job.hpp"

namespace {

using namespace tandem;
using namespace tandem::app;

}  // namespace

TEST_CASE("no two actions share a key on one page, and none is called what another is") {
  std::set<std::string_view> labels;
  for (const ActionInfo& a : actions()) {
    REQUIRE(labels.insert(a.label).second);
    REQUIRE(&info(a.action) == &a);
    if (a.key.empty()) continue;
    for (const ActionInfo& b : actions()) {
      if (&a == &b || a.key != b.key || a.ctrl != b.ctrl || a.shift != b.shift) continue;
      INFO(a.label << " and " << b.label << " are both on " << key_words(a));
      const bool apart =
          a.where != b.where && a.where != Where::everywhere && b.where != Where::everywhere;
      REQUIRE(apart);
    }
  }
}

TEST_CASE("a key means its action on its own page only") {
  REQUIRE(action_for("1", false, false, Where::schedule) == app::Action::lanes_cohort);
  REQUIRE_FALSE(action_for("1", false, false, Where::everywhere));
  REQUIRE(action_for("1", true, false, Where::schedule) == app::Action::go_today);
  REQUIRE(action_for("Z", true, true, Where::schedule) == app::Action::redo);
  REQUIRE(key_words(info(app::Action::redo)) == "Ctrl Shift Z");
}

TEST_CASE("the looks of the program are kept, and a spoilt file means the usual looks") {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("tandem-look-" + std::to_string(std::random_device{}()));
  const auto file = folder / "deeper" / "appearance";
  REQUIRE(load_appearance(file) == Appearance{});
  REQUIRE(save_appearance({true, 1.25F}, file));
  REQUIRE(load_appearance(file) == Appearance{true, 1.25F});
  {
    std::ofstream out{file};
    out << "theme=\nscale_percent = 9000\nrubbish\n";
  }
  REQUIRE(load_appearance(file) == Appearance{});
  REQUIRE_FALSE(save_appearance({}, {}));
  std::filesystem::remove_all(folder);
}

TEST_CASE("a solve runs beside its starter, wakes it, and remembers what it was given",
          "[threads]") {
  std::atomic<int> woken{0};
  SolveJob job([&] { ++woken; });
  REQUIRE_FALSE(job.take());
  const auto program = std::make_shared<const Program>(test::starter());
  SolveOptions options;
  options.steps = 2000;
  job.start(program, 7, options);
  REQUIRE(job.running());
  job.wait();
  auto finished = job.take();
  REQUIRE(finished);
  REQUIRE_FALSE(job.running());
  REQUIRE(finished->edition == 7);
  REQUIRE_FALSE(finished->stopped);
  REQUIRE(finished->outcome);
  REQUIRE(finished->outcome->unplaced.size() == 1);
  REQUIRE(finished->broken.empty());
  REQUIRE(job.progress()->placed.load() == 19);
  while (woken == 0) std::this_thread::yield();
  REQUIRE_FALSE(job.take());
}

TEST_CASE("stopping a solve keeps the best plan so far", "[threads]") {
  SolveJob job;
  const auto program = std::make_shared<const Program>(test::starter());
  SolveOptions options;
  options.steps = 2'000'000'000;  // hours
  job.start(program, 1, options);
  while (job.progress()->phase.load() != Progress::Phase::improving) std::this_thread::yield();
  job.stop();
  REQUIRE(job.stopping());
  job.wait();
  const auto finished = job.take();
  REQUIRE(finished);
  REQUIRE(finished->stopped);
  REQUIRE(finished->outcome);
  REQUIRE(finished->outcome->placed == 19);
}
