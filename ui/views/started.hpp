// What stands on a page that has nothing to show yet: what the page is for and the one next step.
// Also the whole page of a window that was opened without a workspace.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ui/views/page.hpp"

namespace tandem::views {

// What a page is for, and the command that brings in the rows it needs.
void load_first(const Rect& body, ui::Icon icon, std::string_view title, std::string_view text);

// For Today and Schedule of a workspace without a cohort.
void no_cohorts_yet(const Rect& body);

// A command to type, with a button that copies it.
void command_line(const Rect& r, std::string_view command);

// The window without a file: what could not be opened and why, and the ways in.
struct FirstRun {
  Errors problems{};
  bool sample{};  // it lies on this computer
  std::vector<std::filesystem::path> recent{};
};
struct FirstRunAnswer {
  bool sample{};
  bool load{};
  bool create{};
  bool open{};
  std::filesystem::path file;  // one of the recent ones
};
FirstRunAnswer draw_first_run(const Rect& window, const FirstRun& what);

}  // namespace tandem::views
