#include "db/sqlite/header.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>

namespace tandem::db {
namespace {

// Offsets: https://www.sqlite.org/fileformat2.html#the_database_header (all numbers big-endian).
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kChangeCounterAt = 24;
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::size_t kPageCountValidForAt = 92;

using Bytes = std::array<char, kHeaderBytes>;

std::uint32_t number(const Bytes& bytes, std::size_t at, std::size_t size = 4) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < size; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

}  // namespace

std::filesystem::path journal_of(const std::filesystem::path& file) {
  return file.string() + "-journal";
}

Result<FileHeader> read_header(const std::filesystem::path& file) {
  const std::string where = file.string();
  const std::string backup_hint = "open a backup from its .tandem-backups folder";
  std::error_code failed;
  const auto status = std::filesystem::status(file, failed);
  if (status.type() == std::filesystem::file_type::not_found)
    return fail(ErrorCode::not_found, "There is no such file.", where,
                "make a new workspace, or load one from a folder");
  if (status.type() != std::filesystem::file_type::regular)
    return fail(ErrorCode::bad_input, "This is not a file that can be opened.", where);
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(ErrorCode::storage, "This file cannot be read.", where,
                "check the permissions of the file and its folder");
  Bytes bytes{};
  in.read(bytes.data(), kHeaderBytes);
  const auto got = static_cast<std::size_t>(in.gcount());
  if (got == 0) return fail(ErrorCode::bad_input, "This file is empty.", where, backup_hint);
  if (std::string_view{bytes.data(), std::min(got, kMagic.size())} != kMagic.substr(0, got))
    return fail(ErrorCode::bad_input, "This is not a Tandem file: it is not an SQLite database.",
                where, "choose another, load a folder of tables into a new one, or " + backup_hint);
  if (got < kHeaderBytes)
    return fail(ErrorCode::bad_input, "This file is cut short.", where, backup_hint);
  const std::uint32_t application = number(bytes, kApplicationIdAt);
  if (application != kApplicationId)
    return fail(ErrorCode::bad_input,
                fmt::format("This SQLite database belongs to another program "
                            "(application id {:08x}, not {:08x}).",
                            application, kApplicationId),
                where, "choose another, or load a folder of tables into a new one");
  FileHeader header;
  header.user_version = number(bytes, kUserVersionAt);
  std::ifstream journal(journal_of(file), std::ios::binary);
  header.has_journal = journal && journal.get() > 0;
  const std::uint32_t raw_page_size = number(bytes, kPageSizeAt, 2);
  const std::uint64_t page_size = raw_page_size == 1 ? 65536 : raw_page_size;
  const std::uint64_t pages = number(bytes, kPageCountAt);
  const bool count_is_valid =
      number(bytes, kChangeCounterAt) == number(bytes, kPageCountValidForAt);
  const std::uint64_t size = std::filesystem::file_size(file, failed);
  if (!header.has_journal && count_is_valid && size < page_size * pages)
    return fail(ErrorCode::bad_input,
                fmt::format("This file is cut short: {} of {} bytes.", size, page_size * pages),
                where, backup_hint);
  return header;
}

}  // namespace tandem::db
