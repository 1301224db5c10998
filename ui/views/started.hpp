// What stands on a page that has nothing to show yet: what the page is for and the one next step.
// Also the whole page of a window that was opened without a workspace.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ui/views/page.hpp"

namespace tandem::views {

// What a page is for, and a button that brings in the rows it needs.
void load_first(const Rect& body, ui::Icon icon, std::string_view title, std::string_view text,
                Wishes& wishes);

// For the pages of a workspace without a cohort: the next row on the way to one, and the folder
// that holds them all as the second way. `what_for`: a sentence about the page.
void no_cohorts_yet(const Rect& body, std::string_view what_for, const Program& program,
                    Wishes& wishes);
// The same of people.
void no_people_yet(const Rect& body, Wishes& wishes);

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
