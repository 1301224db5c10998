// The world as CSV text, column by column as the format names them.
#include <fmt/format.h>

#include <algorithm>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

using Row = std::vector<std::string>;

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

class Table {
 public:
  explicit Table(std::string header) : text_(std::move(header)) { text_ += '\n'; }
  void add(const Row& row) { rows_.push_back(row); }
  // Rows in the order of their first `key` cells, otherwise as added.
  std::string text(std::size_t key) {
    std::stable_sort(rows_.begin(), rows_.end(), [key](const Row& a, const Row& b) {
      return std::lexicographical_compare(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(key),
                                          b.begin(), b.begin() + static_cast<std::ptrdiff_t>(key));
    });
    for (const Row& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) text_ += ',';
        text_ += quoted(row[i]);
      }
      text_ += '\n';
    }
    return std::move(text_);
  }

 private:
  std::string text_;
  std::vector<Row> rows_;
};

std::string number(long value) { return value == kNone ? "" : fmt::format("{}", value); }
std::string date(Day day) { return day == kNone ? "" : date_text(day); }
std::string hour(int minutes) { return minutes == kNone ? "" : time_text(minutes); }
std::string yes(bool value) { return value ? "yes" : "no"; }

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ";"));
}

// An hour of a blackout: whole days have none.
std::string start_hour(const Span& span) {
  return span.end == kAllDay ? "" : time_text(span.start);
}
std::string end_hour(const Span& span) { return span.end == kAllDay ? "" : time_text(span.end); }

const char* mode_text(Mode mode) {
  switch (mode) {
    case Mode::in_person:
      return "in_person";
    case Mode::virtual_live:
      return "virtual";
    case Mode::self_paced:
      return "self_paced";
    case Mode::coaching:
      return "coaching";
    case Mode::practice:
      return "practice";
    case Mode::project:
      return "project";
  }
  return "";
}

bool equal_parts(const std::vector<int>& minutes) {
  return std::all_of(minutes.begin(), minutes.end(), [&](int m) { return m == minutes.front(); });
}

std::string minutes_text(const std::vector<int>& minutes) {
  return fmt::format("{}", fmt::join(minutes, ";"));
}

std::string total(const Form& form) {
  int sum = 0;
  for (int m : form.minutes) sum += m;
  return number(sum);
}

void put_workspace(const World& world, Folder& folder) {
  Table table("key,value");
  table.add({"name", fmt::format("Generated organisation, seed {}", world.size.seed)});
  table.add({"zone", kZones[world.zone_of(0)].name});
  table.add({"as_of", date(world.as_of)});
  table.add({"slot_minutes", number(kSlotMinutes)});
  table.add({"currency", "EUR"});
  table.add({"horizon_from", date(world.horizon.first())});
  table.add({"horizon_to", date(world.horizon.last())});
  table.add({"freeze_days", "3"});
  table.add({"notice_days", "14"});
  table.add({"growth_limit", "3"});
  folder["workspace.csv"] = table.text(0);
}

void put_places(const World& world, Folder& folder) {
  Table sites("code,name,zone,day_start,day_end,working_days,virtual");
  Table holidays("site,date,name");
  for (const Site& site : world.sites) {
    sites.add({site.code, site.name, kZones[site.zone].name, hour(site.open), hour(site.close),
               days_text(kWorkweek), yes(site.is_virtual)});
    for (const auto& [day, name] : site.holidays) holidays.add({site.code, date(day), name});
  }
  Table travel("from_site,to_site,minutes");
  for (const Travel& way : world.travel) {
    travel.add({at(world.sites, way.from).code, at(world.sites, way.to).code, number(way.minutes)});
  }
  Table rooms("code,name,site,capacity,features,virtual,day_cost,setup_minutes");
  for (const Room& room : world.rooms) {
    rooms.add({room.code, room.name, at(world.sites, room.site).code, number(room.capacity),
               joined(room.features), yes(room.is_virtual), number(room.day_cost),
               number(room.setup)});
  }
  Table assets("code,name,site,quantity");
  for (const Asset& asset : world.assets) {
    assets.add({asset.code, asset.name, asset.site == kNone ? "" : at(world.sites, asset.site).code,
                number(asset.quantity)});
  }
  folder["sites.csv"] = sites.text(1);
  folder["holidays.csv"] = holidays.text(2);
  folder["travel.csv"] = travel.text(2);
  folder["rooms.csv"] = rooms.text(1);
  folder["assets.csv"] = assets.text(0);
}

