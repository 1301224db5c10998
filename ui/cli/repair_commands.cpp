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
                        {"learners", codes(program, change.learners)},
                        {"facilitators", codes(program, change.facilitators)}});
  Json aims = Json::array();
  for (const Aim aim : repair.aims) aims.push_back(word(aim));
  return {{"aims", std::move(aims)},
          {"unplaced", repair.unplaced},
          {"changes", std::move(sessions)},
          {"touched", repair.changes.touched()},
          {"people", codes(program, repair.changes.people)},
          {"facilitators", codes(program, repair.changes.facilitators)},
          {"sessions", repair.meter.sessions},
          {"least_sessions", repair.least_sessions},
          {"fewest_proven", repair.fewest_proven()},
          {"days", repair.meter.days},
          {"most_days", repair.meter.most_days},
          {"notice_days", repair.changes.notice_days ? Json(*repair.changes.notice_days) : Json()},
          {"short_notice", repair.meter.short_notice},
          {"money", repair.meter.money},
          {"violations", violations}};
}

std::string_view in_words(Aim aim) {
  switch (aim) {
    case Aim::fewest_people:
      return "fewest people told";
    case Aim::same_days:
      return "dates moved least";
    case Aim::more_notice:
      return "most notice";
  }
  return {};
}

std::string aims_of(const Repair& repair) {
  std::vector<std::string> out;
  for (const Aim aim : repair.aims) out.emplace_back(in_words(aim));
  return join(out, ", ");
}

std::string money(const Program& program, std::int64_t cents) {
  return (cents < 0 ? "-" : "+") + money_words(std::abs(cents), program.workspace().currency);
}

// The alternatives side by side, a line each.
void print_meters(std::ostream& out, const Program& program, const std::vector<Repair>& ways) {
  out << fmt::format("\n     {:>6}  {:>8}  {:>10}  {:>7}  {:>12}  {}\n", "people", "sessions",
                     "days moved", "notice", "money", "aim");
  int number = 0;
  for (const Repair& way : ways)
    out << fmt::format(
        "  {}. {:>6}  {:>8}  {:>10}  {:>7}  {:>12}  {}{}\n", ++number, way.changes.touched(),
        way.meter.sessions, way.meter.days,
        way.changes.notice_days ? fmt::format("{} d", *way.changes.notice_days) : std::string{"-"},
        money(program, way.meter.money), aims_of(way),
        way.unplaced.empty()
            ? std::string{}
            : fmt::format(" ({} without a place)", count(std::ssize(way.unplaced), "session")));
}

void print(std::ostream& out, const Program& program, const Repair& way) {
  for (const SessionChange& change : way.changes.sessions) out << "  " << change.text << '\n';
  std::vector<std::string> told;
  if (!way.changes.people.empty())
    told.push_back(count(std::ssize(way.changes.people), "participant"));
  if (!way.changes.facilitators.empty())
    told.push_back(count(std::ssize(way.changes.facilitators), "facilitator"));
  out << fmt::format("{} to tell{}\n", told.empty() ? "nobody" : sentence_list(told),
                     way.changes.notice_days ? fmt::format(", {} before the first date concerned",
                                                           count(*way.changes.notice_days, "day"))
                                             : "");
  if (way.meter.short_notice > 0)
    out << fmt::format("  {} of them with less than the {} of notice asked for\n",
                       way.meter.short_notice,
                       count(program.workspace().notice_days.value_or(0), "day"));
  for (const auto id : way.changes.people)
    out << fmt::format("    {} {}\n", code_of(program, id), program.people.at(id).name);
  for (const auto id : way.changes.facilitators)
    out << fmt::format("    {} {}\n", code_of(program, id), program.facilitators.at(id).name);
  if (way.fewest_proven())
    out << fmt::format("no plan changes fewer than {} (proven)\n",
                       count(way.least_sessions, "session"));
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
  options.most_days = args.within;
  if (args.steps) options.steps = *args.steps;
  const auto ways = repairs(*program, disruption, options);
  if (!ways) return report(context, ways.error());
  const auto chosen = static_cast<std::size_t>(args.alternative - 1);
  if (args.alternative < 1 || chosen >= ways->size())
    return report(context,
                  {{ErrorCode::bad_usage,
                    fmt::format("there is no alternative {}", args.alternative), "--alternative",
                    fmt::format("there {} {}: 1 to {}", ways->size() == 1 ? "is" : "are",
                                ways->size(), ways->size())}});
  const Repair& mended = (*ways)[chosen];

  // Every rule that a mended plan breaks and the plan as it was did not.
  const std::vector<Violation> known = verify(*program, options.as_of);
  std::vector<std::vector<Violation>> broken;
  for (const Repair& way : *ways) {
    broken.push_back(verify(way.after, options.as_of));
    std::erase_if(broken.back(), [&](const Violation& v) {
      return std::find(known.begin(), known.end(), v) != known.end();
    });
  }
  const std::vector<Violation>& violations = broken[chosen];
  if (context.json) {
    Json all = Json::array();
    for (std::size_t i = 0; i < ways->size(); ++i)
      all.push_back(as_json((*ways)[i].after, (*ways)[i], broken[i].size()));
    Json out = all[chosen];
    out["broken"] = mended.broken;
    out["alternative"] = args.alternative;
    out["steps"] = mended.steps;
    out["alternatives"] = std::move(all);
    context.out << out.dump(2) << '\n';
  } else if (mended.broken.empty() && mended.changes.sessions.empty()) {
    context.out << "nothing in the plan is in the way\n";
  } else {
    context.out << fmt::format(
        "{} cannot stay as {}: {}\n", count(std::ssize(mended.broken), "session"),
        mended.broken.size() == 1 ? "it is" : "they are", sentence_list(mended.broken));
    print_meters(context.out, *program, *ways);
    context.out << fmt::format("\nAlternative {}: {}\n", args.alternative, aims_of(mended));
    print(context.out, mended.after, mended);
  }
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
        if (auto added = batch.add(mended.happened); !added) return added;
      for (const Command& command : mended.commands)
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
    context.out << "a proposal only: --adopt writes it, --alternative K another one\n";
  }
  return mended.unplaced.empty() && violations.empty() ? kDone : kFindings;
}

}  // namespace tandem::cli
