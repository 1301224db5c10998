#include "ui/models/print_room.hpp"

namespace tandem::models {

PrintRoom::PrintRoom(Workbench& bench, const app::Printer& printer, std::function<void()> wake)
    : bench_(bench), pictures_(printer, wake), job_(printer, wake) {}

void PrintRoom::refresh() {
  const app::Session& session = bench_.session();
  if (edition_ == session.edition() && today_ == session.today()) return;
  edition_ = session.edition();
  today_ = session.today();
  lists_.clear();
  index_.reset();
}

const DocumentList& PrintRoom::list(app::DocumentKind kind) {
  refresh();
  const auto known = lists_.find(kind);
  if (known != lists_.end()) return known->second;
  return lists_.emplace(kind, document_list(bench_.book(), kind, today_)).first->second;
}

const std::vector<std::size_t>& PrintRoom::index(app::DocumentKind kind, const std::string& search,
                                                 const std::string& cohort) {
  const DocumentList& all = list(kind);
  if (!index_ || index_->kind != kind || index_->search != search || index_->cohort != cohort)
    index_ = Index{kind, search, cohort, narrowed(all, search, cohort)};
  return index_->lines;
}

const app::Pages* PrintRoom::pages(const app::DocumentRef& document, int width) {
  const app::Session& session = bench_.session();
  return pictures_.pages({document, session.program(), session.edition(), session.today(), width});
}

bool PrintRoom::poll() {
  const bool drawn = pictures_.poll();
  return job_.poll(bench_.session()) || drawn;
}

void PrintRoom::wait() {
  pictures_.wait();
  job_.wait(bench_.session());
}

}  // namespace tandem::models
