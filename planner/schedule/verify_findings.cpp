#include "planner/schedule/verify_findings.hpp"

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::judge {
namespace {

constexpr std::size_t kNamesTold = 4;
constexpr char kWho = '\x1f';  // where the names go in a wording

std::string names_told(const std::map<std::string, std::string>& people) {
  std::vector<std::string> names;
  for (const auto& [number, name] : people) {
    if (names.size() == kNamesTold && people.size() > kNamesTold + 1) break;
    names.push_back(name);
  }
  if (names.size() < people.size())
    names.push_back(count(static_cast<std::int64_t>(people.size() - names.size()), "other"));
  return sentence_list(names);
}

}  // namespace

Findings::Findings(const Program& program) {
  for (const Waiver& waiver : program.waivers) {
    const auto rule = parse_rule(waiver.rule);
    const std::string session{code_of(program, waiver.session)};
    // A waiver that names no rule, or a session that is gone, lifts nothing rather than everything.
    if (!rule) {
      add(RuleKind::reference, session, {},
          "A waiver names the rule '" + waiver.rule + "', which does not exist.");
    } else if (waiver.session && session.empty()) {
      add(RuleKind::reference, {}, {},
          "A waiver of " + waiver.rule + " names a session that does not exist.");
    } else if (!session.empty()) {  // only the subject may be empty for "any"
      lifted_[*rule].push_back({waiver.subject, session});
    }
  }
}

bool Findings::waived(RuleKind rule, std::string_view session,
                      std::initializer_list<std::string_view> subjects) const {
  const auto found = lifted_.find(rule);
  if (found == lifted_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const Lifted& lifted) {
    return lifted.session == session &&
           (lifted.subject.empty() ||
            std::find(subjects.begin(), subjects.end(), lifted.subject) != subjects.end());
  });
}

void Findings::add(RuleKind rule, const std::string& session, std::vector<std::string> subjects,
                   std::string text) {
  if (waived(rule, session, {})) return;
  for (const std::string& subject : subjects)
    if (waived(rule, session, {subject})) return;
  found_.try_emplace(Key{session, rule, std::move(text)}, std::move(subjects));
}

void Findings::add_person(RuleKind rule, const std::string& session, const std::string& number,
                          const std::string& name, const std::string& before,
                          const std::string& after) {
  if (waived(rule, session, {number})) return;
  people_[Key{session, rule, before + kWho + after}][number] = name;
}

std::vector<Violation> Findings::take() {
  for (auto& [key, people] : people_) {
    auto [session, rule, text] = key;
    text.replace(text.find(kWho), 1, names_told(people));
    std::vector<std::string> subjects;
    for (const auto& [number, name] : people) subjects.push_back(number);
    found_.try_emplace(Key{session, rule, std::move(text)}, std::move(subjects));
  }
  std::vector<Violation> out;
  for (auto& [key, subjects] : found_) {
    const auto& [session, rule, text] = key;
    out.push_back({rule, session, text, std::move(subjects)});
  }
  found_.clear();
  people_.clear();
  return out;
}

}  // namespace tandem::judge
