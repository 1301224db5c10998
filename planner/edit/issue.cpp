#include "planner/edit/issue.hpp"

#include <fmt/format.h>

#include <array>

#include "planner/base/text.hpp"
#include "planner/edit/noun_check.hpp"

namespace tandem {
namespace {

std::string number_range(const Field& f) { return fmt::format("{} to {}", f.min, f.max); }

void check_number(const Field& f, std::int64_t value, Reporter& report) {
  if (value >= f.min && value <= f.max) return;
  report.add(f.name, fmt::format("{} is {}, outside {}", f.name, value, number_range(f)));
}

void check_text(const Field& f, std::string_view value, Reporter& report) {
  if (bad_utf8(value))
    report.add(f.name, fmt::format("{} is not readable text (UTF-8)", f.name));
  // Codes stand in lists separated by semicolons, and on one line.
  if (f.is_key && value.find_first_of(";\n\r\t") != value.npos)
    report.add(f.name, fmt::format("{} '{}' holds a semicolon, tab or line break", f.name, value),
               "use letters, digits, - and /");
  if (f.is_key && trim(value) != value)
    report.add(f.name, fmt::format("{} '{}' begins or ends with a blank", f.name, value));
}

void check_words(const Field& f, const std::vector<std::string>& list, Reporter& report) {
  for (const auto& item : list) {
    check_text(f, item, report);
    if (item.empty() || item.find(';') != item.npos)
      report.add(f.name, fmt::format("{} has an empty entry or one with a semicolon", f.name));
    if (f.kind != Kind::amounts) continue;
    const auto quantity = parse_integer(std::string_view{item}.substr(item.rfind(':') + 1));
    if (quantity) check_number(f, *quantity, report);
  }
}

void check_reference(const Program& program, const Field& f, TableId target, RawId id,
                     Reporter& report) {
  if (target == TableId::none)
    report.add(f.name, fmt::format("{} must be empty here", f.name));
  else if (!find(program, target, id))
    report.add(f.name, fmt::format("{} points to a {} that does not exist", f.name,
                                   info(target).singular));
}

void check_field(const Program& program, const RowRef& ref, const Field& f, Reporter& report) {
  const Value value = f.get(ref.row);
  if (std::holds_alternative<std::monostate>(value)) {
    if (f.is_required) report.add(f.name, fmt::format("{} is missing", f.name));
    return;
  }
  const TableId target = target_of(f, info(ref.table), ref.row);
  if (const auto* n = std::get_if<std::int64_t>(&value)) {
    if (f.kind == Kind::integer) check_number(f, *n, report);
    if (f.kind == Kind::reference || f.kind == Kind::scoped)
      check_reference(program, f, target, static_cast<RawId>(*n), report);
  } else if (const auto* s = std::get_if<std::string>(&value)) {
    check_text(f, *s, report);
  } else if (const auto* words = std::get_if<std::vector<std::string>>(&value)) {
    check_words(f, *words, report);
  } else if (const auto* list = std::get_if<std::vector<std::int64_t>>(&value)) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (f.kind == Kind::integers) {
        check_number(f, (*list)[i], report);
        continue;
      }
      check_reference(program, f, target, static_cast<RawId>((*list)[i]), report);
      if (std::find(list->begin(), list->begin() + static_cast<std::ptrdiff_t>(i), (*list)[i]) !=
          list->begin() + static_cast<std::ptrdiff_t>(i))
        report.add(f.name, fmt::format("{} names '{}' twice", f.name,
                                       code_text(program, target, static_cast<RawId>((*list)[i]))));
    }
  }
}

void check_row(const Program& program, const RowRef& ref, std::vector<Issue>& issues) {
  Reporter report{issues, ref.table, ref.id};
  const std::size_t before = issues.size();
  for (const Field& f : info(ref.table).fields) check_field(program, ref, f, report);
  for (const auto& [name, value] : *ref.extras) {
    if (!name.starts_with("x_")) report.add("", "a column of your own starts with x_: " + name);
    if (bad_utf8(value)) report.add("", name + " is not readable text (UTF-8)");
  }
  if (same_key(program, ref))
    report.add(info(ref.table).fields.front().name,
               fmt::format("there are two rows for {} {}", info(ref.table).singular,
                           shown_key(program, ref)),
               "give one of them another code, or remove it");
  // A noun's own checks may follow references, so they wait until its cells are sound.
  if (issues.size() == before) check_noun(program, ref, report);
}

