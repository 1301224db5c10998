#include "db/exchange/object_value.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::db {
namespace {

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const Json& member(const Json& object, std::string_view name) {
  static const Json kNull;
  const auto it = object.find(std::string{name});
  return it == object.end() ? kNull : *it;
}

std::string join_path(std::string_view path, std::string_view name) {
  return path.empty() ? std::string{name} : fmt::format("{}.{}", path, name);
}

bool read_object(const Json& json, const std::string& path, const ObjectShape& shape, AnyRow& row,
                 Dialect dialect, Errors& errors) {
  if (!json.is_object()) {
    errors.push_back(
        {ErrorCode::bad_input, described(json) + " is not an object", path,
         "give an object with members " + sentence_list(std::vector<std::string>(
                                              shape.required.begin(), shape.required.end()))});
    return false;
  }
  Json columns = Json::object();
  for (const auto& [name, value] : json.items()) {
    if (holds(shape.columns, name)) {
      if (!value.is_null()) columns[name] = value;  // the row given has nothing to take away
    } else if (!holds(shape.others, name)) {
      std::vector<std::string_view> known = shape.columns;
      known.insert(known.end(), shape.others.begin(), shape.others.end());
      const auto near = nearest(name, known);
      errors.push_back(
          {ErrorCode::bad_input, fmt::format("unknown member '{}'", name), join_path(path, name),
           near.empty()
               ? "known: " + join(std::vector<std::string>(known.begin(), known.end()), ", ")
               : fmt::format("did you mean {}?", near)});
    }
  }
  Errors found;
  merge_row_value(row, columns, dialect, found);
  for (Error& error : found) {
    error.where = join_path(path, error.where);
    errors.push_back(std::move(error));
  }
  // By ids what was saved is given back, whole or not.
  for (const auto name : shape.required)
    if (dialect.codes && member(json, name).is_null())
      errors.push_back({ErrorCode::bad_input, fmt::format("'{}' is missing", name),
                        join_path(path, name), "give it a value"});
  return true;
}

Json references_value(const Field& field, const std::vector<RawId>& ids, Dialect dialect) {
  Json out = Json::array();
  for (const RawId id : ids)
    out.push_back(value_json(field, field.target, Value{static_cast<std::int64_t>(id)}, dialect));
  return out;
}

std::vector<RawId> read_references(const Field& field, const Json& json, const std::string& path,
                                   Dialect dialect, Errors& errors) {
  std::vector<RawId> out;
  if (json.is_null()) return out;
  if (!json.is_array()) {
    errors.push_back({ErrorCode::bad_input, described(json) + " is not a list", path,
                      fmt::format("give a list of codes of {}", info(field.target).name)});
    return out;
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    auto value = read_value(field, field.target, json[i], dialect);
    if (value && std::holds_alternative<std::int64_t>(*value)) {
      out.push_back(static_cast<RawId>(std::get<std::int64_t>(*value)));
      continue;
    }
    Error error{ErrorCode::bad_input, described(json[i]) + " does not fit here", {}, {}};
    if (!value) error = value.error().front();
    error.where = fmt::format("{}[{}]", path, i);
    errors.push_back(std::move(error));
  }
  return out;
}

}  // namespace tandem::db
