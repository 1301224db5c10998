// flags: which conversations about a career path suggest themselves, and why.
#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/flags/finding.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

using flags::Finding;
using flags::Item;
using flags::Outcome;
using flags::Rule;

struct Report {
  std::vector<Rule> rules;
  std::vector<Finding> findings;  // by rule, then by name
  bool one_person{};

  // Of one person everything is told, of everybody only the conversations to have.
  bool told(const Finding& f) const { return one_person || f.outcome == Outcome::flag; }
  std::int64_t count_of(const Rule& rule, Outcome outcome) const {
    return std::count_if(findings.begin(), findings.end(), [&](const Finding& f) {
      return f.rule == rule.row->id && f.outcome == outcome;
    });
  }
};

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json as_json(const std::vector<Item>& items) {
  Json out = Json::array();
  for (const Item& item : items)
    out.push_back({{"text", item.text},
                   {"clause", item.clause >= 0 ? Json(item.clause + 1) : Json(nullptr)},
                   {"source", item.source},
                   {"by", or_null(item.by)},
                   {"answers", item.answers},
                   {"date", json(item.date)},
                   {"framework", or_null(item.version)},
                   {"stale", item.stale},
                   {"single_source", item.single_source},
                   {"note", or_null(item.note)}});
  return out;
}

Json as_json(const Program& program, const Finding& f) {
  const Person& person = program.people.at(f.person);
  const FlagRule& rule = program.flag_rules.at(f.rule);
  Json view;
  if (const OwnView* v = f.view ? find(program, f.view) : nullptr)
    view = {{"path", v->path ? Json(word(*v->path)) : Json(nullptr)},
            {"words", or_null(v->words)},
            {"date", json(v->date)}};
  return {{"person", person.number},
          {"name", person.name},
          {"rule", rule.code},
          {"version", rule.version},
          {"path", word(rule.path)},
          {"own_view", std::move(view)},
          {"outcome", word(f.outcome)},
          {"text", f.reason},
          {"for", as_json(f.for_it)},
          {"against", as_json(f.against)},
          {"not_known", as_json(f.not_known)},
          {"inputs", f.inputs},
          {"unknown", f.unknown},
          {"dissent_set_aside", f.dissent}};
}

Json as_json(const Program& program, const Report& report) {
  Json rules = Json::array();
  for (const Rule& rule : report.rules) {
    Json row = {{"rule", rule.row->code},       {"version", rule.row->version},
                {"path", word(rule.row->path)}, {"text", rule.row->text},
                {"author", rule.row->author},   {"date", json(rule.row->date)},
                {"purpose", rule.row->purpose}, {"conditions", Json::array()}};
    for (const FlagClause& clause : rule.clauses)
      row["conditions"].push_back((clause.any ? "any:" : "") + clause.text);
    rules.push_back(std::move(row));
  }
  Json findings = Json::array();
  for (const Finding& f : report.findings)
    if (report.told(f)) findings.push_back(as_json(program, f));
  return {{"note", flags::kNoFlagMeansNothing},
          {"rules", std::move(rules)},
          {"findings", std::move(findings)}};
}

// "(1001, 8 Feb 2027, framework 2027.1; older than 24 months)"
std::string source_words(const Item& item) {
  std::vector<std::string> parts;
  if (!item.by.empty()) parts.push_back(item.by);
  if (item.answers > 1) parts.push_back(fmt::format("{} answers", item.answers));
  if (item.date) parts.push_back(words_with_year(*item.date));
  if (!item.version.empty()) parts.push_back("framework " + item.version);
  if (item.stale) parts.push_back(fmt::format("older than {} months", flags::kStaleMonths));
  if (item.single_source) parts.push_back("single source, cannot carry a flag alone");
  return parts.empty() ? "" : fmt::format(" ({})", join(parts, ", "));
}

void print(std::ostream& out, std::string_view title, const std::vector<Item>& items) {
  out << "    " << title << '\n';
  for (const Item& item : items)
    out << fmt::format("      - {}{}{}\n", item.text, source_words(item),
                       item.note.empty() ? "" : ": " + item.note);
  if (items.empty()) out << "      - nothing recorded\n";
}

std::string view_words(const Program& program, const Finding& f) {
  const OwnView* view = f.view ? find(program, f.view) : nullptr;
  if (!view || !view->path) return "not asked yet";
  std::string path{word(*view->path)};
  if (*view->path == OwnPath::expert || *view->path == OwnPath::people)
    path = fmt::format("wants the {} path", path);
  else if (*view->path == OwnPath::neither)
    path = "wants neither path";
  return path + (view->words.empty() ? "" : fmt::format(", \"{}\"", view->words)) +
         (view->date ? fmt::format(" ({})", words_with_year(*view->date)) : "");
}

void print(std::ostream& out, const Program& program, const Finding& f) {
  const Person& person = program.people.at(f.person);
  out << fmt::format("  {} {}\n    Own view: {}\n", person.number, person.name,
                     view_words(program, f));
  print(out, "For", f.for_it);
  print(out, "Against", f.against);
  print(out, "Not known", f.not_known);
  std::string outcome;
  switch (f.outcome) {
    case Outcome::flag:
      outcome =
          fmt::format("Enough to talk about the {} path", word(program.flag_rules.at(f.rule).path));
      break;
    case Outcome::no_flag:
      outcome = "No flag";
      break;
    case Outcome::not_enough_known:
      outcome = "Not enough known";
      break;
  }
  out << fmt::format("    {}: {}\n", outcome, f.reason);
  if (f.dissent > 0)
    out << fmt::format("    {} tagged as dissent {} on neither side\n", count(f.dissent, "note"),
                       f.dissent == 1 ? "counts" : "count");
}

std::string author_words(const Program& program, const FlagRule& rule) {
  const Person* person = program.people.find_key(rule.author);
  return fmt::format("by {}{}", person ? person->name : rule.author,
                     rule.date ? ", " + words_with_year(*rule.date) : "");
}

void print(std::ostream& out, const Program& program, const Report& report) {
  for (const Rule& rule : report.rules) {
    const FlagRule& row = *rule.row;
    out << fmt::format("{} version {}, {}\n  {}\n", row.code, row.version,
                       author_words(program, row), row.text);
    if (!row.purpose.empty()) out << "  Purpose: " << row.purpose << '\n';
    for (const Finding& f : report.findings)
      if (f.rule == row.id && report.told(f)) print(out, program, f);
    if (!report.one_person)
      out << fmt::format(
          "  {} to have about the {} path; not enough is known about {}\n",
          count(report.count_of(rule, Outcome::flag), "conversation"), word(row.path),
          count(report.count_of(rule, Outcome::not_enough_known), "person", "people"));
  }
  if (report.rules.empty()) out << "There are no rules for flags.\n";
  out << flags::kNoFlagMeansNothing << '\n';
}

}  // namespace

int list_flags(const Context& context, const FlagsArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const Program& program = *(*session)->program();
  const Date today = (*session)->today();
  Report out{flags::rules_in_force(program, today), {}, !args.person.empty()};
  if (out.one_person) {
    const auto person = find_by_code<Person>(program, args.person);
    if (!person) return report(context, person.error());
    out.findings = flags::findings_of(program, (*person)->id, today);
  } else {
    out.findings = flags::findings(program, today);
  }
  if (context.json)
    context.out << as_json(program, out).dump(2) << '\n';
  else
    print(context.out, program, out);
  return kDone;
}

}  // namespace tandem::cli
