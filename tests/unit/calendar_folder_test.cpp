// Calendars of a real workspace: the starter, published, exported, loaded and published again.
#include <cstdlib>
#include <filesystem>

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "planner/edit/issue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "ui/print/ics.hpp"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

const report::PublishMoment kMoment{
    make_date(2027, 4, 14),
    std::chrono::sys_days{std::chrono::April / 14 / 2027} + std::chrono::hours{9}};

std::map<std::string, std::string> bytes_of(const report::PublishPlan& plan) {
  std::map<std::string, std::string> out;
  for (const print::File& file : print::calendar_files(plan)) out[file.path] = file.bytes;
  return out;
}

Program published(const Program& program, const report::PublishPlan& plan) {
  CountingIds ids{1'000'000};
  return apply_all(program, plan.commands, ids).value().program;
}

}  // namespace

TEST_CASE("what was published is remembered by an exported folder, UIDs and all") {
  const Program starter = db::read_folder(test::source_path("samples/starter")).value();
  const auto first = report::publish(starter, kMoment, report::random_uids(1)).value();
  CHECK(first.sessions == 1);  // LDR-1/L3, pinned; the others were published or held before
  const Program program = published(starter, first);
  CHECK(validate(program).empty());

  const Program again = db::read_folder(db::to_folder(program)).value();
  const auto second = report::publish(again, {kMoment.as_of, kMoment.now + std::chrono::hours{1}},
                                      report::random_uids(2))
                          .value();
  CHECK(second.commands.empty());
  auto before = bytes_of(first);
  std::erase_if(before, [](const auto& file) { return file.first.starts_with("changes/"); });
  CHECK(bytes_of(second) == before);
}

TEST_CASE("a strict reader accepts every calendar of the starter") {
  const Program starter = db::read_folder(test::source_path("samples/starter")).value();
  const auto plan = report::publish(starter, kMoment, report::random_uids(1)).value();
  std::string name = (fs::temp_directory_path() / "tandem-calendars-XXXXXX").string();
  const fs::path folder = ::mkdtemp(name.data());
  REQUIRE(print::write_files(folder, print::calendar_files(plan)).has_value());
  const std::string python = fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const std::string command = "find " + folder.string() + " -name '*.ics' | xargs " + python + " " +
                              test::source_path("tests/peer/ics_check.py").string();
  CHECK(std::system(command.c_str()) == 0);
  fs::remove_all(folder);
}
