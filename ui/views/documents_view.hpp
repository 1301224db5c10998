// The page Documents: what do people take away? Kinds and their documents on the left, the page as
// it will be printed in the middle; the inspector says in which formats, how many and where to
// (export_panel.hpp). The plan of one person is reached from their page as well.
#pragma once

#include "ui/app/actions.hpp"
#include "ui/models/print_room.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/picture_shelf.hpp"

namespace tandem::views {

enum class ExportScope { one, listed, all };

struct DocumentsState {
  app::DocumentKind kind{};
  std::map<app::DocumentKind, std::string> chosen;  // codes
  std::string search;
  std::string cohort;  // the list is narrowed to it; "": all
  bool find{};         // the search field takes the keyboard
  bool show{};         // scroll to the chosen line
  Rect menu_anchor;    // of the cohorts' menu
  int page{};          // in view, from 0
  int pages{};         // of the document in view, as last drawn
  bool full_width{};
  ExportScope scope{};
  std::map<app::DocumentKind, std::vector<app::DocumentFormat>> formats;  // none yet: the usual one
  std::string folder;
  bool by_user{};  // the inspector is wanted on a narrow window
  bool beside{};   // it is there
};

void show(DocumentsState& state, const Destination& where);
// Returns: whether the action was this page's.
bool documents_action(DocumentsState& state, models::PrintRoom& room, app::Action action,
                      Wishes& wishes);
bool documents_have_inspector(models::PrintRoom& room, DocumentsState& state, bool roomy);
void draw_documents(const Rect& page, models::PrintRoom& room, ui::PictureShelf& shelf,
                    DocumentsState& state, Wishes& wishes);
void draw_documents_inspector(const Rect& inspector, models::PrintRoom& room, DocumentsState& state,
                              Wishes& wishes);

}  // namespace tandem::views
