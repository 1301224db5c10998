#include "tests/support/generator.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "tests/support/generator/world.hpp"

namespace tandem::test {
namespace {

using namespace generator;

// Mondays from which eight weeks on there is a change of clocks.
Day first_day(const GeneratorSize& size) {
  static const Day kMondays[] = {day_of(2027, 1, 25), day_of(2027, 2, 15), day_of(2027, 9, 6),
                                 day_of(2027, 9, 27)};
  return kMondays[size.seed % 4];
}

GeneratorSize filled(GeneratorSize size) {
  if (size.cohorts < 1 || size.modules < 2 || size.weeks < 4) {
    throw std::invalid_argument("generator: at least 1 cohort, 2 modules, 4 weeks");
  }
  if (size.facilitators <= 0) size.facilitators = std::max(4, size.cohorts * 3 / 4);
  if (size.rooms <= 0) size.rooms = std::max(5, size.cohorts * 2 / 5);
  size.tightness = std::clamp(size.tightness, 0, 100);
  size.as_of_week = std::clamp(size.as_of_week, 0, size.weeks - 1);
  return size;
}

}  // namespace

Generated generate(const GeneratorSize& asked) {
  const GeneratorSize size = filled(asked);
  World world(size, first_day(size));
  make_sites_and_rooms(world);
  make_catalogue(world);
  make_people_and_cohorts(world);
  make_facilitators(world);
  place_witness(world);
  harden(world);
  settle(world);
  Generated made;
  made.folder = planning_tables(world);
  made.witness = made.folder;
  made.witness.merge(plan_tables(world, true));
  made.folder.merge(plan_tables(world, false));
  made.figures = figures(world);
  return made;
}

void write_folder(const Folder& folder, const std::filesystem::path& path) {
  std::filesystem::create_directories(path);
  for (const char* plan : {"sessions.csv", "meetings.csv", "seats.csv"}) {
    if (folder.count(plan) == 0) std::filesystem::remove(path / plan);
  }
  for (const auto& [name, text] : folder) {
    std::ofstream out(path / name, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out.flush()) throw std::runtime_error("generator: cannot write " + (path / name).string());
  }
}

}  // namespace tandem::test
