#include "ui/models/journeys_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "planner/base/text.hpp"
#include "planner/curriculum/journey_days.hpp"
#include "ui/models/modules_model.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

constexpr int kWeek = 7;

// What a module is mostly about: the competency with most minutes of its objectives.
std::map<Id<Module>, Id<Competency>> main_competencies(const Program& program) {
  std::map<Id<Module>, std::map<Id<Competency>, int>> minutes;
  for (const Objective& o : program.objectives)
    if (o.competency) minutes[o.module][o.competency] += std::max(1, o.minutes.value_or(1));
  std::map<Id<Module>, Id<Competency>> out;
  for (const auto& [module, by] : minutes)
    out[module] = std::ranges::max_element(by, {}, [&](const auto& entry) {
                    return std::pair{entry.second, -static_cast<int>(entry.first.value)};
                  })->first;
  return out;
}

struct JourneyBuilder {
  const Program& program;
  JourneysModel out{};
  std::array<Id<Programme>, 2> shown{};
  std::map<std::pair<Lane, std::string>, int> rows{};
  std::map<Id<Module>, Id<Competency>> about{};

  const ProgrammeModule* row(int k, Id<Module> module) const {
    return shown[static_cast<std::size_t>(k)]
               ? row_of(program, shown[static_cast<std::size_t>(k)], module)
               : nullptr;
  }

  int row_for(JourneyCard& card, const ProgrammeModule& home) {
    JourneyRow row;
    std::string key;
    if (card.lane == Lane::core) {
      row.label = "Shared core";
    } else if (card.alternative) {
      key = "set " + home.set;
      row.label = sentence(home.set);
      row.detail = card.rule;
      row.set = home.set;
      row.choice = true;
    } else {
      const auto at = about.find(card.module);
      const Competency* c = at == about.end() ? nullptr : find(program, at->second);
      key = c ? "competency " + c->code : "none";
      row.label = c ? c->name : "No competency yet";
      row.set = home.set;
    }
    auto& lane = out.lanes[static_cast<std::size_t>(card.lane)];
    const auto [known, fresh] =
        rows.emplace(std::pair{card.lane, key}, static_cast<int>(lane.rows.size()));
    if (fresh) lane.rows.push_back(std::move(row));
    return known->second;
  }

  void card(const JourneyDay& day, const ModulesModel& catalogue) {
    const ProgrammeModule* upper = row(0, day.module);
    const ProgrammeModule* lower = row(1, day.module);
    const ProgrammeModule& home = upper ? *upper : *lower;
    const ModuleLine& line = *catalogue.find(day.module);
    JourneyCard card;
    card.module = day.module;
    card.code = line.code;
    card.title = line.title;
    card.hours = line.hours;
    card.focus = line.focus;
    card.orientation = line.orientation;
    card.lane = upper && lower ? Lane::core : upper ? Lane::upper : Lane::lower;
    card.span = day.span;
    card.set = home.set;
    const auto wanted = wanted_of(home);
    card.alternative = wanted.has_value();
    card.rule = wanted ? fmt::format("{} of {}", *wanted,
                                     rows_of_set(program, home.programme, home.set).size())
                       : "all";
    card.row = row_for(card, home);
    for (const JourneySpacing& s : day.after) {
      const auto at = std::ranges::find(out.cards, s.needs, &JourneyCard::module);
      if (at == out.cards.end()) continue;
      const SpacingDays window = spacing_of(program.prerequisites.at(s.prerequisite));
      card.after.push_back({s.prerequisite, static_cast<std::size_t>(at - out.cards.begin()),
                            at->code, window, spacing_words(window, at->code), s.min, 0,
                            s.drawn()});
    }
    out.cards.push_back(std::move(card));
  }

  // What leaves a choice stands below what everybody takes.
  void choices_last() {
    for (int k = 0; k < kLanes; ++k) {
      auto& rows_in = out.lanes[static_cast<std::size_t>(k)].rows;
      std::vector<int> order(rows_in.size());
      std::iota(order.begin(), order.end(), 0);
      std::ranges::stable_partition(
          order, [&](int row) { return !rows_in[static_cast<std::size_t>(row)].choice; });
      std::vector<JourneyRow> sorted;
      std::vector<int> place(order.size());
      for (const int row : order) {
        place[static_cast<std::size_t>(row)] = static_cast<int>(sorted.size());
        sorted.push_back(std::move(rows_in[static_cast<std::size_t>(row)]));
      }
      rows_in = std::move(sorted);
      for (JourneyCard& card : out.cards)
        if (card.lane == static_cast<Lane>(k)) card.row = place[static_cast<std::size_t>(card.row)];
    }
  }

