#include "db/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace tandem::db {
namespace {

tl::unexpected<Errors> system_failure(std::string_view doing, const std::filesystem::path& path,
                                      int error) {
  return fail(ErrorCode::storage,
              fmt::format("{} failed: {}.", doing, std::generic_category().message(error)),
              path.string(), "check the disk and the permissions of the folder");
}

Result<void> sync(const std::filesystem::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return system_failure("Opening", path, errno);
  const int synced = ::fsync(fd);
  const int error = errno;
  ::close(fd);
  if (synced != 0) return system_failure("Writing to the disk", path, error);
  return {};
}

}  // namespace

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
}

Result<std::filesystem::path> private_file_beside(const std::filesystem::path& target) {
  std::string name = (folder_of(target) / ("." + target.filename().string() + ".XXXXXX")).string();
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);  // 0600, whatever the umask
  if (fd < 0) return system_failure("Making a file", folder_of(target), errno);
  ::close(fd);
  return std::filesystem::path{name};
}

Result<void> private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return system_failure("Making a folder", folder, errno);
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed))
    return fail(ErrorCode::storage, "This is not a folder.", folder.string());
  return sync(folder_of(folder), O_RDONLY | O_DIRECTORY);
}

Result<void> move_into_place(const std::filesystem::path& from, const std::filesystem::path& to,
                             Existing existing) {
  if (auto synced = sync(from, O_RDONLY); !synced) return synced;
  int moved = -1;
  if (existing == Existing::refuse) {
    moved = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    if (moved != 0 && errno == EEXIST)
      return fail(ErrorCode::refused, "There is already a file of this name.", to.string());
  }
  // Some file systems cannot refuse by themselves.
  const bool cannot_refuse = moved != 0 && (errno == EINVAL || errno == ENOSYS);
  std::error_code failed;
  if (cannot_refuse && existing == Existing::refuse && std::filesystem::exists(to, failed))
    return fail(ErrorCode::refused, "There is already a file of this name.", to.string());
  if (existing == Existing::replace || cannot_refuse) moved = ::rename(from.c_str(), to.c_str());
  if (moved != 0) return system_failure("Renaming", to, errno);
  return sync(folder_of(to), O_RDONLY | O_DIRECTORY);
}

}  // namespace tandem::db
