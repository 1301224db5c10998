// branch list, create, compare, adopt, drop: plans tried out beside the published one.
#include <fmt/format.h>

#include <map>

#include "planner/base/text.hpp"
#include "planner/schedule/adoption.hpp"
#include "planner/schedule/comparison.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

std::string name_of(const std::string& branch) {
  return branch.empty() ? std::string{kPublished} : branch;
}

template <class T>
Json codes(const Program& program, const std::vector<Id<T>>& ids) {
  Json out = Json::array();
  for (const auto id : ids) out.push_back(code_of(program, id));
  return out;
}

template <class T>
Json both(const T& before, const T& after) {
  return {{"before", before}, {"after", after}};
}

// ---- comparing: what belongs to the same cohort or unit of both plans

template <class T>
struct Pair {
  T before;
  T after;
};

std::map<std::string, Pair<DateBurden>> paired(const std::vector<DateBurden>& before,
                                               const std::vector<DateBurden>& after) {
  std::map<std::string, Pair<DateBurden>> out;
  for (const DateBurden& b : before) out[b.code].before = b;
  for (const DateBurden& b : after) out[b.code].after = b;
  return out;
}

std::map<std::string, Pair<CohortFigures>> paired(const Program& program,
                                                  const PlanComparison& plans) {
  std::map<std::string, Pair<CohortFigures>> out;
  for (const auto& c : plans.before.cohorts)
    out[std::string{code_of(program, c.cohort)}].before = c;
  for (const auto& c : plans.after.cohorts) out[std::string{code_of(program, c.cohort)}].after = c;
  return out;
}

Json as_json(const DateBurden& b) {
  return {{"meetings", b.meetings}, {"early", b.early}, {"travel", b.travel}, {"odd", b.odd}};
}

Json as_json(const std::string& what, const std::map<std::string, Pair<DateBurden>>& burdens) {
  Json out = Json::array();
  for (const auto& [code, pair] : burdens)
    out.push_back({{what, code}, {"before", as_json(pair.before)}, {"after", as_json(pair.after)}});
  return out;
}

Json as_json(const Program& program, const PlanComparison& plans, const std::string& before,
             const std::string& after) {
  Json changes = Json::array();
  for (const SessionChange& change : plans.changes.sessions)
    changes.push_back({{"session", change.session},
                       {"text", change.text},
                       {"learners", codes(program, change.learners)}});
  Json cohorts = Json::array();
  for (const auto& [code, c] : paired(program, plans))
    cohorts.push_back({{"cohort", code},
                       {"finish", both(json(c.before.finish), json(c.after.finish))},
                       {"late_days", both(c.before.late_days, c.after.late_days)},
                       {"cost", both(c.before.cost, c.after.cost)},
                       {"minutes", both(c.before.learner_minutes, c.after.learner_minutes)}});
  Json tiers = Json::object();
  for (std::size_t t = 0; t < kTierCount; ++t) {
    const auto tier = [&](const PlanFigures& f) {
      return f.cost ? Json(f.cost->tiers[t]) : Json();
    };
    tiers[std::string{kWords<Tier>[t]}] = both(tier(plans.before), tier(plans.after));
  }
  return {{"before", before},
          {"after", after},
          {"changes", std::move(changes)},
          {"touched", plans.changes.touched()},
          {"people", codes(program, plans.changes.people)},
          {"facilitators", codes(program, plans.changes.facilitators)},
          {"notice_days", plans.changes.notice_days ? Json(*plans.changes.notice_days) : Json()},
          {"only_before", plans.only_before},
          {"only_after", plans.only_after},
          {"unplaced", both(plans.before.unplaced, plans.after.unplaced)},
          {"minutes_lost", plans.minutes_lost},
          {"minutes_gained", plans.minutes_gained},
          {"cohorts", std::move(cohorts)},
          {"cost", std::move(tiers)},
          {"fairness",
           {{"cohorts", as_json("cohort", paired(plans.before.by_cohort, plans.after.by_cohort))},
            {"units", as_json("unit", paired(plans.before.by_unit, plans.after.by_unit))}}}};
}

