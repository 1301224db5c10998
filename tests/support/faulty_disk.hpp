// A disk that can be told to fail, to stop the process, or only to be watched: stands between
// SQLite and the real files as SQLite's default VFS while it lives, so the store under test needs
// no hook of its own. Every write, truncation, sync and removal is an operation; a step of a save
// that leads to none leaves no trace that a crash could uncover. One at a time; one thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace tandem::test {

struct DiskOperation {
  enum Kind { write, truncate, sync, remove } kind;
  std::string file;    // its name without the folder
  bool with_folder{};  // remove: the folder is synced, too
};

class FaultyDisk {
 public:
  // Called before each operation. Returns: 0 to let it happen, else the SQLite error it ends with.
  using Hook = std::function<int(const DiskOperation&)>;

  explicit FaultyDisk(Hook hook);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

 private:
  struct Vfs;
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace tandem::test
