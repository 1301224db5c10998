// How anything that a user can cause or mend is reported: a Result<T> holds a value or every problem
// found, never the first alone. Exceptions are for broken invariants only. An Error speaks to a
// person (message, where, hint) and to a program (code); it knows nothing of screens or exit codes.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace tandem {

enum class ErrorCode {
  bad_usage,    // the call itself is off
  bad_input,    // a file, a cell or a field holds what is not allowed
  not_found,    // the thing named does not exist
  conflict,     // somebody else changed the same rows
  refused,      // a rule of the program forbids it
  storage,      // the file or the disk
};

struct Error {
  ErrorCode code{ErrorCode::bad_input};
  std::string message;  // what is wrong, for a person
  std::string where;    // "rooms.csv:7:3", "cohort MGR-3 / session 7"
  std::string hint;     // the way out

  bool operator==(const Error&) const = default;
};

using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Errors>;

inline tl::unexpected<Errors> fail(Error error) { return tl::unexpected(Errors{std::move(error)}); }
inline tl::unexpected<Errors> fail(Errors errors) { return tl::unexpected(std::move(errors)); }
inline tl::unexpected<Errors> fail(ErrorCode code, std::string message, std::string where = {},
                                   std::string hint = {}) {
  return fail(Error{code, std::move(message), std::move(where), std::move(hint)});
}

// "rooms.csv:7:3: no such site 'RTM' (did you mean RTD?)"
inline std::string text(const Error& error) {
  std::string out;
  if (!error.where.empty()) out += error.where + ": ";
  out += error.message;
  if (!error.hint.empty()) out += " (" + error.hint + ")";
  return out;
}

}  // namespace tandem
