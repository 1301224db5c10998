// What is said of people holds for all of them: an excused absence or a pause never lowers
// anything, dissent changes no flag, and the order of rows in a file changes no answer.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "db/exchange/folder.hpp"
#include "planner/base/random.hpp"
#include "planner/base/text.hpp"
#include "planner/flags/finding.hpp"
#include "planner/progress/cohort_progress.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/generator.hpp"
#include "tests/support/sample_session.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/cli/run.hpp"

namespace {

using namespace tandem;

const Date kToday = make_date(2027, 4, 14);

// a is at least b, without a division.
bool at_least(Ratio a, Ratio b) { return a.part * b.whole >= b.part * a.whole; }

// The starter with marks, ratings, notes and rules drawn at random, so that all states occur.
Program random_starter(Rng& rng) {
  test::Draft draft{test::starter()};
  draft.change_where<Attendance>([&](const Attendance&) { return rng.chance(1, 2); },
                                 [&](Attendance& a) {
                                   a.status = static_cast<AttendanceStatus>(rng.below(4));
                                   a.minutes.reset();
                                   if (a.status == AttendanceStatus::partial)
                                     a.minutes = rng.between(0, 240);
                                 });
  draft.remove_where<Attendance>([&](const Attendance&) { return rng.chance(1, 8); });
  const Program& program = draft.program();
  std::vector<Id<Person>> people;
  for (const Person& p : program.people) people.push_back(p.id);
  // Mostly the same few, so that some are known well.
  const auto somebody = [&] {
    return rng.chance(3, 4) ? people[2 + rng.below(5)]
                            : people[rng.below(static_cast<std::uint32_t>(people.size()))];
  };
  const auto mentoring = draft.id<Competency>("MEN");
  for (int i = 0; i < 90; ++i) {
    draft.add<Rating>([&](Rating& r) {
      r.person = somebody();
      r.competency = mentoring;
      r.source = static_cast<RatingSource>(rng.below(6));
      r.rater = std::to_string(rng.between(1, 6));
      r.level = rng.between(1, 5);
      r.date = kToday - days{rng.between(-30, 900)};
    });
    draft.add<Evidence>([&](Evidence& e) {
      e.person = somebody();
      e.competency = mentoring;
      e.kind = rng.chance(1, 2) ? "observation" : "artefact";
      e.stance = static_cast<Stance>(rng.below(3));
      e.author = std::to_string(rng.between(1, 6));
      e.date = kToday - days{rng.between(-30, 900)};
      e.text = "note " + std::to_string(i);
      e.dissent = rng.chance(1, 4);
    });
  }
  for (const char* conditions :
       {"level MEN >= 3 from manager,peer,report within 24m;evidence observation for MEN >= 2",
        "any:level MEN >= 4 from self,task within 36m;any:own_view expert;role_target MEN",
        "track_history people >= 3y;own_view people;any:evidence artefact for MEN >= 1"})
    draft.add<FlagRule>([&](FlagRule& r) {
      r.code = std::string{"R"} + conditions;
      r.text = "Talk.";
      r.author = "1002";
      r.version = "1";
      r.conditions = conditions;
    });
  return draft.program();
}

struct Everything {
  explicit Everything(const Program& program)
      : people(people_progress(program, kToday)), cohorts(cohort_progress(program, kToday)) {}

