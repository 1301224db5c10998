// What is done to a curriculum, and what is read out of it: days from prerequisites, who teaches
// what, changes as commands or as the sentence why not.
#include <algorithm>

#include "planner/curriculum/coverage.hpp"
#include "planner/curriculum/journey_days.hpp"
#include "planner/curriculum/module_edit.hpp"
#include "planner/curriculum/programme_edit.hpp"
#include "planner/edit/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using test::Draft;
using test::SmallProgram;

Id<Module> module_of(const Program& p, std::string_view code) {
  return p.modules.find_key(code)->id;
}
Id<Programme> programme_of(const Program& p, std::string_view code) {
  return p.programmes.find_key(code)->id;
}

Program applied(const Program& program, const Changed& change) {
  REQUIRE(change);
  CountingIds ids{5'000'000};
  auto done = apply_all(program, change->commands, ids, change->label);
  REQUIRE(done);
  return std::move(done->program);
}

std::string refusal(const Changed& change) {
  REQUIRE_FALSE(change);
  return text(change.error().front());
}

std::string order(const Program& program, std::string_view programme, std::string_view set) {
  std::string out;
  for (const ProgrammeModule* row : rows_of_set(program, programme_of(program, programme), set))
    out += std::string{code_of(program, row->module)} + " ";
  return out;
}

const JourneyDay& day_of(const Program& program, const std::vector<JourneyDay>& days,
                         std::string_view code) {
  const auto at = std::ranges::find(days, module_of(program, code), &JourneyDay::module);
  REQUIRE(at != days.end());
  return *at;
}

}  // namespace

TEST_CASE("a module comes at its ideal days after the last meeting of what it needs") {
  SmallProgram small;
  const auto a = small.add_module("A", 240);
  const auto b = small.add_module("B", 240);
  const auto c = small.add_module("C", 240);
  // Three meetings, at least 10 days apart: from its first to its last are 20 days.
  small.change(b, [](Module& m) { m.meetings = 3, m.meeting_gap_min_days = 10; });
  small.needs(b, a, 7, 14, 30);
  small.needs(c, b, 5, std::nullopt, std::nullopt);
  const std::array programmes{small.programme};
  const auto days = journey_days(small.program, programmes);
  REQUIRE(day_of(small.program, days, "A").ideal == 0);
  REQUIRE(day_of(small.program, days, "B").ideal == 14);
  REQUIRE(day_of(small.program, days, "B").earliest == 7);
  REQUIRE(day_of(small.program, days, "B").span == 20);
  // No ideal is said: a week, which is more than the 5 it needs. 14 + 20 + 7.
  REQUIRE(day_of(small.program, days, "C").ideal == 41);
  REQUIRE(day_of(small.program, days, "C").earliest == 7 + 20 + 5);
}

TEST_CASE("a prerequisite binds only where one programme holds both of its modules") {
  SmallProgram small;
  const auto a = small.add_module("A", 60);
  const auto b = small.add_module("B", 60);
  small.needs(b, a, 14, 21, std::nullopt);
  Programme other;
  other.code = "OTHER";
  other.title = "Another";
  const auto second = small.put(other);
  // B moves to a programme of its own, where A is not.
  for (const ProgrammeModule& row : small.program.programme_modules)
    if (row.module == b) {
      ProgrammeModule moved = row;
      moved.programme = second;
      small.program.programme_modules.put(moved);
      break;
    }
  const std::array both{small.programme, second};
  REQUIRE(day_of(small.program, journey_days(small.program, both), "B").ideal == 0);
  REQUIRE(day_of(small.program, journey_days(small.program, both), "B").after.empty());
}

TEST_CASE("modules in a circle come last and do not hang the drawing") {
  SmallProgram small;
  const auto a = small.add_module("A", 60);
  const auto b = small.add_module("B", 60);
  small.add_module("C", 60);
  small.needs(a, b, 1, 1, 1);
  small.needs(b, a, 1, 1, 1);
  const std::array programmes{small.programme};
  const auto days = journey_days(small.program, programmes);
  REQUIRE(days.size() == 3);
  REQUIRE(days.front().module == module_of(small.program, "C"));
}

TEST_CASE("the days of the starter's journeys follow from its prerequisites") {
  const Program& p = test::starter();
  const std::array programmes{programme_of(p, "LEAD"), programme_of(p, "MANAGE")};
  const auto days = journey_days(p, programmes);
  // C1 0, C2 14 after it, L1 21 after C2, L3 42 after L1.
  REQUIRE(day_of(p, days, "C2").ideal == 14);
  REQUIRE(day_of(p, days, "L1").ideal == 35);
  REQUIRE(day_of(p, days, "L3").ideal == 35 + day_of(p, days, "L1").span + 42);
  for (const JourneyDay& day : days)
    for (const JourneySpacing& s : day.after) {
      const auto at = [&](Id<Module> m) {
        return std::ranges::find(days, m, &JourneyDay::module) - days.begin();
      };
      REQUIRE(at(s.needs) < at(day.module));
    }
}