void print_cohorts(std::ostream& out, const Program& program, const PlanComparison& plans) {
  const std::string& currency = program.workspace().currency;
  for (const auto& [code, c] : paired(program, plans)) {
    std::vector<std::string> parts;
    const auto day = [](std::optional<Date> d) { return d ? words_with_year(*d) : "no date yet"; };
    if (c.before.finish != c.after.finish)
      parts.push_back(
          fmt::format("last day {} becomes {}", day(c.before.finish), day(c.after.finish)));
    if (c.before.late_days != c.after.late_days)
      parts.push_back(
          fmt::format("{} late becomes {}", count(c.before.late_days, "day"), c.after.late_days));
    if (c.before.cost != c.after.cost)
      parts.push_back(fmt::format("{} becomes {}", money_words(c.before.cost, currency),
                                  money_words(c.after.cost, currency)));
    if (!parts.empty()) out << fmt::format("    {:<10} {}\n", code, join(parts, "; "));
  }
}

void print_tiers(std::ostream& out, const PlanComparison& plans) {
  if (!plans.before.cost || !plans.after.cost) return;
  std::vector<std::string> parts;
  for (std::size_t t = 0; t < kTierCount; ++t) {
    const auto was = plans.before.cost->tiers[t];
    const auto is = plans.after.cost->tiers[t];
    if (was != is) parts.push_back(fmt::format("{} {} becomes {}", kWords<Tier>[t], was, is));
  }
  if (!parts.empty()) out << "  cost in tiers, first to last: " << join(parts, "; ") << '\n';
}

void print_fairness(std::ostream& out, const PlanComparison& plans) {
  bool first = true;
  const auto show = [&](const std::map<std::string, Pair<DateBurden>>& burdens) {
    for (const auto& [code, pair] : burdens) {
      const auto& [was, is] = pair;
      if (was == is) continue;
      if (first)
        out << "  dates ahead, counted as meetings times learners: before and after\n"
               "               early start   travel        odd day       of all\n";
      first = false;
      const auto cell = [](int a, int b) { return fmt::format("{} > {}", a, b); };
      out << fmt::format("    {:<10} {:<13} {:<13} {:<13} {}\n", code, cell(was.early, is.early),
                         cell(was.travel, is.travel), cell(was.odd, is.odd),
                         cell(was.meetings, is.meetings));
    }
  };
  show(paired(plans.before.by_cohort, plans.after.by_cohort));
  show(paired(plans.before.by_unit, plans.after.by_unit));
}

void print(std::ostream& out, const Program& program, const PlanComparison& plans,
           const std::string& before, const std::string& after) {
  out << fmt::format("from {} to {}\n", before, after);
  const PlanChanges& changes = plans.changes;
  if (changes.sessions.empty()) {
    out << "  every session is held alike\n";
  } else {
    std::vector<std::string> told{count(std::ssize(changes.people), "participant"),
                                  count(std::ssize(changes.facilitators), "facilitator")};
    out << fmt::format("  {} otherwise; {} would have to hear of it{}\n",
                       count(std::ssize(changes.sessions), "session is", "sessions are"),
                       sentence_list(told),
                       changes.notice_days ? fmt::format(", {} before the first date concerned",
                                                         count(*changes.notice_days, "day"))
                                           : "");
    for (const SessionChange& change : changes.sessions) out << "    " << change.text << '\n';
  }
  if (!plans.only_before.empty())
    out << fmt::format("  with a date only in {}: {}\n", before, join(plans.only_before, ", "));
  if (!plans.only_after.empty())
    out << fmt::format("  with a date only in {}: {}\n", after, join(plans.only_after, ", "));
  out << fmt::format("  learning time: {} lost, {} gained, over all learners\n",
                     duration_words(static_cast<int>(plans.minutes_lost)),
                     duration_words(static_cast<int>(plans.minutes_gained)));
  print_cohorts(out, program, plans);
  print_tiers(out, plans);
  print_fairness(out, plans);
}