void put_closed_times(const World& world, Folder& folder) {
  Table blackouts("scope,code,from,to,start,end,name");
  for (const Blackout& blackout : world.blackouts) {
    const Span& span = blackout.span;
    blackouts.add({blackout.scope, blackout.code, date(span.from), date(span.to), start_hour(span),
                   end_hour(span), blackout.name});
  }
  Table times("scope,code,weekday,start,end,from,to");
  for (const Protected& time : world.protected_times) {
    times.add({time.scope, time.code, days_text(1 << time.weekday), hour(time.start),
               hour(time.end), date(time.from), date(time.to)});
  }
  Table absences("kind,code,from,to");
  for (const Person& person : world.people) {
    for (const Span& span : person.absences) {
      absences.add({"person", person.number, date(span.from), date(span.to)});
    }
  }
  for (const Facilitator& facilitator : world.facilitators) {
    if (facilitator.person != kNone) continue;  // said of the person
    for (const Span& span : facilitator.absences) {
      absences.add({"facilitator", facilitator.code, date(span.from), date(span.to)});
    }
  }
  for (const Room& room : world.rooms) {
    for (const Span& span : room.absences) {
      absences.add({"room", room.code, date(span.from), date(span.to)});
    }
  }
  folder["blackouts.csv"] = blackouts.text(3);
  folder["protected.csv"] = times.text(3);
  folder["absences.csv"] = absences.text(3);
}

void put_people(const World& world, Folder& folder) {
  Table units("code,name,parent,max_away,max_away_percent");
  for (const Unit& unit : world.units) {
    units.add({unit.code, unit.name, unit.parent == kNone ? "" : at(world.units, unit.parent).code,
               number(unit.max_away), number(unit.max_away_percent)});
  }
  Table people(
      "number,name,sort_as,email,unit,site,role,band,band_since,track,journey,manager,hired,left,"
      "working_days,day_start,day_end");
  Table arrangements("person,kind,text,days,start,end");
  Table seasons("person,from,to,season");
  for (const Person& person : world.people) {
    std::string journey = "none";
    for (int c : person.cohorts) {
      const Programme& programme = at(world.programmes, at(world.cohorts, c).programme);
      journey = journey == "none" || journey == programme.journey ? programme.journey : "both";
    }
    people.add({person.number, person.name, person.sort_as, person.email,
                at(world.units, person.unit).code, at(world.sites, person.site).code, "",
                person.band, "", "people", journey,
                person.manager == kNone ? "" : at(world.people, person.manager).number,
                date(person.hired), date(person.left), days_text(person.days), hour(person.start),
                hour(person.end)});
    for (const Arrangement& one : person.arrangements) {
      arrangements.add(
          {person.number, one.kind, one.text, days_text(one.days), hour(one.start), hour(one.end)});
    }
    for (const Season& season : person.seasons) {
      seasons.add({person.number, date(season.from), date(season.to),
                   season.paused ? "paused" : "lighter"});
    }
  }
  folder["units.csv"] = units.text(1);
  folder["people.csv"] = people.text(1);
  folder["arrangements.csv"] = arrangements.text(1);
  folder["seasons.csv"] = seasons.text(2);
}

