#include "ui/app/export_job.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "planner/base/file_name.hpp"

namespace tandem::app {
namespace {

// So many documents are written at once: a stop or a full disk leaves all but the last few.
constexpr std::size_t kBatch = 8;

using Feeds = std::vector<report::CalendarFile>;

std::string path_of(const DocumentRef& ref, DocumentFormat format) {
  return file_stem(ref).append(ending(format));
}

// An audience's whole calendar; single events and changes are for invitations.
bool is_feed(const report::CalendarFile& file) {
  return !file.events.empty() && !file.path.starts_with("events/") &&
         !file.path.starts_with("changes/");
}

Errors refusals(const ExportOrder& order) {
  Errors out;
  if (order.documents.empty())
    out.push_back({ErrorCode::bad_input, "there is nothing to save", {}, "choose a document"});
  if (order.formats.empty())
    out.push_back({ErrorCode::bad_input, "no format is chosen", {}, "choose at least one"});
  if (!order.folder.is_absolute())
    out.push_back({ErrorCode::bad_input, "the folder is not a whole path", order.folder.string(),
                   "write it from the first slash on"});
  for (const DocumentRef& ref : order.documents)
    if (!is_file_name(file_stem(ref)))
      out.push_back({ErrorCode::bad_input, "this code cannot name a file", ref.code,
                     "give it letters, digits and dashes"});
  return out;
}

// Makes the documents one after another. Knows nothing of phases and threads.
class Maker {
 public:
  Maker(const Printer& printer, std::shared_ptr<const Program> program, Date today,
        const ExportOrder& order, const std::shared_ptr<Feeds>& feeds)
      : printer_(printer), documents_(std::move(program), today), order_(order) {
    out_.kind = order.documents.front().kind;
    out_.folder = order.folder / folder_of(out_.kind);
    out_.asked = order.documents.size();
    if (feeds)
      for (const report::CalendarFile& feed : *feeds)
        feeds_.emplace(feed.events.front().audience.code, &feed);
  }

  ExportReport run(const std::stop_token& stop, std::atomic<std::size_t>& made) {
    for (const DocumentRef& ref : order_.documents) {
      out_.stopped = stop.stop_requested();
      if (out_.stopped || !add(ref)) break;
      ++made;
      if (++waiting_ == kBatch && !flush()) break;
    }
    if (out_.errors.empty()) flush();
    return std::move(out_);
  }

 private:
  bool add(const DocumentRef& ref) {
    auto document = documents_.make(ref);
    if (!document) {
      out_.errors = document.error();
      return false;
    }
    for (const DocumentFormat format : order_.formats) {
      if (format == DocumentFormat::ics) {
        const auto feed = feeds_.find(ref.code);
        if (feed == feeds_.end())
          ++out_.without_calendar;
        else
          files_.push_back({path_of(ref, format), printer_.print(*feed->second)});
        continue;
      }
      PrintedDocument printed = printer_.print(*document, format);
      out_.pages += printed.pages;
      out_.missing_scripts.merge(printed.missing_scripts);
      files_.push_back({path_of(ref, format), std::move(printed.bytes)});
    }
    if (const auto* plan = std::get_if<report::DevelopmentPlan>(&*document))
      if (!plan->next_step.is_step) ++out_.without_next_step;
    return true;
  }

  bool flush() {
    const auto written = printer_.write(out_.folder, files_);
    if (!written) {
      out_.errors = written.error();
      return false;
    }
    out_.written += written->written;
    out_.unchanged += written->unchanged;
    out_.done += std::exchange(waiting_, 0);
    files_.clear();
    return true;
  }

