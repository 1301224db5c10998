#include "ui/models/row_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/domain/cell.hpp"
#include "ui/models/phrases.hpp"
#include "ui/models/renaming.hpp"

namespace tandem::models {
namespace {

// Above every id a store would give: a dry run's new rows must not meet rows that are there.
constexpr RawId kDryRun = RawId{1} << 62;

const Field& field_of(const AnyRow& row, std::string_view field) {
  return *info(row.table()).field(field);
}

}  // namespace

std::string field_text(const Program& program, const AnyRow& row, std::string_view field) {
  const Field& f = field_of(row, field);
  const TableId target = target_of(f, info(row.table()), row.data());
  return cell_text(f, target, f.get(row.data()), ProgramCodes{program});
}

Result<std::vector<Command>> with_field(const Program& program, AnyRow row, std::string_view field,
                                        std::string_view text) {
  const Field& f = field_of(row, field);
  const TableId target = target_of(f, info(row.table()), std::as_const(row).data());
  const auto value = read_cell(f, target, text, ProgramCodes{program});
  if (!value)
    return fail(ErrorCode::bad_input, fmt::format("{} {}", field, value.error().message), {},
                value.error().hint);
  f.set(row.data(), *value);
  std::vector<Command> commands = put_with_code(program, row);
  if (Errors errors = refusals(program, commands); !errors.empty()) {
    errors.resize(1);
    errors.front().where.clear();
    return fail(std::move(errors));
  }
  return commands;
}

std::string refusal_words(TableId table, std::string_view field, std::string_view label,
                          const Errors& errors) {
  if (errors.empty()) return {};
  Error first = errors.front();
  first.where.clear();
  std::string out = text(first);
  if (out.starts_with(field)) out.replace(0, field.size(), label);
  for (const Field& f : info(table).fields) {
    if (f.name.find('_') == f.name.npos) continue;
    for (std::size_t at = out.find(f.name); at != out.npos; at = out.find(f.name, at))
      std::ranges::replace(out.begin() + static_cast<std::ptrdiff_t>(at),
                           out.begin() + static_cast<std::ptrdiff_t>(at + f.name.size()), '_', ' ');
  }
  return sentence(std::move(out));
}

std::string money_text(std::int64_t cents) {
  return cents % 100 == 0 ? std::to_string(cents / 100)
                          : fmt::format("{}.{:02}", cents / 100, cents % 100);
}

std::optional<std::int64_t> parse_money(std::string_view text) {
  constexpr std::size_t kLongest = 12;  // digits: no sum overflows
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= kLongest &&
           std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view all = trim(text);
  const std::size_t point = std::min(all.find('.'), all.size());
  const std::string_view whole = all.substr(0, point);
  const std::string_view part = point < all.size() ? all.substr(point + 1) : "00";
  if (!digits(whole) || !digits(part) || part.size() != 2) return std::nullopt;
  return *parse_integer(whole) * 100 + *parse_integer(part);
}

Errors refusals(const Program& program, std::span<const Command> commands) {
  CountingIds ids{kDryRun};
  const auto done = apply_all(program, commands, ids);
  return done ? Errors{} : done.error();
}

std::string first_sentence(const Errors& errors) {
  if (errors.empty()) return {};
  Error first = errors.front();
  first.where.clear();
  return sentence(text(first));
}

}  // namespace tandem::models
