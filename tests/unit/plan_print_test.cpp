// Plans on paper and as HTML: the same bytes each time, the text readable, everything typed by
// anybody harmless.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "db/exchange/folder.hpp"
#include "planner/base/file_name.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/print/flow.hpp"
#include "ui/print/html.hpp"
#include "ui/print/plan_files.hpp"
#include "ui/print/plan_html.hpp"
#include "ui/print/plan_pdf.hpp"
#include "ui/print/printable.hpp"

using namespace tandem;
using tandem::report::DevelopmentPlan;
using tandem::report::PlanMaker;

namespace {

DevelopmentPlan plan_of(const std::string& number, const Program& program = test::starter()) {
  return PlanMaker{program, make_date(2027, 4, 14)}.plan(*program.people.find_key(number));
}

bool has_tool(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

std::string text_of(const std::string& pdf) {
  const test::TempFolder folder{test::Medium::memory};
  const std::string file = (folder / "plan.pdf").string();
  std::ofstream{file, std::ios::binary} << pdf;
  FILE* pipe = ::popen(("pdftotext -layout " + file + " -").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    out.append(part.data(), n);
  REQUIRE(::pclose(pipe) == 0);
  return out;
}

// Somebody of Northmere, on its day.
DevelopmentPlan northmere_plan(std::string_view number) {
  static const auto program = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(program);
  return PlanMaker{*program, make_date(2027, 5, 14)}.plan(*program->people.find_key(number));
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a PDF has the same bytes for the same plan, at any time of day and in any place") {
  const DevelopmentPlan plan = plan_of("1003");
  const std::string once = print::plan_pdf(plan).bytes;
  CHECK(once.starts_with("%PDF-"));
  ::setenv("TZ", "Pacific/Auckland", 1);
  const std::string again = print::plan_pdf(plan).bytes;
  ::unsetenv("TZ");
  CHECK(once == again);
  CHECK(holds(once, "/CreationDate (20270414"));
}

TEST_CASE("files made on two threads are those made one by one, in the order asked for",
          "[threads]") {
  std::vector<DevelopmentPlan> plans;
  for (const char* number : {"1003", "1004", "1005", "1006", "1007", "1008"})
    plans.push_back(plan_of(number));
  std::size_t most = 0;
  const auto made = print::plan_files(plans, {print::PlanFormat::pdf, print::PlanFormat::html},
                                      [&](std::size_t ready) { most = std::max(most, ready); });
  REQUIRE(made.files.size() == 12);
  CHECK(most <= 6);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    CHECK(made.files[2 * i].path == plans[i].number + ".pdf");
    CHECK(made.files[2 * i].bytes == print::plan_pdf(plans[i]).bytes);
    CHECK(made.files[2 * i + 1].path == plans[i].number + ".html");
    CHECK(made.files[2 * i + 1].bytes == print::plan_html(plans[i]));
  }
}

TEST_CASE("making plans can be stopped", "[threads]") {
  const std::vector<DevelopmentPlan> plans(3, plan_of("1003"));
  std::stop_source stop;
  stop.request_stop();
  CHECK(print::plan_files(plans, {print::PlanFormat::html}, {}, stop.get_token()).files.empty());
}

TEST_CASE("the text of a PDF can be read back, own words first") {
  if (!has_tool("pdftotext")) return;
  const std::string text = text_of(print::plan_pdf(plan_of("1003")).bytes);
  const auto words = text.find("I would like to be the head of department");
  const auto step = text.find("Pairing launch");
  const auto evidence = text.find("How each side sees it");
  REQUIRE(words != std::string::npos);
  REQUIRE(step != std::string::npos);
  REQUIRE(evidence != std::string::npos);
  CHECK(words < step);
  CHECK(step < evidence);
  CHECK(holds(text, "Kofi Mensah-Brandt · as of 14 Apr 2027"));
  CHECK(holds(text, "page 1 of 2"));
  CHECK(holds(text, "page 2 of 2"));
}

TEST_CASE("names of many scripts come out of a PDF as they went in") {
  if (!has_tool("pdftotext")) return;
  DevelopmentPlan plan = plan_of("1001");
  for (const char* name :
       {"Zsófia Ægisdóttir-Šťastný", "Αικατερίνη Παπαδοπούλου", "Дмитрий Соколов",
        "Siobhán O’Donoghue-D'Arcy", "Halima", "Maximiliane-Charlotte v. Hohenlohe-Bartens"}) {
    plan.name = name;
    const print::PlanPdf pdf = print::plan_pdf(plan);
    CHECK(pdf.pages == 1);
    CHECK(pdf.missing_scripts.empty());
    CHECK(holds(text_of(pdf.bytes), name));
  }
}

TEST_CASE("notices, two frameworks and notes on ratings are on paper and in the HTML") {
  struct Told {
    const char* number;
    std::vector<std::string_view> parts;
  };
  const std::vector<Told> all{
      {"1100", {"About this plan", "This plan only manages: 85 %", "What would bring leading"}},
      {"1003", {"On more than one framework", "Framework 2027.1", "Framework 2027.2"}},
      {"1029", {"The marks of your manager are all of one level"}}};
  for (const Told& told : all) {
    const DevelopmentPlan plan = northmere_plan(told.number);
    const std::string html = print::plan_html(plan);
    const std::string paper = has_tool("pdftotext") ? text_of(print::plan_pdf(plan).bytes) : html;
    for (const std::string_view part : told.parts) {
      CAPTURE(told.number, part);
      CHECK(holds(html, part));
      CHECK(holds(paper, part));
    }
  }
  // Who gave them is not said on the person's own plan.
  CHECK_FALSE(holds(print::plan_html(northmere_plan("1029")), "Duncan Dyson-Clarke gave"));
}

TEST_CASE("a plan that is one page when it is set a little tighter has no second one") {
  for (const char* number : {"1060", "1067", "1203"}) {
    CAPTURE(number);
    CHECK(print::plan_pdf(northmere_plan(number)).pages == 1);
  }
}

TEST_CASE("a private moment is in no file of its person") {
  const std::string secret = "Said no to a Sunday call";
  bool stored = false;
  for (const Moment& m : test::starter().moments) stored |= m.text.starts_with(secret);
  REQUIRE(stored);  // in the sample, not shared
  const DevelopmentPlan plan = plan_of("1011");
  CHECK_FALSE(holds(print::plan_html(plan), secret));
  if (has_tool("pdftotext")) CHECK_FALSE(holds(text_of(print::plan_pdf(plan).bytes), secret));
}

TEST_CASE("whatever is typed anywhere, HTML shows it as text") {
  DevelopmentPlan plan = plan_of("1003");
  const std::string hostile = "<script>alert(1)</script>\"'&</title></style>\u202E";
  plan.name = plan.organisation = plan.place = plan.journey = hostile;
  plan.own_words.words = plan.own_words.when = plan.own_path = hostile;
  plan.next_step.what = plan.next_step.detail = hostile;
  plan.seasons = {{SeasonKind::paused, hostile}};
  plan.goals[0] = {{hostile, hostile}};
  plan.goals_without_horizon = {{hostile, hostile}};
  plan.growth_areas = {{hostile, Orientation::lead, hostile, hostile}};
  plan.growth_note = hostile;
  plan.resting = {hostile};
  plan.actions[0] = {{hostile, hostile, ActionState::doing}};
  plan.modules = {{hostile, hostile, ModuleState::undated}};
  report::PersonMeeting meeting;
  meeting.module = meeting.title = meeting.part = meeting.time = hostile;
  meeting.clock = meeting.other_clock = meeting.place = meeting.with = hostile;
  plan.ahead = {meeting};
  plan.done = {hostile};
  for (auto& view : plan.competencies) view.name = view.note = view.sentence = hostile;
  plan.framework = hostile;
  plan.moments = {{hostile, hostile}};
  plan.contact = hostile;
  const std::string html = print::plan_html(plan);
  CHECK_FALSE(holds(html, "<script"));
  CHECK_FALSE(holds(html, "\u202E"));
  CHECK(html.find("</title>") == html.rfind("</title>"));
  CHECK(html.find("</style>") == html.rfind("</style>"));
  // A quote inside an attribute would end it.
  CHECK_FALSE(holds(html, "&lt;/script&gt;\""));
  CHECK(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
  CHECK(print::plan_pdf(plan).pages >= 1);
}

TEST_CASE("an HTML plan asks for nothing outside itself and runs nothing") {
  const std::string html = print::plan_html(plan_of("1003"));
  for (const char* outside : {"<script", "src=", "href=", "url(", "@import", "http", "onload"})
    CHECK_FALSE(holds(html, outside));
  CHECK(holds(html, "<html lang=\"en\">"));
  CHECK(holds(html, "<h1>"));
  CHECK(holds(html, "scope=\"col\""));
  CHECK(holds(html, "scope=\"row\""));
  CHECK(holds(html, "role=\"img\" aria-label=\"Emotional intelligence: Advanced expected. Self:"));
  CHECK(holds(html, "@media print"));
}

TEST_CASE("text is set without characters that steer the page") {
  CHECK(print::printable("a\u202Eb\u2066c\u2069\x01\x7F") == "abc");
  CHECK(print::printable("one\r\ntwo\tthree") == "one\ntwo three");
  CHECK(print::printable_line("one\ntwo") == "one two");
  CHECK(print::printable("\u05D3\u200F!") == "\u05D3\u200F!");  // a mark that leans stays
  CHECK(print::printable("a\xFFz") == "a\uFFFDz");
  CHECK(print::escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
}

TEST_CASE("only a number that can name a file on every system names one") {
  for (const char* good : {"1003", "A-17", "00042", "Ä1", "a.b"}) CHECK(is_file_name(good));
  for (const char* bad :
       {"", ".", "..", "../1003", "a/b", "a\\b", ".hidden", "a\nb", "a:b", "x.", " 1", "1 ", "a*b"})
    CHECK_FALSE(is_file_name(bad));
  CHECK_FALSE(is_file_name(std::string(121, '1')));
}

TEST_CASE("pages break before a block that does not fit, and never behind a heading") {
  const auto block = [](float height, bool keep) { return print::Block{height, 10, {}, keep}; };
  // 100 a page. 60, then a heading of 20 kept with 30: 60 + 10 + 20 + 10 + 30 > 100.
  const std::vector<print::Block> blocks{block(60, false), block(20, true), block(30, false)};
  const auto pages = print::pages_of(blocks, 0, 100);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].size() == 1);
  REQUIRE(pages[1].size() == 2);
  CHECK(pages[1][0].top == 0);   // the space above is dropped
  CHECK(pages[1][1].top == 30);  // 20 + 10
}

TEST_CASE("a chain of blocks taller than a page breaks all the same") {
  const std::vector<print::Block> blocks(5, print::Block{40, 0, {}, true});
  const auto pages = print::pages_of(blocks, 0, 100);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].size() == 2);
}

TEST_CASE("an answer longer than a page runs on over pages, whole") {
  if (!has_tool("pdftotext")) return;
  DevelopmentPlan plan = plan_of("1001");
  plan.own_words.words.clear();
  for (int i = 0; i < 2000; ++i) plan.own_words.words += "word" + std::to_string(i) + " ";
  const print::PlanPdf pdf = print::plan_pdf(plan);
  CHECK(pdf.pages > 2);
  const std::string text = text_of(pdf.bytes);
  for (int i = 0; i < 2000; i += 13) CHECK(holds(text, "word" + std::to_string(i)));
}

TEST_CASE("a script that no font prints is named on the page") {
  DevelopmentPlan plan = plan_of("1001");
  plan.name = "\U00018B00\U00018B01";  // Khitan small script
  const print::PlanPdf pdf = print::plan_pdf(plan);
  CHECK(pdf.missing_scripts == std::set<std::string>{"Kits"});
  if (has_tool("pdftotext")) CHECK(holds(text_of(pdf.bytes), "no font here prints Kits"));
}