  const Printer& printer_;
  DocumentMaker documents_;
  const ExportOrder& order_;
  std::map<std::string, const report::CalendarFile*> feeds_;
  std::vector<PrintedFile> files_;
  std::size_t waiting_{};  // documents in files_
  ExportReport out_;
};

}  // namespace

ExportJob::ExportJob(const Printer& printer, std::function<void()> wake)
    : printer_(printer), calendars_work_(wake), making_work_(wake) {}

ExportJob::~ExportJob() = default;

void ExportJob::start(const Session& session, ExportOrder order) {
  if (running()) return;
  order_ = std::move(order);
  stopped_ = false;
  made_ = std::make_shared<std::atomic<std::size_t>>(0);
  feeds_ = nullptr;
  report_.reset();
  Errors refused = refusals(order_);
  if (!refused.empty()) {
    end(std::move(refused));
    return;
  }
  if (std::ranges::find(order_.formats, DocumentFormat::ics) != order_.formats.end())
    prepare(session);
  else
    make(session);
}

// Which copies of meetings the calendars hold, by the Program as it stands.
void ExportJob::prepare(const Session& session) {
  phase_ = Phase::calendars;
  std::set<report::Audience> audiences;
  for (const DocumentRef& ref : order_.documents) audiences.insert(audience_of(ref));
  calendars_work_.start(
      [program = session.program(), audiences = std::move(audiences),
       moment = report::PublishMoment{session.today(), session.now()}](std::stop_token) {
        std::random_device device;
        const auto uids = report::random_uids((std::uint64_t{device()} << 32) | device());
        return report::calendars(*program, audiences, moment, uids);
      });
}

bool ExportJob::take_calendars(Session& session) {
  auto plan = calendars_work_.take();
  if (!plan) return false;
  if (stopped_ || !*plan) {
    end(*plan ? Errors{} : plan->error());
    return true;
  }
  feeds_ = std::make_shared<Feeds>();
  for (report::CalendarFile& file : (*plan)->files)
    if (is_feed(file)) feeds_->push_back(std::move(file));
  if ((*plan)->commands.empty()) {
    make(session);
    return true;
  }
  // A UID that went out must never be forgotten: it is stored before a file has it.
  const auto done = session.apply((*plan)->commands, "Calendars that were handed out");
  if (!done)
    end(done.error());
  else
    phase_ = Phase::saving;
  return true;
}

bool ExportJob::saved(const Session& session) {
  switch (session.save_state()) {
    case SaveState::saving:
      return false;
    case SaveState::refused:
      end(session.refusal()->why);
      return true;
    case SaveState::saved:
      break;
  }
  make(session);
  return true;
}

void ExportJob::make(const Session& session) {
  phase_ = Phase::making;
  making_work_.start([&printer = printer_, program = session.program(), today = session.today(),
                      order = order_, feeds = feeds_, made = made_](std::stop_token stop) {
    return Maker{printer, program, today, order, feeds}.run(stop, *made);
  });
  if (stopped_) making_work_.stop();
}

void ExportJob::stop() {
  if (!running()) return;
  stopped_ = true;
  making_work_.stop();
}

void ExportJob::end(Errors errors) {
  phase_ = Phase::idle;
  ExportReport out;
  out.asked = order_.documents.size();
  if (!order_.documents.empty()) out.kind = order_.documents.front().kind;
  out.folder = order_.folder;
  out.stopped = stopped_;
  out.errors = std::move(errors);
  report_ = std::move(out);
}

bool ExportJob::poll(Session& session) {
  switch (phase_) {
    case Phase::idle:
      return false;
    case Phase::calendars:
      return take_calendars(session);
    case Phase::saving:
      return saved(session);
    case Phase::making:
      break;
  }
  try {
    auto report = making_work_.take();
    if (!report) return false;
    report_ = std::move(*report);
    phase_ = Phase::idle;
  } catch (const std::exception& problem) {
    end({{ErrorCode::bad_input, "a document could not be made", {}, problem.what()}});
  }
  return true;
}

void ExportJob::wait(Session& session) {
  while (running()) {
    calendars_work_.wait();
    making_work_.wait();
    if (phase_ == Phase::saving) {
      // What is refused is told by save_state.
      if (auto stored = session.wait(); !stored && !session.refusal()) end(stored.error());
    }
    poll(session);
  }
}

}  // namespace tandem::app