// Rows of these tables depend, beyond plain references, on rows of the first one.
constexpr std::array<std::pair<TableId, TableId>, 11> kDependents{{
    {TableId::sites, TableId::meetings},              // local times that do not exist
    {TableId::rooms, TableId::meetings},
    {TableId::sessions, TableId::meetings},
    {TableId::variants, TableId::cohort_modules},     // names a form of delivery
    {TableId::variants, TableId::sessions},
    {TableId::modules, TableId::variants},
    {TableId::programme_modules, TableId::cohort_modules},
    {TableId::cohorts, TableId::cohort_modules},
    {TableId::meetings, TableId::attendance},         // marks a meeting by its number
    {TableId::assets, TableId::modules},              // needs a pool by its code
    {TableId::competencies, TableId::flag_rules},     // asks about one by its code
}};

bool points_at(const Program&, const RowRef& ref, const std::vector<std::vector<RawId>>& removed,
               Reporter& report) {
  bool any = false;
  for (const Field& f : info(ref.table).fields) {
    const TableId target = target_of(f, info(ref.table), ref.row);
    if (target == TableId::none) continue;
    const auto& gone = removed[static_cast<std::size_t>(target)];
    if (gone.empty()) continue;
    const Value value = f.get(ref.row);
    const auto is_gone = [&](std::int64_t id) {
      return std::binary_search(gone.begin(), gone.end(), static_cast<RawId>(id));
    };
    bool hit = false;
    if (const auto* n = std::get_if<std::int64_t>(&value)) hit = is_gone(*n);
    if (const auto* list = std::get_if<std::vector<std::int64_t>>(&value))
      hit = std::any_of(list->begin(), list->end(), is_gone);
    if (!hit) continue;
    any = true;
    report.add(f.name,
               fmt::format("{} still names the {} that is to go", f.name, info(target).singular),
               "change or remove this row first");
  }
  return any;
}

bool may_point_at(const TableInfo& table, const std::vector<std::vector<RawId>>& removed) {
  const auto gone = [&](TableId t) {
    return t != TableId::none && !removed[static_cast<std::size_t>(t)].empty();
  };
  return std::any_of(table.fields.begin(), table.fields.end(), [&](const Field& f) {
    return gone(f.target) ||
           std::any_of(f.scope_targets.begin(), f.scope_targets.end(), gone);
  });
}

}  // namespace

void Reporter::add(std::string_view field, std::string message, std::string hint) {
  issues_.push_back({table_, row_, field, std::move(message), std::move(hint)});
}

std::vector<Issue> validate(const Program& program) {
  std::vector<Issue> issues;
  for (const TableInfo& table : tables())
    for_each_row(program, table.id, [&](const RowRef& ref) { check_row(program, ref, issues); });
  if (program.workspaces.empty())
    issues.push_back({TableId::workspaces, 0, "", "the workspace has no settings", {}});
  return issues;
}

std::vector<Issue> validate(const Program& program, const ChangeSet& changes) {
  std::vector<Issue> issues;
  std::vector<std::vector<RawId>> removed(kTableCount);
  std::array<bool, kTableCount> recheck{};
  for (const RowChange& change : changes.rows) {
    const TableId table = change.table();
    if (is_none(change.after)) removed[static_cast<std::size_t>(table)].push_back(change.id());
    if (!is_none(change.before))
      for (const auto& [source, dependent] : kDependents)
        if (source == table) recheck[static_cast<std::size_t>(dependent)] = true;
  }
  for (auto& ids : removed) std::sort(ids.begin(), ids.end());

  for (const RowChange& change : changes.rows)
    if (!is_none(change.after) && !recheck[static_cast<std::size_t>(change.table())])
      check_row(program, find(program, change.table(), change.id()), issues);
  for (const TableInfo& table : tables()) {
    const bool all = recheck[static_cast<std::size_t>(table.id)];
    const bool dangling = may_point_at(table, removed);
    if (!all && !dangling) continue;
    for_each_row(program, table.id, [&](const RowRef& ref) {
      Reporter report{issues, ref.table, ref.id};
      if (dangling && points_at(program, ref, removed, report)) return;
      if (all) check_row(program, ref, issues);
    });
  }
  if (program.workspaces.size() != 1)
    issues.push_back({TableId::workspaces, 0, "", "the workspace settings are one row", {}});
  return issues;
}

Error to_error(const Program& program, const Issue& issue) {
  const RowRef ref = find(program, issue.table, issue.row);
  std::string where{info(issue.table).singular};
  if (const std::string key = ref ? shown_key(program, ref) : ""; !key.empty()) where += " " + key;
  return {ErrorCode::refused, issue.message, std::move(where), issue.hint};
}

}  // namespace tandem
