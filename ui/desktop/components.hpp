// Every control in every state on one sheet, next to which a change of ui/widgets is looked at:
// tandem-desktop --page components --screenshot sheet.png. Not reachable from the program's pages.
#pragma once

namespace tandem::desktop {

void draw_components();

}  // namespace tandem::desktop
