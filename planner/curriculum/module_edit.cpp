#include "planner/curriculum/module_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/domain/cell.hpp"

namespace tandem {
namespace {

constexpr int kMostObjectives = 99;

std::string module_code(const Program& program, Id<Module> id) {
  return std::string{code_of(program, id)};
}

tl::unexpected<Errors> gone() {
  return fail(ErrorCode::not_found, "that module no longer exists", "module",
              "look at the list again");
}

// The cell of a field as typed, or its problem with the field's name in front.
std::optional<Value> read(const Program& program, std::string_view field, std::string_view text,
                          Errors& errors) {
  const TableInfo& table = info(TableId::modules);
  const Field& f = *table.field(field);
  auto value = read_cell(f, f.target, text, ProgramCodes{program});
  if (value) return *value;
  errors.push_back({ErrorCode::bad_input, fmt::format("{} {}", field, value.error().message),
                    std::string{field}, value.error().hint});
  return std::nullopt;
}

std::string list_of(std::set<std::string> codes, std::string_view many) {
  constexpr std::size_t kNamed = 4;
  if (codes.size() > kNamed) return fmt::format("{} {}", codes.size(), many);
  const std::vector<std::string> named(codes.begin(), codes.end());
  return sentence_list(named);
}

template <class T, class Visit>
void rows_of(const Program& program, Id<Module> module, Visit visit) {
  for (const T& row : table(program, Tag<T>{}))
    if (row.module == module) visit(row);
}

template <class T>
void remove_rows(const Program& program, Id<Module> module, std::vector<Command>& out) {
  rows_of<T>(program, module, [&](const T& row) {
    out.push_back(Remove{kTableOf<T>, row.id.value});
  });
}

}  // namespace

Changed make_module(const Program& program, const NewModule& wanted) {
  Errors errors;
  Module module;
  const auto code_value = read(program, "code", wanted.code, errors);
  read(program, "title", trim(wanted.title), errors);
  const auto length = read(program, "minutes", wanted.minutes, errors);
  if (!wanted.orientation)
    errors.push_back({ErrorCode::bad_input, "orientation is empty", "orientation",
                      "choose lead, manage or both"});
  if (!wanted.mode)
    errors.push_back({ErrorCode::bad_input, "mode is empty", "mode",
                      "choose how it is held: in person, virtual, self-paced ..."});
  if (code_value && program.modules.find_key(wanted.code))
    errors.push_back({ErrorCode::refused, fmt::format("there is a module {} already", wanted.code),
                      "code", "choose another code"});
  if (length && wanted.mode && is_live(*wanted.mode) && *length == Value{std::int64_t{0}})
    errors.push_back({ErrorCode::bad_input, "a live module takes time", "minutes",
                      "give its minutes, breaks included"});
  if (!errors.empty()) return fail(std::move(errors));
  module.code = wanted.code;
  module.title = trim(wanted.title);
  module.orientation = *wanted.orientation;
  module.mode = *wanted.mode;
  module.minutes = static_cast<int>(std::get<std::int64_t>(*length));
  return Gesture{{Put{AnyRow{module}}}, "Add the module " + module.code};
}

std::string code_of_copy(const Program& program, const Module& module) {
  for (int n = 2;; ++n)
    if (std::string out = fmt::format("{}-{}", module.code, n); !program.modules.find_key(out))
      return out;
}

Result<void> copy_module(Batch& batch, Id<Module> id, const std::string& code) {
  const Program before = batch.program();
  const Module* original = find(before, id);
  if (!original) return gone();
  if (before.modules.find_key(code))
    return fail(ErrorCode::refused, fmt::format("there is a module {} already", code));
  Module copy = *original;
  copy.id = {};
  copy.code = code;
  if (auto added = batch.add(Put{AnyRow{copy}}); !added) return added;
  const Id<Module> made = batch.program().modules.find_key(code)->id;
  Result<void> out;
  const auto put = [&](auto row) {
    if (!out) return;
    row.id = {};
    row.module = made;
    out = batch.add(Put{AnyRow{row}});
  };
  rows_of<Objective>(before, id, put);
  rows_of<Variant>(before, id, put);
  rows_of<Prerequisite>(before, id, put);
  return out;
}

std::vector<std::string> uses_of(const Program& program, Id<Module> module) {
  std::vector<std::string> out;
  std::set<std::string> programmes;
  rows_of<ProgrammeModule>(program, module, [&](const ProgrammeModule& row) {
    programmes.insert(std::string{code_of(program, row.programme)});
  });
  if (!programmes.empty()) out.push_back("in " + list_of(programmes, "programmes"));
  std::set<std::string> followers;
  for (const Prerequisite& p : program.prerequisites)
    if (p.needs == module) followers.insert(module_code(program, p.module));
  if (!followers.empty()) out.push_back("needed by " + list_of(followers, "modules"));
  const auto counted = [&](std::int64_t n, std::string_view before, std::string_view one,
                           std::string_view many = {}) {
    if (n > 0) out.push_back(std::string{before} + count(n, one, many));
  };
  const auto number_of = [&](const auto& rows) {
    return std::ranges::count_if(rows, [&](const auto& row) { return row.module == module; });
  };
  counted(number_of(program.sessions), "in ", "session");
  std::set<std::string> cohorts;
  rows_of<CohortModule>(program, module, [&](const CohortModule& row) {
    cohorts.insert(std::string{code_of(program, row.cohort)});
  });
  if (!cohorts.empty()) out.push_back("chosen by " + list_of(cohorts, "cohorts"));
  counted(number_of(program.qualifications), "led by ", "facilitator");
  counted(number_of(program.actions), "in ", "action of a plan", "actions of plans");
  return out;
}

Changed remove_module(const Program& program, Id<Module> id) {
  const Module* module = find(program, id);
  if (!module) return gone();
  if (const auto uses = uses_of(program, id); !uses.empty())
    return fail(ErrorCode::refused, fmt::format("{} is {}", module->code, sentence_list(uses)), {},
                "take it out there first");
  Gesture out;
  remove_rows<Objective>(program, id, out.commands);
  remove_rows<Variant>(program, id, out.commands);
  remove_rows<Prerequisite>(program, id, out.commands);
  out.commands.push_back(Remove{TableId::modules, id.value});
  out.label = "Remove the module " + module->code;
  return out;
}

Changed add_objective(const Program& program, Id<Module> id, std::string text) {
  const Module* module = find(program, id);
  if (!module) return gone();
  if (trim(text).empty())
    return fail(ErrorCode::bad_input, "text is empty", "text",
                "say what somebody can do, knows or brings about afterwards");
  int last = 0;
  rows_of<Objective>(program, id, [&](const Objective& o) { last = std::max(last, o.number); });
  if (last >= kMostObjectives)
    return fail(ErrorCode::refused, fmt::format("{} has {} objectives, which is the most",
                                                module->code, kMostObjectives));
  Objective row;
  row.module = id;
  row.number = last + 1;
  row.text = trim(text);
  return Gesture{{Put{AnyRow{row}}},
                 fmt::format("Add objective {} to {}", row.number, module->code)};
}

Changed remove_objective(const Program& program, Id<Objective> id) {
  const Objective* row = find(program, id);
  if (!row) return fail(ErrorCode::not_found, "that objective no longer exists", "objective");
  return Gesture{{Remove{TableId::objectives, id.value}},
                 fmt::format("Remove objective {} of {}", row->number, module_code(program, row->module))};
}

Changed add_need(const Program& program, Id<Module> module, Id<Module> needs) {
  if (!find(program, module) || !find(program, needs)) return gone();
  if (module == needs)
    return fail(ErrorCode::refused,
                fmt::format("{} cannot come before itself", module_code(program, module)));
  if (program.prerequisites.find_key(
          join_key({std::to_string(module.value), std::to_string(needs.value)})))
    return fail(ErrorCode::refused,
                fmt::format("{} needs {} already", module_code(program, module), module_code(program, needs)));
  Prerequisite row;
  row.module = module;
  row.needs = needs;
  return Gesture{{Put{AnyRow{row}}},
                 fmt::format("{} comes after {}", module_code(program, module), module_code(program, needs))};
}

Changed remove_need(const Program& program, Id<Prerequisite> id) {
  const Prerequisite* row = find(program, id);
  if (!row) return fail(ErrorCode::not_found, "that prerequisite no longer exists", "prerequisite");
  return Gesture{
      {Remove{TableId::prerequisites, id.value}},
      fmt::format("{} no longer needs {}", module_code(program, row->module), module_code(program, row->needs))};
}

bool lacks_why(const Module& module) {
  return trim(module.why).empty() || trim(module.who).empty();
}

ObjectiveMinutes objective_minutes(const Program& program, Id<Module> module) {
  ObjectiveMinutes out;
  rows_of<Objective>(program, module, [&](const Objective& o) {
    ++out.objectives;
    out.minutes += o.minutes.value_or(0);
    if (!o.minutes) ++out.untimed;
  });
  return out;
}

}  // namespace tandem
