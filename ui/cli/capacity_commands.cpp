// capacity: how many more cohorts of a programme there is room for, and what binds.
#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "planner/schedule/capacity.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

constexpr std::size_t kReasons = 4;  // told of one session

std::string_view kind_of(const CapacityLimit& limit) {
  switch (limit.kind) {
    using enum schedule::ResourceKind;
    case facilitators:
      return "facilitators";
    case rooms:
      return "rooms";
    case assets:
      return "assets";
    case units:
      return "units";
  }
  return {};
}

Json as_json(const Program& program, std::string_view programme, const Capacity& found) {
  Json limits = Json::array();
  for (const CapacityLimit& limit : found.limits)
    limits.push_back({{"kind", kind_of(limit)},
                      {"who", limit.who},
                      {"modules", limit.modules},
                      {"free_minutes", limit.free_minutes},
                      {"needed_minutes", limit.needed_minutes},
                      {"cohorts", limit.cohorts},
                      {"with_one_more", limit.with_one_more},
                      {"text", limit.text}});
  Json finish = Json::array();
  for (const Date date : found.finish) finish.push_back(text(date));
  Json next = Json::array();
  for (const UnplacedSession& u : found.next) {
    Json reasons = Json::array();
    for (const Reason& reason : u.reasons)
      reasons.push_back({{"rule", reason.rule}, {"text", reason.text}});
    next.push_back({{"session", u.session}, {"reasons", std::move(reasons)}});
  }
  return {{"programme", programme},
          {"like", code_of(program, found.like)},
          {"people", found.people},
          {"sessions", found.sessions},
          {"bound", found.bound ? Json(*found.bound) : Json()},
          {"placed", found.placed},
          {"finish", std::move(finish)},
          {"limits", std::move(limits)},
          {"no_place", found.no_place},
          {"next", std::move(next)},
          {"tried_all", found.tried_all},
          {"undated", found.undated},
          {"steps", found.steps}};
}

std::string_view one_more(const CapacityLimit& limit) {
  switch (limit.kind) {
    using enum schedule::ResourceKind;
    case facilitators:
      return "one more such person";
    case rooms:
      return "one more such room";
    case assets:
      return "one more of it";
    case units:
      return "one more person away at once";
  }
  return {};
}

// What kept the next one out: of its sessions the first that could not be placed.
void print_next(std::ostream& out, const Capacity& found) {
  if (found.next.empty()) return;
  const UnplacedSession& first = found.next.front();
  const auto others = std::ssize(found.next) - 1;
  out << fmt::format("  {}, {} found no date{}\n",
                     found.placed > 0 ? "of one more" : "not even one was placed", first.session,
                     others > 0 ? fmt::format(", nor did {}", count(others, "other")) : "");
  for (std::size_t i = 0; i < std::min(first.reasons.size(), kReasons); ++i)
    out << "    - " << first.reasons[i].text << '\n';
}

void print(std::ostream& out, const Program& program, std::string_view programme,
           const Capacity& found) {
  const Cohort& like = program.cohorts.at(found.like);
  out << fmt::format("{} more like {}: {}, {} each, at {}{}\n", programme, like.code,
                     count(found.people, "person", "people"),
                     count(std::ssize(found.sessions), "session"), code_of(program, like.site),
                     like.language.empty() ? "" : ", language " + like.language);
  std::vector<std::string> days;
  for (const Date date : found.finish) days.push_back(words_with_year(date));
  if (found.placed > 0)
    out << fmt::format("  {} by the engine, with no rule broken; last days {}\n",
                       count(found.placed, "cohort was placed", "cohorts were placed"),
                       sentence_list(days));
  if (!found.no_place.empty()) {
    out << fmt::format("  none is possible: no plan can place {}, whatever else is moved\n",
                       sentence_list(found.no_place));
  } else if (!found.bound) {
    out << "  counting found no limit: nothing that these sessions need is scarce\n";
  } else if (found.placed == *found.bound) {
    out << fmt::format("  no plan holds more{}\n", found.placed > 0 ? "" : " than none");
  } else {
    out << fmt::format("  no plan holds more than {}\n", *found.bound);
  }
  print_next(out, found);
  if (found.tried_all)
    out << fmt::format("  no more than {} were tried\n", found.placed);
  else if (found.no_place.empty() && found.bound.value_or(INT64_MAX) > found.placed)
    out << "  between the two nobody knows: counting leaves out order, travel and who is busy\n"
           "  together, the engine looks for a while only (more --steps, another --seed)\n";
  if (!found.limits.empty())
    out << (found.no_place.empty()
                ? "  counted, how many are enough for what is free:\n"
                : "  counted for the other sessions alone, what is free would be "
                  "enough for:\n");
  for (const CapacityLimit& limit : found.limits) {
    out << fmt::format("    {:>3} by {}\n", limit.cohorts, kind_of(limit));
    out << fmt::format("        {}\n", limit.text);
    if (found.no_place.empty() && found.bound && limit.with_one_more > *found.bound)
      out << fmt::format("        with {} the count allows {}\n", one_more(limit),
                         limit.with_one_more);
  }
  if (found.undated > 0)
    out << fmt::format("  note: {} of the plan itself {} no date yet and took nothing here\n",
                       count(found.undated, "session"), found.undated == 1 ? "has" : "have");
}

}  // namespace

int show_capacity(const Context& context, const CapacityArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = app::plan_named(**session, context.branch);
  if (!plan) return report(context, plan.error());
  const auto programme = find_by_code<Programme>(**plan, args.programme);
  if (!programme) return report(context, programme.error());
  CapacityOptions options;
  if (!args.cohort.empty()) {
    const auto cohort = find_by_code<Cohort>(**plan, args.cohort);
    if (!cohort) return report(context, cohort.error());
    options.like = (*cohort)->id;
  }
  options.as_of = (*session)->today();
  options.seed = args.seed;
  if (args.steps) options.steps = *args.steps;
  const auto found = capacity(**plan, (*programme)->id, options);
  if (!found) return report(context, found.error());
  if (context.json)
    context.out << as_json(**plan, (*programme)->code, *found).dump(2) << '\n';
  else
    print(context.out, **plan, (*programme)->code, *found);
  return kDone;
}

}  // namespace tandem::cli
