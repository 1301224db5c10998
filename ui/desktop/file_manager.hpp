// The system's own file manager, asked to show a folder. Does not wait for it.
#pragma once

#include <filesystem>

namespace tandem::desktop {

void show_folder(const std::filesystem::path& folder);

}  // namespace tandem::desktop
