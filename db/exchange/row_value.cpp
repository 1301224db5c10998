#include "db/exchange/row_value.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "planner/domain/cell.hpp"

namespace tandem::db {
namespace {

bool is_reference(Kind kind) {
  return kind == Kind::reference || kind == Kind::scoped || kind == Kind::references;
}

// By ids every reference is a number; nothing is looked up.
class NoCodes : public Codes {
 public:
  RawId find(TableId, std::string_view) const override { return 0; }
  std::string code(TableId, RawId id) const override { return std::to_string(id); }
  std::string nearest(TableId, std::string_view) const override { return {}; }
};

const Codes& codes_of(Dialect dialect) {
  static const NoCodes kNone;
  return dialect.codes ? *dialect.codes : kNone;
}

// The cell text a JSON scalar stands for; nullopt when its type does not fit the field.
std::optional<std::string> as_text(const Field& field, const Json& json) {
  if (json.is_string()) {
    // 3 is a number and "3" is a word: a number column takes the former only.
    const bool number = field.kind == Kind::integer || field.kind == Kind::integers;
    if (number || field.kind == Kind::boolean) return std::nullopt;
    return json.get<std::string>();
  }
  if (json.is_number_integer() &&
      (field.kind == Kind::integer || field.kind == Kind::integers || field.kind == Kind::choice))
    return dump(json);
  if (json.is_boolean() && field.kind == Kind::boolean) return json.get<bool>() ? "yes" : "no";
  return std::nullopt;
}

std::string allowed_json(const Field& field, TableId target) {
  if (field.kind == Kind::boolean) return "true or false";
  if (field.kind == Kind::weekdays) return "a list of days, such as [\"Mon\", \"Tue\"]";
  if (is_list(field.kind)) return "a list of " + allowed(field, target);
  return allowed(field, target);
}

tl::unexpected<Errors> unfit(const Field& field, TableId target, const Json& json) {
  return fail(ErrorCode::bad_input, described(json) + " does not fit here", std::string{field.name},
              "give " + allowed_json(field, target));
}

tl::unexpected<Errors> at(const Field& field, CellProblem problem) {
  return fail(ErrorCode::bad_input, std::move(problem.message), std::string{field.name},
              std::move(problem.hint));
}

// By ids nothing but the shape is checked: the log gives back what was saved, whatever today's
// ranges and words are.
std::optional<std::int64_t> read_number(Kind kind, const Json& json) {
  if (kind == Kind::boolean)
    return json.is_boolean() ? std::optional<std::int64_t>{json.get<bool>() ? 1 : 0} : std::nullopt;
  if (!json.is_number_integer()) return std::nullopt;
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  const auto number = json.get<std::int64_t>();
  if (is_reference(kind) && number <= 0) return std::nullopt;
  return number;
}

std::optional<Value> read_stored(const Field& field, const Json& json) {
  switch (field.kind) {
    case Kind::text:
      if (json.is_string()) return Value{json.get<std::string>()};
      return std::nullopt;
    case Kind::words:
    case Kind::amounts: {
      if (!json.is_array()) return std::nullopt;
      std::vector<std::string> words;
      for (const Json& item : json) {
        if (!item.is_string()) return std::nullopt;
        words.push_back(item.get<std::string>());
      }
      return Value{std::move(words)};
    }
    case Kind::references:
    case Kind::integers: {
      if (!json.is_array()) return std::nullopt;
      std::vector<std::int64_t> numbers;
      for (const Json& item : json) {
        const auto number = read_number(field.kind, item);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
      }
      return Value{std::move(numbers)};
    }
    case Kind::integer:
    case Kind::boolean:
    case Kind::reference:
    case Kind::scoped:
      if (const auto number = read_number(field.kind, json)) return Value{*number};
      return std::nullopt;
    case Kind::date:
    case Kind::time:
    case Kind::choice:
    case Kind::weekdays:
      break;
  }
  return std::nullopt;
}

Result<Value> read_scalar(const Field& field, TableId target, const Json& json,
                          const Codes& codes) {
  const auto text = as_text(field, json);
  if (!text || (text->empty() && is_list(field.kind))) return unfit(field, target, json);
  auto value = is_list(field.kind) ? read_item(field, target, *text, codes)
                                   : read_cell(field, target, *text, codes);
  if (!value) return at(field, std::move(value.error()));
  return *std::move(value);
}

// Puts what one item holds at the end of a list.
void append(Value& list, Value item) {
  if (std::holds_alternative<std::monostate>(list)) {
    list = std::move(item);
  } else if (auto* numbers = std::get_if<std::vector<std::int64_t>>(&list)) {
    const auto& more = std::get<std::vector<std::int64_t>>(item);
    numbers->insert(numbers->end(), more.begin(), more.end());
  } else if (auto* words = std::get_if<std::vector<std::string>>(&list)) {
    const auto& more = std::get<std::vector<std::string>>(item);
    words->insert(words->end(), more.begin(), more.end());
  } else {
    list = std::get<std::int64_t>(list) | std::get<std::int64_t>(item);  // weekdays
  }
}

}  // namespace

Json value_json(const Field& field, TableId target, const Value& value, Dialect dialect) {
  if (std::holds_alternative<std::monostate>(value)) return nullptr;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* words = std::get_if<std::vector<std::string>>(&value)) return *words;
  if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value)) {
    if (!dialect.codes || field.kind != Kind::references) return *numbers;
    Json list = Json::array();
    for (const std::int64_t n : *numbers)
      list.push_back(dialect.codes->code(target, static_cast<RawId>(n)));
    return list;
  }
  const auto number = std::get<std::int64_t>(value);
  if (field.kind == Kind::integer || (!dialect.codes && is_reference(field.kind))) return number;
  if (field.kind == Kind::boolean) return number != 0;
  const std::string text = cell_text(field, target, value, codes_of(dialect));
  if (field.kind == Kind::weekdays) return split(text, ';');
  return text;
}

