// Documents on their way to a folder: all of them, some of them, none of them, and why.
#include "ui/app/export_job.hpp"

#include <latch>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"

using namespace tandem;
using app::DocumentFormat;
using app::DocumentKind;
using app::DocumentRef;
using app::ExportJob;

namespace {

// Prints the name of what it is given, and keeps what is written as a disk would. A test may fill
// the disk or hold the printer at a document.
struct TestPrinter : app::Printer {
  std::size_t room = 1'000'000;  // files the disk takes
  std::string hold_at{};         // printing this plan tells `reached` and waits for `go_on`
  mutable std::latch reached{1};
  mutable std::latch go_on{1};
  mutable std::set<std::string> files;
  mutable std::filesystem::path folder;

  std::vector<geometry::Picture> pictures(const app::Document&, int) const override { return {}; }
  int widest() const override { return 1; }
  app::PrintedDocument print(const app::Document& document, DocumentFormat) const override {
    const auto* plan = std::get_if<report::DevelopmentPlan>(&document);
    if (plan && plan->number == hold_at) {
      reached.count_down();
      go_on.wait();
    }
    return {plan ? plan->number : std::get<report::Handout>(document).title, 1, {}};
  }
  std::string print(const report::CalendarFile& calendar) const override { return calendar.name; }
  Result<app::WrittenFiles> write(const std::filesystem::path& where,
                                  const std::vector<app::PrintedFile>& all) const override {
    folder = where;
    if (files.size() + all.size() > room)
      return fail(ErrorCode::storage, "the file cannot be written: No space left on device",
                  where.string(), "check the folder and the space on the disk");
    for (const auto& file : all) files.insert(file.path);
    return app::WrittenFiles{all.size(), 0};
  }
};

std::vector<DocumentRef> plans_of(const Program& program) {
  std::vector<DocumentRef> out;
  for (const Person& p : program.people) out.push_back({DocumentKind::plan, p.number});
  return out;
}

}  // namespace

TEST_CASE("everybody's plan is made and told where it went", "[threads]") {
  TestPrinter printer;
  const auto session = test::session_of(test::starter());
  ExportJob job{printer};
  CHECK(job.report() == nullptr);
  job.start(*session,
            {plans_of(test::starter()), {DocumentFormat::pdf, DocumentFormat::html}, "/home/x"});
  CHECK(job.running());
  job.wait(*session);
  const app::ExportReport* report = job.report();
  REQUIRE(report);
  CHECK(report->errors.empty());
  CHECK(report->done == 14);
  CHECK(report->pages == 28);  // the printer says one page a format
  CHECK(report->folder == "/home/x/plans");
  CHECK(printer.folder == "/home/x/plans");
  CHECK(printer.files.size() == 28);
  CHECK(printer.files.contains("1003.html"));
  CHECK(session->undo_state().undoable == std::nullopt);  // looking at paper changes nothing
}

TEST_CASE("stopped in the middle: what was made is in the folder, the rest is not begun",
          "[threads]") {
  TestPrinter printer;
  printer.hold_at = "1010";
  const auto session = test::session_of(test::starter());
  ExportJob job{printer};
  job.start(*session, {plans_of(test::starter()), {DocumentFormat::pdf}, "/home/x"});
  printer.reached.wait();
  CHECK(job.made() == 9);
  job.stop();
  CHECK(job.stopping());
  printer.go_on.count_down();
  job.wait(*session);
  REQUIRE(job.report());
  CHECK(job.report()->stopped);
  CHECK(job.report()->done == 10);  // 1001 to 1010, the one in the printer to its end
  CHECK(printer.files.size() == 10);
  CHECK(printer.files.contains("1010.pdf"));
  CHECK_FALSE(printer.files.contains("1011.pdf"));
}

