// Somebody who presses anything: random clicks, drags, keys, letters and wheels over every page.
// Nothing may fall over, the workspace stays valid after every edit, and undo leads back to where
// it began. The short run is a test; the long one carries the label "long" (./check --long).
#include <random>

#include "planner/edit/issue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/desktop/paper.hpp"
#include "ui/views/shell.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using test::UiDriver;
using ui::Key;

class Monkey {
 public:
  explicit Monkey(unsigned seed)
      : random_(seed),
        session_(test::session_of(test::starter())),
        start_(session_->program()),
        shell_(*session_, {}, {.printer = &paper_, .documents = folder_.path()}),
        ui_([this] { shell_.draw(); }, seed % 2 ? 1280.F : 1600.F, seed % 2 ? 800.F : 1000.F),
        was_in_(std::filesystem::current_path()) {
    // What it types may be taken for a folder to save in.
    std::filesystem::current_path(folder_.path());
  }
  ~Monkey() { std::filesystem::current_path(was_in_); }

  void play(int events) {
    for (int k = 0; k < events; ++k) {
      event();
      if (!ImGui::GetIO().WantTextInput && below(10) == 0) wait();
      const auto now = session_->program();
      if (now == seen_) continue;
      seen_ = now;
      const auto issues = validate(*now);
      INFO("event " << k << ": " << (issues.empty() ? "" : issues.front().message));
      REQUIRE(issues.empty());
    }
    wait();
  }

  // Returns: how many steps were taken back.
  int undo_all() {
    int steps = 0;
    for (; session_->undo_state().undoable; ++steps) {
      const auto done = session_->undo();
      INFO((done ? "" : text(done.error().front())));
      REQUIRE(done);
      REQUIRE(session_->wait());
    }
    return steps;
  }
  bool back_at_start() const { return *session_->program() == *start_; }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  void wait() {
    shell_.bench().stop();
    shell_.prints().stop();
    shell_.bench().wait();
    shell_.prints().wait();
    REQUIRE(session_->wait());
    ui_.frame();
  }

  void event() {
    // Nobody stays in one field or one page for ever.
    if (ImGui::GetIO().WantTextInput && below(4) == 0) return ui_.press(Key::escape);
    if (below(40) == 0)
      return shell_.go(
          Destination{static_cast<Page>(below(6)), "", below(2) == 0 ? "LDR-1" : "MGR-1"});
    const std::size_t kind = below(100);
    const auto& items = ui_.probe().items();
    if (kind < 40 && !items.empty()) {
      const ui::ProbeItem item = items[below(items.size())];
      point(item.rect.centre());
      if (kind < 8)
        ui_.drag_here(noise(400), noise(200));
      else
        ui_.click_here();
    } else if (kind < 45) {
      point({static_cast<float>(below(1600)), static_cast<float>(below(1000))});
      ui_.click_here();
    } else if (kind < 80) {
      // Half of them keys that change something: solve, accept, the marks of attendance.
      static constexpr Key kBusy[] = {Key::s, Key::a,     Key::f,   Key::e,
                                      Key::n, Key::enter, Key::del, Key::down};
      const auto key = below(2) == 0 ? kBusy[below(std::size(kBusy))]
                                     : static_cast<Key>(1 + below(ui::kKeys - 1));
      const bool ctrl = below(4) == 0;
      ui_.press(key, ctrl, below(8) == 0);
    } else if (kind < 92) {
      static constexpr std::string_view kWords[] = {"a",   "ø",          "12", "-3",
                                                    "1e9", "2027-05-01", "\"", "Ω"};
      ui_.type(kWords[below(std::size(kWords))]);
    } else {
      point({static_cast<float>(below(1600)), static_cast<float>(below(1000))});
      ui_.wheel_here(noise(3));
    }
  }
  float noise(int most) {
    return static_cast<float>(static_cast<int>(below(static_cast<std::size_t>(2 * most + 1))) -
                              most);
  }
  void point(geometry::Point p) { ui_.point(p.x, p.y); }

  std::mt19937 random_;
  test::TempFolder folder_{test::Medium::memory};
  desktop::Paper paper_;
  std::unique_ptr<app::Session> session_;
  std::shared_ptr<const Program> start_;
  std::shared_ptr<const Program> seen_;
  Shell shell_;
  UiDriver ui_;
  std::filesystem::path was_in_;
};

void run(int events) {
  int steps = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Monkey monkey(seed);
    monkey.play(events / 10);
    INFO("seed " << seed);
    steps += monkey.undo_all();
    REQUIRE(monkey.back_at_start());
  }
  // Pressing anything did change things.
  INFO(steps << " edits");
  REQUIRE(steps > events / 500);
}

}  // namespace

TEST_CASE("five thousand random events: nothing falls over and everything can be undone") {
  run(5'000);
}

TEST_CASE("a hundred thousand random events: nothing falls over and everything can be undone",
          "[long]") {
  run(100'000);
}
