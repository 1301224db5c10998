// Pictures on the graphics card. Knows OpenGL and pixels, nothing of what they show.
#pragma once

#include "ui/widgets/picture_shelf.hpp"

namespace tandem::desktop {

// Requires: the window's context is current, here and whenever the card is called.
ui::PictureShelf::Card graphics_card();

}  // namespace tandem::desktop
