// schedule: the engine from the command line. A solve is a proposal; --adopt writes it.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "db/exchange/proposal_json.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"
#include "ui/cli/reasons.hpp"

namespace tandem::cli {
namespace {

// Under which name the last proposal of the plan in hand is kept.
std::string plan_name(const Context& context) {
  return context.branch.empty() ? std::string{kPublished} : context.branch;
}

Json as_json(const Program& program, const std::vector<CohortDay>& days) {
  Json out = Json::object();
  for (const CohortDay& day : days) out[std::string{code_of(program, day.cohort)}] = text(day.date);
  return out;
}

Json as_json(const Program& program, const Outcome& outcome, std::size_t violations) {
  Json unplaced = Json::array();
  for (const UnplacedSession& u : outcome.unplaced)
    unplaced.push_back({{"session", u.session},
                        {"funnel", funnel_json(u.funnel)},
                        {"reasons", reasons_json(u.reasons)}});
  Json cost = Json::object();
  for (std::size_t tier = 0; tier < kTierCount; ++tier)
    cost[std::string{kWords<Tier>[tier]}] = outcome.cost.tiers[tier];
  return {{"status", word(outcome.status)},
          {"sessions", outcome.sessions},
          {"placed", outcome.placed},
          {"unplaced", std::move(unplaced)},
          {"violations", violations},
          {"finish", as_json(program, outcome.finish)},
          {"bound", as_json(program, outcome.bound)},
          {"cost", std::move(cost)},
          {"seed", outcome.seed},
          {"steps", outcome.steps},
          {"seconds", outcome.seconds}};
}

// Who they are stands in `progress`; here the cohorts and counts.
void print_owed(std::ostream& out, const Program& program, const std::vector<Unseated>& owed) {
  std::map<Id<Cohort>, std::pair<std::set<Id<Person>>, std::set<Id<Module>>>> by_cohort;
  for (const Unseated& seat : owed) {
    by_cohort[seat.cohort].first.insert(seat.person);
    by_cohort[seat.cohort].second.insert(seat.module);
  }
  if (!owed.empty()) out << "\nto make up, as the groups of these modules were held or are full\n";
  for (const auto& [cohort, what] : by_cohort)
    out << fmt::format("    {:<10} {} in {}\n", code_of(program, cohort),
                       count(std::ssize(what.first), "person", "people"),
                       count(std::ssize(what.second), "module"));
}

void print(std::ostream& out, const Program& program, const Outcome& outcome) {
  out << fmt::format("{} of {} placed\n", outcome.placed, count(outcome.sessions, "session"));
  for (const UnplacedSession& u : outcome.unplaced) {
    out << fmt::format("\n{} found no date\n", u.session);
    print_funnel(out, u.funnel);
    for (const Reason& reason : u.reasons) out << "    - " << reason.text << '\n';
  }
  print_owed(out, program, outcome.to_make_up);
  if (!outcome.overruns.empty()) out << "\nlate or over budget\n";
  for (const Reason& reason : outcome.overruns) out << "    - " << reason.text << '\n';
  if (!outcome.finish.empty())
    out << "\nlast day of each cohort (earliest that any plan could reach)\n";
  for (const CohortDay& day : outcome.finish) {
    std::string earliest = "not known";
    for (const CohortDay& bound : outcome.bound)
      if (bound.cohort == day.cohort) earliest = words_with_year(bound.date);
    out << fmt::format("    {:<10} {} ({})\n", code_of(program, day.cohort),
                       words_with_year(day.date), earliest);
  }
}

// Draws how far a solve is on a terminal, ten times a second, until it goes out of scope.
class ProgressBar {
 public:
  ProgressBar(std::ostream& out, bool wanted, const Progress& progress)
      : out_(out), wanted_(wanted) {
    if (wanted)
      thread_ = std::jthread{[&out, &progress](std::stop_token stop) {
        while (!stop.stop_requested()) {
          const std::int64_t total = std::max<std::int64_t>(progress.steps_total, 1);
          const std::int64_t share = std::min<std::int64_t>(progress.steps * 30 / total, 30);
          out << fmt::format("\r[{:<30}] {} of {} placed ",
                             std::string(static_cast<std::size_t>(share), '='),
                             progress.placed.load(), progress.sessions.load())
              << std::flush;
          std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
      }};
  }
  ~ProgressBar() {
    if (!wanted_) return;
    thread_.request_stop();
    thread_.join();
    out_ << "\r" << std::string(70, ' ') << "\r" << std::flush;
  }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

 private:
  std::ostream& out_;
  bool wanted_;
  std::jthread thread_;
};

// The problem as the engine sees it: indexes and numbers, no names.
Result<void> dump_problem(const Program& program, const SolveOptions& options,
                          const std::filesystem::path& path) {
  const auto compiled = schedule::compile(program, {options.cohorts, options.as_of});
  if (!compiled) return fail(compiled.error());
  std::ofstream out{path, std::ios::binary};
  out << schedule::to_json((*compiled)->problem) << '\n';
  out.close();
  if (!out) return fail(ErrorCode::storage, "could not be written", path.string());
  return {};
}

Result<void> adopt(const Context& context, app::Session& session, const Proposal& proposal) {
  const auto done = app::apply_to_plan(session, context.branch, [&](Batch& batch) {
    return batch.add(AdoptSchedule{proposal, {}});
  });
  if (!done) return fail(done.error());
  if (const auto saved = session.wait(); !saved) return fail(saved.error());
  forget_proposal(context, session, plan_name(context));
  return {};
}

int adopt_last(const Context& context, app::Session& session, const Program& program) {
  const auto kept =
      session.with_store([&](Store& store) { return store.last_proposal(plan_name(context)); });
  if (!kept) return report(context, kept.error());
  if (!*kept)
    return report(
        context,
        {{ErrorCode::not_found, "there is no proposal to adopt", {}, "run tandem schedule first"}});
  const auto violations =
      verify(program, (*kept)->proposal, VerifyOptions{.as_of = session.today()});
  if (!violations.empty()) {
    Errors errors;
    for (const Violation& v : violations)
      errors.push_back({ErrorCode::refused, v.text, v.session, {}});
    errors.push_back({ErrorCode::refused,
                      "the workspace has changed since that proposal was made",
                      {},
                      "run tandem schedule again"});
    return report(context, errors);
  }
  if (const auto done = adopt(context, session, (*kept)->proposal); !done)
    return report(context, done.error());
  context.out << "adopted: " << (*kept)->summary << '\n';
  return kDone;
}

}  // namespace

int schedule(const Context& context, const ScheduleArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = app::plan_named(**session, context.branch);
  if (!plan) return report(context, plan.error());
  const auto& program = *plan;
  if (args.adopt_last) return adopt_last(context, **session, *program);
  SolveOptions options;
  Errors errors;
  for (const std::string& code : args.cohorts) {
    const auto cohort = find_by_code<Cohort>(*program, code);
    if (cohort)
      options.cohorts.push_back((*cohort)->id);
    else
      errors.insert(errors.end(), cohort.error().begin(), cohort.error().end());
  }
  if (!errors.empty()) return report(context, errors);
  options.as_of = (*session)->today();
  options.seed = args.seed;
  options.seconds = args.seconds;
  if (args.steps) options.steps = *args.steps;

  if (!args.dump_problem.empty())
    if (const auto dumped = dump_problem(*program, options, args.dump_problem); !dumped)
      return report(context, dumped.error());

  Progress progress;
  Result<Outcome> outcome = [&] {
    const ProgressBar bar{context.err, context.err_is_terminal && !context.json, progress};
    return solve(*program, options, {}, &progress);
  }();
  if (!outcome) return report(context, outcome.error());

  const auto violations =
      verify(*program, outcome->proposal, VerifyOptions{.as_of = (*session)->today()});
  const std::string summary =
      fmt::format("{} of {} placed", outcome->placed, count(outcome->sessions, "session"));
  if (!(*session)->read_only()) {
    const auto kept = (*session)->with_store([&](Store& store) {
      return store.keep_proposal(plan_name(context),
                                 {outcome->proposal, (*session)->revision(), summary});
    });
    if (!kept) return report(context, kept.error());
  }
  if (context.json)
    context.out << as_json(*program, *outcome, violations.size()).dump(2) << '\n';
  else
    print(context.out, *program, *outcome);
  for (const Violation& v : violations)
    context.err << fmt::format("{}: {} ({})\n", v.session, v.text, word(v.rule));
  if (args.adopt) {
    if (!violations.empty())
      return report(context, {{ErrorCode::refused,
                               "the plan breaks rules and was not adopted",
                               {},
                               "please report this: the engine must not propose such a plan"}});
    if (const auto done = adopt(context, **session, outcome->proposal); !done)
      return report(context, done.error());
    if (!context.json) context.out << "\nadopted; tandem undo takes it back\n";
  } else if (!context.json) {
    context.out << "\na proposal only: tandem schedule --adopt-last writes it\n";
  }
  return outcome->unplaced.empty() && violations.empty() ? kDone : kFindings;
}

}  // namespace tandem::cli
