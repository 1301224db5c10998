#include "ui/models/session_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

constexpr std::size_t kPage = 10;       // days: two weeks of five
constexpr std::size_t kMostOthers = 5;  // sessions that would move, one line each

using Tone = PriceLine::Tone;

// "17 to 28 May", "31 May to 11 Jun", "Mon 17 May"
std::string range_words(Date from, Date to) {
  if (from == to) return words(from);
  const std::chrono::year_month_day a{from};
  const std::chrono::year_month_day b{to};
  const auto day = [](const auto& d) { return static_cast<unsigned>(d.day()); };
  const auto month = [](const auto& d) { return month_name(static_cast<unsigned>(d.month())); };
  if (a.month() == b.month() && a.year() == b.year())
    return fmt::format("{} to {} {}", day(a), day(b), month(b));
  return fmt::format("{} {} to {} {}", day(a), month(a), day(b), month(b));
}

// Pages of whole weeks, as many as fit.
std::vector<DayPage> in_pages(std::vector<DayCell> cells) {
  std::vector<DayPage> out;
  Date begun{};
  for (DayCell& cell : cells) {
    const Date week = week_start(cell.date);
    const auto together = [&] {
      return static_cast<std::size_t>(std::ranges::count_if(
          cells, [&](const DayCell& c) { return week_start(c.date) == week; }));
    };
    const bool same = !out.empty() && week_start(out.back().cells.back().date) == week;
    const bool fits = !out.empty() && week - begun < days{14} &&
                      (same || out.back().cells.size() + together() <= kPage);
    if (!fits) {
      out.emplace_back();
      begun = week;
    }
    out.back().cells.push_back(std::move(cell));
  }
  for (DayPage& page : out)
    page.range = range_words(page.cells.front().date, page.cells.back().date);
  return out;
}

std::string told(const SessionBook& book, const SessionFacts* about, std::string_view text) {
  std::string out = without_starts(text);
  if (about) out = book.in_words(out, *about);
  return whole_dates(sentence(std::move(out)));
}

std::string team_names(const Program& program, const std::vector<Id<Facilitator>>& team) {
  std::vector<std::string> out;
  for (const auto id : team)
    if (const Facilitator* f = tandem::find(program, id)) out.push_back(f->name);
  return sentence_list(out);
}

std::string title_of(const Program& program, const std::vector<PlannedMeeting>& meetings) {
  const PlannedMeeting& first = meetings.front();
  std::string out = fmt::format("{} to {}", words(at(first.date, first.start)), text(first.end));
  if (const Room* room = first.room ? tandem::find(program, first.room) : nullptr)
    out += " in " + room->name;
  if (!first.leads.empty())
    out += fmt::format(", {} {}", team_names(program, first.leads),
                       first.leads.size() == 1 ? "leads" : "lead");
  if (meetings.size() > 1)
    out += fmt::format(", and {}",
                       count(static_cast<std::int64_t>(meetings.size()) - 1, "more meeting"));
  return out;
}

std::string gap_words(const SessionBook& book, const SessionFacts* about, const Gap& gap,
                      std::string_view session) {
  const bool follows = gap.after == session;
  const std::string& other = follows ? gap.before : gap.after;
  std::string out = follows ? fmt::format("{} after {}", count(gap.is, "day"), other)
                            : fmt::format("{} follows {} later", other, count(gap.is, "day"));
  if (about) out = book.in_words(out, *about);
  if (gap.ideal)
    out +=
        gap.is == *gap.ideal ? ", the ideal gap" : fmt::format("; {} would be ideal", *gap.ideal);
  return out;
}

void people_line(const MovePrice& price, std::vector<PriceLine>& out) {
  const auto touched = static_cast<std::int64_t>(price.changes.touched());
  if (touched == 0) {
    out.push_back({Tone::good, "Nobody has to be told"});
    return;
  }
  std::string line = count(touched, "person", "people") + " to tell";
  if (price.changes.notice_days)
    line += fmt::format(", with {} of notice", count(*price.changes.notice_days, "day"));
  out.push_back({Tone::look, std::move(line)});
}

// "The last sessions of all cohorts come 3 days later, added up."
void cost_lines(const MovePrice& price, std::vector<PriceLine>& out) {
  const auto differs = [&](Tier tier, std::string_view later, std::string_view sooner) {
    const std::int64_t by = price.after[tier] - price.before[tier];
    if (by > 0) out.push_back({Tone::look, fmt::format(fmt::runtime(later), count(by, "day"))});
    if (by < 0) out.push_back({Tone::good, fmt::format(fmt::runtime(sooner), count(-by, "day"))});
  };
  differs(Tier::late_days, "{} later past deadlines", "{} less past deadlines");
  differs(Tier::finish, "Cohorts finish {} later, added up", "Cohorts finish {} earlier, added up");
}

}  // namespace

const DayCell* SessionDays::find(Date date) const {
  for (const DayPage& page : pages)
    for (const DayCell& cell : page.cells)
      if (cell.date == date) return &cell;
  return nullptr;
}

