#include "ui/print/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <vector>

namespace tandem::print {
namespace {

namespace fs = std::filesystem;

// So many files are flushed one by one; more at once, by the whole file system (a disk that takes
// 5 ms a flush would need 15 s for the calendars of 240 people).
constexpr std::size_t kFewFiles = 32;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

Error failure(const fs::path& path, std::string_view what, int number) {
  return {ErrorCode::storage, std::string{what} + ": " + std::strerror(number), path.string(),
          "check the folder and the space on the disk"};
}

bool holds(const fs::path& path, const std::string& bytes) {
  std::error_code ignored;
  if (!fs::is_regular_file(fs::symlink_status(path, ignored))) return false;
  if (fs::file_size(path, ignored) != bytes.size()) return false;
  std::ifstream in{path, std::ios::binary};
  const std::string found{std::istreambuf_iterator<char>{in}, {}};
  return in && found == bytes;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

Result<void> make_folder(const fs::path& path) {
  if (path.empty() || fs::is_directory(path)) return {};
  if (auto made = make_folder(path.parent_path()); !made) return made;
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
    return fail(failure(path, "the folder cannot be made", errno));
  if (!fs::is_directory(path)) return fail(failure(path, "the folder cannot be made", ENOTDIR));
  return {};
}

Result<void> flush_folder(const fs::path& path) {
  const Descriptor fd{
      ::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!fd.ok() || ::fsync(fd.get()) != 0)
    return fail(failure(path, "the folder cannot be flushed", errno));
  return {};
}

// New contents beside their places, under temporary names that go away unless taken.
class Batch {
 public:
  Batch(const fs::path& folder, bool flush_each) : folder_(folder), flush_each_(flush_each) {}
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  ~Batch() {
    for (const auto& [temporary, place] : waiting_) ::unlink(temporary.c_str());
  }

  Result<void> add(const fs::path& place, const std::string& bytes) {
    std::string name = (place.parent_path() / ".tandem-XXXXXX").string();
    const Descriptor fd{::mkostemp(name.data(), O_CLOEXEC)};  // 0600
    if (!fd.ok()) return fail(failure(place, "the file cannot be written", errno));
    waiting_.emplace_back(name, place);
    if (!write_all(fd.get(), bytes) || (flush_each_ && ::fsync(fd.get()) != 0))
      return fail(failure(place, "the file cannot be written", errno));
    return {};
  }

  Result<void> finish() {
    if (waiting_.empty()) return {};
    if (!flush_each_) {
      const Descriptor fd{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
      if (!fd.ok() || ::syncfs(fd.get()) != 0)
        return fail(failure(folder_, "the files cannot be flushed", errno));
    }
    std::set<fs::path> folders;
    while (!waiting_.empty()) {
      const auto& [temporary, place] = waiting_.back();
      if (::rename(temporary.c_str(), place.c_str()) != 0)
        return fail(failure(place, "the file cannot be replaced", errno));
      folders.insert(place.parent_path());
      waiting_.pop_back();
    }
    if (!flush_each_) folders = {folder_};
    for (const auto& folder : folders)
      if (auto flushed = flush_folder(folder); !flushed) return flushed;
    return {};
  }

 private:
  fs::path folder_;
  bool flush_each_;
  std::vector<std::pair<std::string, fs::path>> waiting_;
};

}  // namespace

Result<Written> write_files(const fs::path& folder, std::span<const File> files) {
  if (auto made = make_folder(folder); !made) return fail(std::move(made.error()));
  Written out;
  std::vector<const File*> changed;
  for (const File& file : files) {
    if (holds(folder / file.path, file.bytes))
      ++out.unchanged;
    else
      changed.push_back(&file);
  }
  Batch batch{folder, changed.size() <= kFewFiles};
  for (const File* file : changed) {
    const fs::path place = folder / file->path;
    if (auto made = make_folder(place.parent_path()); !made) return fail(std::move(made.error()));
    if (auto added = batch.add(place, file->bytes); !added) return fail(std::move(added.error()));
  }
  if (auto done = batch.finish(); !done) return fail(std::move(done.error()));
  out.written = changed.size();
  return out;
}

}  // namespace tandem::print
