// What the page Curricula shows and what a card let go somewhere does, worked out without a window.
#include "ui/models/syllabus.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/row_form.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;
using test::Draft;

JourneysModel journeys_of(const Program& p) {
  const auto shown = usual_journeys(p);
  return journeys_model(p, shown[0], shown[1]);
}

Id<Module> module_of(const Program& p, std::string_view code) {
  return p.modules.find_key(code)->id;
}

std::string refusal(const Changed& change) {
  REQUIRE_FALSE(change);
  return change.error().front().message;
}

Program applied(const Program& program, const Changed& change) {
  REQUIRE(change);
  CountingIds ids{5'000'000};
  auto done = apply_all(program, change->commands, ids, change->label);
  REQUIRE(done);
  return std::move(done->program);
}

JourneyTarget at(Lane lane, int day, std::string set = {}, Id<Module> onto = {}) {
  return {lane, day, std::move(set), onto};
}

}  // namespace

TEST_CASE("two journeys stand side by side with the core they share between them") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  REQUIRE(model.lane(Lane::upper).code == "LEAD");
  REQUIRE(model.lane(Lane::lower).code == "MANAGE");
  REQUIRE(model.find("L1")->lane == Lane::upper);
  REQUIRE(model.find("M1")->lane == Lane::lower);
  REQUIRE(model.find("C1")->lane == Lane::core);
  REQUIRE(model.find("L1")->day == 35);
  // L2 alone of the two that mostly teach emotional intelligence beside L1 and L4.
  const auto& rows = model.lane(Lane::upper).rows;
  REQUIRE(rows[static_cast<std::size_t>(model.find("L1")->row)].label == "Emotional intelligence");
  // A set that leaves a choice is marked so.
  REQUIRE(model.find("B1")->alternative);
  REQUIRE(model.find("B1")->rule == "1 of 2");
  REQUIRE_FALSE(model.find("C1")->alternative);
  // All of core and leading, and the first of bridge: C1 150, C2 120, C3 210, L1 420, L2 210,
  // L3 240, L4 60, B1 120 are 1530 minutes.
  REQUIRE(model.lane(Lane::upper).summary.starts_with("25 h 30 over "));
  REQUIRE(model.lane(Lane::upper).summary.ends_with("4 of 9 modules its own"));
}

TEST_CASE("of several programmes for leaders the largest is shown, and any two can be chosen") {
  Draft draft{test::starter()};
  draft.add<Programme>([](Programme& row) {
    row.code = "EXEC";
    row.title = "Executives";
    row.journey = ProgrammeJourney::leader;
  });
  const auto shown = usual_journeys(draft.program());
  REQUIRE(code_of(draft.program(), shown[0]) == "LEAD");
  const JourneysModel model =
      journeys_model(draft.program(), draft.id<Programme>("EXEC"), draft.id<Programme>("LEAD"));
  REQUIRE(model.lane(Lane::upper).summary == "no module yet");
  REQUIRE(model.lane(Lane::core).rows.empty());
  // The same programme twice is one lane.
  const auto lead = draft.id<Programme>("LEAD");
  REQUIRE_FALSE(journeys_model(draft.program(), lead, lead).lane(Lane::lower).programme);
  REQUIRE(journeys_model(Program{}, {}, {}).cards.empty());
}

TEST_CASE("a module of the library is refused where it is already, and before what it needs") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  REQUIRE(refusal(drop(p, model, module_of(p, "L1"), true, at(Lane::upper, 100))) ==
          "L1 is already in LEAD");
  // M2 needs 14 days after C2, which stands at day 14: day 28 begins week 5.
  const Changed early = drop(p, model, module_of(p, "M2"), true, at(Lane::upper, 20));
  REQUIRE(refusal(early) == "M2 needs 14 days after C2: week 5 or later");
  const Changed fine = drop(p, model, module_of(p, "M2"), true, at(Lane::upper, 28));
  REQUIRE(fine->label == "Add M2 to LEAD");
  REQUIRE(journeys_of(applied(p, fine)).find("M2")->lane == Lane::core);
  // What it needs is in neither journey: it binds nothing there.
  Draft draft{p};
  draft.remove_where<ProgrammeModule>(
      [&](const ProgrammeModule& row) { return row.module == module_of(p, "C2"); });
  const JourneysModel without = journeys_of(draft.program());
  REQUIRE(drop(draft.program(), without, module_of(p, "M2"), true, at(Lane::upper, 0)));
}