  // Rows of all lanes in one count, for the layout.
  int first_row(Lane lane) const {
    int first = 0;
    for (int k = 0; k < static_cast<int>(lane); ++k)
      first += static_cast<int>(out.lanes[static_cast<std::size_t>(k)].rows.size());
    return first;
  }

  void lay_out() {
    std::vector<geometry::JourneyItem> items;
    for (const JourneyCard& card : out.cards) {
      geometry::JourneyItem item{first_row(card.lane) + card.row, card.span, {}};
      for (const CardLink& link : card.after)
        item.after.push_back({link.card, link.min, link.wanted, link.window.max});
      items.push_back(std::move(item));
    }
    std::vector<int> widths;
    for (const JourneyLane& lane : out.lanes)
      for (const JourneyRow& row : lane.rows)
        widths.push_back(&lane == &out.lane(Lane::core) ? kCoreDays
                         : row.choice                   ? kChoiceDays
                                                        : kCardDays);
    const auto layout = geometry::lay_out_journey(items, static_cast<int>(widths.size()), widths);
    for (std::size_t k = 0; k < out.cards.size(); ++k) {
      out.cards[k].day = layout.places[k].day;
      out.cards[k].line = layout.places[k].line;
    }
    for (int lane = 0, row = 0; lane < kLanes; ++lane)
      for (JourneyRow& r : out.lanes[static_cast<std::size_t>(lane)].rows)
        r.lines = layout.lines[static_cast<std::size_t>(row++)];
    for (JourneyCard& card : out.cards) {
      out.days = std::max(out.days, card.day + kCardDays);
      for (CardLink& link : card.after)
        link.from = out.cards[link.card].day + out.cards[link.card].span;
      for (const JourneyCard& other : out.cards)
        if (other.lane == card.lane && other.row == card.row && other.line == card.line &&
            other.day > card.day && (card.room == 0 || other.day - card.day < card.room))
          card.room = other.day - card.day;
    }
  }

  void summarise(int k) {
    JourneyLane& lane = out.lanes[k == 0 ? 0 : 2];
    const Programme* programme = find(program, shown[static_cast<std::size_t>(k)]);
    if (!programme) return;
    lane.programme = programme->id;
    lane.code = programme->code;
    lane.title = programme->title;
    // What a cohort takes that chooses nothing: of a set that takes some, the first of them.
    std::map<std::string, int> taken;
    int minutes_taken = 0;
    std::set<std::string> sets;
    for (const ProgrammeModule& row : program.programme_modules)
      if (row.programme == programme->id) sets.insert(row.set);
    for (const std::string& set : sets) {
      const auto rows_in = rows_of_set(program, programme->id, set);
      const auto most = static_cast<std::size_t>(
          wanted_of(*rows_in.front()).value_or(static_cast<int>(rows_in.size())));
      for (std::size_t at = 0; at < std::min(most, rows_in.size()); ++at)
        minutes_taken += program.modules.at(rows_in[at]->module).minutes;
    }
    int all = 0;
    int own = 0;
    int last = 0;
    for (const JourneyCard& card : out.cards) {
      if (!row(k, card.module)) continue;
      ++all;
      if (card.lane != Lane::core) ++own;
      last = std::max(last, card.day + card.span);
    }
    lane.summary = all == 0
                       ? "no module yet"
                       : fmt::format("{} over {}, {} of {} its own", duration_words(minutes_taken),
                                     count(last / kWeek + 1, "week"), own, count(all, "module"));
  }
};

// The programmes a lane stands for.
std::vector<Id<Programme>> programmes_of(const JourneysModel& model, Lane lane) {
  std::vector<Id<Programme>> out;
  for (const Lane one : {Lane::upper, Lane::lower})
    if ((lane == one || lane == Lane::core) && model.lane(one).programme)
      out.push_back(model.lane(one).programme);
  return out;
}

// Too early after something that is in the journey already: the sentence, or "".
std::string too_early(const Program& program, const JourneysModel& model, Id<Module> module,
                      const std::vector<Id<Programme>>& into, int day) {
  const std::string code{code_of(program, module)};
  for (const Prerequisite& p : program.prerequisites) {
    if (p.module != module) continue;
    const JourneyCard* before = model.find(p.needs);
    const bool binds = before && std::ranges::any_of(into, [&](Id<Programme> programme) {
                         return row_of(program, programme, p.needs) != nullptr;
                       });
    if (!binds) continue;
    const int first = before->day + before->span + p.min_days.value_or(0);
    if (day >= first) continue;
    const int week = first / kWeek + 1;
    return p.min_days.value_or(0) > 0
               ? fmt::format("{} needs {} after {}: week {} or later", code,
                             count(*p.min_days, "day"), before->code, week)
               : fmt::format("{} comes after {}: week {} or later", code, before->code, week);
  }
  return {};
}

