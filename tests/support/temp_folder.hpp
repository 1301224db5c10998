// A folder of its own for one test, gone with it. On the disk, where syncing means something, or in
// memory for tests that save thousands of times and ask nothing of the disk.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace tandem::test {

enum class Medium { disk, memory };

class TempFolder {
 public:
  explicit TempFolder(Medium medium = Medium::disk) {
    const std::filesystem::path memory{"/dev/shm"};
    const bool in_memory = medium == Medium::memory && std::filesystem::is_directory(memory);
    std::string name =
        ((in_memory ? memory : std::filesystem::temp_directory_path()) / "tandem-test-XXXXXX")
            .string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for a test: " + name);
    path_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace tandem::test
