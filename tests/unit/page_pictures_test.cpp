// Pages to look at: the ones that are printed, drawn once and kept, and never those of yesterday.
#include "ui/app/page_pictures.hpp"

#include <atomic>

#include "planner/base/date.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/print/page_canvas.hpp"
#include "ui/print/plan_pdf.hpp"

using namespace tandem;
using app::DocumentKind;
using app::PagePictures;

namespace {

const Date kToday = make_date(2027, 4, 14);

// Answers with a picture of the asked width and counts how often it had to.
struct CountingPrinter : app::Printer {
  mutable std::atomic<int> drawn{0};

  std::vector<geometry::Picture> pictures(const app::Document&, int width) const override {
    ++drawn;
    return {{width, 1, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * 4)}};
  }
  int widest() const override { return 1000; }
  app::PrintedDocument print(const app::Document&, app::DocumentFormat) const override {
    return {};
  }
  std::string print(const report::CalendarFile&) const override { return {}; }
  Result<app::WrittenFiles> write(const std::filesystem::path&,
                                  const std::vector<app::PrintedFile>&) const override {
    return {};
  }
};

PagePictures::Wish wish_of(const std::string& number, int width, std::uint64_t edition = 1) {
  static const auto program = std::make_shared<const Program>(test::starter());
  return {{DocumentKind::plan, number}, program, edition, kToday, width};
}

}  // namespace

TEST_CASE("lines and pages break on the screen where they break on paper") {
  const Program& program = test::starter();
  const report::PlanMaker maker{program, kToday};
  print::PageCanvas paper{print::PdfTitle{}};
  // A width that falls on no whole pixel of a letter.
  print::PageCanvas screen{411};
  for (const Person& p : program.people) {
    const auto plan = maker.plan(p);
    CHECK(print::plan_pictures(plan, 411).size() ==
          static_cast<std::size_t>(print::plan_pdf(plan).pages));
    for (const float size : {8.0F, 9.5F, 15.0F})
      for (const float width : {90.0F, 150.0F, 480.0F}) {
        const print::Run run{plan.own_words.words + plan.next_step.what, print::Style{size}};
        CHECK(screen.height({&run, 1}, width) == paper.height({&run, 1}, width));
      }
  }
}

TEST_CASE(
    "a picture of a page has the width asked for, white paper and ink on it, each time the same") {
  const auto plan =
      report::PlanMaker{test::starter(), kToday}.plan(*test::starter().people.find_key("1003"));
  const auto pages = print::plan_pictures(plan, 300);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].width == 300);
  CHECK(pages[0].height == 424);  // 300 * 841.89 / 595.28 = 424.3
  REQUIRE(pages[0].rgba.size() == 300U * 424 * 4);
  CHECK(pages[0].rgba[0] == 255);
  CHECK(pages[0].rgba[3] == 255);
  std::size_t dark = 0;
  for (std::size_t k = 0; k < pages[0].rgba.size(); k += 4) dark += pages[0].rgba[k] < 128;
  CHECK(dark > 500);
  CHECK(dark < 300U * 424 / 4);
  CHECK(print::plan_pictures(plan, 300) == pages);
}

TEST_CASE("a page is drawn once for an edition and a width, and again when either changes") {
  CountingPrinter printer;
  PagePictures pictures{printer};
  CHECK(pictures.pages(wish_of("1003", 300)) == nullptr);
  pictures.wait();
  const app::Pages* first = pictures.pages(wish_of("1003", 300));
  REQUIRE(first);
  CHECK(first->pictures[0].width == 300);
  CHECK_FALSE(pictures.busy());
  CHECK(printer.drawn == 1);
  // Another width: the old one is shown while the new one is drawn.
  first = pictures.pages(wish_of("1003", 400));
  REQUIRE(first);
  CHECK(first->pictures[0].width == 300);
  pictures.wait();
  CHECK(pictures.pages(wish_of("1003", 400))->pictures[0].width == 400);
  // What has changed since is not shown at all.
  CHECK(pictures.pages(wish_of("1003", 400, 2)) == nullptr);
  pictures.wait();
  CHECK(pictures.pages(wish_of("1003", 400, 2)) != nullptr);
  CHECK(printer.drawn == 3);
}

TEST_CASE("a picture is never wider than the printer can") {
  CountingPrinter printer;
  PagePictures pictures{printer};
  pictures.pages(wish_of("1003", 90'000));
  pictures.wait();
  CHECK(pictures.pages(wish_of("1003", 90'000))->pictures[0].width == 1000);
}

TEST_CASE("a document that is gone says so instead of a page") {
  CountingPrinter printer;
  PagePictures pictures{printer};
  pictures.pages(wish_of("9999", 300));
  pictures.wait();
  const app::Pages* pages = pictures.pages(wish_of("9999", 300));
  REQUIRE(pages);
  REQUIRE(pages->errors.size() == 1);
  CHECK(pages->errors[0].code == ErrorCode::not_found);
  CHECK(printer.drawn == 0);
}
