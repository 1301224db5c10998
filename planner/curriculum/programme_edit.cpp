#include "planner/curriculum/programme_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

std::string code(const Program& program, Id<Module> id) {
  return std::string{code_of(program, id)};
}
std::string code(const Program& program, Id<Programme> id) {
  return std::string{code_of(program, id)};
}

// Every row of the set with its place as its position, those that change.
std::vector<Command> numbered(std::span<const ProgrammeModule* const> rows) {
  std::vector<Command> out;
  int position = 0;
  for (const ProgrammeModule* row : rows) {
    ++position;
    if (row->position == position) continue;
    ProgrammeModule changed = *row;
    changed.position = position;
    out.push_back(Put{AnyRow{changed}});
  }
  return out;
}

// What `module` needs, directly.
bool needs(const Program& program, Id<Module> module, Id<Module> other) {
  return program.prerequisites.find_key(
             join_key({std::to_string(module.value), std::to_string(other.value)})) != nullptr;
}

// The first pair of the set that stands in the wrong order because of where `moved` is now.
std::string wrong_order(const Program& program, std::span<const ProgrammeModule* const> rows,
                        Id<Module> moved) {
  const auto at = std::find_if(rows.begin(), rows.end(),
                               [&](const ProgrammeModule* r) { return r->module == moved; });
  for (auto it = at; it != rows.end(); ++it)
    if (needs(program, moved, (*it)->module))
      return fmt::format("{} needs {}, so it cannot stand before it", code(program, moved),
                         code(program, (*it)->module));
  for (auto it = rows.begin(); it != at; ++it)
    if (needs(program, (*it)->module, moved))
      return fmt::format("{} needs {}, so it cannot stand before it", code(program, (*it)->module),
                         code(program, moved));
  return {};
}

}  // namespace

const ProgrammeModule* row_of(const Program& program, Id<Programme> programme, Id<Module> module) {
  for (const ProgrammeModule& row : program.programme_modules)
    if (row.programme == programme && row.module == module) return &row;
  return nullptr;
}

std::pmr::vector<const ProgrammeModule*> rows_of_set(const Program& program,
                                                     Id<Programme> programme, std::string_view set,
                                                     std::pmr::memory_resource* memory) {
  std::pmr::vector<const ProgrammeModule*> out(memory);
  for (const ProgrammeModule& row : program.programme_modules)
    if (row.programme == programme && row.set == set) out.push_back(&row);
  std::sort(out.begin(), out.end(), [&](const ProgrammeModule* a, const ProgrammeModule* b) {
    const auto rank = [&](const ProgrammeModule* r) {
      return std::tuple{!r->position, r->position.value_or(0), code_of(program, r->module)};
    };
    return rank(a) < rank(b);
  });
  return out;
}

std::string usual_set(const Program& program, Id<Programme> programme) {
  std::map<std::string, int> sizes;
  for (const ProgrammeModule& row : program.programme_modules)
    if (row.programme == programme && !wanted_of(row)) ++sizes[row.set];
  const auto largest = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return largest == sizes.end() ? "modules" : largest->first;
}

Changed add_module(const Program& program, Id<Programme> programme, Id<Module> module,
                   std::string_view set) {
  if (!find(program, programme))
    return fail(ErrorCode::not_found, "that programme no longer exists", "programme");
  if (!find(program, module))
    return fail(ErrorCode::not_found, "that module no longer exists", "module");
  if (row_of(program, programme, module))
    return fail(ErrorCode::refused, fmt::format("{} is already in {}", code(program, module),
                                                code(program, programme)));
  ProgrammeModule row;
  row.programme = programme;
  row.module = module;
  row.set = set.empty() ? usual_set(program, programme) : std::string{set};
  const auto others = rows_of_set(program, programme, row.set);
  row.rule = others.empty() ? "all" : others.front()->rule;
  int last = 0;
  for (const ProgrammeModule* other : others) last = std::max(last, other->position.value_or(0));
  row.position = last + 1;
  return Gesture{{Put{AnyRow{row}}},
                 fmt::format("Add {} to {}", code(program, module), code(program, programme))};
}

Changed take_out(const Program& program, Id<Programme> programme, Id<Module> module) {
  const ProgrammeModule* row = row_of(program, programme, module);
  if (!row)
    return fail(ErrorCode::not_found,
                fmt::format("{} is not in {}", code(program, module), code(program, programme)));
  return Gesture{{Remove{TableId::programme_modules, row->id.value}},
                 fmt::format("Take {} out of {}", code(program, module), code(program, programme))};
}

Changed move_in_set(const Program& program, Id<Programme> programme, Id<Module> module,
                    Id<Module> before) {
  const ProgrammeModule* row = row_of(program, programme, module);
  if (!row)
    return fail(ErrorCode::not_found,
                fmt::format("{} is not in {}", code(program, module), code(program, programme)));
  const ProgrammeModule* other = before ? row_of(program, programme, before) : nullptr;
  if (before && (!other || other->set != row->set))
    return fail(ErrorCode::refused,
                fmt::format("{} stands in the set {}, not in that of {}", code(program, module),
                            row->set, code(program, before)));
  auto rows = rows_of_set(program, programme, row->set);
  const auto was = rows;
  std::erase(rows, row);
  rows.insert(other ? std::find(rows.begin(), rows.end(), other) : rows.end(), row);
  if (before == module || rows == was)
    return fail(ErrorCode::refused, fmt::format("{} stands there already", code(program, module)));
  if (std::string why = wrong_order(program, rows, module); !why.empty())
    return fail(ErrorCode::refused, std::move(why));
  return Gesture{
      numbered(rows),
      other ? fmt::format("Move {} before {}", code(program, module), code(program, before))
            : fmt::format("Move {} to the end of {}", code(program, module), row->set)};
}