TEST_CASE("a card let go on the axis stretches its days, within the window") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  const int end = model.find("L1")->day + model.find("L1")->span;
  const Changed later = drop(p, model, module_of(p, "L2"), false, at(Lane::upper, end + 40));
  REQUIRE(later->label == "L2: 14 to 42 days after L1, ideal 40");
  REQUIRE(refusal(drop(p, model, module_of(p, "L2"), false, at(Lane::upper, end + 10))) ==
          "L2 needs 14 days after L1: 10 is too early");
  REQUIRE(refusal(drop(p, model, module_of(p, "L2"), false, at(Lane::upper, end - 1))) ==
          "L2 comes after L1: it cannot begin before it");
  REQUIRE(refusal(drop(p, model, module_of(p, "L2"), false, at(Lane::upper, end + 43))) ==
          "L2 follows L1 within 42 days: 43 is too late");
  REQUIRE(refusal(drop(p, model, module_of(p, "C1"), false, at(Lane::core, 14))) ==
          "C1 follows no module of this journey, so it has no days to stretch");
  REQUIRE(shift(p, model, module_of(p, "L2"), 7)->label == "L2: 14 to 42 days after L1, ideal 35");
  REQUIRE_FALSE(shift(p, model, module_of(p, "L2"), -21));
}

TEST_CASE("a card let go on another of its set takes the place before it") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  const auto onto = [&](std::string_view module, std::string_view other) {
    return drop(p, model, module_of(p, module), false,
                at(Lane::upper, 0, "leading", module_of(p, other)));
  };
  REQUIRE(onto("L4", "L3")->label == "Move L4 before L3");
  REQUIRE(refusal(onto("L2", "L1")) == "L2 needs L1, so it cannot stand before it");
}

TEST_CASE("a card of the core changes its place in both journeys as one step") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  const auto place = [&](const Program& of, std::size_t programme) {
    return row_of(of, usual_journeys(of)[programme], module_of(of, "C3"))->position;
  };
  REQUIRE(place(p, 0) == 3);
  REQUIRE(place(p, 1) == 3);
  for (const Changed& change :
       {move_by_one_in_both(p, model, module_of(p, "C3"), -1),
        drop(p, model, module_of(p, "C3"), false, at(Lane::core, 0, "core", module_of(p, "C2")))}) {
    const Program after = applied(p, change);
    REQUIRE(change->label == "Move C3 before C2");
    REQUIRE(place(after, 0) == 2);
    REQUIRE(place(after, 1) == 2);
  }
  REQUIRE(refusal(move_by_one_in_both(p, model, module_of(p, "C3"), 1)) ==
          "C3 is the last of core");
}

TEST_CASE("a card let go in another lane belongs to other journeys") {
  const Program& p = test::starter();
  const JourneysModel model = journeys_of(p);
  const Changed shared = drop(p, model, module_of(p, "L1"), false, at(Lane::core, 60));
  REQUIRE(shared->label == "Add L1 to MANAGE");
  const Program both = applied(p, shared);
  REQUIRE(journeys_of(both).find("L1")->lane == Lane::core);
  const Changed crossed = drop(p, model, module_of(p, "L1"), false, at(Lane::lower, 60));
  REQUIRE(crossed->label == "Move L1 from LEAD to MANAGE");
  const Program other = applied(p, crossed);
  REQUIRE(journeys_of(other).find("L1")->lane == Lane::lower);
  const Changed kept = drop(p, model, module_of(p, "C3"), false, at(Lane::upper, 200));
  REQUIRE(kept->label == "Take C3 out of MANAGE");
  REQUIRE(journeys_of(applied(p, kept)).find("C3")->lane == Lane::upper);
  const Program out = applied(p, take_out_of_both(p, model, module_of(p, "C3")));
  REQUIRE_FALSE(journeys_of(out).find("C3"));
  REQUIRE_FALSE(take_out_of_both(out, journeys_of(out), module_of(p, "C3")));
}

