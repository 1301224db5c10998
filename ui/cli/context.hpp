// What a command of the command line is given: where to print, who asks, and the options that all
// commands share. Also the exit codes, and how problems are shown. Knows no single command.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "planner/ports/clock.hpp"
#include "ui/app/session.hpp"

namespace tandem::cli {

enum Exit : int {
  kDone = 0,
  kFindings = 1,  // done, with findings
  kBadUsage = 2,
  kBadInput = 3,  // nothing changed
  kStorage = 4,
};

struct Context {
  std::ostream& out;
  std::ostream& err;
  const Clock& clock;
  std::string login;           // name of the user of this machine
  bool err_is_terminal{};      // progress bars are drawn there

  std::string actor;           // --as, else login
  bool json{};                 // --json
  std::optional<Date> as_of;   // --as-of
  std::filesystem::path file;  // the workspace file
  std::string branch{};        // --branch: the plan to work on; empty: the published one
};

inline constexpr std::string_view kClient = "tandem 0.1.0";

// Prints each problem on a line of its own to `err`. Returns: the exit code they call for.
int report(const Context& context, const Errors& errors);

// Opens the workspace of the context for a command. Errors: as db::open.
Result<std::unique_ptr<app::Session>> open_session(const Context& context);

// Drops the proposal that is kept for the plan of this name. What the command was for is saved by
// then, so trouble here is a warning on `err` and no failure.
void forget_proposal(const Context& context, app::Session& session, const std::string& plan);

// The whole of a file; "-" is standard input. Errors: not_found.
Result<std::string> read_text(const std::filesystem::path& path);

// Names the nearest code, or all of them where they are few.
Error unknown_code(const Program& program, TableId table, const std::string& code);
// Errors: not_found, as unknown_code.
template <class T>
Result<const T*> find_by_code(const Program& program, const std::string& code) {
  if (const T* row = table(program, Tag<T>{}).find_key(code)) return row;
  return fail(unknown_code(program, kTableOf<T>, code));
}

}  // namespace tandem::cli
