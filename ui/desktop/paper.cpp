#include "ui/desktop/paper.hpp"

#include <stdexcept>

#include "ui/print/files.hpp"
#include "ui/print/handout_csv.hpp"
#include "ui/print/handout_html.hpp"
#include "ui/print/handout_pdf.hpp"
#include "ui/print/ics.hpp"
#include "ui/print/page_canvas.hpp"
#include "ui/print/plan_html.hpp"
#include "ui/print/plan_pdf.hpp"

namespace tandem::desktop {
namespace {

using app::DocumentFormat;
using app::PrintedDocument;
using report::DevelopmentPlan;
using report::Handout;

template <class Pdf>
PrintedDocument printed(Pdf pdf) {
  return {std::move(pdf.bytes), pdf.pages, std::move(pdf.missing_scripts)};
}

}  // namespace

std::vector<geometry::Picture> Paper::pictures(const app::Document& document, int width) const {
  if (const auto* plan = std::get_if<DevelopmentPlan>(&document))
    return print::plan_pictures(*plan, width);
  return print::handout_pictures(std::get<Handout>(document), width);
}

int Paper::widest() const { return print::kWidestPicture; }

PrintedDocument Paper::print(const app::Document& document, DocumentFormat format) const {
  const auto* plan = std::get_if<DevelopmentPlan>(&document);
  const auto* handout = std::get_if<Handout>(&document);
  switch (format) {
    case DocumentFormat::pdf:
      return plan ? printed(print::plan_pdf(*plan)) : printed(print::handout_pdf(*handout));
    case DocumentFormat::html:
      return {plan ? print::plan_html(*plan) : print::handout_html(*handout), 0, {}};
    case DocumentFormat::csv:
      if (handout) return {print::handout_csv(*handout), 0, {}};
      break;
    case DocumentFormat::ics:
      break;
  }
  throw std::logic_error("this document is not written in this format");
}

std::string Paper::print(const report::CalendarFile& calendar) const {
  return print::ics(calendar);
}

Result<app::WrittenFiles> Paper::write(const std::filesystem::path& folder,
                                       const std::vector<app::PrintedFile>& files) const {
  std::vector<print::File> out;
  out.reserve(files.size());
  for (const app::PrintedFile& file : files) out.push_back({file.path, file.bytes});
  const auto written = print::write_files(folder, out);
  if (!written) return fail(written.error());
  return app::WrittenFiles{written->written, written->unchanged};
}

}  // namespace tandem::desktop
