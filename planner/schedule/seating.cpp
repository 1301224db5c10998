#include "planner/schedule/seating.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/schedule/by_code.hpp"
#include "planner/schedule/cohort_pools.hpp"
#include "planner/schedule/deal.hpp"
#include "planner/schedule/roster.hpp"
#include "planner/schedule/seat_of_person.hpp"

namespace tandem::schedule {
namespace {

using CohortId = Id<Cohort>;

class Seater {
 public:
  Seater(const Program& program, const std::function<bool(const Cohort&)>& asked,
         const SeatingQuestions& questions)
      : program_(program),
        asked_(asked),
        questions_(questions),
        by_code_(program.cohorts),
        cohorts_(by_code_.rows()),
        members_(program.members, &Member::cohort),
        roster_(program),
        seats_(program.seats, &Seat::session) {}

  Result<Seating> run() {
    uses();
    existing_groups();
    if (!errors_.empty()) return fail(std::move(errors_));
    auto pools = pool_cohorts(by_code_, uses_, groups_);
    collect_seats();
    for (CohortPool& pool : pools) fill(pool);
    if (!errors_.empty()) return fail(std::move(errors_));
    claims();
    return finish();
  }

 private:
  using Key = std::pair<RawId, RawId>;  // person or cohort, module
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<RawId>{}(key.first * 0x9e3779b97f4a7c15ULL ^ key.second);
    }
  };

  void uses() {
    uses_.resize(cohorts_.size());
    for (std::size_t c = 0; c < cohorts_.size(); ++c) {
      auto used = modules_in_use(program_, *cohorts_[c]);
      if (!used) {
        errors_.insert(errors_.end(), used.error().begin(), used.error().end());
        continue;
      }
      uses_[c] = std::move(*used);
      for (const ModuleUse& use : uses_[c])
        use_of_.emplace(Key{cohorts_[c]->id.value, use.module->id.value}, &use);
    }
  }

  const ModuleUse* use_of(CohortId cohort, Id<Module> module) const {
    const auto it = use_of_.find({cohort.value, module.value});
    return it == use_of_.end() ? nullptr : it->second;
  }

  // Form, place and choice of a group whose cohorts, module and variant stand.
  void complete(Group& group) {
    const Cohort* first = find(program_, group.cohorts.front());
    const ModuleUse* use = use_of(first->id, group.module->id);
    group.choice = use ? use->choice : nullptr;
    if (group.variant.empty() && group.choice) group.variant = group.choice->variant;
    const Variant* variant = find_variant(program_, group.module->id, group.variant);
    if (!variant && !group.variant.empty())
      errors_.push_back(
          {ErrorCode::not_found,
           fmt::format("module {} has no variant '{}'", group.module->code, group.variant),
           fmt::format("session {}", group.code), "add it to the module's variants"});
    group.form = form_of(*group.module, variant);
    group.site = group.choice && group.choice->site ? group.choice->site : first->site;
    for (const CohortId id : group.cohorts)
      if (const auto* cohort = find(program_, id); cohort && asked_(*cohort)) group.asked = true;
  }

  void existing_groups() {
    const ByCode<Session> sessions{program_.sessions};
    for (const Session* session : sessions.rows()) {
      Group group;
      group.code = session->code;
      group.cohorts = session->cohorts;
      group.module = find(program_, session->module);
      group.variant = session->variant;
      group.existing = session;
      const bool known = group.module && !group.cohorts.empty() &&
                         std::all_of(group.cohorts.begin(), group.cohorts.end(),
                                     [&](CohortId id) { return find(program_, id) != nullptr; });
      if (!known) {
        errors_.push_back({ErrorCode::not_found,
                           "names a cohort or a module that does not exist",
                           fmt::format("session {}", session->code),
                           {}});
        continue;
      }
      complete(group);
      codes_.insert(group.code);
      groups_.push_back(std::move(group));
    }
  }

  std::optional<MemberStatus> status(CohortId cohort, Id<Person> person) const {
    const Member* member = program_.members.find_key(
        join_key({std::to_string(cohort.value), std::to_string(person.value)}));
    return member ? std::optional{member->status} : std::nullopt;
  }

  // A booked seat counts unless its holder has left all the session's cohorts and nothing else
  // brings them here.
  bool keeps_seat(const Group& group, Id<Person> person) const {
    bool member = false;
    for (const CohortId id : group.cohorts)
      if (const auto held = status(id, person)) {
        if (*held == MemberStatus::enrolled || *held == MemberStatus::completed) return true;
        member = true;
      }
    return !member;
  }

