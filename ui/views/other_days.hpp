// The part of the inspector that says on which days a session could be held: a strip of its window
// in pages of two weeks, a sentence for each day, and for the day that is picked what moving it
// there would take, with the button that does. Draws what models/session_days.hpp worked out.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// What is being decided about a session. Choosing another one begins anew.
struct Decision {
  std::string session = {};  // code
  std::optional<std::size_t> page = {};
  std::optional<Date> day = {};         // picked
  std::optional<std::size_t> way = {};  // the fact to be relaxed
  std::string reason = {};              // of relaxing it
  bool write{};                         // its field takes the keyboard

  void about(const std::string& code) {
    if (session != code) *this = Decision{.session = code};
  }
  // Whether the inspector holds the page's first button.
  bool open() const { return day || way; }
};

void other_days(ui::Area& area, models::Workbench& bench, Decision& decision, Wishes& wishes);

}  // namespace tandem::views
