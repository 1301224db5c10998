#include "ui/app/page_pictures.hpp"

#include <algorithm>

namespace tandem::app {
namespace {

// A page of a large window takes 18 MB.
constexpr std::size_t kKept = 5;

}  // namespace

PagePictures::PagePictures(const Printer& printer, std::function<void()> wake)
    : printer_(printer), work_(std::move(wake)) {}

const Pages* PagePictures::pages(const Wish& wish) {
  const Key key{wish.document, wish.edition, wish.today,
                std::clamp(wish.width, 1, printer_.widest())};
  auto best = kept_.end();
  for (auto it = kept_.begin(); it != kept_.end(); ++it) {
    Key same = it->key;
    same.width = key.width;
    if (same != key) continue;
    if (best == kept_.end() || it->key == key) best = it;
    if (it->key == key) break;
  }
  const bool exact = best != kept_.end() && best->key == key;
  // What is asked for changes with every step of a resize: one is drawn at a time, the last wish
  // next.
  if (!exact && !work_.pending()) draw(wish, key);
  if (best == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, best);
  return &kept_.front().pages;
}

void PagePictures::draw(const Wish& wish, const Key& key) {
  drawing_ = key;
  work_.start([&printer = printer_, program = wish.program, key](std::stop_token) {
    Pages out;
    try {
      auto document = DocumentMaker{program, key.today}.make(key.document);
      if (document)
        out.pictures = printer.pictures(*document, key.width);
      else
        out.errors = document.error();
      if (document && out.pictures.empty())
        out.errors = {{ErrorCode::refused, "this window cannot draw pages", {}, "save it instead"}};
    } catch (const std::exception& problem) {
      out.errors = {{ErrorCode::bad_input, "the pages could not be drawn", key.document.code,
                     problem.what()}};
    }
    return out;
  });
}

bool PagePictures::poll() {
  auto drawn = work_.take();
  if (!drawn) return false;
  drawn->serial = ++serial_;
  kept_.push_front({drawing_, std::move(*drawn)});
  if (kept_.size() > kKept) kept_.pop_back();
  return true;
}

void PagePictures::wait() {
  work_.wait();
  poll();
}

}  // namespace tandem::app
