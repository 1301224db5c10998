// What the pages of the window work on: the open session, what was worked out of its Program (each
// once for an edition), the plan being made, the plan on offer, and the answers to "why". Pages ask
// it and tell it; it knows none of them. Thread rule: the window's thread.
#pragma once

#include <map>
#include <memory>

#include "planner/schedule/why.hpp"
#include "ui/app/asked.hpp"
#include "ui/app/session.hpp"
#include "ui/app/solve_job.hpp"
#include "ui/models/schedule_model.hpp"
#include "ui/models/session_days.hpp"
#include "ui/models/session_telling.hpp"
#include "ui/models/solve_words.hpp"
#include "ui/models/today_model.hpp"

namespace tandem::models {

// A plan that was made and not yet accepted.
struct Offer {
  Outcome outcome;
  std::vector<Violation> broken;           // rules it breaks, by the judge; empty is what we want
  bool stopped{};                          // the best so far of a run that was stopped
  std::shared_ptr<const Program> program;  // as it would be
  std::unique_ptr<SessionBook> book;
  ProposalSummary summary;
};

struct Solving {
  SolveWords words;
  std::vector<double> finish;  // the tier as it went down, a value each time it did
  std::int64_t bound{-1};      // it cannot go below; -1: not known yet
};

class Workbench {
 public:
  // `wake` is called from other threads when poll() has news.
  explicit Workbench(app::Session& session, std::function<void()> wake = {});

  app::Session& session() { return session_; }
  // Rises whenever anything shown may have changed.
  std::uint64_t version() const { return version_; }

  const SessionBook& book();  // as it stands
  const TodayModel& today();  // what the judge says of it follows a moment later
  // Of the plan as it stands; null while it is being worked out.
  const Judgement* judgement();
  const ScheduleModel& schedule(LanesBy by);  // with the offer in it, when there is one
  const std::vector<CohortProgress>& progress();
  const std::vector<Unplanned>& unplanned();
  // The offered facts of a session, else those that stand; null when there is none of that code.
  const SessionFacts* facts(std::string_view session);

  void solve();
  void stop() { job_.stop(); }
  const app::SolveJob& job() const { return job_; }
  // How far the run under way is, told anew ten times a second; null without one.
  const Solving* solving();
  const Offer* offer() const { return offer_.get(); }
  // What accepting the offer would change; null without one, and while it is being worked out.
  const PlanDiff* diff();
  // Errors: as Session::apply; the offer stays then.
  Result<ChangeSet> accept();
  void discard();
  // Why the last run came back with nothing; cleared by the next one.
  const Errors& problems() const { return problems_; }

  // Null while it is being worked out.
  const Result<Why>* why(const std::string& session);
  // The answer to why() in plain words; empty words until it is there.
  const Verdict& verdict(std::string_view session) const;
  // In sentences, with the answer to why() once it is there. Requires: facts() gave it.
  const SessionTelling& telling(const SessionFacts& session);
  // Of the plan as it stands, or of the one on offer. Null while they are being worked out.
  const SessionDays* days(const std::string& session);
  const DayPrice* price(const std::string& session, Date day);
  const SessionWays* ways_out(const std::string& session);

  // Takes in what other threads have done. Returns: whether anything changed.
  bool poll();
  bool busy() const { return job_.running() || asking() || judging_.pending(); }
  void wait();  // until nothing is under way; for tests and pictures

 private:
  void changed();
  void refresh();
  void judge();
  bool asking() const;
  std::shared_ptr<const Program> shown() const { return offer_ ? offer_->program : program_; }
  void take_offer(app::SolveJob::Finished finished);

  app::Session& session_;
  app::SolveJob job_;
  std::unique_ptr<Offer> offer_;
  Errors problems_;
  std::uint64_t version_{1};
  std::uint64_t edition_{};
  std::shared_ptr<const Program> program_;
  std::unique_ptr<SessionBook> book_;
  std::unique_ptr<TodayModel> today_;
  std::unique_ptr<std::vector<CohortProgress>> progress_;
  std::unique_ptr<std::vector<Unplanned>> unplanned_;
  std::map<LanesBy, ScheduleModel> schedules_;
  struct Answer {
    Result<Why> why;
    Verdict verdict;
  };
  app::Asked<Answer> why_;
  struct Telling {
    std::string session;
    std::uint64_t version{};
    bool answered{};
    SessionTelling words;
  };
  Telling telling_;  // of the session asked about last
  app::Asked<SessionDays> days_;
  app::Asked<DayPrice> prices_;
  std::string price_key_;
  app::Asked<SessionWays> ways_;
  app::Asked<PlanDiff> diff_;
  Solving solving_;
  std::chrono::steady_clock::time_point told_;  // when `solving_` was
  const Proposal* counted_{};                   // the plan `waiting_` is of
  std::optional<int> waiting_;
  app::Background<Judgement> judging_;
  std::uint64_t judged_edition_{};  // being judged, or judged
  std::unique_ptr<Judgement> judgement_;
};

}  // namespace tandem::models
