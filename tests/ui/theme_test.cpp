#include "ui/widgets/theme.hpp"

#include <array>
#include <string>
#include <utility>

#include "tests/support/catch.hpp"

namespace {

using namespace tandem::ui;
using enum Colour;

struct Pair {
  Colour front;
  Colour back;
};

// clang-format off
constexpr std::array kText{
    Pair{text, chrome}, Pair{text, surface}, Pair{text, raised}, Pair{text, sunken},
    Pair{text, hover}, Pair{text, selected}, Pair{text, leader_soft}, Pair{text, manager_soft},
    Pair{text, ok_soft}, Pair{text, late_soft}, Pair{text, accent_soft},
    Pair{muted, chrome}, Pair{muted, surface}, Pair{muted, raised}, Pair{muted, sunken},
    Pair{muted, hover}, Pair{muted, selected}, Pair{muted, holiday}, Pair{muted, leader_soft},
    Pair{muted, manager_soft}, Pair{muted, accent_soft},
    Pair{accent, surface}, Pair{accent, raised}, Pair{accent, accent_soft}, Pair{accent, selected},
    Pair{on_accent, accent}, Pair{leader, surface}, Pair{leader, raised}, Pair{leader, leader_soft},
    Pair{manager, surface}, Pair{manager, raised}, Pair{manager, manager_soft},
    Pair{both, leader_soft}, Pair{both, manager_soft}, Pair{raised, leader}, Pair{raised, manager},
    Pair{expert, surface}, Pair{expert, raised}, Pair{expert, expert_soft},
    Pair{people, surface}, Pair{people, raised}, Pair{people, people_soft},
    Pair{ok, surface}, Pair{ok, raised}, Pair{ok, ok_soft},
    Pair{attention, surface}, Pair{attention, raised}, Pair{attention, attention_soft},
    Pair{late, surface}, Pair{late, raised}, Pair{late, late_soft},
    Pair{blocked, surface}, Pair{blocked, raised}, Pair{blocked, blocked_soft}};
constexpr std::array kMarks{
    Pair{line_strong, surface}, Pair{line_strong, raised}, Pair{line_strong, sunken},
    Pair{ok, selected}, Pair{attention, selected}, Pair{late, selected}, Pair{late, manager_soft},
    Pair{late, leader_soft}, Pair{accent, leader_soft}, Pair{accent, manager_soft}};
// clang-format on

template <std::size_t N>
void require_contrast(const std::array<Pair, N>& pairs, double least) {
  for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
    for (const Pair& pair : pairs) {
      INFO(name(pair.front) << " on " << name(pair.back)
                            << (scheme == Scheme::dark ? ", dark" : ", light"));
      REQUIRE(contrast(rgba(scheme, pair.front), rgba(scheme, pair.back)) >= least);
    }
  }
}

}  // namespace

TEST_CASE("every text can be read on every ground it stands on, light and dark") {
  require_contrast(kText, 4.5);
}

TEST_CASE("every mark can be told from the ground it stands on, light and dark") {
  require_contrast(kMarks, 3);
}

TEST_CASE("contrast is computed as WCAG 2 does it") {
  REQUIRE(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == Approx(21));
  // #767676 on white is the textbook grey that just passes.
  REQUIRE(contrast({118, 118, 118, 255}, {255, 255, 255, 255}) == Approx(4.54).margin(0.005));
  REQUIRE(contrast({9, 9, 9, 255}, {9, 9, 9, 255}) == Approx(1));
}

TEST_CASE("leader and manager hues are told apart from every other meaning") {
  for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
    for (const Colour own : {leader, manager}) {
      for (const Colour other : {expert, people, ok, attention, late, blocked, accent}) {
        REQUIRE_FALSE(rgba(scheme, own) == rgba(scheme, other));
      }
    }
  }
}
