// What the window asks of a printer, as an interface: pages of a document as pictures, documents
// and calendars as the bytes of files, and those bytes on the disk. ui/desktop answers with the
// printing code of ui/print, so that the window shows the very pages that come out of it; a test
// may answer with less. Knows no library that draws.
#pragma once

#include <filesystem>
#include <set>

#include "planner/report/calendar.hpp"
#include "ui/app/document.hpp"
#include "ui/geometry/picture.hpp"

namespace tandem::app {

struct PrintedFile {
  std::string path;  // below the folder, '/' between its parts
  std::string bytes;
};

struct PrintedDocument {
  std::string bytes;
  int pages{};                            // of a PDF
  std::set<std::string> missing_scripts;  // no installed font prints them
};

struct WrittenFiles {
  std::size_t written{};
  std::size_t unchanged{};
};

// Thread rule: any thread, several at once.
class Printer {
 public:
  virtual ~Printer() = default;

  // A picture a page, `width` pixels wide. Requires: 1 <= width <= widest().
  virtual std::vector<geometry::Picture> pictures(const Document& document, int width) const = 0;
  virtual int widest() const = 0;
  // Requires: a format other than ics.
  virtual PrintedDocument print(const Document& document, DocumentFormat format) const = 0;
  virtual std::string print(const report::CalendarFile& calendar) const = 0;
  // Each file whole or as it was, and never partial. Errors: storage, with the path.
  virtual Result<WrittenFiles> write(const std::filesystem::path& folder,
                                     const std::vector<PrintedFile>& files) const = 0;
};

// Draws nothing and refuses to write: for a window that has none.
const Printer& no_printer();

}  // namespace tandem::app