  std::vector<PersonProgress> people;
  std::vector<CohortProgress> cohorts;
};

int short_of_plan(const CohortProgress& cohort) {
  int worst = 0;
  for (const BurnUpPoint& p : cohort.burn_up)
    if (p.actual) worst = std::max(worst, p.planned - *p.actual);
  return worst;
}

void require_not_lower(const Everything& after, const Everything& before) {
  for (std::size_t i = 0; i < before.people.size(); ++i) {
    const PersonProgress& a = after.people[i];
    const PersonProgress& b = before.people[i];
    REQUIRE(a.counts[ModuleState::done] >= b.counts[ModuleState::done]);
    REQUIRE(at_least(a.minutes, b.minutes));
    REQUIRE(a.behind <= b.behind);
    REQUIRE((a.pace != Pace::behind || b.pace == Pace::behind));
  }
  for (std::size_t i = 0; i < before.cohorts.size(); ++i) {
    const CohortProgress& a = after.cohorts[i];
    const CohortProgress& b = before.cohorts[i];
    REQUIRE(at_least(a.seats, b.seats));
    REQUIRE(at_least(a.minutes, b.minutes));
    REQUIRE(a.behind <= b.behind);
    REQUIRE(short_of_plan(a) <= short_of_plan(b));
  }
}

// Each rule's answer to each person, without ids.
std::vector<std::string> outcomes(const Program& program) {
  std::vector<std::string> out;
  for (const flags::Finding& f : flags::findings(program, kToday)) {
    std::string line{code_of(program, f.person)};
    line += " " + program.flag_rules.at(f.rule).code + " ";
    line += word(f.outcome);
    for (const auto* side : {&f.for_it, &f.against, &f.not_known}) {
      line += " |";
      for (const flags::Item& item : *side) line += " " + item.text + " " + item.note + ";";
    }
    out.push_back(std::move(line));
  }
  return out;
}

template <class T>
const T& any_of(const Table<T>& rows, Rng& rng) {
  auto it = rows.begin();
  for (auto n = rng.below(static_cast<std::uint32_t>(rows.size())); n > 0; --n) ++it;
  return *it;
}

db::Folder shuffled(const db::Folder& folder, Rng& rng) {
  db::Folder out;
  for (const auto& [name, text] : folder) {
    std::vector<std::string> lines = split(text, '\n');
    // No cell of the folder holds a line break: every line is a row.
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (name != "workspace.csv")
      for (std::size_t i = lines.size(); i > 2; --i)
        std::swap(lines[i - 1], lines[1 + rng.below(static_cast<std::uint32_t>(i - 1))]);
    for (const std::string& line : lines) out[name] += line + "\n";
  }
  return out;
}

std::string tandem_says(std::vector<std::string> args) {
  static const FixedClock clock{std::chrono::sys_days{std::chrono::January / 1 / 2027}};
  std::ostringstream out;
  std::ostringstream err;
  const int exit = cli::run(args, {out, err, clock, "tester", false, {}, false, {}, {}});
  CAPTURE(args, err.str());
  REQUIRE(exit <= cli::kFindings);
  return out.str();
}

}  // namespace

TEST_CASE("an excused absence never lowers a person, a cohort or a flag") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Rng rng{seed};
    Program program = random_starter(rng);
    for (int i = 0; i < 3; ++i) {
      const Everything before{program};
      const auto flags = outcomes(program);
      // Somebody who did not come, or of whom nothing was known, is excused.
      const Seat& seat = any_of(program.seats, rng);
      Attendance mark;
      mark.id = Id<Attendance>{5'000'000 + static_cast<RawId>(i)};
      for (const Meeting& m : program.meetings)
        if (m.session == seat.session) mark.meeting = m.number;
      for (const Attendance& a : program.attendance)
        if (a.session == seat.session && a.person == seat.person && a.meeting == mark.meeting)
          mark = a;
      if (mark.meeting == 0 || seat.status != SeatStatus::booked) continue;
      const bool present = mark.session && (mark.status == AttendanceStatus::full ||
                                            mark.status == AttendanceStatus::partial);
      if (present) continue;
      mark.session = seat.session;
      mark.person = seat.person;
      mark.status = AttendanceStatus::excused;
      program.attendance.put(mark);
      require_not_lower(Everything{program}, before);
      REQUIRE(outcomes(program) == flags);
    }
  }
}

TEST_CASE("a pause never lowers a person, a cohort or a flag") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Rng rng{seed};
    Program program = random_starter(rng);
    for (int i = 0; i < 3; ++i) {
      const Everything before{program};
      const auto flags = outcomes(program);
      Season pause;
      pause.id = Id<Season>{5'000'000 + static_cast<RawId>(i)};
      pause.person = any_of(program.people, rng).id;
      pause.from = make_date(2027, 2, 15) + days{rng.between(0, 80)};
      if (rng.chance(2, 3)) pause.to = pause.from + days{rng.between(0, 60)};
      pause.season = SeasonKind::paused;
      program.seasons.put(pause);
      const Everything after{program};
      require_not_lower(after, before);
      REQUIRE(outcomes(program) == flags);
      for (const CohortProgress& cohort : after.cohorts)
        for (const PersonNeed& need : cohort.people)
          if (need.person == pause.person)
            REQUIRE_FALSE(TrainingRecords(program, kToday).paused(pause.person, kToday));
    }
  }
}