TEST_CASE("a full disk ends it with the reason, and says how many are there all the same") {
  TestPrinter printer;
  printer.room = 10;
  const auto session = test::session_of(test::starter());
  ExportJob job{printer};
  job.start(*session, {plans_of(test::starter()), {DocumentFormat::pdf}, "/home/x"});
  job.wait(*session);
  REQUIRE(job.report());
  REQUIRE(job.report()->errors.size() == 1);
  CHECK(job.report()->errors[0].message == "the file cannot be written: No space left on device");
  CHECK(job.report()->done == 8);  // one batch
  CHECK(printer.files.size() == 8);
}

TEST_CASE("what cannot be begun is refused before a page is made") {
  TestPrinter printer;
  test::Draft draft{test::starter()};
  draft.change<Person>("1003", [](Person& p) { p.number = "../1003"; });
  const auto session = test::session_of(draft.program());
  const auto refused = [&](app::ExportOrder order) {
    ExportJob job{printer};
    job.start(*session, std::move(order));
    CHECK_FALSE(job.running());
    REQUIRE(job.report());
    CHECK(job.report()->done == 0);
    REQUIRE(job.report()->errors.size() == 1);
    return job.report()->errors[0].message;
  };
  const DocumentRef plan{DocumentKind::plan, "1004"};
  CHECK(refused({{}, {DocumentFormat::pdf}, "/home/x"}) == "there is nothing to save");
  CHECK(refused({{plan}, {}, "/home/x"}) == "no format is chosen");
  CHECK(refused({{plan}, {DocumentFormat::pdf}, "plans"}) == "the folder is not a whole path");
  CHECK(refused({{{DocumentKind::plan, "../1003"}}, {DocumentFormat::pdf}, "/home/x"}) ==
        "this code cannot name a file");
  CHECK(printer.files.empty());
}

TEST_CASE(
    "calendars that go out are remembered in the workspace, before the first file is written") {
  TestPrinter printer;
  const auto session = test::session_of(test::starter());
  REQUIRE(session->program()->calendar_entries.empty());
  ExportJob job{printer};
  const app::ExportOrder order{
      {{DocumentKind::calendar, "LDR-1"}, {DocumentKind::calendar, "MGR-1"}},
      {DocumentFormat::ics, DocumentFormat::pdf},
      "/home/x"};
  job.start(*session, order);
  job.wait(*session);
  REQUIRE(job.report());
  CHECK(job.report()->errors.empty());
  CHECK(printer.files == std::set<std::string>{"LDR-1.ics", "LDR-1.pdf", "MGR-1.ics", "MGR-1.pdf"});
  const std::size_t remembered = session->program()->calendar_entries.size();
  CHECK(remembered > 0);
  CHECK(session->save_state() == app::SaveState::saved);
  // Once more: nothing has moved, so nothing new is to be remembered.
  job.start(*session, order);
  job.wait(*session);
  CHECK(session->program()->calendar_entries.size() == remembered);
}

TEST_CASE("somebody without a meeting has a plan and no calendar file, and is counted") {
  TestPrinter printer;
  const auto session = test::session_of(test::starter());
  ExportJob job{printer};
  job.start(*session, {{{DocumentKind::plan, "1001"}, {DocumentKind::plan, "1003"}},
                       {DocumentFormat::pdf, DocumentFormat::ics},
                       "/home/x"});
  job.wait(*session);
  REQUIRE(job.report());
  CHECK(job.report()->done == 2);
  CHECK(job.report()->without_calendar == 1);
  CHECK(printer.files == std::set<std::string>{"1001.pdf", "1003.ics", "1003.pdf"});
}

TEST_CASE("a session's code names a file without its slash") {
  TestPrinter printer;
  const auto session = test::session_of(test::starter());
  ExportJob job{printer};
  job.start(*session, {{{DocumentKind::attendance, "LDR-1/B1"}}, {DocumentFormat::csv}, "/home/x"});
  job.wait(*session);
  CHECK(printer.files == std::set<std::string>{"LDR-1+B1.csv"});
  CHECK(printer.folder == "/home/x/attendance");
}