void put_modules(const World& world, Folder& folder) {
  Table modules(
      "code,title,orientation,mode,minutes,meetings,meeting_minutes,meeting_gap_min_days,"
      "meeting_gap_max_days,capacity,min_seats,leads,cofacilitators,room_features,assets");
  Table variants("module,variant,mode,meetings,meeting_minutes,capacity,room_features");
  Table needs("module,needs,min_days,ideal_days,max_days");
  for (const Module& module : world.modules) {
    const Form& form = module.form;
    std::vector<std::string> assets;
    for (const auto& [kind, wanted] : module.assets) {
      assets.push_back(fmt::format("{}:{}", at(world.asset_kinds, kind), wanted));
    }
    const bool live = module.live();
    modules.add({module.code, module.title,
                 module.code[0] == 'L'   ? "lead"
                 : module.code[0] == 'M' ? "manage"
                                         : "both",
                 mode_text(form.mode), total(form), live ? number(count(form.minutes)) : "",
                 live && !equal_parts(form.minutes) ? minutes_text(form.minutes) : "",
                 number(module.gap_min), number(module.gap_max), number(form.capacity),
                 number(module.min_seats), live ? number(module.leads) : "",
                 live ? number(module.cofacilitators) : "", joined(form.features), joined(assets)});
    for (const Variant& variant : module.variants) {
      const Form& other = variant.form;
      variants.add({module.code, variant.name, other.mode == form.mode ? "" : mode_text(other.mode),
                    number(count(other.minutes)), minutes_text(other.minutes),
                    variant.own_capacity ? number(other.capacity) : "", ""});
    }
    for (const Need& need : module.needs) {
      needs.add({module.code, at(world.modules, need.module).code, number(need.min),
                 number(need.ideal), number(need.max)});
    }
  }
  folder["modules.csv"] = modules.text(1);
  folder["variants.csv"] = variants.text(2);
  folder["prerequisites.csv"] = needs.text(2);
}

void put_programmes(const World& world, Folder& folder) {
  Table programmes("code,title,journey,audience,owner,sponsor,budget,one_sided_reason");
  Table sets("programme,set,rule,module,position");
  for (const Programme& programme : world.programmes) {
    programmes.add({programme.code, programme.title, programme.journey, "Whoever is nominated",
                    "L&D", "", "", "One half of a pair of programmes"});
    int position = 0;
    for (int m : programme.core) {
      sets.add({programme.code, "core", "all", at(world.modules, m).code, number(++position)});
    }
    for (int m : programme.choice) {
      sets.add({programme.code, "electives", fmt::format("{} of", programme.choose),
                at(world.modules, m).code, number(++position)});
    }
  }
  folder["programmes.csv"] = programmes.text(1);
  folder["programme_modules.csv"] = sets.text(2);
}

void put_cohorts(const World& world, Folder& folder) {
  Table cohorts(
      "code,name,programme,site,language,sponsor,start_from,deadline,deadline_rule,capacity,"
      "max_minutes_week,load_window_weeks,max_sessions_day,working_days,day_start,day_end,budget,"
      "budget_rule");
  Table uses("cohort,module,use,variant,site,not_before,not_after");
  Table members("cohort,person,status,since,nominated_by");
  for (const Cohort& cohort : world.cohorts) {
    cohorts.add({cohort.code, cohort.name, at(world.programmes, cohort.programme).code,
                 at(world.sites, cohort.site).code, cohort.language,
                 cohort.sponsor == kNone ? "" : at(world.people, cohort.sponsor).number,
                 date(cohort.start_from), date(cohort.deadline), cohort.deadline_rule,
                 number(cohort.capacity), number(cohort.max_minutes_week),
                 cohort.load_weeks == 1 ? "" : number(cohort.load_weeks),
                 number(cohort.max_sessions_day), cohort.days_named ? days_text(cohort.days) : "",
                 cohort.hours_named ? hour(cohort.open) : "",
                 cohort.hours_named ? hour(cohort.close) : "", number(cohort.budget),
                 cohort.budget == kNone ? ""
                 : cohort.hard_budget   ? "hard"
                                        : "soft"});
    for (const Use& use : cohort.uses) {
      const Module& module = at(world.modules, use.module);
      const bool special = use.variant != kNone || use.site != kNone || use.not_before != kNone ||
                           use.not_after != kNone || use.chosen;
      if (use.in_use && special) {
        uses.add({cohort.code, module.code, "yes",
                  use.variant == kNone ? "" : at(module.variants, use.variant).name,
                  use.site == kNone ? "" : at(world.sites, use.site).code, date(use.not_before),
                  date(use.not_after)});
      } else if (use.named_no) {
        uses.add({cohort.code, module.code, "no", "", "", "", ""});
      }
    }
    for (const Member& member : cohort.members) {
      members.add({cohort.code, at(world.people, member.person).number, member.status,
                   date(member.since), member.nominated_by});
    }
  }
  folder["cohorts.csv"] = cohorts.text(1);
  folder["cohort_modules.csv"] = uses.text(2);
  folder["members.csv"] = members.text(2);
}

