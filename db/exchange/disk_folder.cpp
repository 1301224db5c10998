#include "db/exchange/disk_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <vector>

namespace tandem::db {
namespace {

namespace fs = std::filesystem;
using Done = Result<void>;

constexpr std::uintmax_t kMaxFile = 512UL * 1024 * 1024;

tl::unexpected<Errors> broken(std::string_view doing, const fs::path& path, int error) {
  return fail(ErrorCode::storage,
              fmt::format("{}: {}", doing, std::generic_category().message(error)), path.string());
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error) return broken("cannot be read", path, error.value());
  if (!fs::is_regular_file(status))
    return fail(ErrorCode::bad_input, "is not a plain file", path.filename().string());
  const auto bytes = fs::file_size(path, error);
  if (error) return broken("cannot be read", path, error.value());
  if (bytes > kMaxFile)
    return fail(ErrorCode::bad_input, fmt::format("the file is larger than {} MB", kMaxFile >> 20),
                path.filename().string(), "split it");
  std::ifstream in{path, std::ios::binary};
  std::string text(bytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(bytes));
  if (!in) return broken("cannot be read", path, errno);
  return text;
}

// A file descriptor that closes itself.
class Handle {
 public:
  explicit Handle(int fd) : fd_(fd) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

// Removes what was prepared unless it took its place.
class Cleanup {
 public:
  Cleanup() = default;
  Cleanup(const Cleanup&) = delete;
  Cleanup& operator=(const Cleanup&) = delete;
  ~Cleanup() {
    std::error_code ignored;
    for (const auto& path : paths_) fs::remove_all(path, ignored);
  }
  void add(fs::path path) { paths_.push_back(std::move(path)); }
  void keep_all() { paths_.clear(); }

 private:
  std::vector<fs::path> paths_;
};

Done sync_folder(const fs::path& path) {
  const Handle folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.get() < 0 || ::fsync(folder.get()) != 0)
    return broken("cannot be synced", path, errno);
  return {};
}

// Writes and syncs a new file under a name of its own that begins with ".name.".
Result<fs::path> write_beside(const fs::path& folder, const std::string& name,
                              std::string_view text, Cleanup& cleanup) {
  std::string path = (folder / fmt::format(".{}.XXXXXX", name)).string();
  const Handle file{::mkostemp(path.data(), O_CLOEXEC)};  // makes it 0600
  if (file.get() < 0) return broken("cannot be written", folder / name, errno);
  cleanup.add(path);
  while (!text.empty()) {
    const ::ssize_t written = ::write(file.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return broken("cannot be written", folder / name, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.get()) != 0) return broken("cannot be written", folder / name, errno);
  return fs::path{path};
}

Done put_in_place(const std::map<std::string, std::string>& files, const fs::path& folder) {
  Errors in_the_way;
  for (const auto& [name, text] : files) {
    std::error_code error;
    const auto status = fs::symlink_status(folder / name, error);
    if (fs::exists(status) && !fs::is_regular_file(status))
      in_the_way.push_back({ErrorCode::refused, "something that is no plain file is in the way",
                            (folder / name).string(), "move it away"});
  }
  if (!in_the_way.empty()) return fail(std::move(in_the_way));

  Cleanup cleanup;
  std::vector<fs::path> written;
  for (const auto& [name, text] : files) {
    auto path = write_beside(folder, name, text, cleanup);
    if (!path) return tl::unexpected(path.error());
    written.push_back(*std::move(path));
  }
  std::size_t i = 0;
  for (const auto& [name, text] : files)
    if (::rename(written[i++].c_str(), (folder / name).c_str()) != 0)
      return broken("cannot be put in its place", folder / name, errno);
  cleanup.keep_all();
  return sync_folder(folder);
}

// "out/" names the same folder as "out", but has no last part to rename.
fs::path without_slash(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

Result<std::map<std::string, std::string>> read_files(
    const fs::path& folder, const std::function<bool(std::string_view)>& wanted) {
  std::error_code error;
  if (!fs::exists(folder, error))
    return fail(ErrorCode::not_found, "there is no such folder", folder.string());
  fs::directory_iterator entries{folder, error};
  if (error) return broken("cannot be read as a folder", folder, error.value());
  std::map<std::string, std::string> out;
  Errors errors;
  for (const fs::directory_iterator end; entries != end && !error; entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || !wanted(name) || entries->is_directory(ignored)) continue;
    auto text = read_file(entries->path());
    if (text)
      out.emplace(name, *std::move(text));
    else
      errors.insert(errors.end(), text.error().begin(), text.error().end());
  }
  if (error) return broken("cannot be read as a folder", folder, error.value());
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return out;
}

Done write_files(const std::map<std::string, std::string>& files, const fs::path& folder) {
  const fs::path path = without_slash(folder);
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::is_directory(status)) return put_in_place(files, path);
  if (fs::exists(status))
    return fail(ErrorCode::refused, "is not a folder", path.string(), "give another name");

  const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path{"."};
  std::string made = (parent / fmt::format(".{}.XXXXXX", path.filename().string())).string();
  if (!::mkdtemp(made.data())) return broken("cannot be made", path, errno);
  Cleanup cleanup;
  cleanup.add(made);
  if (auto done = put_in_place(files, made); !done) {
    // Speak of the folder that was asked for.
    for (Error& e : done.error()) e.where = (path / fs::path{e.where}.filename()).string();
    return done;
  }
  if (::rename(made.c_str(), path.c_str()) != 0) return broken("cannot be made", path, errno);
  cleanup.keep_all();
  return sync_folder(parent);
}

}  // namespace tandem::db