TEST_CASE("coverage adds the minutes of objectives by competency and module") {
  const Program& p = test::starter();
  const Coverage all = coverage(p);
  REQUIRE(all.modules.size() == p.modules.size());
  const auto row = [&](const Coverage& c, std::string_view code) -> const CoverageRow& {
    const auto id = p.competencies.find_key(code)->id;
    return *std::ranges::find(c.rows, id, &CoverageRow::competency);
  };
  // COA: M2 alone, 120 + 90 + 60.
  REQUIRE(row(all, "COA").sum.minutes == 270);
  REQUIRE(row(all, "COA").sum.objectives == 3);
  REQUIRE(row(all, "MEN").sum.empty());
  int minutes = 0;
  for (const CoverageRow& r : all.rows) minutes += r.sum.minutes;
  REQUIRE(minutes == all.sum.minutes);
  // Leaders: COA is not taught, VIS by C1 60, C2 60, L3 60 + 120.
  const Coverage lead = coverage(p, programme_of(p, "LEAD"));
  REQUIRE(lead.modules.size() == 9);
  REQUIRE(row(lead, "COA").sum.empty());
  REQUIRE(row(lead, "VIS").sum.minutes == 300);
  int leaders = 0;
  for (const CoverageRow& r : lead.rows) leaders += r.sum.minutes;
  REQUIRE(leaders == lead.sum.minutes);
}

TEST_CASE("an objective without minutes or without a competency is shown, not lost") {
  Draft draft{test::starter()};
  draft.change_where<Objective>(
      [&](const Objective& o) { return o.module == draft.id<Module>("M2") && o.number == 1; },
      [](Objective& o) { o.minutes.reset(), o.competency = {}; });
  const Coverage all = coverage(draft.program());
  REQUIRE_FALSE(all.rows.back().competency);
  REQUIRE(all.rows.back().sum.objectives == 1);
  REQUIRE(all.rows.back().sum.untimed == 1);
  REQUIRE(all.rows.back().sum.minutes == 0);
  REQUIRE(coverage(Program{}).rows.empty());
}

TEST_CASE("a module is taken in at the end of a set and refused a second time") {
  const Program& p = test::starter();
  const auto lead = programme_of(p, "LEAD");
  const Changed change = add_module(p, lead, module_of(p, "M1"));
  REQUIRE(change->label == "Add M1 to LEAD");
  const Program after = applied(p, change);
  // Of the two sets that are taken whole, leading has four modules and core three.
  REQUIRE(order(after, "LEAD", "leading") == "L1 L2 L3 L4 M1 ");
  REQUIRE(refusal(add_module(after, lead, module_of(p, "M1"))) == "M1 is already in LEAD");
  const Program out = applied(after, take_out(after, lead, module_of(p, "M1")));
  REQUIRE(out.programme_modules == p.programme_modules);
  // Into a set that leaves a choice, it is one more to choose from.
  const Program choice = applied(p, add_module(p, lead, module_of(p, "M1"), "bridge"));
  REQUIRE(row_of(choice, lead, module_of(p, "M1"))->rule == "1 of");
}

TEST_CASE("a card changes its place in its set, never before what it needs") {
  const Program& p = test::starter();
  const auto lead = programme_of(p, "LEAD");
  const auto of = [&](std::string_view code) { return module_of(p, code); };
  REQUIRE(order(p, "LEAD", "leading") == "L1 L2 L3 L4 ");
  const Program after = applied(p, move_in_set(p, lead, of("L4"), of("L3")));
  REQUIRE(order(after, "LEAD", "leading") == "L1 L2 L4 L3 ");
  REQUIRE(refusal(move_in_set(p, lead, of("L2"), of("L1"))) ==
          "L2 needs L1, so it cannot stand before it");
  // Nor may what is needed go behind what needs it.
  REQUIRE(refusal(move_in_set(p, lead, of("L1"), {})) ==
          "L2 needs L1, so it cannot stand before it");
  REQUIRE(refusal(move_in_set(p, lead, of("L2"), of("C1"))) ==
          "L2 stands in the set leading, not in that of C1");
  REQUIRE(refusal(move_in_set(p, lead, of("L2"), of("L3"))) == "L2 stands there already");
  REQUIRE(order(applied(p, move_by_one(p, lead, of("L3"), 1)), "LEAD", "leading") ==
          "L1 L2 L4 L3 ");
  REQUIRE(refusal(move_by_one(p, lead, of("L4"), 1)) == "L4 is the last of leading");
}

TEST_CASE("a set takes all of its modules or some, never more than would leave a choice") {
  const Program& p = test::starter();
  const auto lead = programme_of(p, "LEAD");
  const Program some = applied(p, set_rule(p, lead, "leading", 3));
  for (const ProgrammeModule* row : rows_of_set(some, lead, "leading"))
    REQUIRE(wanted_of(*row) == 3);
  REQUIRE(refusal(set_rule(p, lead, "leading", 4)) ==
          "leading has 4 modules, so it can take 1 to 3 of them, or all");
  REQUIRE(refusal(set_rule(p, lead, "leading", std::nullopt)) == "leading asks for that already");
  REQUIRE(applied(some, set_rule(some, lead, "leading", std::nullopt)) == p);
}

