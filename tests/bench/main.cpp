// tandem-bench: what the engine takes and what its plans are worth, measured on one thread by CPU
// time; and what the store takes. Not a test; RESULTS.md keeps the figures worth remembering.
#include <CLI/CLI.hpp>

#include "tests/bench/explain.hpp"
#include "tests/bench/mending.hpp"
#include "tests/bench/planning.hpp"
#include "tests/bench/psplib.hpp"
#include "tests/bench/store.hpp"
#ifdef TANDEM_DESKTOP
#include "tests/bench/window.hpp"
#endif

int main(int argc, char** argv) {
  CLI::App app{"Measures Tandem's scheduling engine and its store", "tandem-bench"};
  app.require_subcommand(1);

  tandem::bench::PlanningOptions planning;
  auto* plan = app.add_subcommand("planning", "invent an L&D case of a size and plan it");
  plan->add_option("--cohorts", planning.cohorts);
  plan->add_option("--modules", planning.modules, "of each cohort");
  plan->add_option("--facilitators", planning.facilitators, "0: in proportion");
  plan->add_option("--rooms", planning.rooms, "0: in proportion");
  plan->add_option("--weeks", planning.weeks);
  plan->add_option("--tightness", planning.tightness, "0 loose to 100 nothing to spare");
  plan->add_option("--joint", planning.joint, "sessions shared by two cohorts");
  plan->add_option("--seed", planning.seed);
  plan->add_option("--steps", planning.steps, "0: the engine's default");
  plan->add_option("--seconds", planning.seconds, "CPU time in place of steps");
  plan->add_option("--cases", planning.cases, "so many seeds, one line each");
  tandem::bench::StoreOptions storing;
  auto* store = app.add_subcommand("store", "make, open, save to and check a file of many people");
  store->add_option("--people", storing.people);
  store->add_option("--saves", storing.saves, "of one row each");
  store->add_option("--folder", storing.folder, "on the disk to measure");
  tandem::bench::PsplibOptions psplib;
  auto* field = app.add_subcommand("psplib", "solve the field's benchmark files (.sm, .sch, .dzn)");
  field->add_option("paths", psplib.paths, "files, or folders of them")->required();
  field->add_option("--seconds", psplib.seconds, "CPU time an instance (10)");
  field->add_option("--schedules", psplib.schedules, "in place of seconds");
  field->add_option("--seed", psplib.seed);
  field->add_option("--out", psplib.out, "CSV, one row an instance");
  field->add_option("--expect", psplib.expect, "a CSV of an earlier run that this one must equal");
  field->add_option("--every", psplib.every, "only every so many files");
  tandem::bench::ExplainOptions explaining;
  auto* why = app.add_subcommand("explain", "plant impossible sessions and check the answers");
  why->add_option("--cases", explaining.cases);
  why->add_option("--cohorts", explaining.cohorts, "18 are about 240 sessions");
  why->add_option("--seed", explaining.seed);
  tandem::bench::MendingOptions mend;
  auto* repair = app.add_subcommand("repair", "disturb full plans and mend them");
  repair->add_option("--cases", mend.cases);
  repair->add_option("--cohorts", mend.cohorts, "18 are about 240 sessions");
  repair->add_option("--modules", mend.modules);
  repair->add_option("--facilitators", mend.facilitators, "0: in proportion");
  repair->add_option("--rooms", mend.rooms, "0: in proportion");
  repair->add_option("--weeks", mend.weeks);
  repair->add_option("--seed", mend.seed);
#ifdef TANDEM_DESKTOP
  tandem::bench::WindowOptions window;
  auto* ui = app.add_subcommand("ui", "draw every page without a screen: CPU time and allocations");
  ui->add_option("folder", window.folder, "the workspace folder to show (samples/northmere)");
  ui->add_option("--people", window.people, "an organisation of so many people in its place");
  ui->add_option("--cohorts", window.cohorts, "an invented case of so many in its place");
  ui->add_option("--modules", window.modules, "of each of those cohorts");
  ui->add_option("--frames", window.frames);
#endif
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (*field) return tandem::bench::psplib(psplib);
  if (*repair) return tandem::bench::mending(mend);
  if (*why) return tandem::bench::explain(explaining);
#ifdef TANDEM_DESKTOP
  if (*ui) return tandem::bench::window(window);
#endif
  if (*store) return tandem::bench::store(storing);
  return tandem::bench::planning(planning);
}
