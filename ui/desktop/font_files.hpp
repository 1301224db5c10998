// Finds the font files on this computer with fontconfig: Inter in two weights, and for characters
// Inter lacks whatever installed font has them (Noto, usually). Hands bytes to ui/widgets.
#pragma once

#include "ui/widgets/fonts.hpp"

namespace tandem::desktop {

// Errors: throws WindowError when the computer has no usable font at all.
ui::FontFiles find_fonts(const ui::Characters& characters);

}  // namespace tandem::desktop
