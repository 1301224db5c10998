// The pages of documents as pictures to look at, drawn beside the window and kept for a while: by
// document, edition of the workspace and width. Asked every frame for what is in view; answers with
// what it has and draws what it has not. Knows no screen.
//
// Thread rule: one thread owns it.
#pragma once

#include <list>

#include "ui/app/background.hpp"
#include "ui/app/printer.hpp"

namespace tandem::app {

// Pages that are drawn, or why they are not.
struct Pages {
  std::uint64_t serial{};  // differs for other pixels
  std::vector<geometry::Picture> pictures;
  Errors errors;
};

class PagePictures {
 public:
  // Requires: the printer outlives it.
  explicit PagePictures(const Printer& printer, std::function<void()> wake = {});

  struct Wish {
    DocumentRef document;
    std::shared_ptr<const Program> program;
    std::uint64_t edition{};
    Date today{};
    int width{};  // in pixels, taken as near as the printer can
  };
  // Of this document in this edition; of another width while this one is being drawn. Null: nothing
  // yet. The pointer holds until the next call.
  const Pages* pages(const Wish& wish);

  // Takes in what was drawn. Returns: whether there is news.
  bool poll();
  bool busy() const { return work_.pending(); }
  void wait();

 private:
  struct Key {
    DocumentRef document;
    std::uint64_t edition{};
    Date today{};
    int width{};
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key;
    Pages pages;
  };
  void draw(const Wish& wish, const Key& key);

  const Printer& printer_;
  Background<Pages> work_;
  Key drawing_;
  std::uint64_t serial_{};
  std::list<Entry> kept_;  // the last used first
};

}  // namespace tandem::app
