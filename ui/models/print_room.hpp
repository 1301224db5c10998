// What the page Documents asks for: the lists of what can be handed out, each made once for an
// edition of the workspace, the pages to look at, and the files on their way. Thread rule: the
// window's thread.
#pragma once

#include <map>

#include "ui/app/export_job.hpp"
#include "ui/app/page_pictures.hpp"
#include "ui/models/document_list.hpp"
#include "ui/models/workbench.hpp"

namespace tandem::models {

class PrintRoom {
 public:
  // Requires: both outlive it.
  PrintRoom(Workbench& bench, const app::Printer& printer, std::function<void()> wake = {});

  Workbench& bench() { return bench_; }
  const DocumentList& list(app::DocumentKind kind);
  // What a search and a cohort leave of it.
  const std::vector<std::size_t>& index(app::DocumentKind kind, const std::string& search,
                                        const std::string& cohort);
  // Null while the pages are being drawn.
  const app::Pages* pages(const app::DocumentRef& document, int width);

  void save(app::ExportOrder order) { job_.start(bench_.session(), std::move(order)); }
  void stop() { job_.stop(); }
  const app::ExportJob& job() const { return job_; }

  bool poll();
  bool busy() const { return pictures_.busy() || job_.running(); }
  void wait();  // until nothing is under way; for tests and pictures

 private:
  void refresh();

  Workbench& bench_;
  app::PagePictures pictures_;
  app::ExportJob job_;
  std::uint64_t edition_{};
  Date today_{};
  std::map<app::DocumentKind, DocumentList> lists_;
  struct Index {
    app::DocumentKind kind{};
    std::string search;
    std::string cohort;
    std::vector<std::size_t> lines;
  };
  std::optional<Index> index_;
};

}  // namespace tandem::models
