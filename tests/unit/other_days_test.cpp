// What else was possible for a session, what it would take, and the ways out where nothing is.
#include "planner/schedule/other_days.hpp"

#include <algorithm>

#include "planner/edit/apply.hpp"
#include "planner/schedule/ways_out.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::OneModule;

namespace {

const Program& planned() { return test::planned_northmere(); }

Program carried_out(const Program& program, std::span<const Command> commands) {
  CountingIds ids{RawId{1} << 41};
  const auto done = apply_all(program, commands, ids);
  REQUIRE(done);
  return done->program;
}

const DayChoice* of(const DayChoices& choices, Date date) {
  const auto it = std::ranges::find(choices.days, date, &DayChoice::date);
  return it == choices.days.end() ? nullptr : &*it;
}

std::optional<Date> begins(const Program& program, std::string_view session) {
  const Session* row = program.sessions.find_key(session);
  std::optional<Date> out;
  for (const Meeting& m : program.meetings)
    if (row && m.session == row->id && m.number == 1) out = m.date;
  return out;
}

}  // namespace

TEST_CASE("every day of a session's window is here, free, taken or refused, and says why") {
  const auto choices = day_choices(planned(), "LDR-2/L4b");
  REQUIRE(choices);
  REQUIRE(choices->fixed.empty());
  REQUIRE(choices->days.size() > 10);
  int here = 0;
  int free = 0;
  for (const DayChoice& choice : choices->days) {
    here += choice.standing == DayStanding::here ? 1 : 0;
    free += choice.standing == DayStanding::free ? 1 : 0;
    const bool open = choice.standing == DayStanding::here || choice.standing == DayStanding::free;
    INFO(words(choice.date) << " " << choice.reason.text);
    CHECK(choice.reason.text.empty() == open);
  }
  CHECK(here == 1);
  CHECK(free > 0);
  // Whit Monday.
  const DayChoice* holiday = of(*choices, make_date(2027, 5, 17));
  REQUIRE(holiday);
  CHECK(holiday->standing == DayStanding::refused);
  CHECK(holiday->reason.rule == "holiday");
}

TEST_CASE("a free day moves the session alone, keeps every rule and pins it there") {
  const auto choices = day_choices(planned(), "LDR-2/L4b");
  REQUIRE(choices);
  int tried = 0;
  for (const DayChoice& choice : choices->days) {
    if (choice.standing != DayStanding::free || ++tried > 3) continue;
    const auto price = move_price(planned(), "LDR-2/L4b", choice.date);
    REQUIRE(price);
    CHECK(price->possible);
    CHECK(price->commands.size() == 1);
    CHECK(price->broken.empty());
    REQUIRE(price->changes.sessions.size() == 1);
    CHECK(price->changes.people.size() == price->changes.sessions.front().learners.size());
    const Program after = carried_out(planned(), price->commands);
    CHECK(begins(after, "LDR-2/L4b") == choice.date);
    CHECK(after.sessions.find_key("LDR-2/L4b")->pinned);
    // It stays there now, and says so.
    const auto again = day_choices(after, "LDR-2/L4b");
    REQUIRE(again);
    CHECK(again->fixed == "it is pinned");
  }
  CHECK(tried > 0);
}

TEST_CASE("a taken day moves others too, all of whom keep a date and every rule") {
  int mended = 0;
  for (const Session& session : planned().sessions) {
    if (mended == 2) break;
    if (session.status == SessionStatus::delivered || !begins(planned(), session.code)) continue;
    const auto choices = day_choices(planned(), session.code);
    REQUIRE(choices);
    const auto it = std::ranges::find(choices->days, DayStanding::taken, &DayChoice::standing);
    if (it == choices->days.end()) continue;
    const auto price = move_price(planned(), session.code, it->date);
    REQUIRE(price);
    if (!price->possible) continue;
    INFO(session.code << " to " << words(it->date));
    ++mended;
    CHECK(price->commands.size() > 1);
    CHECK(price->broken.empty());
    const Program after = carried_out(planned(), price->commands);
    CHECK(begins(after, session.code) == it->date);
    for (const Session& other : planned().sessions)
      CHECK(begins(after, other.code).has_value() == begins(planned(), other.code).has_value());
  }
  CHECK(mended == 2);
}

TEST_CASE("a day out of the question has no price, a held session no other day") {
  const auto holiday = move_price(planned(), "LDR-2/L4b", make_date(2027, 5, 17));
  REQUIRE(holiday);
  CHECK_FALSE(holiday->possible);
  CHECK(holiday->commands.empty());
  CHECK(holiday->refused);
  const auto outside = move_price(planned(), "LDR-2/L4b", make_date(2031, 1, 1));
  REQUIRE(outside);
  CHECK_FALSE(outside->possible);
  CHECK(outside->refused);
  const auto held = day_choices(planned(), "LDR-1/C1");
  REQUIRE(held);
  CHECK(held->fixed == "it has been held");
  CHECK(held->days.empty());
  CHECK_FALSE(move_price(planned(), "LDR-1/C1", make_date(2027, 5, 20)));
  CHECK_FALSE(day_choices(planned(), "LDR-1/NONE"));
}

TEST_CASE("a stopped question answers with the days up to there") {
  std::stop_source stop;
  stop.request_stop();
  const auto choices = day_choices(planned(), "LDR-2/L4b", {}, stop.get_token());
  REQUIRE(choices);
  CHECK(choices->days.empty());
}

TEST_CASE(
    "either of the two facts waived for the session alone gives it the day that was promised") {
  const auto found = ways_out(planned(), "MGR-3/M3b");
  REQUIRE(found);
  CHECK(found->proven);
  REQUIRE(found->ways.size() == 2);
  for (const WayOut& way : found->ways) {
    REQUIRE(way.waiver);
    CHECK(way.changes.empty());
    REQUIRE(way.first);
    const Program after = carried_out(
        planned(), commands_of(way, "agreed on the phone", "Rosa", make_date(2027, 5, 14)));
    CHECK(after.waivers.size() == planned().waivers.size() + 1);
    CHECK(after.absences == planned().absences);
    const auto choices = day_choices(after, "MGR-3/M3b");
    REQUIRE(choices);
    const auto first = std::ranges::find_if(
        choices->days, [](const DayChoice& c) { return c.standing != DayStanding::refused; });
    REQUIRE(first != choices->days.end());
    CHECK(first->date == *way.first);
  }
  CHECK(found->ways[0].waiver->subject == "CAMILLE");
  CHECK(found->ways[1].waiver->subject == "RTM-LAB");
}

TEST_CASE("of a session without a row yet the facts are told, and there is nothing to write") {
  OneModule small;
  small.add_people(small.cohort, 6);
  small.change(small.cohort, [](Cohort& c) {
    c.start_from = day(3, 1);
    c.deadline = day(2, 1);
    c.deadline_rule = Rule::hard;
  });
  const auto found = ways_out(small.program, "MGR-1/M1");
  REQUIRE(found);
  CHECK(found->proven);
  REQUIRE_FALSE(found->ways.empty());
  for (const WayOut& way : found->ways) {
    CHECK_FALSE(way.waiver);
    CHECK(way.changes.empty());
  }
}