SessionDays session_days(const Program& program, const std::string& session, Date today,
                         std::stop_token stop) {
  SessionDays out;
  const auto choices = day_choices(program, session, today, std::move(stop));
  if (!choices) {
    out.fixed = sentence(text(choices.error().front()));
    return out;
  }
  const SessionBook book{program};
  const SessionFacts* about = book.find(session);
  if (!choices->fixed.empty()) {
    out.fixed = told(book, about, "no other day: " + choices->fixed);
    return out;
  }
  std::vector<DayCell> cells;
  std::int64_t free = 0;
  for (const DayChoice& choice : choices->days) {
    DayCell& cell = cells.emplace_back();
    cell.date = choice.date;
    cell.standing = choice.standing;
    cell.name = words(choice.date);
    cell.weekday = cell.name.substr(0, 2);
    cell.day =
        std::to_string(static_cast<unsigned>(std::chrono::year_month_day{choice.date}.day()));
    if (choice.standing == DayStanding::here) cell.words = "It is here";
    if (choice.standing == DayStanding::free) cell.words = "Free";
    if (!choice.reason.text.empty()) cell.words = told(book, about, choice.reason.text);
    free += choice.standing == DayStanding::free ? 1 : 0;
  }
  out.summary =
      fmt::format("{} of {} free", free, count(static_cast<std::int64_t>(cells.size()), "day"));
  out.pages = in_pages(std::move(cells));
  const auto with = [&](DayStanding standing) {
    return std::ranges::find_if(out.pages, [&](const DayPage& page) {
      return std::ranges::find(page.cells, standing, &DayCell::standing) != page.cells.end();
    });
  };
  auto first = with(DayStanding::here);
  if (first == out.pages.end()) first = with(DayStanding::free);
  if (first != out.pages.end()) out.first = static_cast<std::size_t>(first - out.pages.begin());
  if (out.pages.empty()) out.fixed = "No day is left in its window.";
  return out;
}

DayPrice day_price(const Program& program, const std::string& session, Date day, Date today) {
  DayPrice out;
  auto found = move_price(program, session, day, today);
  if (!found) {
    out.lines.push_back({Tone::bad, sentence(text(found.error().front()))});
    return out;
  }
  const SessionBook book{program};
  const SessionFacts* about = book.find(session);
  const MovePrice& price = *found;
  out.possible = price.possible && price.broken.empty() && !price.commands.empty();
  if (!price.meetings.empty()) out.title = whole_dates(title_of(program, price.meetings));
  if (!price.possible) {
    out.lines.push_back({Tone::bad, price.refused
                                        ? "It cannot be held then, whatever else moves"
                                        : "No way was found to hold it then by moving others"});
    return out;
  }
  people_line(price, out.lines);
  for (const Gap& gap : price.gaps)
    out.lines.push_back({gap.ideal && gap.is == *gap.ideal ? Tone::good : Tone::look,
                         sentence(gap_words(book, about, gap, session))});
  cost_lines(price, out.lines);
  std::size_t others = 0;
  for (const SessionChange& change : price.changes.sessions) {
    if (change.session == session || ++others > kMostOthers) continue;
    out.lines.push_back({Tone::look, "Moves " + told(book, about, change.text)});
  }
  if (others > kMostOthers)
    out.lines.push_back({Tone::look, fmt::format("and {} more", others - kMostOthers)});
  for (const Violation& broken : price.broken)
    out.lines.push_back({Tone::bad, told(book, about, broken.text)});
  for (PriceLine& line : out.lines) line.text = whole_dates(line.text);
  out.commands = std::move(found->commands);
  out.label = fmt::format("Move {} to {}", about ? about->name() : session, words(day));
  if (others > 0)
    out.label +=
        fmt::format(", and {} with it", count(static_cast<std::int64_t>(others), "other session"));
  return out;
}

namespace {

std::string gain_words(const WayOut& way) {
  if (way.first) return fmt::format("Then {} is the first day.", words(*way.first));
  if (way.also.empty()) return "Something else stands in the way then.";
  return fmt::format("Not enough by itself, as {}. Without that too, {} is the first day.",
                     sentence_list(way.also), words(*way.together));
}

}  // namespace

SessionWays session_ways(const Program& program, const std::string& session, Date today) {
  SessionWays out;
  auto found = ways_out(program, session, today);
  if (!found) return out;
  out.proven = found->proven;
  const SessionBook book{program};
  const SessionFacts* about = book.find(session);
  const auto n = static_cast<std::int64_t>(found->ways.size());
  out.title = n == 0   ? "No plan can place it"
              : n == 1 ? "No plan can place it while this holds"
                       : fmt::format("These {} facts cannot hold together", n);
  for (WayOut& way : found->ways) {
    SessionWay& shown = out.ways.emplace_back();
    shown.name = fmt::format("Fact {}", out.ways.size());
    shown.text = told(book, about, way.text);
    shown.ask = whole_dates(sentence(way.ask)) + ".";
    shown.gain = told(book, about, gain_words(way));
    shown.how = way.waiver ? "The rule is lifted for this session alone; calendars and limits stay "
                             "as they are."
                           : "The entry itself is changed, for every session it bears on.";
    shown.label = fmt::format("Relax for {}: {}", about ? about->name() : session, way.ask);
    shown.way = std::move(way);
  }
  for (const std::string& given : found->background)
    out.given.push_back(whole_dates(sentence(given)));
  for (const FurtherWayOut& more : found->further)
    out.help.push_back(whole_dates(sentence(
        fmt::format("{} would do too: {} is then the first day", more.text, words(more.gained)))));
  return out;
}

}  // namespace tandem::models
