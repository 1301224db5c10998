#include "db/exchange/json_value.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "planner/base/text.hpp"

namespace tandem::db {
namespace {

// Before the parser runs: nesting costs it memory a level, and a value tree is taken down
// recursively by whoever walks it.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxJsonDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

// The parser's own words without its tag: "[json.exception.parse_error.101] parse error at line 1,
// column 9: syntax error while parsing ..."
std::string without_tag(std::string_view message) {
  const std::size_t end = message.find("] ");
  return std::string{end == message.npos ? message : message.substr(end + 2)};
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (const auto bad = bad_utf8(text))
    return fail(ErrorCode::bad_input, fmt::format("byte {} is not valid UTF-8 or is NUL", *bad + 1),
                {}, "save the text as UTF-8");
  if (too_deep(text))
    return fail(ErrorCode::bad_input, fmt::format("nested more than {} levels deep", kMaxJsonDepth),
                {}, "flatten the lists and objects");
  std::vector<std::set<std::string>> members;  // of each object still open
  std::string twice;
  const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) members.emplace_back();
    if (event == Json::parse_event_t::object_end) members.pop_back();
    if (event == Json::parse_event_t::key) {
      const auto& name = parsed.get_ref<const std::string&>();
      if (!members.back().insert(name).second && twice.empty()) twice = name;
    }
    return true;
  };
  try {
    Json json = Json::parse(text, watch);
    if (!twice.empty())
      return fail(ErrorCode::bad_input, fmt::format("'{}' is given twice", twice), {},
                  "give each member once");
    return json;
  } catch (const Json::exception& error) {
    return fail(ErrorCode::bad_input, "not valid JSON: " + without_tag(error.what()), {},
                "one JSON object, for example {\"command\":\"remove\",...}");
  }
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string described(const Json& json) {
  if (json.is_null()) return "null";
  if (json.is_array()) return "a list";
  if (json.is_object()) return "an object";
  if (json.is_string()) return fmt::format("'{}'", json.get_ref<const std::string&>());
  return dump(json);
}

}  // namespace tandem::db
