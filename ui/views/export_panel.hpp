// The inspector of the page Documents: how many, as which files, in which folder; then how far they
// are, and where they went or why they did not. Also the words that the page's first button has.
#pragma once

#include "ui/views/documents_view.hpp"

namespace tandem::views {

// The code in view: the chosen one, else the first of what the search leaves; "": none.
const std::string& code_in_view(models::PrintRoom& room, const DocumentsState& state);
// What would be saved as things are chosen.
app::ExportOrder export_order(models::PrintRoom& room, const DocumentsState& state);
// "Save this plan", "Save 18 plans"
std::string_view save_words(models::PrintRoom& room, const DocumentsState& state);
// Why nothing can be saved now; "" when it can.
std::string_view save_refused(models::PrintRoom& room, const DocumentsState& state);
// For the status line: "Making plans: 124 of 194"; "" when nothing is under way.
std::string_view export_words(const app::ExportJob& job);

void export_panel(const Rect& inspector, models::PrintRoom& room, DocumentsState& state,
                  Wishes& wishes);

}  // namespace tandem::views