TEST_CASE("what is tagged as dissent changes no flag, whoever wrote it and whatever it says") {
  int with_dissent = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Rng rng{seed};
    const Program program = random_starter(rng);
    test::Draft without{program};
    with_dissent += without.remove_where<Evidence>([](const Evidence& e) { return e.dissent; });
    REQUIRE(outcomes(without) == outcomes(program));
    // A challenge that was not tagged as one lowers nothing either: only its place differs.
    test::Draft tagged{program};
    tagged.change_where<Evidence>(
        [&](const Evidence& e) { return e.stance != Stance::for_it && rng.chance(1, 2); },
        [](Evidence& e) { e.dissent = !e.dissent; });
    const auto a = flags::findings(tagged, kToday);
    const auto b = flags::findings(program, kToday);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(a[i].outcome == b[i].outcome);
  }
  REQUIRE(with_dissent > 0);
}

TEST_CASE("all three outcomes occur among the flags drawn at random") {
  std::array<int, 3> seen{};
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Rng rng{seed};
    for (const auto& f : flags::findings(random_starter(rng), kToday))
      ++seen[static_cast<std::size_t>(f.outcome)];
  }
  for (const int n : seen) REQUIRE(n >= 20);
}

namespace {

struct Questions {
  std::vector<std::string> cohorts;
  std::vector<std::string> people;
  std::string steps;
};

// All that is said of these rows, and the plan that is made of them.
std::vector<std::string> told(const db::Folder& rows, const Questions& ask) {
  test::TempFolder place{test::Medium::memory};
  const auto source = place.path() / "source";
  std::filesystem::create_directory(source);
  for (const auto& [name, text] : rows) std::ofstream{source / name, std::ios::binary} << text;
  const std::string file = (place.path() / "w.tandem").string();
  tandem_says({"load", file, source.string()});
  std::vector<std::string> out{tandem_says({"progress", file, "--json"}),
                               tandem_says({"progress", file, "--json", "--units"}),
                               tandem_says({"flags", file, "--json"})};
  for (const std::string& cohort : ask.cohorts)
    out.push_back(tandem_says({"progress", file, "--json", "--cohort", cohort}));
  for (const std::string& person : ask.people) {
    out.push_back(tandem_says({"progress", file, "--json", "--person", person}));
    out.push_back(tandem_says({"flags", file, "--json", "--person", person}));
  }
  tandem_says({"schedule", file, "--adopt", "--seed", "3", "--steps", ask.steps});
  tandem_says({"export", file, (place.path() / "out").string()});
  const auto planned = db::read_folder(place.path() / "out");
  REQUIRE(planned);
  for (const auto& [name, text] : db::to_folder(*planned)) {
    // Rows of one key stand as they were entered.
    auto lines = split(text, '\n');
    std::sort(lines.begin(), lines.end());
    out.push_back(name + "\n" + join(lines, "\n"));
  }
  return out;
}

void require_no_order(const db::Folder& folder, const Questions& ask, int shuffles) {
  Rng rng{7};
  const auto plain = told(folder, ask);
  REQUIRE(plain.size() > 40);
  for (int i = 0; i < shuffles; ++i) {
    const auto again = told(shuffled(folder, rng), ask);
    REQUIRE(again.size() == plain.size());
    for (std::size_t k = 0; k < plain.size(); ++k) REQUIRE(again[k] == plain[k]);
  }
}

}  // namespace

TEST_CASE("the order of the rows in a folder changes no progress, no flag and no schedule") {
  // Two rows swap places in half of the shuffles: eight miss one pair in 256.
  require_no_order(db::to_folder(test::starter()),
                   {{"LDR-1", "MGR-1"}, {"1003", "1006", "1011", "1012"}, "300"}, 8);
}

TEST_CASE("the order of the rows changes nothing of Northmere either, where there is more to mix") {
  const auto northmere = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(northmere);
  require_no_order(db::to_folder(*northmere),
                   {{"LDR-1", "MGR-2"}, {"1003", "1029", "1050", "1105", "1110", "1270"}, "100"},
                   2);
}
