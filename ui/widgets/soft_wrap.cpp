#include "ui/widgets/soft_wrap.hpp"

namespace tandem::ui {

std::pmr::string soft_wrapped(Type type, std::string_view text, float width) {
  std::pmr::string out(frame_memory());
  out.reserve(text.size() + 8);
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  rewrap(type, out, width);
  return out;
}

std::string unwrapped(std::string_view shown) {
  std::string out;
  out.reserve(shown.size());
  for (std::size_t k = 0; k < shown.size(); ++k) {
    if (shown[k] == '\r' && k + 1 < shown.size() && shown[k + 1] == '\n') {
      out += '\n';
      ++k;
    } else {
      out += shown[k] == '\n' ? ' ' : shown[k];
    }
  }
  return out;
}

bool rewrap(Type type, std::span<char> shown, float width) {
  const std::string_view before = copied({shown.data(), shown.size()});
  for (std::size_t k = 0; k < shown.size(); ++k)
    if (shown[k] == '\n' && (k == 0 || shown[k - 1] != '\r')) shown[k] = ' ';
  const std::string_view whole(shown.data(), shown.size());
  for (const std::string_view line : wrap(type, whole, width)) {
    const auto end = static_cast<std::size_t>(line.data() - whole.data()) + line.size();
    if (end < shown.size() && shown[end] == ' ') shown[end] = '\n';
  }
  return before != whole;
}

}  // namespace tandem::ui
