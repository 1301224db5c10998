#include "tests/support/ics_reader.hpp"

#include <stdexcept>

#include "planner/base/text.hpp"

namespace tandem::test {
namespace {

struct Numbered {
  std::size_t number;
  std::string text;
};

[[noreturn]] void refuse(std::size_t line, const std::string& what) {
  throw std::runtime_error("line " + std::to_string(line) + ": " + what);
}

// Physical lines to content lines.
std::vector<Numbered> unfold(std::string_view bytes) {
  std::vector<Numbered> out;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = bytes.find("\r\n");
    if (end == bytes.npos) refuse(number, "does not end in CRLF");
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 2);
    if (line.find_first_not_of(" \t") == line.npos) refuse(number, "is blank");
    if (line.size() > 75) refuse(number, "has " + std::to_string(line.size()) + " octets");
    if (bad_utf8(line)) refuse(number, "is not UTF-8 by itself: a fold splits a character");
    for (const char c : line)
      if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
        refuse(number, "holds a control character");
    if (line.front() != ' ' && line.front() != '\t') {
      out.push_back({number, std::string{line}});
    } else {
      if (out.empty()) refuse(number, "continues nothing");
      out.back().text += line.substr(1);
    }
  }
  return out;
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string_view::npos;
}

IcsLine content(const Numbered& line) {
  const std::string_view text = line.text;
  std::size_t at = text.find_first_of(";:");
  if (at == text.npos) refuse(line.number, "has no colon");
  IcsLine out;
  out.name = text.substr(0, at);
  if (!is_name(out.name)) refuse(line.number, "has no property name");
  while (text[at] == ';') {
    const std::size_t equals = text.find('=', at);
    if (equals == text.npos) refuse(line.number, "has a parameter without value");
    const std::string key{text.substr(at + 1, equals - at - 1)};
    if (!is_name(key)) refuse(line.number, "has a parameter without name");
    std::string value;
    at = equals + 1;
    if (at < text.size() && text[at] == '"') {
      const std::size_t close = text.find('"', at + 1);
      if (close == text.npos) refuse(line.number, "has an open quote");
      value = text.substr(at + 1, close - at - 1);
      at = close + 1;
    } else {
      const std::size_t stop = text.find_first_of(";:", at);
      value = text.substr(at, stop == text.npos ? stop : stop - at);
      if (value.find_first_of("\",") != value.npos) refuse(line.number, "wants quotes");
      at = stop;
    }
    if (at >= text.size() || (text[at] != ';' && text[at] != ':'))
      refuse(line.number, "has no colon after its parameters");
    if (!out.params.emplace(key, value).second) refuse(line.number, "has " + key + " twice");
  }
  out.value = text.substr(at + 1);
  return out;
}

// Reads up to the END of `name`, which has begun.
IcsComponent component(std::string name, const std::vector<Numbered>& lines, std::size_t& at) {
  IcsComponent out;
  out.name = std::move(name);
  for (; at < lines.size(); ++at) {
    IcsLine line = content(lines[at]);
    if (line.name == "END") {
      if (line.value != out.name) refuse(lines[at].number, "ends " + line.value);
      ++at;
      return out;
    }
    if (line.name == "BEGIN") {
      out.parts.push_back(component(line.value, lines, ++at));
      --at;
    } else {
      out.lines.push_back(std::move(line));
    }
  }
  throw std::runtime_error(out.name + " is never ended");
}

}  // namespace

std::string IcsLine::text() const {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == ';' || value[i] == ',')
      throw std::runtime_error(name + ": '" + value[i] + "' is not escaped");
    if (value[i] != '\\') {
      out += value[i];
      continue;
    }
    const char next = ++i < value.size() ? value[i] : '\0';
    if (next == 'n' || next == 'N')
      out += '\n';
    else if (next == '\\' || next == ';' || next == ',')
      out += next;
    else
      throw std::runtime_error(name + ": a backslash that escapes nothing");
  }
  return out;
}

const IcsLine* IcsComponent::find(std::string_view property) const {
  for (const IcsLine& line : lines)
    if (line.name == property) return &line;
  return nullptr;
}

std::string IcsComponent::value(std::string_view property) const {
  const IcsLine* line = find(property);
  return line ? line->value : std::string{};
}

std::string IcsComponent::text(std::string_view property) const {
  const IcsLine* line = find(property);
  return line ? line->text() : std::string{};
}

std::vector<const IcsComponent*> IcsComponent::all(std::string_view component) const {
  std::vector<const IcsComponent*> out;
  for (const IcsComponent& part : parts)
    if (part.name == component) out.push_back(&part);
  return out;
}

IcsComponent read_ics(std::string_view bytes) {
  const auto lines = unfold(bytes);
  if (lines.empty() || lines.front().text != "BEGIN:VCALENDAR")
    throw std::runtime_error("does not begin with a calendar");
  std::size_t at = 1;
  IcsComponent out = component("VCALENDAR", lines, at);
  if (at != lines.size()) refuse(lines[at].number, "stands after the calendar");
  return out;
}

const IcsComponent& event_of(const IcsComponent& calendar, std::string_view uid) {
  const IcsComponent* found = nullptr;
  for (const IcsComponent* event : calendar.all("VEVENT")) {
    if (event->value("UID") != uid) continue;
    if (found) throw std::runtime_error("UID " + std::string{uid} + " stands twice");
    found = event;
  }
  if (!found) throw std::runtime_error("no event of UID " + std::string{uid});
  return *found;
}

}  // namespace tandem::test
