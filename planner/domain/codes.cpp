#include "planner/domain/codes.hpp"

#include "planner/base/text.hpp"

namespace tandem {

RawId ProgramCodes::find(TableId table, std::string_view code) const {
  return id_by_code(program_, table, code);
}

std::string ProgramCodes::code(TableId table, RawId id) const {
  return code_text(program_, table, id);
}

std::string ProgramCodes::nearest(TableId table, std::string_view code) const {
  if (table == TableId::none) return {};
  std::vector<std::string> codes;
  for_each_row(program_, table,
               [&](const RowRef& ref) { codes.push_back(key_of(table, ref.row)); });
  const std::vector<std::string_view> candidates(codes.begin(), codes.end());
  return std::string{tandem::nearest(code, candidates)};
}

}  // namespace tandem