TEST_CASE("a module dropped on a row with a choice is one more to choose from") {
  const Program& p = test::starter();
  Draft draft{p};
  // Leaders alone choose: the bridge leaves the managers' programme.
  draft.remove_where<ProgrammeModule>([&](const ProgrammeModule& row) {
    return row.programme == draft.id<Programme>("MANAGE") && row.set == "bridge";
  });
  const JourneysModel model = journeys_of(draft.program());
  const JourneyCard& b1 = *model.find("B1");
  const JourneyRow& row = model.lane(Lane::upper).rows[static_cast<std::size_t>(b1.row)];
  REQUIRE(row.choice);
  REQUIRE(row.label == "Bridge");
  REQUIRE(row.detail == "1 of 2");
  const Program after = applied(draft.program(), drop(draft.program(), model, module_of(p, "M5"),
                                                      true, at(Lane::upper, 200, row.set)));
  REQUIRE(journeys_of(after).find("M5")->lane == Lane::core);
  REQUIRE(row_of(after, draft.id<Programme>("LEAD"), module_of(p, "M5"))->set == "bridge");
}

TEST_CASE("the library finds by title, skill and focus, and knows what no journey uses") {
  Draft draft{test::starter()};
  draft.add<Module>([](Module& m) {
    m.code = "X1";
    m.title = "Quiet hours";
    m.minutes = 60;
  });
  const ModulesModel model = modules_model(draft.program());
  const auto found = [&](const ModuleFilter& filter) {
    std::string out;
    for (const auto k : module_index(model, filter)) out += model.lines[k].code + " ";
    return out;
  };
  REQUIRE(found({.search = "quiet"}) == "X1 ");
  REQUIRE(found({.search = "Performance coaching"}) == "M2 ");
  REQUIRE(found({.search = "people development"}) == "M2 M5 ");
  REQUIRE(found({.no_why = true}) == "X1 ");
  REQUIRE(model.lacking_why == 1);
  REQUIRE(found({.not_used = true, .journeys = usual_journeys(draft.program())}) == "X1 ");
  REQUIRE(found({.orientations = {false, false, true}}) == "C1 C2 C3 ");
  REQUIRE(model.find("L1")->focus == "SA IN");
}

TEST_CASE("minutes of objectives are told against the module's own") {
  const Program& p = test::starter();
  const auto facts = [](const Program& of, std::string_view code) {
    return module_facts(of, *of.modules.find_key(code));
  };
  REQUIRE(facts(p, "M2").minutes == "270 of 270 min");
  REQUIRE_FALSE(facts(p, "M2").minutes_differ);
  Draft draft{p};
  draft.change<Module>("M2", [](Module& m) { m.minutes = 300; });
  REQUIRE(facts(draft.program(), "M2").minutes_differ);
  draft.change_where<Objective>(
      [&](const Objective& o) { return o.module == module_of(p, "M2") && o.number == 3; },
      [](Objective& o) { o.minutes.reset(); });
  REQUIRE(facts(draft.program(), "M2").minutes == "210 of 300 min, 1 without minutes");
}

