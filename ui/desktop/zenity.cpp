#include "ui/desktop/zenity.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <vector>

#include "planner/base/text.hpp"

extern char** environ;

namespace tandem::desktop {
namespace {

namespace fs = std::filesystem;
using app::FileQuestion;

constexpr int kCancelled = 1;  // zenity's exit code for that; 0 is an answer

fs::path program() {
  const char* path = std::getenv("PATH");
  for (const std::string& folder : split(path ? path : "", ':')) {
    const fs::path file = fs::path{folder} / "zenity";
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

class Zenity final : public app::FileDialog {
 public:
  explicit Zenity(fs::path program) : program_(std::move(program)) {}

  // A dialog still open when the program ends goes with it.
  ~Zenity() override {
    if (child_ > 0) {
      ::kill(child_, SIGTERM);
      ::waitpid(child_, nullptr, 0);
    }
    if (pipe_ >= 0) ::close(pipe_);
  }

  bool ask(FileQuestion question, const fs::path& start) override {
    if (asking()) return false;
    std::error_code ignored;
    std::vector<std::string> words{
        program_.string(),
        "--file-selection",
        "--title",
        std::string{app::title(question)},
        "--filename",
        fs::is_directory(start, ignored) ? start.string() + "/" : start.string()};
    if (question == FileQuestion::folder)
      words.emplace_back("--directory");
    else
      words.emplace_back("--file-filter=Tandem workspaces | *.tandem");
    if (question == FileQuestion::new_workspace) words.emplace_back("--save");
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const int failed =
        ::posix_spawn(&child_, program_.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
      ::close(ends[0]);
      child_ = 0;
      return false;
    }
    pipe_ = ends[0];
    ::fcntl(pipe_, F_SETFL, O_NONBLOCK);
    said_.clear();
    return true;
  }

  bool asking() const override { return child_ > 0; }

  std::optional<Result<fs::path>> poll() override {
    if (!asking()) return std::nullopt;
    char buffer[4096];
    for (ssize_t n = 1; n > 0;) {
      n = ::read(pipe_, buffer, sizeof buffer);
      if (n > 0) said_.append(buffer, static_cast<std::size_t>(n));
      if (n < 0 && (errno == EAGAIN || errno == EINTR)) return std::nullopt;
    }
    int status = 0;
    ::waitpid(child_, &status, 0);  // it has shut its output: it is ending
    ::close(pipe_);
    pipe_ = -1;
    child_ = 0;
    while (!said_.empty() && said_.back() == '\n') said_.pop_back();
    if (!WIFEXITED(status) || WEXITSTATUS(status) > kCancelled)
      return fail(ErrorCode::not_found, "the file dialog of this computer does not work",
                  program_.string());
    return WEXITSTATUS(status) == kCancelled ? fs::path{} : fs::path{said_};
  }

 private:
  fs::path program_;
  pid_t child_ = 0;
  int pipe_ = -1;
  std::string said_;
};

}  // namespace

std::unique_ptr<app::FileDialog> zenity_dialog() {
  const bool display = std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
  fs::path found = program();
  if (!display || found.empty()) return nullptr;
  return std::make_unique<Zenity>(std::move(found));
}

}  // namespace tandem::desktop
