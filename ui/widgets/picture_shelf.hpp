// Pictures made elsewhere, shown on a page: handed to the graphics card when they are first drawn,
// and taken back when a frame goes by without them. Knows pixels, not what they show; how a card is
// reached is the window's business, and without one nothing is drawn.
#pragma once

#include <functional>
#include <map>

#include "ui/geometry/picture.hpp"
#include "ui/widgets/paint.hpp"

namespace tandem::ui {

class PictureShelf {
 public:
  using Texture = std::uintptr_t;  // 0: none
  struct Card {
    std::function<Texture(const geometry::Picture&)> take;
    std::function<void(Texture)> drop;
  };

  explicit PictureShelf(Card card = {});
  ~PictureShelf();
  PictureShelf(const PictureShelf&) = delete;
  PictureShelf& operator=(const PictureShelf&) = delete;

  // Before the pages of a frame are drawn.
  void begin_frame();
  // Fills `r`. Other pixels come under another key.
  void draw(const Rect& r, std::uint64_t key, const geometry::Picture& picture);

 private:
  struct Held {
    Texture texture{};
    bool drawn{};  // since begin_frame
  };
  Card card_;
  std::map<std::uint64_t, Held> held_;
};

}  // namespace tandem::ui
