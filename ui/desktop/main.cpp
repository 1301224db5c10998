// tandem-desktop: opens the window and puts its parts together.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <string>

#include "ui/desktop/components.hpp"
#include "ui/desktop/window.hpp"

namespace {

using namespace tandem;

struct Options {
  std::string page = "components";
  std::string theme = "light";
  std::string size = "1600x1000";
  float scale = 0;  // 0: the monitor's
  std::filesystem::path screenshot;
};

desktop::WindowOptions window_options(const Options& options) {
  desktop::WindowOptions window;
  if (std::sscanf(options.size.c_str(), "%dx%d", &window.width, &window.height) != 2) {
    throw desktop::WindowError("--size wants width x height in pixels, as in 1600x1000.");
  }
  window.scheme = options.theme == "dark" ? ui::Scheme::dark : ui::Scheme::light;
  window.hidden = !options.screenshot.empty();
  window.fixed_scale = options.scale > 0 || window.hidden;
  window.user_scale = options.scale > 0 ? options.scale : 1;
  return window;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Tandem: plan, follow and develop a training programme.");
  app.add_option("--page", options.page, "The page to open at");
  app.add_option("--theme", options.theme, "light or dark")
      ->check(CLI::IsMember({"light", "dark"}));
  app.add_option("--size", options.size, "Window size in pixels, as in 1600x1000");
  app.add_option("--scale", options.scale, "Size of everything, 0.8 to 2")
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--screenshot", options.screenshot, "Draw one settled picture, write it, leave");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    desktop::Window window(window_options(options));
    const desktop::WindowCalls calls{.draw = desktop::draw_components};
    if (options.screenshot.empty()) {
      window.run(calls);
    } else {
      window.picture(calls, options.screenshot);
    }
  } catch (const desktop::WindowError& error) {
    std::fprintf(stderr, "tandem-desktop: %s\n", error.what());
    return 4;
  }
  return 0;
}
