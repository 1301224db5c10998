// repair: what has happened, and the plan mended with as few people to tell as can be.
#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "planner/schedule/repair.hpp"
#include "planner/schedule/verify.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

template <class T>
Result<void> aim(const Program& program, const std::string& code, Disruption& out) {
  if (code.empty()) return {};
  const auto row = find_by_code<T>(program, code);
  if (!row) return fail(row.error());
  out.what = (*row)->id;
  return {};
}

template <class T>
Json codes(const Program& program, const std::vector<Id<T>>& ids) {
  Json out = Json::array();
  for (const auto id : ids) out.push_back(code_of(program, id));
  return out;
}

Json as_json(const Program& program, const Repair& repair, std::size_t violations) {
  Json sessions = Json::array();
  for (const SessionChange& change : repair.changes.sessions)
    sessions.push_back({{"session", change.session},
                        {"text", change.text},
                        {"learners", codes(program, change.learners)}});
  return {{"broken", repair.broken},
          {"unplaced", repair.unplaced},
          {"changes", std::move(sessions)},
          {"touched", repair.changes.touched()},
          {"people", codes(program, repair.changes.people)},
          {"facilitators", codes(program, repair.changes.facilitators)},
          {"notice_days", repair.changes.notice_days ? Json(*repair.changes.notice_days) : Json()},
          {"violations", violations},
          {"steps", repair.steps}};
}

void print(std::ostream& out, const Program& program, const Repair& repair) {
  if (repair.broken.empty() && repair.changes.sessions.empty()) {
    out << "nothing in the plan is in the way\n";
    return;
  }
  for (const SessionChange& change : repair.changes.sessions) out << "  " << change.text << '\n';
  std::vector<std::string> told;
  if (!repair.changes.people.empty())
    told.push_back(count(std::ssize(repair.changes.people), "participant"));
  if (!repair.changes.facilitators.empty())
    told.push_back(count(std::ssize(repair.changes.facilitators), "facilitator"));
  out << fmt::format("{} to tell{}\n", told.empty() ? "nobody" : sentence_list(told),
                     repair.changes.notice_days
                         ? fmt::format(", {} before the first date concerned",
                                       count(*repair.changes.notice_days, "day"))
                         : "");
  for (const auto id : repair.changes.people)
    out << fmt::format("    {} {}\n", code_of(program, id), program.people.at(id).name);
  for (const auto id : repair.changes.facilitators)
    out << fmt::format("    {} {}\n", code_of(program, id), program.facilitators.at(id).name);
}

}  // namespace

int repair_plan(const Context& context, const RepairArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = app::plan_named(**session, context.branch);
  if (!plan) return report(context, plan.error());
  const auto& program = *plan;
  Disruption disruption;
  disruption.from = args.from.value();
  disruption.to = args.to.value();
  for (const auto& aimed :
       {aim<Facilitator>(*program, args.facilitator, disruption),
        aim<Room>(*program, args.room, disruption), aim<Cohort>(*program, args.cohort, disruption),
        aim<Person>(*program, args.person, disruption)})
    if (!aimed) return report(context, aimed.error());
  RepairOptions options;
  options.as_of = (*session)->today();
  options.seed = args.seed;
  if (args.steps) options.steps = *args.steps;
  const auto mended = repair(*program, disruption, options);
  if (!mended) return report(context, mended.error());

  // Every rule that the mended plan breaks and the plan as it was did not.
  std::vector<Violation> violations = verify(mended->after, options.as_of);
  const std::vector<Violation> known = verify(*program, options.as_of);
  std::erase_if(violations, [&](const Violation& v) {
    return std::find(known.begin(), known.end(), v) != known.end();
  });
  if (context.json)
    context.out << as_json(mended->after, *mended, violations.size()).dump(2) << '\n';
  else
    print(context.out, mended->after, *mended);
  for (const Violation& v : violations)
    context.err << fmt::format("{}: {} ({})\n", v.session, v.text, word(v.rule));
  if (args.adopt) {
    if (!violations.empty())
      return report(context, {{ErrorCode::refused,
                               "the mended plan breaks rules and was not adopted",
                               {},
                               "look at the sessions named, or waive a rule"}});
    // A branch holds the plan for it, not that it has happened.
    const bool branched = !context.branch.empty() && context.branch != kPublished;
    const auto done = app::apply_to_plan(**session, context.branch, [&](Batch& batch) {
      if (!branched)
        if (auto added = batch.add(mended->happened); !added) return added;
      for (const Command& command : mended->commands)
        if (auto added = batch.add(command); !added) return added;
      return Result<void>{};
    });
    if (!done) return report(context, done.error());
    if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
    if (!context.json)
      context.out << fmt::format(
          "adopted{}; tandem undo takes it back\n",
          branched ? fmt::format(" in {}, but for the absence itself: no branch holds one",
                                 context.branch)
                   : "");
  } else if (!context.json) {
    context.out << "a proposal only: --adopt writes it\n";
  }
  return mended->unplaced.empty() && violations.empty() ? kDone : kFindings;
}

}  // namespace tandem::cli