std::vector<std::string> with_option(const std::string& option,
                                     const std::vector<std::string>& codes) {
  std::vector<std::string> out;
  for (const std::string& code : codes) out.push_back(option + ' ' + code);
  return out;
}

// What keeps a branch from being taken over, and the ways out.
void print_held_back(const Context& context, const Adoption& adoption) {
  for (const StaleSession& s : adoption.stale)
    context.err << fmt::format("{}: {}\n", s.session, s.text);
  for (const Violation& v : adoption.broken)
    context.err << fmt::format("{}: {} ({})\n", v.session, v.text, word(v.rule));
  if (adoption.broken.empty())
    context.err << "nothing was taken over: the plan has changed since the branch took these up "
                   "(--stale leave takes over the others, --stale replace puts the branch first)\n";
  else if (adoption.together.empty())
    context.err << "nothing was taken over: the plan would break rules (mend the branch first: "
                   "schedule, repair and apply take --branch)\n";
  else
    context.err << fmt::format(
        "nothing was taken over: the plan would break rules; together with {} it would not ({})\n",
        sentence_list(adoption.together), join(with_option("--session", adoption.together), " "));
}

}  // namespace

int list_branches(const Context& context) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto program = (*session)->program();
  Json out = Json::array();
  for (const Branch& branch : program->branches) {
    const auto sessions = changed_sessions(*program, branch.id);
    std::vector<std::string> stale;
    for (const StaleSession& s : stale_sessions(*program, branch.id))
      if (stale.empty() || stale.back() != s.session) stale.push_back(s.session);
    if (context.json) {
      out.push_back({{"branch", branch.code},
                     {"author", branch.author},
                     {"made", json(branch.made)},
                     {"note", branch.note},
                     {"sessions", sessions},
                     {"stale", stale}});
      continue;
    }
    context.out << fmt::format(
        "{:<12} made {}by {}{}\n{:<12} {}{}\n", branch.code,
        branch.made ? words_with_year(*branch.made) + " " : "",
        branch.author.empty() ? "somebody" : branch.author,
        branch.note.empty() ? "" : ": " + branch.note, "",
        sessions.empty() ? "as the plan"
                         : count(std::ssize(sessions), "session differs", "sessions differ"),
        stale.empty() ? "" : fmt::format("; the plan has changed since in {}", join(stale, ", ")));
  }
  if (context.json)
    context.out << out.dump(2) << '\n';
  else if (program->branches.empty())
    context.out << "no branches; tandem branch create makes one\n";
  return kDone;
}

int create_branch(const Context& context, const BranchArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  if ((*session)->program()->branches.find_key(args.name))
    return report(context, {{ErrorCode::refused, "there is a branch of that name", args.name,
                             "choose another name, or drop it first"}});
  const auto plan = app::plan_named(**session, args.other);
  if (!plan) return report(context, plan.error());
  const auto done = (*session)->apply(
      [&](Batch& batch) -> Result<void> {
        Branch branch;
        branch.code = args.name;
        branch.author = context.actor.empty() ? context.login : context.actor;
        branch.made = (*session)->today();
        branch.note = args.note;
        if (auto added = batch.add(Put{AnyRow{branch}}); !added) return added;
        const Branch* made = batch.program().branches.find_key(args.name);
        Program copied = **plan;
        copied.branches = batch.program().branches;
        const auto rows = write_plan(batch.program(), made->id, copied);
        if (!rows) return fail(rows.error());
        for (const Command& command : *rows)
          if (auto added = batch.add(command); !added) return added;
        return {};
      },
      fmt::format("Make the branch {}", args.name));
  if (!done) return report(context, done.error());
  if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
  // An earlier branch of that name that undo took away has left its own.
  forget_proposal(context, **session, args.name);
  context.out << fmt::format(
      "{} begins as {}; tandem schedule, repair and apply change it with "
      "--branch {}\n",
      args.name, name_of(args.other), args.name);
  return kDone;
}

