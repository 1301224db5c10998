#include "planner/domain/program.hpp"

#include "planner/base/text.hpp"

namespace tandem {

const Workspace& Program::workspace() const {
  static const Workspace kNone{};
  return workspaces.empty() ? kNone : *workspaces.begin();
}

std::optional<int> wanted_of(const ProgrammeModule& row) {
  const auto space = row.rule.find(' ');
  if (space == row.rule.npos || row.rule.substr(space) != " of") return std::nullopt;
  const auto n = parse_integer(std::string_view{row.rule}.substr(0, space));
  return n ? std::optional<int>{static_cast<int>(*n)} : std::nullopt;
}

namespace {

std::string key_part(const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  if (const auto* s = std::get_if<std::string>(&value)) return *s;
  return {};
}

}  // namespace

std::string key_of(std::span<const Field> fields, const void* row) {
  std::string out;
  bool first = true;
  for (const Field& f : fields) {
    if (!f.is_key) continue;
    if (!first) out += '\x1f';
    first = false;
    out += key_part(f.get(row));
  }
  return out;
}

std::string join_key(std::initializer_list<std::string> parts) {
  std::string out;
  for (const auto& part : parts) {
    if (&part != parts.begin()) out += '\x1f';
    out += part;
  }
  return out;
}

}  // namespace tandem
