#include "ui/desktop/offscreen.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <stb/stb_image_write.h>

#include <vector>

#include "ui/desktop/window.hpp"

namespace tandem::desktop {

Offscreen::Offscreen(int width, int height) : width_(width), height_(height) {
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glGenTextures(1, &colour_);
  glBindTexture(GL_TEXTURE_2D, colour_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_, 0);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    throw WindowError("This OpenGL cannot draw a picture off the screen.");
  }
}

Offscreen::~Offscreen() {
  glDeleteTextures(1, &colour_);
  glDeleteFramebuffers(1, &framebuffer_);
}

void Offscreen::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_); }

void Offscreen::write_png(const std::filesystem::path& path) const {
  const auto row = static_cast<std::size_t>(width_) * 3;
  std::vector<unsigned char> pixels(row * static_cast<std::size_t>(height_));
  bind();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  // OpenGL's first row is the lowest.
  const auto last = pixels.data() + row * static_cast<std::size_t>(height_ - 1);
  if (stbi_write_png(path.c_str(), width_, height_, 3, last, -static_cast<int>(row)) == 0) {
    throw WindowError("The picture could not be written to " + path.string() + ".");
  }
}

}  // namespace tandem::desktop
