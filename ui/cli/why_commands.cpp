// why: why a session is where it is, why not on another day and what that would take, and why no
// plan can place it.
#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "planner/schedule/conflict_set.hpp"
#include "planner/schedule/why.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"
#include "ui/cli/reasons.hpp"

namespace tandem::cli {
namespace {

Json as_json(const std::optional<OtherDay>& day) {
  if (!day) return nullptr;
  return {{"date", text(day->date)},
          {"possible", day->possible},
          {"reasons", reasons_json(day->reasons)}};
}

Json as_json(const Program& program, const std::optional<Price>& price) {
  if (!price) return nullptr;
  Json sessions = Json::array();
  for (const SessionChange& change : price->changes.sessions)
    sessions.push_back({{"session", change.session}, {"text", change.text}});
  Json people = Json::array();
  for (const auto id : price->changes.people) people.push_back(code_of(program, id));
  Json facilitators = Json::array();
  for (const auto id : price->changes.facilitators) facilitators.push_back(code_of(program, id));
  return {{"others", price->others},     {"days", price->days},
          {"touched", price->people},    {"changes", std::move(sessions)},
          {"people", std::move(people)}, {"facilitators", std::move(facilitators)}};
}

Json as_json(const ConflictSet& proof) {
  Json facts = Json::array();
  for (const ConflictFact& fact : proof.facts)
    facts.push_back({{"rule", fact.rule},
                     {"text", fact.text},
                     {"way_out", fact.way_out},
                     {"also", fact.also},
                     {"gained", json(fact.gained)}});
  return facts;
}

Json further_json(const ConflictSet& proof) {
  Json out = Json::array();
  for (const FurtherWayOut& way : proof.further)
    out.push_back({{"text", way.text}, {"gained", text(way.gained)}});
  return out;
}

void print(std::ostream& out, const ConflictSet& proof, std::string_view where) {
  if (proof.facts.empty()) {
    out << fmt::format("No plan can have it{}, whatever else is changed.\n", where);
  } else if (proof.facts.size() == 1) {
    out << fmt::format("No plan can have it{} while this holds:\n", where);
  } else {
    out << fmt::format("No plan can have it{} while these {} facts hold together:\n", where,
                       proof.facts.size());
  }
  int number = 0;
  for (const ConflictFact& fact : proof.facts) {
    out << fmt::format("  {}. {}\n", ++number, fact.text);
    if (!fact.gained) continue;
    if (fact.also.empty())
      out << fmt::format("     Way out: {}; then {} is the first day.\n", fact.way_out,
                         words(*fact.gained));
    else
      out << fmt::format(
          "     Way out: {}. Not enough by itself, as {}.\n"
          "     Without that too, {} is the first day.\n",
          fact.way_out, sentence_list(fact.also), words(*fact.gained));
  }
  for (const std::string& given : proof.background) out << fmt::format("  Given that {}.\n", given);
  for (const FurtherWayOut& way : proof.further)
    out << fmt::format("  Or: {}; then {} is the first day.\n", way.text, words(way.gained));
}

void print(std::ostream& out, std::string_view lead, const std::optional<OtherDay>& day) {
  if (!day) return;
  if (day->possible) {
    out << fmt::format("{} {}? That would be possible too.\n", lead, words(day->date));
    return;
  }
  out << fmt::format("{} {}? No", lead, words(day->date));
  std::vector<std::string> parts;
  for (const Reason& reason : day->reasons)
    if (parts.size() < 2) parts.push_back(reason.text);
  out << (parts.empty() ? std::string{"."} : fmt::format(": {}.", sentence_list(parts))) << '\n';
}

void print(std::ostream& out, const Why& answer, const Price& price) {
  const std::string own = price.people == 0
                              ? std::string{"nobody has to be told"}
                              : fmt::format("{} to tell", count(price.people, "person", "people"));
  if (price.others == 0) {
    out << fmt::format("The price: nothing else would have to move; {}.\n", own);
    return;
  }
  out << fmt::format("The price of forcing it: {} would have to move, by {} in all; {}.\n",
                     count(price.others, "other session"), count(price.days, "day"), own);
  for (const SessionChange& change : price.changes.sessions)
    if (change.session != answer.session) out << "    " << change.text << '\n';
}

void print_here(std::ostream& out, const Why& answer) {
  if (answer.held)
    out << fmt::format("{} is on {}.\n", answer.session, words(*answer.held));
  else
    out << answer.session << '\n';
  print_funnel(out, answer.funnel);
  for (const Reason& reason : answer.reasons) out << "  - " << reason.text << '\n';
  print(out, "Earlier, on", answer.earlier);
  print(out, "Later, on", answer.later);
}

void print_on(std::ostream& out, const Why& answer, Date on, const ConflictSet& proof) {
  const bool there = answer.held && date_of(*answer.held) == on;
  out << fmt::format("{} on {}: {}\n", answer.session, words_with_year(on),
                     there             ? "that is where it is."
                     : answer.possible ? "yes, it could be."
                                       : "not as things stand.");
  print_funnel(out, answer.funnel);
  for (const Reason& reason : answer.reasons) out << "  - " << reason.text << '\n';
  if (answer.price && !there) print(out, answer, *answer.price);
  if (proof.proven) print(out, proof, " on that day");
  if (!answer.possible && !answer.price && !proof.proven)
    out << "No way was found to have it there by moving others, and no proof that there is none.\n";
}

}  // namespace

int why_session(const Context& context, const WhyArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = app::plan_named(**session, context.branch);
  if (!plan) return report(context, plan.error());
  const auto& program = *plan;
  const auto today = (*session)->today();
  const auto answer = why(*program, args.session, args.on, today);
  if (!answer) return report(context, answer.error());
  ConflictSet proof;
  if (!answer->possible && !answer->price) {
    auto found = conflict_set(*program, args.session, today, args.on);
    if (!found) return report(context, found.error());
    proof = std::move(*found);
  }
  if (context.json) {
    Json out{{"session", answer->session},
             {"on", json(args.on)},
             {"possible", answer->possible},
             {"funnel", funnel_json(answer->funnel)},
             {"reasons", reasons_json(answer->reasons)},
             {"earlier", as_json(answer->earlier)},
             {"later", as_json(answer->later)},
             {"price", as_json(*program, answer->price)},
             {"impossible", proof.proven},
             {"conflict", as_json(proof)},
             {"given", proof.background},
             {"further", further_json(proof)}};
    context.out << out.dump(2) << '\n';
    return kDone;
  }
  if (args.on) {
    print_on(context.out, *answer, *args.on, proof);
  } else {
    print_here(context.out, *answer);
    if (proof.proven) print(context.out, proof, "");
  }
  return kDone;
}

}  // namespace tandem::cli
