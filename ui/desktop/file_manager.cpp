#include "ui/desktop/file_manager.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <string>

extern char** environ;  // NOLINT: as POSIX has it

namespace tandem::desktop {

void show_folder(const std::filesystem::path& folder) {
  // The shell puts it into the background and ends at once: nobody waits for the file manager.
  std::string shell = "/bin/sh";
  std::string option = "-c";
  std::string script = "xdg-open \"$1\" >/dev/null 2>&1 &";
  std::string name = "sh";
  std::string place = folder.string();  // a whole path: never taken for an option
  const std::array<char*, 6> arguments{shell.data(), option.data(), script.data(),
                                       name.data(),  place.data(),  nullptr};
  pid_t child = 0;
  if (::posix_spawn(&child, shell.c_str(), nullptr, nullptr, arguments.data(), environ) == 0)
    ::waitpid(child, nullptr, 0);
}

}  // namespace tandem::desktop