// The set for a module that comes to a programme: that of the row it is dropped on where the
// programme has it, else in the core the one that holds the core's modules.
std::string set_for(const Program& program, const JourneysModel& model, Id<Programme> programme,
                    const JourneyTarget& target) {
  if (target.lane == Lane::core)
    for (const JourneyCard& card : model.cards)
      if (card.lane == Lane::core)
        if (const ProgrammeModule* row = row_of(program, programme, card.module);
            row && !wanted_of(*row))
          return row->set;
  if (!target.set.empty() && !rows_of_set(program, programme, target.set).empty())
    return target.set;
  return {};
}

std::string joined_codes(const Program& program, const std::vector<Id<Programme>>& programmes) {
  std::vector<std::string> codes;
  for (const Id<Programme> p : programmes) codes.emplace_back(code_of(program, p));
  return sentence_list(codes);
}

// Makes a module belong to these of the shown programmes and to no other of them.
Changed belong(const Program& program, const JourneysModel& model, Id<Module> module,
               const std::vector<Id<Programme>>& into, const JourneyTarget& target) {
  Gesture out;
  const auto take = [&](Changed part) -> Errors {
    if (!part) return part.error();
    out.commands.insert(out.commands.end(), part->commands.begin(), part->commands.end());
    return {};
  };
  for (const Id<Programme> p : programmes_of(model, Lane::core)) {
    const bool is_in = row_of(program, p, module) != nullptr;
    const bool wanted = std::ranges::count(into, p) > 0;
    if (is_in == wanted) continue;
    Errors errors = take(wanted ? add_module(program, p, module, set_for(program, model, p, target))
                                : take_out(program, p, module));
    if (!errors.empty()) return fail(std::move(errors));
  }
  const std::string code{code_of(program, module)};
  const auto named = [&](bool wanted) {
    std::vector<Id<Programme>> changed;
    for (const Id<Programme> p : programmes_of(model, Lane::core))
      if ((row_of(program, p, module) != nullptr) != wanted &&
          (std::ranges::count(into, p) > 0) == wanted)
        changed.push_back(p);
    return joined_codes(program, changed);
  };
  const std::string to = named(true);
  const std::string from = named(false);
  if (from.empty())
    out.label = fmt::format("Add {} to {}", code, to);
  else if (to.empty())
    out.label = fmt::format("Take {} out of {}", code, from);
  else
    out.label = fmt::format("Move {} from {} to {}", code, from, to);
  return out;
}

// The same in each of these programmes, as one step: in the core both have the order. Where one
// refuses it, as it has the two modules in other sets, it stays as it is.
template <class Step>
Changed in_each(const std::vector<Id<Programme>>& programmes, Step step) {
  Gesture out;
  Errors errors;
  for (const Id<Programme> p : programmes) {
    Changed part = step(p);
    if (!part) {
      errors.insert(errors.end(), part.error().begin(), part.error().end());
      continue;
    }
    out.commands.insert(out.commands.end(), part->commands.begin(), part->commands.end());
    out.label = part->label;
  }
  if (out.commands.empty()) return fail(std::move(errors));
  return out;
}

// Those of the two shown that have it.
std::vector<Id<Programme>> homes_of(const Program& program, const JourneysModel& model,
                                    Id<Module> module) {
  auto out = programmes_of(model, Lane::core);
  std::erase_if(out, [&](Id<Programme> p) { return row_of(program, p, module) == nullptr; });
  return out;
}

Changed take_in(const Program& program, const JourneysModel& model, Id<Module> module,
                const std::vector<Id<Programme>>& into, const JourneyTarget& target) {
  std::vector<Id<Programme>> missing;
  for (const Id<Programme> p : into)
    if (!row_of(program, p, module)) missing.push_back(p);
  if (missing.empty())
    return fail(ErrorCode::refused, fmt::format("{} is already in {}", code_of(program, module),
                                                joined_codes(program, into)));
  Gesture out;
  for (const Id<Programme> p : missing) {
    auto part = add_module(program, p, module, set_for(program, model, p, target));
    if (!part) return part;
    out.commands.push_back(std::move(part->commands.front()));
  }
  out.label = fmt::format("Add {} to {}", code_of(program, module), joined_codes(program, missing));
  return out;
}

Changed set_ideal(const Program& program, const JourneyCard& card, int day) {
  const CardLink* link = holding(card);
  if (!link)
    return fail(ErrorCode::refused,
                fmt::format("{} follows no module of this journey, so it has no days to stretch",
                            card.code));
  const int ideal = day - link->from;
  if (ideal < 0)
    return fail(ErrorCode::refused, fmt::format("{} comes after {}: it cannot begin before it",
                                                card.code, link->needs));
  SpacingDays window = link->window;
  window.ideal = ideal;
  return stretch(program, link->prerequisite, window);
}

}  // namespace

