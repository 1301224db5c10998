#include "ui/widgets/picture_shelf.hpp"

#include "ui/widgets/compat.hpp"

namespace tandem::ui {

PictureShelf::PictureShelf(Card card) : card_(std::move(card)) {}

PictureShelf::~PictureShelf() {
  for (const auto& [key, held] : held_)
    if (held.texture != 0) card_.drop(held.texture);
}

void PictureShelf::begin_frame() {
  for (auto it = held_.begin(); it != held_.end();) {
    if (it->second.drawn) {
      it->second.drawn = false;
      ++it;
      continue;
    }
    if (it->second.texture != 0) card_.drop(it->second.texture);
    it = held_.erase(it);
  }
}

void PictureShelf::draw(const Rect& r, std::uint64_t key, const geometry::Picture& picture) {
  auto [it, fresh] = held_.try_emplace(key);
  if (fresh && card_.take) it->second.texture = card_.take(picture);
  it->second.drawn = true;
  if (it->second.texture != 0) draw_picture(canvas(), it->second.texture, low(r), high(r));
}

}  // namespace tandem::ui
