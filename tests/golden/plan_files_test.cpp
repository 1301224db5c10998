// Whole plans, read once by a person: a full one, somebody on a pause, and one with nothing in it.
#include "planner/report/development_plan.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/print/plan_html.hpp"

using namespace tandem;

TEST_CASE("HTML plans are what they were when a person read them") {
  const Program& starter = test::starter();
  const auto same = [&](const std::string& name, const std::string& number, Date as_of) {
    INFO(name);
    const report::PlanMaker maker{starter, as_of};
    const std::string html = print::plan_html(maker.plan(*starter.people.find_key(number)));
    CHECK(html == test::golden("plan/" + name, html));
  };
  same("full.html", "1003", make_date(2027, 4, 14));
  same("paused.html", "1006", make_date(2027, 5, 20));
  same("empty.html", "1001", make_date(2027, 4, 14));
}
