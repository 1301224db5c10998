// The window's printer: ui/print behind the interface that pages know (ui/app/printer.hpp), so that
// what is looked at, what is saved and what the command line writes are one drawing.
#pragma once

#include "ui/app/printer.hpp"

namespace tandem::desktop {

class Paper : public app::Printer {
 public:
  std::vector<geometry::Picture> pictures(const app::Document& document, int width) const override;
  int widest() const override;
  app::PrintedDocument print(const app::Document& document,
                             app::DocumentFormat format) const override;
  std::string print(const report::CalendarFile& calendar) const override;
  Result<app::WrittenFiles> write(const std::filesystem::path& folder,
                                  const std::vector<app::PrintedFile>& files) const override;
};

}  // namespace tandem::desktop
