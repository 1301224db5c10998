#include "ui/widgets/frame_memory.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace tandem::ui {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{64} * 1024;

class FrameMemory : public std::pmr::memory_resource {
 public:
  // Everything handed out is taken back. A frame that needed several blocks leaves one that holds
  // them all.
  void begin_frame() {
    if (blocks_.size() > 1) {
      std::size_t all = 0;
      for (const Block& b : blocks_) all += b.size;
      blocks_.clear();
      add_block(all);
    }
#ifndef NDEBUG  // what was kept against the rule is seen at once
    if (!blocks_.empty()) std::memset(blocks_.back().bytes.get(), '?', used_);
#endif
    used_ = 0;
  }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  void add_block(std::size_t size) {
    blocks_.push_back({std::make_unique<std::byte[]>(size), size});
    used_ = 0;
  }

  void* do_allocate(std::size_t size, std::size_t alignment) override {
    std::size_t at = (used_ + alignment - 1) / alignment * alignment;
    if (blocks_.empty() || at + size > blocks_.back().size) {
      add_block(std::max(blocks_.empty() ? kFirstBlock : 2 * blocks_.back().size, size));
      at = 0;
    }
    used_ = at + size;
    return blocks_.back().bytes.get() + at;
  }
  // What was handed out last goes back at once: a list that is done with before the next begins.
  void do_deallocate(void* memory, std::size_t size, std::size_t) override {
    if (static_cast<std::byte*>(memory) + size == blocks_.back().bytes.get() + used_) used_ -= size;
  }
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }

  std::vector<Block> blocks_;
  std::size_t used_ = 0;  // of the last block
};

}  // namespace

std::pmr::memory_resource* frame_memory() {
  static FrameMemory memory;
  static int frame = 0;
  // Without a context (a test of words alone) everything is one frame.
  const int now = ImGui::GetCurrentContext() ? ImGui::GetFrameCount() : frame;
  if (std::exchange(frame, now) != now) memory.begin_frame();
  return &memory;
}

std::string_view copied(std::string_view text) {
  char* to = static_cast<char*>(frame_memory()->allocate(text.size() + 1, 1));
  std::ranges::copy(text, to);
  to[text.size()] = '\0';
  return {to, text.size()};
}

std::string_view vphrase(fmt::string_view format, fmt::format_args args) {
  fmt::basic_memory_buffer<char, 500, std::pmr::polymorphic_allocator<char>> out(frame_memory());
  fmt::vformat_to(std::back_inserter(out), format, args);
  return copied({out.data(), out.size()});
}

}  // namespace tandem::ui