int compare_branches(const Context& context, const BranchArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  // One name: from the plan to that branch. Two: from the first to the second.
  const std::string before = args.other.empty() ? std::string{kPublished} : args.name;
  const std::string after = args.other.empty() ? args.name : args.other;
  const auto old = app::plan_named(**session, before);
  if (!old) return report(context, old.error());
  const auto now = app::plan_named(**session, after);
  if (!now) return report(context, now.error());
  const PlanComparison plans = compare_plans(**old, **now, (*session)->today());
  if (context.json)
    context.out << as_json(**now, plans, before, after).dump(2) << '\n';
  else
    print(context.out, **now, plans, before, after);
  return kDone;
}

int adopt_branch_of(const Context& context, const BranchArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto program = (*session)->program();
  const auto branch = app::find_branch(*program, args.name);
  if (!branch) return report(context, branch.error());
  AdoptChoice choice;
  choice.sessions = args.sessions;
  choice.stale = args.stale == "leave"     ? Stale::leave
                 : args.stale == "replace" ? Stale::replace
                                           : Stale::refuse;
  for (const std::string& code : args.cohorts) {
    const auto cohort = find_by_code<Cohort>(*program, code);
    if (!cohort) return report(context, cohort.error());
    choice.cohorts.push_back((*cohort)->id);
  }
  const auto adoption = adopt_branch(*program, *branch, choice, (*session)->today());
  if (!adoption) return report(context, adoption.error());
  if (context.json) {
    Json stale = Json::array(), broken = Json::array();
    for (const StaleSession& s : adoption->stale)
      stale.push_back({{"session", s.session}, {"text", s.text}});
    for (const Violation& v : adoption->broken)
      broken.push_back({{"rule", word(v.rule)}, {"session", v.session}, {"text", v.text}});
    context.out << Json{{"branch", args.name},
                        {"adopted", adoption->held_back ? Json::array() : Json(adoption->sessions)},
                        {"stale", stale},
                        {"violations", broken},
                        {"together", adoption->together},
                        {"ended", adoption->whole && !adoption->held_back}}
                       .dump(2)
                << '\n';
  }
  if (adoption->held_back) {
    print_held_back(context, *adoption);
    return kBadInput;
  }
  const auto done = (*session)->apply(
      adoption->commands,
      fmt::format("Adopt {} of the branch {}",
                  adoption->whole ? "all" : count(std::ssize(adoption->sessions), "session"),
                  args.name));
  if (!done) return report(context, done.error());
  if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
  if (adoption->whole) forget_proposal(context, **session, args.name);
  // Stale ones that were not replaced are still in the branch.
  std::vector<std::string> left;
  for (const StaleSession& s : adoption->stale)
    if (std::find(adoption->sessions.begin(), adoption->sessions.end(), s.session) ==
        adoption->sessions.end())
      left.push_back(fmt::format("{}: {}", s.session, s.text));
  if (!context.json) {
    if (adoption->sessions.empty() && !adoption->whole)
      context.out << "nothing to take over there\n";
    else
      context.out << fmt::format("taken over from {}: {}; {}tandem undo takes it back\n", args.name,
                                 count(std::ssize(adoption->sessions), "session"),
                                 adoption->whole ? "the branch ends with it; " : "");
    for (const std::string& line : left) context.out << "  stays in the branch: " << line << '\n';
  }
  return left.empty() ? kDone : kFindings;
}

int drop_branch_of(const Context& context, const BranchArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto branch = app::find_branch(*(*session)->program(), args.name);
  if (!branch) return report(context, branch.error());
  const auto done = (*session)->apply(drop_branch(*(*session)->program(), *branch),
                                      fmt::format("Drop the branch {}", args.name));
  if (!done) return report(context, done.error());
  if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
  forget_proposal(context, **session, args.name);
  context.out << fmt::format("{} is dropped; tandem undo brings it back\n", args.name);
  return kDone;
}

}  // namespace tandem::cli