TEST_CASE("a field takes what its column takes and says why it takes no other") {
  const Program& p = test::starter();
  const AnyRow l1{*p.modules.find_key("L1")};
  REQUIRE(field_text(p, l1, "capacity") == "12");
  const auto put = with_field(p, l1, "capacity", "14");
  REQUIRE(get_if<Module>(std::get<Put>(put->front()).row)->capacity == 14);
  const auto refused = [&](std::string_view field, std::string_view text) {
    const auto out = with_field(p, l1, field, text);
    REQUIRE_FALSE(out);
    return first_sentence(out.error());
  };
  REQUIRE(refused("capacity", "0") ==
          "Capacity '0' is out of range (a whole number from 1 to 100000)");
  REQUIRE(refused("title", "") == "Title is empty (give text)");
  REQUIRE(refused("code", "M1").find("two rows for module M1") != std::string::npos);
  // What only the whole row can tell: more seats asked for than there are.
  REQUIRE(refused("min_seats", "40").find("capacity") != std::string::npos);
  REQUIRE(refusal_words(TableId::modules, "min_seats", "Least seats taken",
                        with_field(p, l1, "min_seats", "40").error()) ==
          "Least seats taken is above capacity");
  const AnyRow objective{*p.objectives.begin()};
  const auto wrong = with_field(p, objective, "competency", "PLM");
  REQUIRE(first_sentence(wrong.error()).find("did you mean PLN?") != std::string::npos);
}

TEST_CASE("coverage says in words what nobody teaches") {
  const Program& p = test::starter();
  const CoverageModel all = coverage_model(p, {});
  REQUIRE(all.gaps ==
          std::vector<std::string>{"Nobody teaches Technical direction and mentoring."});
  REQUIRE(all.summary.starts_with("10 of 11 competencies taught: "));
  const CoverageModel lead = coverage_model(p, p.programmes.find_key("LEAD")->id);
  REQUIRE(lead.summary == "6 of 11 competencies taught in LEAD: 27 h 30 in 21 objectives");
  REQUIRE(std::ranges::count(lead.gaps, "Nobody teaches Performance coaching in LEAD.") == 1);
  const auto line = *std::ranges::find(all.lines, "COA", &CoverageLine::code);
  REQUIRE(line.sum == "4 h 30");
  REQUIRE(line.modules == "1 module");
  REQUIRE(coverage_model(Program{}, {}).empty());
}

TEST_CASE("the framework's texts are edited one by one") {
  const Program& p = test::starter();
  const FrameworkModel model = framework_model(p, make_date(2027, 4, 14));
  const CompetencyLine* ei = model.find("EI");
  REQUIRE(ei);
  REQUIRE(ei->anchors == 5);
  const Program more = applied(p, add_indicator(p, ei->id, "Says when they were wrong"));
  REQUIRE(indicators_of(more, ei->id).size() == indicators_of(p, ei->id).size() + 1);
  REQUIRE(applied(more, remove_indicator(more, indicators_of(more, ei->id).back()->id)) == p);
  REQUIRE_FALSE(add_indicator(p, ei->id, " "));
  const Program words = applied(p, set_anchor(p, ei->id, 3, "Stays when it is hard"));
  REQUIRE(anchors_of(words, ei->id)[2]->text == "Stays when it is hard");
  const Program gone = applied(words, set_anchor(words, ei->id, 3, ""));
  REQUIRE_FALSE(anchors_of(gone, ei->id)[2]);
  REQUIRE(framework_model(gone, make_date(2027, 4, 14)).find("EI")->anchors == 4);
}

TEST_CASE("everything is worked out once an edition") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  Syllabus syllabus{bench};
  const auto usual = syllabus.usual();
  const JourneysModel* before = &syllabus.journeys(usual[0], usual[1]);
  REQUIRE(before == &syllabus.journeys(usual[0], usual[1]));
  REQUIRE(before->find("L3"));
  const Program& p = *session->program();
  const Changed out = take_out(p, usual[0], module_of(p, "L3"));
  REQUIRE(session->apply(out->commands, out->label));
  REQUIRE_FALSE(syllabus.journeys(usual[0], usual[1]).find("L3"));
  REQUIRE(syllabus.facts(module_of(syllabus.program(), "L3"))->uses.size() > 0);
  REQUIRE_FALSE(syllabus.facts({}));
}
