// A picture drawn off the screen: an OpenGL framebuffer of an exact size, and writing it as PNG.
// Works the same for a hidden window, a small monitor and a software renderer.
#pragma once

#include <filesystem>

namespace tandem::desktop {

class Offscreen {
 public:
  // Requires: a current OpenGL 3.0 context. Errors: throws WindowError.
  Offscreen(int width, int height);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  // Everything drawn from here on goes into the picture.
  void bind() const;
  // Errors: throws WindowError.
  void write_png(const std::filesystem::path& path) const;

 private:
  int width_;
  int height_;
  unsigned framebuffer_ = 0;
  unsigned colour_ = 0;
};

}  // namespace tandem::desktop
