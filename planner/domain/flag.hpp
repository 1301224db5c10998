// A flag rule: readable text and the conditions under which a conversation about one of the two
// career paths suggests itself. A flag is never a decision.
#pragma once

#include "planner/domain/role.hpp"

namespace tandem {

struct FlagRule : Row<FlagRule> {
  std::string code;
  Ladder path{};
  std::string text;
  std::string author;
  std::string version;
  std::optional<Date> date;
  std::string purpose;
  std::string conditions;  // grammar: csv-format.md, flag_rules.conditions

  bool operator==(const FlagRule&) const = default;
};

constexpr auto fields(Tag<FlagRule>) {
  return std::array{
      field<&FlagRule::code>("code").key(),
      field<&FlagRule::path>("path").required(),
      field<&FlagRule::text>("text").required(),
      field<&FlagRule::author>("author").required().about(Privacy::personal, "who wrote the rule"),
      field<&FlagRule::version>("version").key(),
      field<&FlagRule::date>("date"),
      field<&FlagRule::purpose>("purpose"),
      field<&FlagRule::conditions>("conditions").required(),
  };
}

}  // namespace tandem
