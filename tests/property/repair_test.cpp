// Mending over invented organisations: whatever falls out, no alternative breaks a rule that the
// plan kept before, apart from what has happened itself.
#include "planner/schedule/repair.hpp"

#include <algorithm>

#include "db/exchange/folder.hpp"
#include "planner/base/random.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"

using namespace tandem;

namespace {

// Whoever or whatever has to do with a meeting that lies ahead, out for one to fourteen days.
Disruption disruption(const Program& program, Date today, Rng& rng) {
  std::vector<const Meeting*> ahead;
  for (const Meeting& meeting : program.meetings)
    if (meeting.date >= today && !meeting.leads.empty()) ahead.push_back(&meeting);
  REQUIRE_FALSE(ahead.empty());
  const auto any = [&](std::size_t n) { return rng.below(static_cast<std::uint32_t>(n)); };
  const Meeting& meeting = *ahead[any(ahead.size())];
  const Session& session = program.sessions.at(meeting.session);
  std::vector<const Seat*> seats;
  for (const Seat& seat : program.seats)
    if (seat.session == session.id) seats.push_back(&seat);
  Disruption out;
  out.what = meeting.leads[any(meeting.leads.size())];
  const int kind = rng.between(0, 5);
  if (kind == 0 && meeting.room) out.what = meeting.room;
  if (kind == 1) out.what = session.cohorts[any(session.cohorts.size())];
  if (kind == 2 && !seats.empty()) out.what = seats[any(seats.size())]->person;
  out.from = meeting.date - days{rng.between(0, 3)};
  out.to = meeting.date + days{rng.between(0, 10)};
  return out;
}

}  // namespace

TEST_CASE("no alternative of a repair breaks a rule that the plan kept before") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 5)));
  test::GeneratorSize size;
  size.cohorts = static_cast<int>(3 + seed % 4);
  size.joint = static_cast<int>(seed % 3);
  size.tightness = static_cast<int>(30 + 5 * (seed % 12));
  size.as_of_week = static_cast<int>(seed % 5);
  size.seed = seed;
  const auto program = db::read_folder(db::Folder{test::generate(size).witness});
  REQUIRE(program);
  const Date today = program->workspace().as_of.value_or(*program->workspace().horizon_from);
  const std::vector<Violation> known = verify(*program);
  Rng rng{seed};
  for (int i = 0; i < 30; ++i) {
    const Disruption what = disruption(*program, today, rng);
    INFO("seed " << seed << ", disruption " << i << " of kind " << what.what.index());
    const auto ways = repairs(*program, what);
    REQUIRE(ways);
    for (const Repair& way : *ways)
      for (const Violation& v : verify(way.after))
        if (std::find(known.begin(), known.end(), v) == known.end())
          FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
  }
}
