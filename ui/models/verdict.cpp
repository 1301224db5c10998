#include "ui/models/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "planner/base/text.hpp"
#include "planner/schedule/facts.hpp"
#include "planner/schedule/form.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

constexpr std::size_t kMostExplained = 12;
constexpr std::size_t kMostSubjects = 3;

struct Stretch {
  Date from;
  Date to;
};

// Somebody or something that is not to be had, and when.
struct Subject {
  AbsenceKind kind{};
  RawId id{};
  std::vector<Stretch> away;
};

class Teller {
 public:
  Teller(const Program& program, const Why& why, Date today)
      : program_(program), why_(why), first_(today), last_(today + days{365}) {
    const Workspace& w = program.workspace();
    if (w.horizon_from) first_ = std::max(first_, *w.horizon_from);
    if (w.horizon_to) last_ = *w.horizon_to;
    if (const Session* s = program.sessions.find_key(why.session)) {
      module_ = find(program, s->module);
      if (module_)
        form_ =
            schedule::form_of(*module_, schedule::find_variant(program, module_->id, s->variant));
    }
  }

  Verdict tell() {
    if (why_.possible)
      return {"There is a place for it: make a plan, and it gets a date.", "can be planned", true};
    Verdict out;
    sort_out();
    std::vector<std::string> sentences;
    std::vector<std::string> briefs;
    const auto brief = [&](std::string words) {
      if (std::ranges::find(briefs, words) == briefs.end()) briefs.push_back(std::move(words));
    };
    // A room first, then who runs it, then who comes: the order in which one would look.
    for (const auto kind : {AbsenceKind::room, AbsenceKind::facilitator, AbsenceKind::person})
      for (const Subject& s : subjects_) {
        if (s.kind != kind) continue;
        if (sentences.size() < kMostSubjects)
          sentences.push_back(fmt::format("{} {} {}", name(s),
                                          s.kind == AbsenceKind::room ? "is closed" : "is away",
                                          stretches(s)));
        brief(short_words(s));
      }
    for (const std::string& other : others_) {
      if (sentences.size() < kMostSubjects) sentences.push_back(other);
      brief(other);
    }
    if (sentences.empty()) return out;
    out.sentence = sentence(join(sentences, "; ")) + ".";
    if (briefs.size() > 2) briefs.resize(2);
    out.brief = join(briefs, ", ");
    return out;
  }

 private:
  void sort_out() {
    for (const Reason& reason : why_.reasons) {
      if (reason.absences.empty()) others_.push_back(without_starts(reason.text));
      for (const RawId id : reason.absences) {
        const Absence& row = program_.absences.at({id});
        auto same = std::ranges::find_if(subjects_, [&](const Subject& s) {
          return s.kind == row.kind && s.id == row.code.value;
        });
        if (same == subjects_.end())
          same = subjects_.insert(same, Subject{row.kind, row.code.value, {}});
        same->away.push_back({row.from, row.to});
      }
    }
    for (Subject& s : subjects_)
      std::ranges::sort(s.away, {}, [](const Stretch& a) { return a.from; });
  }

  bool leads(Id<Facilitator> who) const {
    return std::ranges::any_of(program_.qualifications, [&](const Qualification& q) {
      return q.facilitator == who && module_ && q.module == module_->id &&
             q.level == QualificationLevel::lead;
    });
  }

  std::string name(const Subject& s) const {
    switch (s.kind) {
      case AbsenceKind::room:
        return program_.rooms.at(Id<Room>{s.id}).name;
      case AbsenceKind::facilitator: {
        const Facilitator& f = program_.facilitators.at(Id<Facilitator>{s.id});
        const auto all = std::ranges::count_if(
            program_.facilitators, [&](const Facilitator& other) { return leads(other.id); });
        return leads(f.id) && all == 1 ? f.name + ", the only lead," : f.name;
      }
      default:
        return program_.people.at(Id<Person>{s.id}).name;
    }
  }

  std::string short_words(const Subject& s) const {
    switch (s.kind) {
      case AbsenceKind::room:
        return (form_ && !form_->features.empty() ? form_->features.front() : "room") + " closed";
      case AbsenceKind::facilitator:
        return leads(Id<Facilitator>{s.id}) ? "lead away" : "facilitator away";
      default:
        return "people away";
    }
  }

  // "until Fri 4 Jun and from Mon 21 Jun": against the days that can be planned.
  std::string stretches(const Subject& s) const {
    std::vector<std::string> parts;
    for (const Stretch& a : s.away) {
      if (a.from <= first_ && a.to >= last_)
        parts.emplace_back("all the time");
      else if (a.from <= first_)
        parts.push_back("until " + words(a.to));
      else if (a.to >= last_)
        parts.push_back("from " + words(a.from));
      else
        parts.push_back((a.from == a.to ? "on " : "from ") + schedule::date_range(a.from, a.to));
    }
    return sentence_list(parts);
  }

  const Program& program_;
  const Why& why_;
  Date first_;
  Date last_;
  const Module* module_{};
  std::optional<schedule::Form> form_;
  std::vector<Subject> subjects_;
  std::vector<std::string> others_;
};

}  // namespace

Verdict verdict(const Program& program, const Why& why, Date today) {
  return Teller{program, why, today}.tell();
}

Judgement judge(const Program& program, const std::vector<std::string>& undated, Date today,
                std::stop_token stop) {
  Judgement out;
  out.broken = verify(program, today);
  for (std::size_t k = 0; k < std::min(undated.size(), kMostExplained); ++k) {
    if (stop.stop_requested()) break;
    if (const auto answer = why(program, undated[k], {}, today))
      out.undated.emplace(undated[k], verdict(program, *answer, today));
  }
  return out;
}

}  // namespace tandem::models
