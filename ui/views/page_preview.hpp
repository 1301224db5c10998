// The page of a document as it will be printed, with the way to the next one: whole, or as wide as
// there is room. Knows pictures, not documents.
#pragma once

#include "ui/app/page_pictures.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/picture_shelf.hpp"

namespace tandem::views {

struct PreviewState {
  int page{};
  bool full_width{};
};

// How many pixels wide the page is drawn below the strip of the preview.
int preview_width(const Rect& r, bool full_width);
// `pages`: null while they are being drawn.
void page_preview(const Rect& r, const app::Pages* pages, ui::PictureShelf& shelf,
                  PreviewState& state);

}  // namespace tandem::views