TEST_CASE("days between two modules are stretched within reason, and said in words") {
  const Program& p = test::starter();
  const auto l2 = *std::ranges::find_if(
      p.prerequisites, [&](const Prerequisite& row) { return row.module == module_of(p, "L2"); });
  REQUIRE(spacing_words(spacing_of(l2), "L1") == "14 to 42 days after L1, ideal 28");
  const Changed wider = stretch(p, l2.id, {14, 35, 49});
  REQUIRE(wider->label == "L2: 14 to 49 days after L1, ideal 35");
  REQUIRE(applied(p, wider).prerequisites.find(l2.id)->max_days == 49);
  REQUIRE(refusal(stretch(p, l2.id, {14, 7, 42})) == "L2 needs 14 days after L1: 7 is too early");
  REQUIRE(refusal(stretch(p, l2.id, {14, 50, 42})) ==
          "L2 follows L1 within 42 days: 50 is too late");
  REQUIRE_FALSE(stretch(p, l2.id, {50, std::nullopt, 42}));
  REQUIRE_FALSE(stretch(p, l2.id, spacing_of(l2)));
  REQUIRE(spacing_words({}, "C2") == "any day after C2");
  REQUIRE(spacing_words({std::nullopt, std::nullopt, 10}, "C2") == "at most 10 days after C2");
}

TEST_CASE(
    "a new module without an orientation is refused by the field's name, all faults at once") {
  const Program& p = test::starter();
  NewModule wanted{"L9", "Rest", std::nullopt, Mode::in_person, "240"};
  const Changed none = make_module(p, wanted);
  REQUIRE(none.error().size() == 1);
  REQUIRE(none.error().front().where == "orientation");
  REQUIRE(none.error().front().message.find("orientation") != std::string::npos);
  wanted = {"L1", "", std::nullopt, std::nullopt, "a lot"};
  REQUIRE(make_module(p, wanted).error().size() == 5);
  wanted = {"L9", " Rest ", tandem::Orientation::lead, Mode::in_person, "240"};
  const Program after = applied(p, make_module(p, wanted));
  REQUIRE(after.modules.find_key("L9")->title == "Rest");
  REQUIRE(lacks_why(*after.modules.find_key("L9")));
  REQUIRE_FALSE(lacks_why(*p.modules.find_key("L1")));
}

TEST_CASE("a copy has the objectives of its original, and belongs to nothing yet") {
  const Program& p = test::starter();
  const Module& original = *p.modules.find_key("L2");
  CountingIds ids{5'000'000};
  Batch batch{p, ids};
  REQUIRE(code_of_copy(p, original) == "L2-2");
  REQUIRE(copy_module(batch, original.id, "L2-2"));
  auto done = batch.finish("Copy");
  REQUIRE(done);
  const Program& after = done->program;
  const Id<Module> copy = module_of(after, "L2-2");
  REQUIRE(objective_minutes(after, copy).minutes == objective_minutes(p, original.id).minutes);
  REQUIRE(objective_minutes(after, copy).objectives == 3);
  REQUIRE(uses_of(after, copy).empty());
  REQUIRE(code_of_copy(after, original) == "L2-3");
  // And it can go again, with everything of its own.
  REQUIRE(applied(after, remove_module(after, copy)) == p);
}

TEST_CASE("a module that is in use stays, and says where it is used") {
  const Program& p = test::starter();
  const std::string why = refusal(remove_module(p, module_of(p, "L1")));
  REQUIRE(why.find("L1 is in LEAD, needed by L2 and L3") != std::string::npos);
  REQUIRE(why.find("take it out there first") != std::string::npos);
}

TEST_CASE("objectives are numbered on, needs are named once and never in a circle") {
  const Program& p = test::starter();
  const auto l2 = module_of(p, "L2");
  const Program more = applied(p, add_objective(p, l2, " Says thank you "));
  const auto added = std::ranges::find(more.objectives, "Says thank you", &Objective::text);
  REQUIRE(added != more.objectives.end());
  REQUIRE(added->number == 4);
  REQUIRE(applied(more, remove_objective(more, added->id)) == p);
  REQUIRE(refusal(add_objective(p, l2, "  ")).starts_with("text: text is empty"));
  REQUIRE(refusal(add_need(p, l2, module_of(p, "L1"))) == "L2 needs L1 already");
  REQUIRE(refusal(add_need(p, l2, l2)) == "L2 cannot come before itself");
  // L1 before L2 stands; L2 before L1 would be a circle, which applying it finds.
  const Changed circle = add_need(p, module_of(p, "L1"), l2);
  REQUIRE(circle);
  CountingIds ids{5'000'000};
  REQUIRE_FALSE(apply_all(p, circle->commands, ids));
}