const JourneyCard* JourneysModel::find(Id<Module> module) const {
  const auto at = std::ranges::find(cards, module, &JourneyCard::module);
  return at == cards.end() ? nullptr : &*at;
}

const JourneyCard* JourneysModel::find(std::string_view code) const {
  const auto at = std::ranges::find(cards, code, &JourneyCard::code);
  return at == cards.end() ? nullptr : &*at;
}

std::vector<ProgrammeChoice> programme_choices(const Program& program) {
  std::vector<ProgrammeChoice> out;
  for (const Programme& p : program.programmes) out.push_back({p.id, p.code, p.title, p.journey});
  std::ranges::sort(out, {}, &ProgrammeChoice::code);
  return out;
}

std::array<Id<Programme>, 2> usual_journeys(const Program& program) {
  std::map<Id<Programme>, int> sizes;
  for (const ProgrammeModule& row : program.programme_modules) ++sizes[row.programme];
  const auto largest = [&](ProgrammeJourney journey) {
    const Programme* best = nullptr;
    for (const Programme& p : program.programmes) {
      if (p.journey != journey) continue;
      const auto rank = [&](const Programme& one) { return std::pair{-sizes[one.id], one.code}; };
      if (!best || rank(p) < rank(*best)) best = &p;
    }
    return best ? best->id : Id<Programme>{};
  };
  return {largest(ProgrammeJourney::leader), largest(ProgrammeJourney::manager)};
}

JourneysModel journeys_model(const Program& program, Id<Programme> upper, Id<Programme> lower) {
  if (!find(program, upper)) upper = {};
  if (!find(program, lower) || upper == lower) lower = {};
  JourneyBuilder builder{program};
  builder.shown = {upper, lower};
  builder.about = main_competencies(program);
  std::vector<Id<Programme>> asked;
  for (const Id<Programme> p : builder.shown)
    if (p) asked.push_back(p);
  const ModulesModel catalogue = modules_model(program);
  for (const JourneyDay& day : journey_days(program, asked)) builder.card(day, catalogue);
  builder.choices_last();
  builder.lay_out();
  builder.summarise(0);
  builder.summarise(1);
  return std::move(builder.out);
}

const CardLink* holding(const JourneyCard& card) {
  const auto at = std::ranges::max_element(
      card.after, {}, [](const CardLink& link) { return link.from + link.wanted; });
  return at == card.after.end() ? nullptr : &*at;
}

Changed shift(const Program& program, const JourneysModel& model, Id<Module> module, int by) {
  const JourneyCard* card = model.find(module);
  if (!card) return fail(ErrorCode::not_found, "that module is not in these journeys");
  const CardLink* link = holding(*card);
  return set_ideal(program, *card, link ? link->from + link->wanted + by : 0);
}

Changed move_by_one_in_both(const Program& program, const JourneysModel& model, Id<Module> module,
                            int step) {
  const auto in = homes_of(program, model, module);
  if (in.empty())
    return fail(ErrorCode::refused,
                fmt::format("{} is in neither journey", code_of(program, module)));
  return in_each(in, [&](Id<Programme> p) { return move_by_one(program, p, module, step); });
}

Changed take_out_of_both(const Program& program, const JourneysModel& model, Id<Module> module) {
  const auto in = homes_of(program, model, module);
  if (in.empty())
    return fail(ErrorCode::refused,
                fmt::format("{} is in neither journey", code_of(program, module)));
  Gesture out;
  for (const Id<Programme> p : in)
    out.commands.push_back(
        Remove{TableId::programme_modules, row_of(program, p, module)->id.value});
  out.label = fmt::format("Take {} out of {}", code_of(program, module), joined_codes(program, in));
  return out;
}

Changed drop(const Program& program, const JourneysModel& model, Id<Module> module,
             bool from_library, const JourneyTarget& target) {
  const auto into = programmes_of(model, target.lane);
  if (into.empty()) return fail(ErrorCode::refused, "choose a programme for this lane first");
  const JourneyCard* card = model.find(module);
  if (from_library) {
    auto change = take_in(program, model, module, into, target);
    if (!change) return change;
    if (std::string why = too_early(program, model, module, into, target.day); !why.empty())
      return fail(ErrorCode::refused, std::move(why));
    return change;
  }
  if (!card) return fail(ErrorCode::not_found, "that module is not in these journeys");
  if (target.lane != card->lane) {
    if (std::string why = too_early(program, model, module, into, target.day); !why.empty())
      return fail(ErrorCode::refused, std::move(why));
    return belong(program, model, module, into, target);
  }
  if (target.onto && target.onto != module)
    return in_each(into,
                   [&](Id<Programme> p) { return move_in_set(program, p, module, target.onto); });
  return set_ideal(program, *card, target.day);
}

}  // namespace tandem::models