  void collect_seats() {
    for (Group& group : groups_) {
      for (const Seat* seat : seats_[group.existing->id]) {
        const Person* person = find(program_, seat->person);
        if (seat->status != SeatStatus::booked || !person) continue;
        const bool as_it_is = !group.asked || group.delivered() || group.cancelled();
        if (as_it_is || keeps_seat(group, seat->person)) group.people.push_back(person);
      }
    }
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (const Person* person : groups_[g].people)
        if (!groups_[g].cancelled())
          seated_.add(person->id, groups_[g].module->id, static_cast<int>(g));
  }

  bool is_seated(Id<Person> person, Id<Module> module) const {
    return seated_.group(person, module) != kNoGroup;
  }

  std::vector<Enrolled> enrolled(const CohortPool& pool) {
    std::vector<const Cohort*> cohorts;
    std::copy_if(pool.cohorts.begin(), pool.cohorts.end(), std::back_inserter(cohorts),
                 [&](const auto* cohort) { return use_of(cohort->id, pool.module->id); });
    return roster_.of(cohorts);
  }

  int add_group(const CohortPool& pool, const Group* like, std::string code) {
    Group group;
    group.code = std::move(code);
    group.module = pool.module;
    if (like) {
      group.cohorts = like->cohorts;
      group.variant = like->variant;
    } else {
      group.cohorts = {pool.cohorts.front()->id};
    }
    complete(group);
    codes_.insert(group.code);
    groups_.push_back(std::move(group));
    return static_cast<int>(groups_.size()) - 1;
  }

  std::string free_code(const std::string& base) const {
    if (!codes_.contains(base)) return base;
    for (int n = 2;; ++n)
      if (auto code = fmt::format("{}/{}", base, n); !codes_.contains(code)) return code;
  }

  bool serves(const Group& group, const Enrolled& who) const {
    return std::find(group.cohorts.begin(), group.cohorts.end(), who.cohort->id) !=
           group.cohorts.end();
  }

  std::optional<int> room_for(const Group& group) {
    const auto key = std::make_tuple(group.module->id.value, group.variant, group.site.value);
    const auto it = most_.find(key);
    if (it != most_.end()) return it->second;
    return most_.emplace(key, most_seats(program_, group.form, group.site)).first->second;
  }

  void book(int group, const Person* person) {
    groups_[nth(group)].people.push_back(person);
    seated_.add(person->id, groups_[nth(group)].module->id, group);
  }

  void fill(CohortPool& pool) {
    const bool asked = std::any_of(pool.cohorts.begin(), pool.cohorts.end(),
                                   [&](const auto* cohort) { return asked_(*cohort); });
    if (!asked) return;
    const auto people = enrolled(pool);
    if (people.empty()) return;
    const ModuleUse* use = use_of(people.front().cohort->id, pool.module->id);
    Group probe;  // what a new session of the pool would be
    probe.module = pool.module;
    probe.code = pool.module->code;
    probe.cohorts = {pool.cohorts.front()->id};
    if (!pool.groups.empty()) probe.variant = groups_[nth(pool.groups.front())].variant;
    complete(probe);
    if (probe.form.mode == Mode::coaching) {
      coach(pool, people, use);
      return;
    }

    auto most = room_for(probe);
    const bool settled =
        !pool.groups.empty() && std::all_of(pool.groups.begin(), pool.groups.end(), [&](int g) {
          return questions_.stays(*groups_[nth(g)].existing);
        });
    if (most && *most == 0 && settled) most.reset();  // what stays needs no other room
    if (most && *most == 0) {
      errors_.push_back(
          {ErrorCode::bad_input,
           fmt::format("no room for module {}{}", pool.module->code,
                       probe.form.features.empty() ? std::string{}
                                                   : " with " + sentence_list(probe.form.features)),
           fmt::format("cohort {}, site {}", pool.cohorts.front()->code,
                       code_of(program_, probe.site)),
           "add a room there, or choose another site or variant"});
      return;
    }
    const int enrolled_count = static_cast<int>(people.size());
    const int wanted = most ? (enrolled_count + *most - 1) / *most : 1;
    const bool begun = std::any_of(pool.groups.begin(), pool.groups.end(),
                                   [&](int g) { return groups_[nth(g)].delivered(); });
    const std::string base = fmt::format(
        "{}/{}",
        pool.groups.empty() ? std::string_view{pool.cohorts.front()->code}
                            : code_of(program_, groups_[nth(pool.groups.front())].cohorts.front()),
        pool.module->code);
    while (!begun && static_cast<int>(pool.groups.size()) < wanted) {
      const Group* like = pool.groups.empty() ? nullptr : &groups_[nth(pool.groups.front())];
      const Group copy = like ? *like : Group{};
      pool.groups.push_back(add_group(pool, like ? &copy : nullptr, free_code(base)));
    }
    for (const int g : pool.groups) groups_[nth(g)].alone = pool.groups.size() == 1;
    if (begun) return;

    std::vector<int> live;
    for (const int g : pool.groups)
      if (!groups_[nth(g)].cancelled()) live.push_back(g);
    deal(pool, people, live);
    balance(people, live);
  }

