// The window: GLFW, OpenGL 3.2 core and Dear ImGui's stock backends, the loop that sleeps while
// nothing changes, fonts and scale, pictures of the screen. It is handed functions to call and
// knows no page, no document and no store; composition happens in main.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "ui/widgets/theme.hpp"

namespace tandem::desktop {

// There is no display, or no OpenGL 3.2 on it.
struct WindowError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct WindowOptions {
  std::string title = "Tandem";
  int width = 1600;  // pixels of the screen
  int height = 1000;
  ui::Scheme scheme = ui::Scheme::light;
  float user_scale = 1;      // the setting, times the monitor's scale
  bool fixed_scale = false;  // user_scale alone counts: for pictures that look the same everywhere
  bool hidden = false;       // for pictures: draws off the screen, at exactly width x height
};

struct WindowCalls {
  std::function<void()> draw;  // the whole frame, between NewFrame and Render
  std::function<bool()> settled = [] {
    return true;
  };  // nothing is loading: a picture may be taken
  std::function<bool()> job_running = [] { return false; };  // look for news ten times a second
  std::function<bool()> may_close = [] { return true; };  // false: a question is being asked first
};

class Window {
 public:
  // Errors: throws WindowError.
  explicit Window(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Draws when something happened, sleeps otherwise, until the window is closed.
  void run(const WindowCalls& calls);

  // Draws until the picture stands still and writes it as PNG. Errors: throws WindowError.
  void picture(const WindowCalls& calls, const std::filesystem::path& png);

  void set_title(const std::string& title);
  void close();
  // Applied before the next frame; fonts are built again.
  void set_look(ui::Scheme scheme, float user_scale);
  // Characters of the open document; those not yet in the fonts bring them in before the next
  // frame.
  void need_characters(std::string_view utf8);

  // Frames drawn so far: an idle window's count stands still.
  long frames() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Asks the running window for a frame. From any thread.
void wake_window();

}  // namespace tandem::desktop
