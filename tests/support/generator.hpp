#pragma once

// Invents whole organisations: workspace folders of any size, together with a hidden witness, a
// full plan that keeps every rule. Tests and benchmarks load the folder, let the engine plan it and
// hold the result against the witness. Knows the public CSV format and nothing of the planner, so
// that a wrong reading of the format there is not repeated here.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace tandem::test {

struct GeneratorSize {
  int cohorts = 5;
  int modules = 12;      // used by each cohort
  int facilitators = 0;  // 0: three for every four cohorts
  int rooms = 0;         // virtual ones included; 0: two for every five cohorts
  int weeks = 26;
  std::uint64_t seed = 1;
  int tightness = 50;  // 0 loose .. 100 nothing to spare: use of people's time, slack of limits
  int joint = 0;       // up to so many sessions that two cohorts share
  int as_of_week = 0;  // so many weeks have been delivered, the next three are published
  int pinned = 0;      // percent of the sessions still to come that are pinned where they are
};

// What was made, for tests that want to know and for a line in a benchmark's output.
struct GeneratorFigures {
  int cohorts = 0;
  int people = 0;
  int sessions = 0;
  int meetings = 0;
  int seats = 0;
  int dropped = 0;      // modules a cohort was to use and does not, because they found no place
  int utilisation = 0;  // percent of the facilitators' minutes a week, over the weeks they work
  // What the witness costs, the yardstick of a plan; it leaves nothing unplaced, is never late.
  long spacing = 0;  // over pairs of sessions with an ideal distance: days off it, squared
  long finish = 0;   // over cohorts: days from the horizon's start to the last date
};

using Folder = std::map<std::string, std::string>;  // file name -> CSV text

struct Generated {
  Folder folder;   // without a plan, or with as much of one as joint, as_of_week and pinned ask
  Folder witness;  // the same with sessions.csv, meetings.csv and seats.csv of a full plan
  GeneratorFigures figures;
};

// Cost: about three milliseconds a cohort (release build). The same size gives the same bytes on
// every machine.
Generated generate(const GeneratorSize& size);

// Overwrites files of these names and takes away a plan of another folder; the folder is made where
// it is missing.
void write_folder(const Folder& folder, const std::filesystem::path& path);

}  // namespace tandem::test