  bool cancelled_seat(const CohortPool& pool, const Person* person) const {
    return std::any_of(pool.groups.begin(), pool.groups.end(), [&](int g) {
      const auto& seated = groups_[nth(g)].people;
      return groups_[nth(g)].cancelled() &&
             std::find(seated.begin(), seated.end(), person) != seated.end();
    });
  }

  bool may_join(const Group& group, const Enrolled& who) const {
    return serves(group, who) && (!group.existing || !questions_.stays(*group.existing) ||
                                  questions_.free_for(*who.person, *group.existing));
  }

  // The smallest group that serves the person; among equals the one with the fewest of their unit.
  void deal(const CohortPool& pool, const std::vector<Enrolled>& people,
            const std::vector<int>& live) {
    Deal dealt{people};
    for (const int g : live) dealt.add_group(people, groups_[nth(g)].people);
    // Those who cannot come are dealt a place first and lose it after, so that everybody else sits
    // in the same group of every module.
    for (std::size_t i = 0; i < people.size(); ++i) {
      const Enrolled& who = people[i];
      if (is_seated(who.person->id, pool.module->id) || cancelled_seat(pool, who.person)) continue;
      std::size_t best = live.size();
      for (std::size_t g = 0; g < live.size(); ++g) {
        if (!may_join(groups_[nth(live[g])], who)) continue;
        if (best == live.size() || dealt.fullness(g, i) < dealt.fullness(best, i)) best = g;
      }
      if (best == live.size()) continue;
      dealt.seat(best, i);
      const ModuleUse* use = use_of(who.cohort->id, pool.module->id);
      if (questions_.ever_free(*who.person, *who.cohort, *pool.module, use->choice))
        book(live[best], who.person);
    }
  }

