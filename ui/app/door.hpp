// The ways into a workspace, as values: the window's pages wish for one, the desktop carries it out
// after the frame. Also what the desktop offers for that: the files opened last, the sample, a file
// dialog. Knows no screen and no store.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "planner/base/result.hpp"

namespace tandem::app {

struct OpenWorkspace {
  std::filesystem::path file;
};
struct NewWorkspace {
  std::filesystem::path file;  // must not exist
  std::string name;
};
// A folder of CSV tables into a new file.
struct LoadWorkspace {
  std::filesystem::path folder;
  std::filesystem::path file;  // must not exist
};
using Door = std::variant<OpenWorkspace, NewWorkspace, LoadWorkspace>;

enum class FileQuestion : std::uint8_t {
  open_workspace,  // an existing .tandem file
  new_workspace,   // a .tandem file that is not there yet
  folder,          // an existing folder
};
// "Open a workspace", as the title of the dialog.
std::string_view title(FileQuestion question);

// A file dialog that is not drawn by this program. Asked and polled on the window's thread; never
// blocks.
class FileDialog {
 public:
  virtual ~FileDialog() = default;
  // Returns: false when there is none on this computer, or one is open already.
  virtual bool ask(FileQuestion question, const std::filesystem::path& start) = 0;
  virtual bool asking() const = 0;
  // Returns: the answer, once; an empty path when it was cancelled. Errors: it could not be shown.
  virtual std::optional<Result<std::filesystem::path>> poll() = 0;
};

// "Northmere 2027" becomes northmere-2027.tandem in `folder`, or northmere-2027-2.tandem when that
// is taken. `name` without a letter gives workspace.tandem.
std::filesystem::path free_file(const std::filesystem::path& folder, std::string_view name);

// The person's documents folder, else their home, else where the program was started.
std::filesystem::path documents_folder();

}  // namespace tandem::app
