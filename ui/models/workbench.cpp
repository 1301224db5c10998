#include "ui/models/workbench.hpp"

namespace tandem::models {

Workbench::Workbench(app::Session& session, std::function<void()> wake)
    : session_(session),
      job_(wake),
      why_(wake),
      days_(wake),
      prices_(wake),
      ways_(wake),
      diff_(wake),
      judging_(wake) {
  refresh();
}

void Workbench::changed() {
  ++version_;
  schedules_.clear();
  why_.forget();
  days_.forget();
  prices_.forget();
  ways_.forget();
  diff_.forget();
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
  solving_ = {};
  told_ = {};
  counted_ = nullptr;
  waiting_.reset();
  job_.start(program_, edition_, options);
}

const Solving* Workbench::solving() {
  const Progress* progress = job_.progress();
  if (!job_.running() || !progress) return nullptr;
  const auto now = std::chrono::steady_clock::now();
  if (now - told_ < std::chrono::milliseconds{100}) return &solving_;
  told_ = now;
  if (const auto best = progress->best(); best && best.get() != counted_) {
    counted_ = best.get();
    waiting_ = people_without_date(*best);
  }
  solving_.words = solve_words(*progress, waiting_, job_.stopping(), job_.seconds());
  solving_.bound = progress->finish_bound.load();
  if (solving_.bound < 0) return &solving_;
  const auto finish =
      static_cast<double>(progress->cost[static_cast<std::size_t>(Tier::finish)].load());
  if (solving_.finish.empty() || solving_.finish.back() != finish)
    solving_.finish.push_back(finish);
  return &solving_;
}

const PlanDiff* Workbench::diff() {
  refresh();
  if (!offer_) return nullptr;
  return diff_.of("offer", [&] {
    return [now = program_, proposed = offer_->program, today = session_.today()](std::stop_token) {
      return plan_diff(*now, *proposed, today);
    };
  });
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
  const Answer* answer = why_.of(session, [&] {
    return [program = shown(), session, today = session_.today()](std::stop_token) {
      auto found = tandem::why(*program, session, {}, today);
      Verdict words = found ? models::verdict(*program, *found, today) : Verdict{};
      return Answer{std::move(found), std::move(words)};
    };
  });
  return answer ? &answer->why : nullptr;
}

const Verdict& Workbench::verdict(std::string_view session) const {
  static const Verdict kNone;
  const Answer* known = why_.known(session);
  return known ? known->verdict : kNone;
}

const SessionTelling& Workbench::telling(const SessionFacts& session) {
  const Answer* known = why_.known(session.code);
  const bool answered = known && known->why;
  if (telling_.session == session.code && telling_.version == version_ &&
      telling_.answered == answered)
    return telling_.words;
  const SessionBook& told_by = offer_ ? *offer_->book : *book_;
  telling_ = {session.code, version_, answered,
              tell(told_by, session, answered ? &*known->why : nullptr,
                   answered ? &known->verdict : nullptr)};
  return telling_.words;
}

const SessionDays* Workbench::days(const std::string& session) {
  refresh();
  return days_.of(session, [&] {
    return [program = shown(), session, today = session_.today()](std::stop_token stop) {
      return session_days(*program, session, today, std::move(stop));
    };
  });
}

const DayPrice* Workbench::price(const std::string& session, Date day) {
  refresh();
  price_key_.assign(session).append(" ").append(std::to_string(day.time_since_epoch().count()));
  return prices_.of(price_key_, [&] {
    return [program = shown(), session, day, today = session_.today()](std::stop_token) {
      return day_price(*program, session, day, today);
    };
  });
}

const SessionWays* Workbench::ways_out(const std::string& session) {
  refresh();
  return ways_.of(session, [&] {
    return [program = shown(), session, today = session_.today()](std::stop_token) {
      return session_ways(*program, session, today);
    };
  });
}

bool Workbench::asking() const {
  return why_.pending() || days_.pending() || prices_.pending() || ways_.pending() ||
         diff_.pending();
}

bool Workbench::poll() {
  bool news = session_.poll();
  refresh();
  if (auto finished = job_.take()) {
    take_offer(std::move(*finished));
    news = true;
  }
  news |= why_.take();
  news |= days_.take();
  news |= prices_.take();
  news |= ways_.take();
  news |= diff_.take();
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
  why_.wait();
  days_.wait();
  prices_.wait();
  ways_.wait();
  diff_.wait();
  judging_.wait();
  poll();
}

}  // namespace tandem::models
