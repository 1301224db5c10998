#include "ui/widgets/pace.hpp"

#include <algorithm>

namespace tandem::ui {
namespace {
constexpr double kJobNews = 0.1;
constexpr double kAsleep = 1;
}  // namespace

void Pace::wish(double seconds, double now) { wish_at_ = seconds < 0 ? -1 : now + seconds; }

double Pace::wait(double now, bool job_running) const {
  if (wanted_ > 0) return 0;
  const double most = job_running ? kJobNews : kAsleep;
  return wish_at_ < 0 ? most : std::clamp(wish_at_ - now, 0.001, most);
}

bool Pace::due(double now, bool job_running) {
  if (wanted_ > 0) {
    --wanted_;
    return true;
  }
  return job_running || (wish_at_ >= 0 && now >= wish_at_);
}

}  // namespace tandem::ui
