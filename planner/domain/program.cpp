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

bool Program::operator==(const Program& other) const {
#define X(Type, member, name) \
  if (!(member == other.member)) return false;
  TANDEM_TABLES(X)
#undef X
  return true;
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