  // Groups differ by at most one person: the last of the largest move to the smallest.
  void balance(const std::vector<Enrolled>& people, const std::vector<int>& live) {
    if (live.size() < 2) return;
    const auto size = [&](int g) { return groups_[nth(g)].people.size(); };
    for (std::size_t guard = 0; guard < people.size(); ++guard) {
      std::vector<int> order = live;
      std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return size(a) < size(b); });
      if (size(order.back()) <= size(order.front()) + 1) return;
      if (!move_one(people, order)) return;
    }
  }

  bool move_one(const std::vector<Enrolled>& people, const std::vector<int>& order) {
    const auto size = [&](int g) { return groups_[nth(g)].people.size(); };
    for (auto from = order.rbegin(); from != order.rend(); ++from) {
      for (const int to : order) {
        if (size(*from) <= size(to) + 1) break;
        auto& leaving = groups_[nth(*from)].people;
        for (auto who = people.rbegin(); who != people.rend(); ++who) {
          const auto it = std::find(leaving.begin(), leaving.end(), who->person);
          if (it == leaving.end() || !may_join(groups_[nth(to)], *who)) continue;
          leaving.erase(it);
          seated_.remove(who->person->id, groups_[nth(to)].module->id);
          book(to, who->person);
          return true;
        }
      }
    }
    return false;
  }

  // One session a member: the one where they sit, else the one that bears their number.
  void coach(CohortPool& pool, const std::vector<Enrolled>& people, const ModuleUse* use) {
    for (const Enrolled& who : people) {
      if (is_seated(who.person->id, pool.module->id) || cancelled_seat(pool, who.person)) continue;
      if (!questions_.ever_free(*who.person, *who.cohort, *pool.module,
                                use ? use->choice : nullptr))
        continue;
      const auto code =
          fmt::format("{}/{}/{}", who.cohort->code, pool.module->code, who.person->number);
      int group = kNoGroup;
      for (const int g : pool.groups)
        if (groups_[nth(g)].code == code) group = g;
      if (group != kNoGroup) {
        const Group& found = groups_[nth(group)];
        if (found.cancelled() || found.delivered() || !found.people.empty()) continue;
      } else {
        Group one;
        one.cohorts = {who.cohort->id};
        group = add_group(pool, &one, code);
        pool.groups.push_back(group);
      }
      groups_[nth(group)].alone = true;
      book(group, who.person);
    }
    for (const int g : pool.groups) groups_[nth(g)].alone = true;
  }

  void claims() {
    // Where a module's only groups of a cohort are cancelled, its people are bound to those.
    std::map<Key, int> cancelled;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      if (groups_[g].cancelled())
        for (const CohortId id : groups_[g].cohorts)
          cancelled.emplace(Key{id.value, groups_[g].module->id.value}, static_cast<int>(g));

    for (std::size_t c = 0; c < cohorts_.size(); ++c) {
      const Cohort& cohort = *cohorts_[c];
      std::vector<const Member*> members;
      for (const Member* member : members_[cohort.id])
        if (member->status == MemberStatus::enrolled || member->status == MemberStatus::completed)
          members.push_back(member);
      for (const ModuleUse& use : uses_[c]) {
        for (const Member* member : members) {
          const int group = seated_.group(member->person, use.module->id);
          if (group != kNoGroup) {
            if (!held_for(groups_[nth(group)], cohort.id, member->person)) continue;
            out_.claims.push_back({cohort.id, use.module->id, member->person, group});
            continue;
          }
          const auto lost = cancelled.find({cohort.id.value, use.module->id.value});
          if (lost != cancelled.end())
            out_.claims.push_back({cohort.id, use.module->id, member->person, lost->second});
          if (asked_(cohort) && member->status == MemberStatus::enrolled)
            make_up(cohort, use, *member);
        }
      }
    }
  }

  // A seat in a session of another cohort is a make-up, which counts here, unless the person is a
  // member there: then it is held for that cohort alone.
  bool held_for(const Group& group, CohortId cohort, Id<Person> person) const {
    if (std::find(group.cohorts.begin(), group.cohorts.end(), cohort) != group.cohorts.end())
      return true;
    return std::none_of(group.cohorts.begin(), group.cohorts.end(),
                        [&](CohortId id) { return status(id, person).has_value(); });
  }

  void make_up(const Cohort& cohort, const ModuleUse& use, const Member& member) {
    const Person* person = find(program_, member.person);
    if (!person) return;
    const bool free = questions_.ever_free(*person, cohort, *use.module, use.choice);
    const std::string_view why =
        free ? "its group has been held, stands fixed where they cannot come, or is cancelled"
             : "paused on every date it could be held";
    out_.to_make_up.push_back(
        {person->id, cohort.id, use.module->id,
         fmt::format("{} has no seat in {}: {}", person->name, use.module->code, why)});
  }

  Seating finish() {
    // Ids of groups change as they are put in the order of their codes.
    std::vector<int> order(groups_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return groups_[nth(a)].code < groups_[nth(b)].code; });
    std::vector<int> place(groups_.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[nth(order[i])] = static_cast<int>(i);
    for (const int g : order) out_.groups.push_back(std::move(groups_[nth(g)]));
    for (Claim& claim : out_.claims) claim.group = place[nth(claim.group)];
    for (Group& group : out_.groups)
      std::sort(group.people.begin(), group.people.end(),
                [](const Person* a, const Person* b) { return a->number < b->number; });
    std::sort(
        out_.to_make_up.begin(), out_.to_make_up.end(),
        [&](const Unseated& a, const Unseated& b) { return make_up_key(a) < make_up_key(b); });
    return std::move(out_);
  }

  std::tuple<std::string_view, std::string_view, std::string_view> make_up_key(
      const Unseated& m) const {
    return {code_of(program_, m.cohort), code_of(program_, m.module), code_of(program_, m.person)};
  }

  const Program& program_;
  const std::function<bool(const Cohort&)>& asked_;
  const SeatingQuestions& questions_;
  ByCode<Cohort> by_code_;
  const std::vector<const Cohort*>& cohorts_;
  Grouping<CohortId, Member> members_;
  Roster roster_;
  Grouping<Id<Session>, Seat> seats_;
  std::vector<std::vector<ModuleUse>> uses_;                   // by cohort
  std::unordered_map<Key, const ModuleUse*, KeyHash> use_of_;  // looked up, never walked
  std::vector<Group> groups_;
  std::set<std::string> codes_;
  SeatOfPerson seated_;
  std::map<std::tuple<RawId, std::string, RawId>, std::optional<int>> most_;
  Errors errors_;
  Seating out_;
};

}  // namespace

Result<Seating> seat(const Program& program, const std::function<bool(const Cohort&)>& asked,
                     const SeatingQuestions& questions) {
  return Seater{program, asked, questions}.run();
}

}  // namespace tandem::schedule
