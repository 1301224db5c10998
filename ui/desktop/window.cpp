#include "ui/desktop/window.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <optional>

#include "ui/desktop/font_files.hpp"
#include "ui/desktop/keyboard.hpp"
#include "ui/desktop/offscreen.hpp"
#include "ui/widgets/fonts.hpp"
#include "ui/widgets/pace.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::desktop {
namespace {

constexpr int kBadFramesInARow = 10;

std::atomic<bool> g_woken{false};

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text ? text : "no reason given";
}

}  // namespace

void wake_window() {
  g_woken = true;
  glfwPostEmptyEvent();
}

struct Window::State {
  WindowOptions options;
  GLFWwindow* window = nullptr;
  bool backends = false;
  ui::Pace pace;
  bool look_changed = true;
  long frames = 0;
  int bad_frames = 0;
  ui::Characters characters;
  std::optional<Offscreen> offscreen;

  ~State() {
    offscreen.reset();
    if (backends) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
    }
    if (ImGui::GetCurrentContext()) ImGui::DestroyContext();
    if (window) glfwDestroyWindow(window);
    glfwTerminate();
  }

  static State& of(GLFWwindow* window) {
    return *static_cast<State*>(glfwGetWindowUserPointer(window));
  }
  static void happened(GLFWwindow* window) { of(window).pace.happened(); }

  void open();
  void listen();
  float scale() const;
  void refresh_look();
  bool frame(const WindowCalls& calls);
};

void Window::State::open() {
  if (!glfwInit())
    throw WindowError("There is no display to open a window on: " + last_glfw_error());
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, options.hidden ? GLFW_FALSE : GLFW_TRUE);
  const int width = options.hidden ? 64 : options.width;
  const int height = options.hidden ? 64 : options.height;
  window = glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
  if (!window) throw WindowError("A window needs OpenGL 3.2: " + last_glfw_error());
  glfwMakeContextCurrent(window);
  glfwSwapInterval(options.hidden ? 0 : 1);
  glfwSetWindowUserPointer(window, this);
  listen();

  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  if (!ImGui_ImplGlfw_InitForOpenGL(window, true) || !ImGui_ImplOpenGL3_Init("#version 150")) {
    throw WindowError("Dear ImGui could not start on this OpenGL.");
  }
  backends = true;
  read_keyboard_layout();
  if (options.hidden) offscreen.emplace(options.width, options.height);
}

// ImGui's backend calls these first and then does its own work.
void Window::State::listen() {
  glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { happened(w); });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { happened(w); });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { happened(w); });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { happened(w); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { happened(w); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { happened(w); });
  glfwSetWindowSizeCallback(window, [](GLFWwindow* w, int, int) { happened(w); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { happened(w); });
  glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { happened(w); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    happened(w);
    if (focused && ImGui::GetCurrentContext()) read_keyboard_layout();
  });
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) {
    happened(w);
    of(w).look_changed = true;
  });
}

float Window::State::scale() const {
  float x = 1;
  float y = 1;
  if (!options.fixed_scale) glfwGetWindowContentScale(window, &x, &y);
  return std::clamp(std::max(x, y) * options.user_scale, 0.5F, 4.0F);
}

void Window::State::refresh_look() {
  if (!look_changed) return;
  look_changed = false;
  ui::apply_theme(options.scheme, scale());
  ui::build_fonts(find_fonts(characters), characters, scale());
#if IMGUI_VERSION_NUM < 19200
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

// Returns: whether the frame was drawn; an exception in a page costs the frame, not the program.
bool Window::State::frame(const WindowCalls& calls) {
  refresh_look();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  if (options.hidden) {
    io.DisplaySize = {static_cast<float>(options.width), static_cast<float>(options.height)};
    io.DisplayFramebufferScale = {1, 1};
    io.DeltaTime = 1.0F / 60;
  }
  ImGui::NewFrame();
  bool good = true;
  try {
    calls.draw();
    bad_frames = 0;
  } catch (const std::exception& error) {
    good = false;
    std::fprintf(stderr, "tandem-desktop: a frame failed: %s\n", error.what());
    if (++bad_frames >= kBadFramesInARow) throw;
  }
  if (!good) {
    ImGui::EndFrame();
    return false;
  }
  ImGui::Render();
  int width = options.width;
  int height = options.height;
  if (offscreen) {
    offscreen->bind();
  } else {
    glfwGetFramebufferSize(window, &width, &height);
  }
  const ImVec4 back = ui::ink4(ui::Colour::surface);
  glViewport(0, 0, width, height);
  glClearColor(back.x, back.y, back.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (!offscreen) glfwSwapBuffers(window);
  ++frames;
  return true;
}

Window::Window(const WindowOptions& options) : state_(std::make_unique<State>()) {
  state_->options = options;
  state_->open();
}

Window::~Window() = default;

void Window::run(const WindowCalls& calls) {
  State& s = *state_;
  while (true) {
    if (glfwWindowShouldClose(s.window)) {
      if (calls.may_close()) return;
      glfwSetWindowShouldClose(s.window, GLFW_FALSE);
      s.pace.happened();
    }
    if (glfwGetWindowAttrib(s.window, GLFW_ICONIFIED)) {
      glfwWaitEvents();
      continue;
    }
    const double pause = s.pace.wait(glfwGetTime(), calls.job_running());
    if (pause > 0) {
      glfwWaitEventsTimeout(pause);
    } else {
      glfwPollEvents();
    }
    if (g_woken.exchange(false) || s.look_changed) s.pace.happened();
    if (!s.pace.due(glfwGetTime(), calls.job_running())) continue;
    s.frame(calls);
    s.pace.wish(ui::take_wanted_frame(), glfwGetTime());
  }
}

void Window::picture(const WindowCalls& calls, const std::filesystem::path& png) {
  State& s = *state_;
  if (!s.offscreen) s.offscreen.emplace(s.options.width, s.options.height);
  // A picture stands still once the page says so and no widget asks for another frame at once.
  for (int still = 0, tries = 0; still < ui::Pace::kFramesAfterEvent && tries < 2000; ++tries) {
    glfwPollEvents();
    s.frame(calls);
    const double wish = ui::take_wanted_frame();
    const bool quiet = (wish < 0 || wish > 0.2) && !calls.job_running() && calls.settled();
    still = quiet ? still + 1 : 0;
    if (!quiet && calls.job_running()) glfwWaitEventsTimeout(0.01);
  }
  s.offscreen->write_png(png);
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(state_->window, title.c_str());
}

void Window::close() { glfwSetWindowShouldClose(state_->window, GLFW_TRUE); }

void Window::set_look(ui::Scheme scheme, float user_scale) {
  state_->options.scheme = scheme;
  state_->options.user_scale = user_scale;
  state_->look_changed = true;
}

void Window::need_characters(std::string_view utf8) {
  if (state_->characters.add(utf8)) state_->look_changed = true;
}

long Window::frames() const { return state_->frames; }

}  // namespace tandem::desktop
