// Documents on their way to a folder, beside the window: one or hundreds, in the formats asked for,
// watched while they are made and stopped at will. Files are whole or absent: they are written in
// small batches, and what was made before a stop or a full disk stays. What a calendar file must be
// remembered of is saved in the workspace before the first file is written. Knows no screen.
//
// Thread rule: one thread owns it, the one that owns the session.
#pragma once

#include <atomic>

#include "ui/app/background.hpp"
#include "ui/app/printer.hpp"
#include "ui/app/session.hpp"

namespace tandem::app {

struct ExportOrder {
  std::vector<DocumentRef> documents;  // of one kind
  std::vector<DocumentFormat> formats;
  std::filesystem::path folder;  // the files stand in folder_of(kind) below it
};

struct ExportReport {
  DocumentKind kind{};
  std::filesystem::path folder;  // where the files are
  std::size_t asked{};
  std::size_t done{};  // documents whose files are in the folder
  std::size_t written{};
  std::size_t unchanged{};
  int pages{};                      // of PDFs
  std::size_t without_calendar{};   // documents with no meeting to put in one
  std::size_t without_next_step{};  // plans that say why there is none
  std::set<std::string> missing_scripts;
  bool stopped{};
  Errors errors;  // why it went no further
};

class ExportJob {
 public:
  // Requires: the printer outlives it.
  explicit ExportJob(const Printer& printer, std::function<void()> wake = {});
  ~ExportJob();

  // Does nothing while one is under way. A folder or a code that cannot be written to is told in
  // the report at once.
  void start(const Session& session, ExportOrder order);
  // What is made so far is written, nothing more is begun.
  void stop();

  bool running() const { return phase_ != Phase::idle; }
  bool stopping() const { return running() && stopped_; }
  const ExportOrder& order() const { return order_; }  // the one under way, or the last
  std::size_t made() const { return made_ ? made_->load() : 0; }
  // Of the last one that ended; null before the first and while one is under way.
  const ExportReport* report() const { return running() || !report_ ? nullptr : &*report_; }

  // Goes on where the session or another thread had to be waited for. Returns: whether there is
  // news.
  bool poll(Session& session);
  void wait(Session& session);  // until it has ended; for tests and pictures

 private:
  enum class Phase : std::uint8_t { idle, calendars, saving, making };
  void prepare(const Session& session);
  void make(const Session& session);
  bool take_calendars(Session& session);
  bool saved(const Session& session);
  void end(Errors errors);

  const Printer& printer_;
  Phase phase_{};
  ExportOrder order_;
  bool stopped_{};
  std::shared_ptr<std::atomic<std::size_t>> made_;
  Background<Result<report::PublishPlan>> calendars_work_;
  std::shared_ptr<std::vector<report::CalendarFile>> feeds_;
  Background<ExportReport> making_work_;
  std::optional<ExportReport> report_;
};

}  // namespace tandem::app