void put_facilitators(const World& world, Folder& folder) {
  Table facilitators(
      "code,name,person,sites,languages,working_days,day_start,day_end,max_days_week,"
      "max_minutes_week,max_travel_days,day_rate,until");
  Table skills("facilitator,module,level");
  for (const Facilitator& one : world.facilitators) {
    std::vector<std::string> sites;
    for (int s : one.sites) sites.push_back(at(world.sites, s).code);
    facilitators.add({one.code, one.name,
                      one.person == kNone ? "" : at(world.people, one.person).number, joined(sites),
                      joined(one.languages), days_text(one.days), hour(one.open), hour(one.close),
                      number(one.max_days_week), number(one.max_minutes_week),
                      number(one.max_travel_days), number(one.day_rate), date(one.until)});
    for (int m = 0; m < count(world.modules); ++m) {
      const Skill skill = at(one.skills, m);
      if (skill == Skill::none) continue;
      skills.add({one.code, at(world.modules, m).code,
                  skill == Skill::lead ? "lead"
                  : skill == Skill::co ? "co"
                                       : "shadow"});
    }
  }
  folder["facilitators.csv"] = facilitators.text(1);
  folder["qualifications.csv"] = skills.text(2);
}

}  // namespace

Folder planning_tables(const World& world) {
  Folder folder;
  put_workspace(world, folder);
  put_places(world, folder);
  put_closed_times(world, folder);
  put_people(world, folder);
  put_modules(world, folder);
  put_programmes(world, folder);
  put_cohorts(world, folder);
  put_facilitators(world, folder);
  return folder;
}

Folder plan_tables(const World& world, bool whole) {
  bool any = whole;
  Table sessions("code,cohort,module,variant,status,pinned,due_from,due_to,note");
  Table meetings("session,number,date,start,end,room,leads,cofacilitators");
  Table seats("session,person,status");
  for (const Session& session : world.sessions) {
    if (!whole && !session.named) continue;
    any = true;
    const bool dated = whole || session.stands;
    std::vector<std::string> cohorts;
    for (int c : session.cohorts) cohorts.push_back(at(world.cohorts, c).code);
    const Module& module = at(world.modules, session.module);
    sessions.add({session.code, joined(cohorts), module.code,
                  session.variant == kNone ? "" : at(module.variants, session.variant).name,
                  session.status, yes(session.pinned), dated ? date(session.due_from) : "",
                  dated ? date(session.due_to) : "", ""});
    int n = 0;
    for (const Meeting& meeting : session.meetings) {
      if (!dated) break;
      std::vector<std::string> leads, others;
      for (int f : meeting.leads) leads.push_back(at(world.facilitators, f).code);
      for (int f : meeting.cofacilitators) others.push_back(at(world.facilitators, f).code);
      meetings.add({session.code, number(++n), date(meeting.date), hour(meeting.start),
                    hour(meeting.end),
                    meeting.room == kNone ? "" : at(world.rooms, meeting.room).code, joined(leads),
                    joined(others)});
    }
    for (int who : session.seats) {
      seats.add({session.code, at(world.people, who).number, "booked"});
    }
  }
  Folder folder;
  if (!any) return folder;
  folder["sessions.csv"] = sessions.text(1);
  folder["meetings.csv"] = meetings.text(1);
  folder["seats.csv"] = seats.text(2);
  return folder;
}

}  // namespace tandem::test::generator