Changed move_by_one(const Program& program, Id<Programme> programme, Id<Module> module, int step) {
  const ProgrammeModule* row = row_of(program, programme, module);
  if (!row) return move_in_set(program, programme, module, {});  // says why not
  const auto rows = rows_of_set(program, programme, row->set);
  const auto at =
      static_cast<std::ptrdiff_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
  const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
  if (step < 0 && at == 0)
    return fail(ErrorCode::refused,
                fmt::format("{} is the first of {}", code(program, module), row->set));
  if (step > 0 && at == last)
    return fail(ErrorCode::refused,
                fmt::format("{} is the last of {}", code(program, module), row->set));
  const std::ptrdiff_t next = step < 0 ? at - 1 : at + 2;
  return move_in_set(program, programme, module,
                     next > last ? Id<Module>{} : rows[static_cast<std::size_t>(next)]->module);
}

Changed set_rule(const Program& program, Id<Programme> programme, std::string_view set,
                 std::optional<int> wanted) {
  const auto rows = rows_of_set(program, programme, set);
  if (rows.empty()) return fail(ErrorCode::not_found, fmt::format("there is no set {}", set));
  const int most = static_cast<int>(rows.size()) - 1;
  if (wanted && most < 1)
    return fail(ErrorCode::refused,
                fmt::format("a set of one module leaves no choice: add another to {} first", set));
  if (wanted && (*wanted < 1 || *wanted > most))
    return fail(ErrorCode::refused,
                fmt::format("{} has {} modules, so it can take 1 to {} of them, or all", set,
                            rows.size(), most));
  const std::string rule = wanted ? fmt::format("{} of", *wanted) : "all";
  Gesture out;
  for (const ProgrammeModule* row : rows) {
    if (row->rule == rule) continue;
    ProgrammeModule changed = *row;
    changed.rule = rule;
    out.commands.push_back(Put{AnyRow{changed}});
  }
  if (out.commands.empty())
    return fail(ErrorCode::refused, fmt::format("{} asks for that already", set));
  out.label = wanted ? fmt::format("{} of {}: {} of {}", set, code(program, programme), *wanted,
                                   rows.size())
                     : fmt::format("{} of {}: all of it", set, code(program, programme));
  return out;
}

SpacingDays spacing_of(const Prerequisite& row) {
  return {row.min_days, row.ideal_days, row.max_days};
}

std::string spacing_words(const SpacingDays& window, std::string_view needs) {
  std::string out;
  if (window.min && window.max)
    out = *window.min == *window.max ? count(*window.min, "day")
                                     : fmt::format("{} to {} days", *window.min, *window.max);
  else if (window.min && *window.min > 0)
    out = count(*window.min, "day") + " or more";
  else if (window.max)
    out = "at most " + count(*window.max, "day");
  else
    out = "any day";
  out += fmt::format(" after {}", needs);
  if (window.ideal) out += fmt::format(", ideal {}", *window.ideal);
  return out;
}

Changed stretch(const Program& program, Id<Prerequisite> prerequisite, const SpacingDays& window) {
  const Prerequisite* row = find(program, prerequisite);
  if (!row) return fail(ErrorCode::not_found, "that prerequisite no longer exists", "prerequisite");
  const std::string needs = code(program, row->needs);
  const std::string where = fmt::format("{} after {}", code(program, row->module), needs);
  if (window == spacing_of(*row))
    return fail(ErrorCode::refused, fmt::format("{} has these days already", where));
  for (const auto& day : {window.min, window.ideal, window.max})
    if (day && (*day < 0 || *day > 1000))
      return fail(ErrorCode::refused, fmt::format("{} is outside 0 to 1000 days", *day), where);
  const auto above = [](const std::optional<int>& a, const std::optional<int>& b) {
    return a && b && *a > *b;
  };
  if (above(window.min, window.max))
    return fail(ErrorCode::refused,
                fmt::format("at least {} days is more than at most {}", *window.min, *window.max),
                where);
  if (above(window.min, window.ideal))
    return fail(ErrorCode::refused,
                fmt::format("{} needs {} days after {}: {} is too early",
                            code(program, row->module), *window.min, needs, *window.ideal));
  if (above(window.ideal, window.max))
    return fail(ErrorCode::refused,
                fmt::format("{} follows {} within {} days: {} is too late",
                            code(program, row->module), needs, *window.max, *window.ideal));
  Prerequisite changed = *row;
  changed.min_days = window.min;
  changed.ideal_days = window.ideal;
  changed.max_days = window.max;
  return Gesture{{Put{AnyRow{changed}}},
                 fmt::format("{}: {}", code(program, row->module), spacing_words(window, needs))};
}

Changed two_journeys(const Program& program) {
  Gesture out;
  const auto put = [&](std::string_view code, std::string title, ProgrammeJourney journey) {
    if (program.programmes.find_key(code)) return;
    Programme row;
    row.code = code;
    row.title = std::move(title);
    row.journey = journey;
    out.commands.push_back(Put{AnyRow{row}});
  };
  put("LEAD", "Leader journey", ProgrammeJourney::leader);
  put("MANAGE", "Manager journey", ProgrammeJourney::manager);
  if (out.commands.empty())
    return fail(ErrorCode::refused, "there are programmes LEAD and MANAGE already");
  out.label = "Begin a leader and a manager journey";
  return out;
}

}  // namespace tandem
