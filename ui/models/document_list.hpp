// What can be handed out of each kind, a line each, and what a search and a cohort leave of it:
// plans of everybody who is still here, packs of facilitators, attendance sheets of sessions ahead,
// calendars of cohorts. Pure; knows no pixel and no format.
#pragma once

#include <string>
#include <vector>

#include "ui/app/document.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

struct DocumentLine {
  std::string code;
  std::string name;
  std::string detail;                // "LDR-1", "Thu 20 May", "7 ahead"
  std::string whose;                 // of the head: "what Halima takes away"
  std::vector<std::string> cohorts;  // codes it belongs to
  std::string find;                  // what a search looks in, a search_key
};

struct DocumentList {
  app::DocumentKind kind{};
  std::string left_out;              // "3 left the company": who has none any more
  std::vector<DocumentLine> lines;   // in the order they are looked for: by name, by time
  std::vector<std::string> cohorts;  // that it can be narrowed to

  const DocumentLine* line(std::string_view code) const;
};

DocumentList document_list(const SessionBook& book, app::DocumentKind kind, Date today);

// Places in list.lines. Cost: linear; made when an input changes.
std::vector<std::size_t> narrowed(const DocumentList& list, std::string_view search,
                                  std::string_view cohort);

}  // namespace tandem::models
