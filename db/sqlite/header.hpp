// The first bytes of a file, read without SQLite: whether it is a Tandem file at all is decided
// before SQLite may touch it, so that a file of somebody else stays byte-identical, down to a
// journal lying beside it. Used by connection.cpp; knows nothing of tables.
#pragma once

#include <cstdint>
#include <filesystem>

#include "planner/base/result.hpp"

namespace tandem::db {

inline constexpr std::uint32_t kApplicationId = 0x544E444D;  // TNDM

struct FileHeader {
  std::uint32_t user_version{};
  // A save is going on, or was interrupted and SQLite will roll it back. A journal that begins with
  // a zero byte was never put to use and lies there until the next save.
  bool has_journal{};
};

// Errors: not_found; bad_input, the file is empty, not SQLite's, another program's or truncated.
// A truncation is not judged while a journal lies beside the file, which may mend it.
Result<FileHeader> read_header(const std::filesystem::path& file);

std::filesystem::path journal_of(const std::filesystem::path& file);

}  // namespace tandem::db
