#include "ui/models/workbench.hpp"

namespace tandem::models {

Workbench::Workbench(app::Session& session, std::function<void()> wake)
    : session_(session), job_(wake), question_(wake), judging_(wake) {
  refresh();
}

void Workbench::changed() {
  ++version_;
  schedules_.clear();
  answers_.clear();
}

// After any change of the workspace, by whoever made it.
void Workbench::refresh() {
  if (edition_ == session_.edition()) return;
  edition_ = session_.edition();
  program_ = session_.program();
  book_ = std::make_unique<SessionBook>(*program_);
  today_.reset();
  progress_.reset();
  unplanned_.reset();
  judgement_.reset();
  // A plan of rows that have changed since is not offered: it would overwrite them unseen.
  offer_.reset();
  changed();
}

const SessionBook& Workbench::book() {
  refresh();
  return *book_;
}

const TodayModel& Workbench::today() {
  refresh();
  judge();
  if (!today_)
    today_ = std::make_unique<TodayModel>(today_model(*book_, session_.today(), judgement_.get()));
  return *today_;
}

const Judgement* Workbench::judgement() {
  refresh();
  judge();
  return judgement_.get();
}

// Asks the judge and the engine once for an edition, beside the window.
void Workbench::judge() {
  if (judged_edition_ == edition_ || judging_.pending() || program_->cohorts.empty()) return;
  judged_edition_ = edition_;
  std::vector<std::string> undated;
  for (const SessionFacts& s : book_->sessions())
    if (!s.cancelled() && !s.has_date()) undated.push_back(s.code);
  judging_.start([program = program_, undated, today = session_.today()](std::stop_token stop) {
    return models::judge(*program, undated, today, std::move(stop));
  });
}

const std::vector<CohortProgress>& Workbench::progress() {
  refresh();
  if (!progress_)
    progress_ =
        std::make_unique<std::vector<CohortProgress>>(cohort_progress(*program_, session_.today()));
  return *progress_;
}

const std::vector<Unplanned>& Workbench::unplanned() {
  refresh();
  if (!unplanned_)
    unplanned_ = std::make_unique<std::vector<Unplanned>>(models::unplanned(*program_));
  return *unplanned_;
}

const ScheduleModel& Workbench::schedule(LanesBy by) {
  refresh();
  const auto known = schedules_.find(by);
  if (known != schedules_.end()) return known->second;
  return schedules_
      .emplace(by,
               schedule_model(*book_, session_.today(), by, offer_ ? offer_->book.get() : nullptr))
      .first->second;
}

const SessionFacts* Workbench::facts(std::string_view session) {
  refresh();
  return offer_ ? offer_->book->find(session) : book_->find(session);
}

void Workbench::solve() {
  refresh();
  discard();
  problems_.clear();
  SolveOptions options;
  options.as_of = session_.today();
  job_.start(program_, edition_, options);
}

void Workbench::take_offer(app::SolveJob::Finished finished) {
  if (!finished.outcome) {
    problems_ = finished.outcome.error();
    changed();
    return;
  }
  if (finished.edition != edition_) {
    problems_ = {Error{ErrorCode::conflict,
                       "the workspace has changed since this plan was begun",
                       {},
                       "solve again"}};
    changed();
    return;
  }
  auto program = with_proposal(*program_, finished.outcome->proposal);
  if (!program) {
    problems_ = program.error();
    changed();
    return;
  }
  auto offer = std::make_unique<Offer>();
  offer->outcome = std::move(*finished.outcome);
  offer->broken = std::move(finished.broken);
  offer->stopped = finished.stopped;
  offer->program = std::make_shared<const Program>(std::move(*program));
  offer->book = std::make_unique<SessionBook>(*offer->program);
  offer->summary = compare(*book_, *offer->book);
  offer_ = std::move(offer);
  changed();
}

Result<ChangeSet> Workbench::accept() {
  if (!offer_) return fail(ErrorCode::refused, "there is no plan to accept");
  auto done = session_.apply(AdoptSchedule{offer_->outcome.proposal, {}});
  if (!done) return done;
  offer_.reset();
  changed();
  refresh();
  return done;
}

void Workbench::discard() {
  if (!offer_) return;
  offer_.reset();
  changed();
}

const Result<Why>* Workbench::why(const std::string& session) {
  refresh();
  if (const auto known = answers_.find(session); known != answers_.end()) return &known->second.why;
  if (question_.pending()) return nullptr;
  asked_ = session;
  asked_version_ = version_;
  const auto program = offer_ ? offer_->program : program_;
  question_.start([program, session, today = session_.today()](std::stop_token) {
    auto answer = tandem::why(*program, session, {}, today);
    Verdict words = answer ? models::verdict(*program, *answer, today) : Verdict{};
    return Answer{std::move(answer), std::move(words)};
  });
  return nullptr;
}

Verdict Workbench::verdict(const std::string& session) const {
  const auto known = answers_.find(session);
  return known != answers_.end() ? known->second.verdict : Verdict{};
}

bool Workbench::poll() {
  bool news = session_.poll();
  refresh();
  if (auto finished = job_.take()) {
    take_offer(std::move(*finished));
    news = true;
  }
  if (auto answer = question_.take()) {
    if (asked_version_ == version_) answers_.insert_or_assign(asked_, std::move(*answer));
    news = true;
  }
  if (auto judged = judging_.take()) {
    if (judged_edition_ == edition_) {
      judgement_ = std::make_unique<Judgement>(std::move(*judged));
      today_.reset();
    }
    news = true;
  }
  return news;
}

void Workbench::wait() {
  job_.wait();
  question_.wait();
  judging_.wait();
  poll();
}

}  // namespace tandem::models
