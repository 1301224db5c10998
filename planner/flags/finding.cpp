#include "planner/flags/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem::flags {
namespace {

Truth all_of(Truth a, Truth b) {
  if (a == Truth::does_not_hold || b == Truth::does_not_hold) return Truth::does_not_hold;
  return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : Truth::holds;
}

Truth any_of(Truth a, Truth b) {
  if (a == Truth::holds || b == Truth::holds) return Truth::holds;
  return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : Truth::does_not_hold;
}

void append(std::vector<Item>& to, std::vector<Item> items, int clause) {
  for (Item& item : items) {
    item.clause = clause;
    to.push_back(std::move(item));
  }
}

bool is_kind_for_rules(std::string_view kind) {
  const auto& kinds = kWords<EvidenceKind>;
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// What is on record about the rule's competencies beyond what its clauses ask for: a reader of the
// flag sees it, on its own side, and it changes no outcome.
void add_recorded(const Judgements& j, const Rule& rule, const Person& person, Finding& out) {
  std::vector<std::string_view> competencies;
  std::vector<std::pair<std::string_view, std::string_view>> asked;  // kind, competency
  for (const FlagClause& clause : rule.clauses) {
    if (!clause.competency().empty()) competencies.push_back(clause.competency());
    if (const auto* e = std::get_if<EvidenceClause>(&clause.test))
      asked.push_back({word(e->kind), e->competency});
  }
  std::sort(competencies.begin(), competencies.end());
  competencies.erase(std::unique(competencies.begin(), competencies.end()), competencies.end());
  for (const std::string_view code : competencies) {
    const auto id = j.program().competencies.find_key(code)->id;
    for (const Evidence* e : j.evidence(person.id, id)) {
      if (e->stance == Stance::neutral || !is_kind_for_rules(e->kind)) continue;
      const bool speaks_for = e->stance == Stance::for_it;
      const bool told = speaks_for && e->date &&
                        std::find(asked.begin(), asked.end(),
                                  std::pair{std::string_view{e->kind}, code}) != asked.end();
      if (told) continue;
      Item item = recorded(j, *e);
      item.note = e->date ? "recorded; the rule does not ask for it" : "recorded without a date";
      (speaks_for ? out.for_it : out.against).push_back(std::move(item));
    }
    out.dissent += j.dissent(person.id, id);
  }
}

void conclude(Truth truth, std::size_t voices, bool evidence_speaks, Finding& out) {
  const std::string share = fmt::format("{} of {} inputs are not known", out.unknown, out.inputs);
  if (5 * out.unknown > 2 * out.inputs) {
    out.outcome = Outcome::not_enough_known;
    out.reason = share + ", more than 40 %";
  } else if (truth == Truth::does_not_hold) {
    out.outcome = Outcome::no_flag;
    out.reason = "what is known does not meet the rule; " + share;
  } else if (truth == Truth::unknown) {
    out.outcome = Outcome::not_enough_known;
    out.reason = "the rule cannot be answered yet; " + share;
  } else if (evidence_speaks && voices < 2) {
    out.outcome = Outcome::not_enough_known;
    out.reason = "it would rest on one recent source alone; " + share;
  } else {
    out.outcome = Outcome::flag;
    out.reason = "every condition is met; " + share;
  }
}

std::vector<const Person*> by_name(const Program& program) {
  std::vector<const Person*> people;
  for (const Person& person : program.people) people.push_back(&person);
  const auto name = [](const Person* p) {
    return std::tie(p->sort_as.empty() ? p->name : p->sort_as, p->number);
  };
  std::sort(people.begin(), people.end(),
            [&](const Person* a, const Person* b) { return name(a) < name(b); });
  return people;
}

}  // namespace

std::vector<Rule> rules_in_force(const Program& program, Date today) {
  const auto newer = [](const FlagRule& a, const FlagRule& b) {
    return std::tuple{a.date, a.version.size(), std::string_view{a.version}} >
           std::tuple{b.date, b.version.size(), std::string_view{b.version}};
  };
  std::map<std::string_view, const FlagRule*> latest;
  for (const FlagRule& rule : program.flag_rules) {
    if (rule.date && *rule.date > today) continue;
    const FlagRule*& at = latest[rule.code];
    if (!at || newer(rule, *at)) at = &rule;
  }
  std::vector<Rule> out;
  for (const auto& [code, row] : latest)
    if (auto clauses = parse_conditions(row->conditions)) out.push_back({row, std::move(*clauses)});
  return out;
}

Finding evaluate(const Judgements& j, const Rule& rule, const Person& person) {
  Finding out;
  out.person = person.id;
  out.rule = rule.row->id;
  if (const OwnView* view = j.own_view(person.id)) out.view = view->id;
  Truth all = Truth::holds;
  std::optional<Truth> any;
  std::set<std::string> voices;
  bool evidence_speaks = false;
  for (std::size_t i = 0; i < rule.clauses.size(); ++i) {
    const FlagClause& clause = rule.clauses[i];
    Answer answer = flags::answer(j, person, clause);
    ++out.inputs;
    if (answer.truth == Truth::unknown) ++out.unknown;
    if (clause.any)
      any = any ? any_of(*any, answer.truth) : answer.truth;
    else
      all = all_of(all, answer.truth);
    if (answer.truth == Truth::holds) {
      voices.insert(answer.voices.begin(), answer.voices.end());
      evidence_speaks = evidence_speaks || !answer.voices.empty();
    }
    append(out.for_it, std::move(answer.for_it), static_cast<int>(i));
    append(out.against, std::move(answer.against), static_cast<int>(i));
    append(out.not_known, std::move(answer.not_known), static_cast<int>(i));
  }
  add_recorded(j, rule, person, out);
  conclude(any ? all_of(all, *any) : all, voices.size(), evidence_speaks, out);
  return out;
}

std::vector<Finding> findings_of(const Program& program, Id<Person> person, Date today) {
  const Judgements judgements{program, today};
  std::vector<Finding> out;
  for (const Rule& rule : rules_in_force(program, today))
    out.push_back(evaluate(judgements, rule, program.people.at(person)));
  return out;
}

std::vector<Finding> findings(const Program& program, Date today) {
  const Judgements judgements{program, today};
  const auto people = by_name(program);
  std::vector<Finding> out;
  for (const Rule& rule : rules_in_force(program, today))
    for (const Person* person : people)
      if (!has_left(*person, today)) out.push_back(evaluate(judgements, rule, *person));
  return out;
}

}  // namespace tandem::flags
