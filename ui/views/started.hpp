// What stands on a page that has nothing to show yet: what the page is for and the one next step.
// Also the whole page of a window that was opened without a workspace.
#pragma once

#include <span>
#include <string>

#include "ui/views/page.hpp"

namespace tandem::views {

// What a page is for, and the command that brings in the rows it needs.
void load_first(const Rect& body, ui::Icon icon, std::string_view title, std::string_view text);

// For Today and Schedule of a workspace without a cohort.
void no_cohorts_yet(const Rect& body);

// A command to type, with a button that copies it.
void command_line(const Rect& r, std::string_view command);

// The window without a file, or with one that could not be opened: what is wrong, and how to make
// or open one.
void draw_first_run(const Rect& window, const Errors& problems);

}  // namespace tandem::views
