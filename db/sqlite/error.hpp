// SQLite's exceptions turned into errors that a person can act on. Used by every entry of
// db/sqlite: no SQLite::Exception leaves that folder.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <stdexcept>

#include "planner/base/result.hpp"

namespace tandem::db {

// A row, a log entry or a cell that cannot be what this program wrote.
struct Damaged : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A stop inside a transaction with errors for a person; the transaction is rolled back on the way.
struct Stop {
  Errors errors;
};

Error to_error(const SQLite::Exception& failure, const std::filesystem::path& file);
Error to_error(const Damaged& damage, const std::filesystem::path& file);

// Returns: what `body` returns (a Result or a SaveResult), or the error its exception stands for.
template <class Body>
auto guarded(const std::filesystem::path& file, Body&& body) -> decltype(body()) {
  const auto refuse = [](Errors errors) -> decltype(body()) {
    if constexpr (requires { typename decltype(body())::error_type; })
      return tl::unexpected(std::move(errors));
    else
      return errors;
  };
  try {
    return body();
  } catch (const SQLite::Exception& failure) {
    return refuse({to_error(failure, file)});
  } catch (const Damaged& damage) {
    return refuse({to_error(damage, file)});
  } catch (Stop& stop) {
    return refuse(std::move(stop.errors));
  }
}

}  // namespace tandem::db