Result<Value> read_value(const Field& field, TableId target, const Json& json, Dialect dialect) {
  if (!dialect.codes) {
    if (json.is_null()) return Value{};
    if (auto stored = read_stored(field, json)) return *std::move(stored);
  }
  const Codes& codes = codes_of(dialect);
  if (json.is_null() || (json.is_array() && json.empty() && is_list(field.kind))) {
    auto empty = read_cell(field, target, {}, codes);
    if (!empty) return at(field, std::move(empty.error()));
    return Value{};
  }
  if (!is_list(field.kind)) return read_scalar(field, target, json, codes);
  if (!json.is_array()) return unfit(field, target, json);
  Value list;
  for (const Json& item : json) {
    auto value = read_scalar(field, target, item, codes);
    if (!value) return value;
    append(list, *std::move(value));
  }
  return list;
}

Json row_value(const AnyRow& row, std::span<const std::string> columns, Dialect dialect) {
  const TableInfo& table = info(table_of(row));
  Json out = Json::object();
  for (const std::string& column : columns) {
    if (const Field* field = table.field(column)) {
      const TableId target = target_of(*field, table, data(row));
      out[column] = value_json(*field, target, field->get(data(row)), dialect);
    } else {
      const auto it = extras(row).find(column);
      out[column] = it == extras(row).end() ? Json(nullptr) : Json(it->second);
    }
  }
  return out;
}

void merge_row_value(AnyRow& row, const Json& json, Dialect dialect, Errors& errors) {
  const TableInfo& table = info(table_of(row));
  if (!json.is_object()) {
    errors.push_back({ErrorCode::bad_input,
                      described(json) + " is not a row",
                      {},
                      "give an object with a member a column"});
    return;
  }
  const AnyRow untouched = empty_row(table.id);
  // In the order of the columns: a scope is known before the code it governs.
  for (const Field& field : table.fields) {
    const auto given = json.find(std::string{field.name});
    if (given == json.end()) {
      // A code of the old scope would name a row of another table.
      if (field.kind == Kind::scoped && dialect.codes && json.contains(std::string{field.scope}))
        field.set(data(row), Value{});
      continue;
    }
    const TableId target = target_of(field, table, data(row));
    auto value = read_value(field, target, *given, dialect);
    if (value) {
      field.set(data(row), *value);
      // A column that cannot be empty has a value of its own for that: the grid, no, nothing yet.
      const bool kept = std::holds_alternative<std::monostate>(*value) &&
                        !std::holds_alternative<std::monostate>(field.get(data(row)));
      if (kept) field.set(data(row), field.get(data(untouched)));
    } else {
      errors.insert(errors.end(), value.error().begin(), value.error().end());
    }
  }
  for (const auto& [name, value] : json.items()) {
    if (table.field(name)) continue;
    if (!name.starts_with("x_")) {
      std::vector<std::string_view> names;
      for (const Field& field : table.fields) names.push_back(field.name);
      const auto near = nearest(name, names);
      errors.push_back({ErrorCode::bad_input,
                        fmt::format("{} has no column '{}'", table.name, name), name,
                        near.empty() ? "columns of your own begin with x_"
                                     : fmt::format("did you mean {}?", near)});
    } else if (value.is_null() || (dialect.codes && value == "")) {
      extras(row).erase(name);
    } else if (value.is_string()) {
      extras(row)[name] = value.get<std::string>();
    } else {
      errors.push_back({ErrorCode::bad_input, described(value) + " does not fit here", name,
                        "columns of your own hold text"});
    }
  }
}

}  // namespace tandem::db
