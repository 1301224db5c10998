// What else was possible for one session, told to a reader: its days in pages of two weeks, each
// with its sentence; what it would take to hold it on one of them; and the ways out where there is
// no day at all. Made beside the window out of planner/schedule/other_days.hpp and ways_out.hpp;
// every word the page shows is in here. Knows no pixel.
#pragma once

#include "planner/schedule/other_days.hpp"
#include "planner/schedule/ways_out.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

struct DayCell {
  Date date{};
  DayStanding standing{};
  std::string weekday;  // "Tu"
  std::string day;      // "18"
  std::string name;     // "Tue 18 May"
  std::string words;    // why not; "Free" and "It is here" where nothing is in the way
};

struct DayPage {
  std::string range;  // "17 to 28 May"
  std::vector<DayCell> cells;
};

struct SessionDays {
  std::string fixed;  // a sentence instead of days
  std::vector<DayPage> pages;
  std::size_t first{};  // the page with the day it is on, else the first with a free one
  std::string summary;  // "6 of 19 days are free"

  const DayCell* find(Date date) const;
};

struct PriceLine {
  enum class Tone : std::uint8_t { good, look, bad } tone{};
  std::string text;
};

struct DayPrice {
  bool possible{};
  std::string title;  // "Tue 25 May 09:00 to 12:30 in Aire"
  std::vector<PriceLine> lines;
  std::vector<Command> commands;
  std::string label;  // of the edit
};

struct SessionWay {
  std::string name;  // "Fact 1"
  std::string text;  // the fact
  std::string ask;   // "Open RTM-LAB on one of these days."
  std::string gain;  // "Then Mon 7 Jun is the first day."
  std::string how;   // what is written
  WayOut way;
  std::string label;  // of the edit
};

struct SessionWays {
  bool proven{};
  std::string title;  // "These 2 facts cannot hold together"
  std::vector<SessionWay> ways;
  std::vector<std::string> given;
  std::vector<std::string> help;  // "One more lead for M3b would do too: ..."
};

SessionDays session_days(const Program& program, const std::string& session, Date today,
                         std::stop_token stop);
DayPrice day_price(const Program& program, const std::string& session, Date day, Date today);
SessionWays session_ways(const Program& program, const std::string& session, Date today);

}  // namespace tandem::models
