// "Find anything": the modules, sessions, cohorts, people, facilitators, rooms and commands that
// answer to what was typed, the nearest first. Made once for an edition of the workspace, asked at
// each letter. Pure; knows no pixel.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/app/actions.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

enum class FindKind : std::uint8_t {
  module,
  session,
  cohort,
  person,
  facilitator,
  room,
  command,
};
inline constexpr std::size_t kFindKinds = 7;
// "Modules", as the heading of a group.
std::string_view heading(FindKind kind);

struct Findable {
  FindKind kind{};
  std::string key;     // code, number; of a command its label
  std::string title;   // "L1b Tough conversations lab"
  std::string detail;  // "4 h, in person"
  std::optional<Orientation> orientation{};
  bool undated{};                        // a session that has no date
  std::optional<app::Action> command{};  // of a command
  std::string keys{};                    // "Ctrl Z"
  // What is compared: search_key of the key, of the title, and of title and detail together.
  std::string own_key{};
  std::string title_key{};
  std::string whole_key{};
};

struct FindGroup {
  FindKind kind{};
  std::vector<const Findable*> found;
};

struct Found {
  std::vector<FindGroup> groups;   // the group with the nearest first
  int total{};                     // also those that are not among the groups' few
  std::vector<std::string> words;  // of the question, as compared
};

class Finder {
 public:
  // `where`: the page in view, whose own commands can be found as well.
  Finder(const SessionBook& book, app::Where where);

  // Every word must be somewhere in what is found; "> " in front asks for commands alone, nothing
  // asked lists the commands. Returns: at most `each` of a kind. Cost: linear in what there is.
  Found find(std::string_view typed, std::size_t each = 4) const;

 private:
  std::vector<Findable> all_;  // by kind, then in the order of their tables
};

}  // namespace tandem::models
