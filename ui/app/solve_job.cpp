#include "ui/app/solve_job.hpp"

namespace tandem::app {

void SolveJob::start(std::shared_ptr<const Program> program, std::uint64_t edition,
                     SolveOptions options) {
  if (running()) return;
  progress_ = std::make_shared<Progress>();
  edition_ = edition;
  stopped_ = false;
  started_ = std::chrono::steady_clock::now();
  work_.start([program = std::move(program), options = std::move(options),
               progress = progress_](std::stop_token stop) {
    Answer answer{solve(*program, options, stop, progress.get()), {}};
    if (answer.outcome)
      answer.broken = verify(*program, answer.outcome->proposal, {.as_of = options.as_of});
    return answer;
  });
}

int SolveJob::seconds() const {
  const auto passed = std::chrono::steady_clock::now() - started_;
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(passed).count());
}

void SolveJob::stop() {
  if (!running()) return;
  stopped_ = true;
  work_.stop();
}

std::optional<SolveJob::Finished> SolveJob::take() {
  auto answer = work_.take();
  if (!answer) return std::nullopt;
  return Finished{std::move(answer->outcome), std::move(answer->broken), edition_, stopped_};
}

}  // namespace tandem::app
