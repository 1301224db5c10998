// The desktop's own file dialog, as a child process that is never waited for: `zenity`, where it is
// installed. Its answer is a line on its standard output, read when it is there.
#pragma once

#include <functional>
#include <memory>

#include "ui/app/door.hpp"

namespace tandem::desktop {

// Returns: null when zenity is not on the path, or there is no display to show it on.
std::unique_ptr<app::FileDialog> zenity_dialog();

}  // namespace tandem::desktop
