// What leaves the program as files: whole, private, and untouched when nothing changed.
#include "ui/print/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/catch.hpp"

using namespace tandem;
using print::File;
using print::write_files;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "tandem-files-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  std::string read(const std::string& name) const {
    std::ifstream in{path / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  std::size_t count() const {  // everything below, hidden or not
    return static_cast<std::size_t>(
        std::distance(fs::recursive_directory_iterator{path}, fs::recursive_directory_iterator{}));
  }

  fs::path path;
};

mode_t mode_of(const fs::path& path) {
  struct stat info {};
  ::stat(path.c_str(), &info);
  return info.st_mode & 0777;
}

}  // namespace

TEST_CASE("files are written below folders that are made, for their owner alone") {
  const Folder folder;
  const std::vector<File> files{{"people/1.ics", "one"}, {"README", ""}};
  const auto written = write_files(folder.path / "new" / "deep", files);
  REQUIRE(written.has_value());
  CHECK(written->written == 2);
  CHECK(folder.read("new/deep/people/1.ics") == "one");
  CHECK(mode_of(folder.path / "new/deep/people/1.ics") == 0600);
  CHECK(mode_of(folder.path / "new/deep/people") == 0700);
  CHECK(folder.count() == 5);  // three folders, two files, no remains
}

TEST_CASE("a file that holds these bytes already keeps its time stamp, a changed one is replaced") {
  const Folder folder;
  std::vector<File> files{{"a", "same"}, {"b", "old"}};
  REQUIRE(write_files(folder.path, files).has_value());
  const auto long_ago = fs::last_write_time(folder.path / "a") - std::chrono::hours{100};
  fs::last_write_time(folder.path / "a", long_ago);
  fs::last_write_time(folder.path / "b", long_ago);
  files[1].bytes = "new";  // of the same length
  const auto written = write_files(folder.path, files);
  REQUIRE(written.has_value());
  CHECK(written->written == 1);
  CHECK(written->unchanged == 1);
  CHECK(fs::last_write_time(folder.path / "a") == long_ago);
  CHECK(fs::last_write_time(folder.path / "b") > long_ago);
  CHECK(folder.read("b") == "new");
}

TEST_CASE("replacing a file leaves its other names and what a link points to alone") {
  const Folder folder;
  std::ofstream{folder.path / "theirs"} << "theirs";
  fs::create_symlink(folder.path / "theirs", folder.path / "a");
  REQUIRE(write_files(folder.path, std::vector<File>{{"a", "theirs"}}).has_value());
  CHECK_FALSE(fs::is_symlink(folder.path / "a"));
  REQUIRE(write_files(folder.path, std::vector<File>{{"a", "ours"}}).has_value());
  CHECK(folder.read("theirs") == "theirs");
}

TEST_CASE("many files at once are all there") {
  const Folder folder;
  std::vector<File> files;
  for (int i = 0; i < 200; ++i)
    files.push_back({"d/" + std::to_string(i), std::string(static_cast<std::size_t>(i), 'x')});
  REQUIRE(write_files(folder.path, files).has_value());
  for (const File& file : files) REQUIRE(folder.read(file.path) == file.bytes);
  CHECK(folder.count() == 201);
}

TEST_CASE("what cannot be written is told with its path, and nothing partial remains") {
  const Folder folder;
  fs::create_directory(folder.path / "taken");
  const auto written = write_files(folder.path, std::vector<File>{{"ok", "1"}, {"taken", "2"}});
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().front().code == ErrorCode::storage);
  CHECK(written.error().front().where == (folder.path / "taken").string());
  CHECK(fs::is_directory(folder.path / "taken"));
  for (const auto& entry : fs::directory_iterator{folder.path})
    CHECK(entry.path().filename().string().find(".tandem") == std::string::npos);

  std::ofstream{folder.path / "file"} << "x";
  const auto below = write_files(folder.path / "file", std::vector<File>{{"a", "1"}});
  REQUIRE_FALSE(below.has_value());
  CHECK(below.error().front().where == (folder.path / "file").string());
}
