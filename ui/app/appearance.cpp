#include "ui/app/appearance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "planner/base/text.hpp"

namespace tandem::app {

namespace fs = std::filesystem;

fs::path appearance_file() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config && fs::path{config}.is_absolute()) return fs::path{config} / "tandem" / "appearance";
  const char* home = std::getenv("HOME");
  return home && *home ? fs::path{home} / ".config" / "tandem" / "appearance" : fs::path{};
}

Appearance load_appearance(const fs::path& file) {
  Appearance out;
  std::ifstream in{file};
  for (std::string line; std::getline(in, line);) {
    const auto equals = line.find('=');
    if (equals == std::string::npos) continue;
    const auto name = trim(std::string_view{line}.substr(0, equals));
    const auto value = trim(std::string_view{line}.substr(equals + 1));
    if (name == "theme") out.dark = value == "dark";
    const auto percent = parse_integer(value);
    if (name == "scale_percent" && percent && *percent >= 80 && *percent <= 200)
      out.scale = static_cast<float>(*percent) / 100;
  }
  return out;
}

Result<void> save_appearance(const Appearance& appearance, const fs::path& file) {
  if (file.empty())
    return fail(ErrorCode::storage, "there is no home folder to keep the settings in");
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const fs::path beside = file.string() + ".new";
  std::ofstream out{beside, std::ios::trunc};
  out << fmt::format("theme = {}\nscale_percent = {}\n", appearance.dark ? "dark" : "light",
                     static_cast<int>(appearance.scale * 100 + 0.5F));
  out.close();
  if (out) fs::rename(beside, file, error);
  if (!out || error)
    return fail(ErrorCode::storage, "the settings could not be written", file.string());
  return {};
}

}  // namespace tandem::app
