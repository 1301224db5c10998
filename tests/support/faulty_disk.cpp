#include "tests/support/faulty_disk.hpp"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <new>

namespace tandem::test {

// https://www.sqlite.org/vfs.html: a file of ours is a header, followed by the real VFS's file.
struct FaultyDisk::Vfs : sqlite3_vfs {
  Hook hook;
  sqlite3_vfs* real{};

  struct File : sqlite3_file {
    Vfs* vfs;
    std::string* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  static Vfs& self(sqlite3_vfs* vfs) { return *static_cast<Vfs*>(vfs); }
  static File& self(sqlite3_file* file) { return *static_cast<File*>(file); }
  static std::string name_of(const char* path) {
    return path ? std::filesystem::path(path).filename().string() : std::string{};
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
    File& f = self(file);
    f.pMethods = nullptr;
    f.vfs = &self(vfs);
    const int result = f.vfs->real->xOpen(f.vfs->real, path, f.real(), flags, out);
    if (f.real()->pMethods) {
      f.name = new std::string(name_of(path));
      f.pMethods = &kMethods;
    }
    return result;
  }
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    Vfs& v = self(vfs);
    const int fault = v.hook({DiskOperation::remove, name_of(path), sync_folder != 0});
    return fault != 0 ? fault : v.real->xDelete(v.real, path, sync_folder);
  }

  static int close(sqlite3_file* file) {
    delete self(file).name;
    return self(file).real()->pMethods->xClose(self(file).real());
  }
  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    return self(file).real()->pMethods->xRead(self(file).real(), out, size, at);
  }
  static int fault(sqlite3_file* file, DiskOperation::Kind kind) {
    return self(file).vfs->hook({kind, *self(file).name, false});
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const int failed = fault(file, DiskOperation::write);
    return failed != 0 ? failed
                       : self(file).real()->pMethods->xWrite(self(file).real(), bytes, size, at);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const int failed = fault(file, DiskOperation::truncate);
    return failed != 0 ? failed : self(file).real()->pMethods->xTruncate(self(file).real(), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    const int failed = fault(file, DiskOperation::sync);
    return failed != 0 ? failed : self(file).real()->pMethods->xSync(self(file).real(), flags);
  }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    return self(file).real()->pMethods->xFileSize(self(file).real(), out);
  }
  static int lock(sqlite3_file* file, int level) {
    return self(file).real()->pMethods->xLock(self(file).real(), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return self(file).real()->pMethods->xUnlock(self(file).real(), level);
  }
  static int reserved(sqlite3_file* file, int* out) {
    return self(file).real()->pMethods->xCheckReservedLock(self(file).real(), out);
  }
  static int control(sqlite3_file* file, int op, void* argument) {
    return self(file).real()->pMethods->xFileControl(self(file).real(), op, argument);
  }
  static int sector(sqlite3_file* file) {
    return self(file).real()->pMethods->xSectorSize(self(file).real());
  }
  static int device(sqlite3_file* file) {
    return self(file).real()->pMethods->xDeviceCharacteristics(self(file).real());
  }

  static const sqlite3_io_methods kMethods;
};

const sqlite3_io_methods FaultyDisk::Vfs::kMethods = [] {
  sqlite3_io_methods m{};
  m.iVersion = 1;
  m.xClose = close;
  m.xRead = read;
  m.xWrite = write;
  m.xTruncate = truncate;
  m.xSync = sync;
  m.xFileSize = size;
  m.xLock = lock;
  m.xUnlock = unlock;
  m.xCheckReservedLock = reserved;
  m.xFileControl = control;
  m.xSectorSize = sector;
  m.xDeviceCharacteristics = device;
  return m;
}();

FaultyDisk::FaultyDisk(Hook hook) : vfs_(std::make_unique<Vfs>()) {
  sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
  static_cast<sqlite3_vfs&>(*vfs_) = *real;  // all that is not replaced below works on real files
  vfs_->real = real;
  vfs_->hook = std::move(hook);
  vfs_->pNext = nullptr;
  vfs_->zName = "faulty";
  vfs_->szOsFile = static_cast<int>(sizeof(Vfs::File)) + real->szOsFile;
  vfs_->xOpen = Vfs::open;
  vfs_->xDelete = Vfs::remove;
  sqlite3_vfs_register(vfs_.get(), 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(vfs_.get());
  sqlite3_vfs_register(vfs_->real, 1);
}

}  // namespace tandem::test
