#include "ui/app/printer.hpp"

namespace tandem::app {
namespace {

class NoPrinter : public Printer {
 public:
  std::vector<geometry::Picture> pictures(const Document&, int) const override { return {}; }
  int widest() const override { return 1; }
  PrintedDocument print(const Document&, DocumentFormat) const override { return {}; }
  std::string print(const report::CalendarFile&) const override { return {}; }
  Result<WrittenFiles> write(const std::filesystem::path& folder,
                             const std::vector<PrintedFile>&) const override {
    return fail(ErrorCode::refused, "this window cannot print", folder.string(),
                "use the command line: tandem plans");
  }
};

}  // namespace

const Printer& no_printer() {
  static const NoPrinter printer;
  return printer;
}

}  // namespace tandem::app
