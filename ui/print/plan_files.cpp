#include "ui/print/plan_files.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "ui/print/plan_html.hpp"
#include "ui/print/plan_pdf.hpp"

namespace tandem::print {
namespace {

PlanFiles files_of(const report::DevelopmentPlan& plan, const std::vector<PlanFormat>& formats) {
  PlanFiles out;
  for (const PlanFormat format : formats) {
    if (format == PlanFormat::html) {
      out.files.push_back({plan.number + ".html", plan_html(plan)});
      continue;
    }
    PlanPdf pdf = plan_pdf(plan);
    out.pages += pdf.pages;
    out.missing_scripts.merge(pdf.missing_scripts);
    out.files.push_back({plan.number + ".pdf", std::move(pdf.bytes)});
  }
  return out;
}

}  // namespace

PlanFiles plan_files(std::span<const report::DevelopmentPlan> plans,
                     const std::vector<PlanFormat>& formats,
                     const std::function<void(std::size_t)>& made, std::stop_token stop) {
  std::vector<PlanFiles> parts(plans.size());
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> ready{0};
  const auto work = [&](const std::function<void(std::size_t)>& tell) {
    for (std::size_t i = next++; i < plans.size() && !stop.stop_requested(); i = next++) {
      parts[i] = files_of(plans[i], formats);
      ++ready;
      if (tell) tell(ready);
    }
  };
  std::exception_ptr broken;
  {
    const std::jthread helper{[&] {
      try {
        work({});
      } catch (...) {
        broken = std::current_exception();
      }
    }};
    work(made);
  }
  if (broken) std::rethrow_exception(broken);
  PlanFiles out;
  for (PlanFiles& part : parts) {
    std::move(part.files.begin(), part.files.end(), std::back_inserter(out.files));
    out.pages += part.pages;
    out.missing_scripts.merge(part.missing_scripts);
  }
  return out;
}

}  // namespace tandem::print
