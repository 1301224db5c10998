#include "ui/views/settings_fields.hpp"

#include <algorithm>
#include <array>

namespace tandem::views {
namespace {

constexpr std::array kSite{
    FormField{"code", "Code"},
    FormField{"name", "Name", 3},
    FormField{"zone", "Time zone", 2, "Europe/Amsterdam"},
    FormField{"day_start", "Day begins", 1, "08:00"},
    FormField{"day_end", "Day ends", 1, "18:00"},
    FormField{"working_days", "Working days", 2, {}, Control::weekdays},
    FormField{"virtual", "People here meet", 2, {}, Control::yes_no, "In rooms", "Only virtual"},
};
constexpr std::array kRoom{
    FormField{"code", "Code"},
    FormField{"name", "Name", 3},
    FormField{"site", "Site", 2, "code of a site", Control::code},
    FormField{"capacity", "Seats", 1, "no limit"},
    FormField{"setup_minutes", "Minutes to set up", 1, "none"},
    FormField{"features", "Features", 3, "projector;step_free"},
    FormField{"day_cost", "Cost a day", 1, "nothing", Control::money},
    FormField{"virtual", "Where it is", 4, {}, Control::yes_no, "In person", "Virtual"},
};
constexpr std::array kAsset{
    FormField{"code", "Code"},
    FormField{"name", "Name", 3},
    FormField{"site", "Site", 2, "every site", Control::code},
    FormField{"quantity", "How many", 1, "1"},
};
constexpr std::array kFacilitator{
    FormField{"code", "Code"},
    FormField{"name", "Name", 3},
    FormField{"person", "Also person", 2, "number", Control::code},
    FormField{"sites", "Sites, home first", 2, "everywhere"},
    FormField{"languages", "Languages", 2, "all"},
    FormField{"working_days", "Working days", 2, {}, Control::weekdays},
    FormField{"day_start", "Day begins", 1, "as the site"},
    FormField{"day_end", "Day ends", 1, "as the site"},
    FormField{"max_days_week", "Most days a week", 1, "no limit"},
    FormField{"max_minutes_week", "Most minutes a week", 1, "no limit"},
    FormField{"max_travel_days", "Most days away in a row", 1, "no limit"},
    FormField{"day_rate", "Rate a day", 1, "nothing", Control::money},
    FormField{"until", "Last day available", 1, "for good", Control::date},
};
constexpr std::array kHoliday{
    FormField{"name", "Name", 4},
    FormField{"site", "Site", 2, "code of a site", Control::code},
    FormField{"date", "Day", 2, "2027-05-03", Control::date},
};
constexpr std::array kBlackout{
    FormField{"scope", "For whom", 4, {}, Control::choice, {}, {}, Asked::when_made},
    FormField{"code", "Which", 4, "its code", Control::code, {}, {}, Asked::when_made},
    FormField{"name", "Name", 4, "Quarter end"},
    FormField{"from", "First day", 2, "2027-05-03", Control::date},
    FormField{"to", "Last day", 2, "2027-05-07", Control::date},
    FormField{"start", "From, each day", 1, "all day"},
    FormField{"end", "To, each day", 1, "all day"},
};
constexpr std::array kAbsence{
    FormField{"code", "Room", 4, "its code", Control::code, {}, {}, Asked::when_made},
    FormField{"from", "First day", 2, "2027-05-03", Control::date},
    FormField{"to", "Last day", 2, "2027-05-07", Control::date},
};
constexpr std::array kQualification{
    FormField{"module", "Module", 2, "L1a", Control::code},
    FormField{"level", "As", 2, {}, Control::choice},
};
constexpr std::array kWorkspace{
    FormField{"name", "Name of the organisation", 4},
    FormField{"zone", "Time zone", 2, "Europe/Amsterdam"},
    FormField{"currency", "Currency", 1, "EUR"},
    FormField{"as_of", "Today is", 1, "the real day", Control::date},
    FormField{"horizon_from", "Plan from", 1, "2027-01-11", Control::date},
    FormField{"horizon_to", "Plan to", 1, "2027-11-26", Control::date},
    FormField{"slot_minutes", "Minutes between starts", 1, "30"},
    FormField{"freeze_days", "Days that stay fixed", 1, "0"},
    FormField{"notice_days", "Days of notice", 1, "0"},
    FormField{"growth_limit", "Growth areas a person", 1, "3"},
};
constexpr std::array kCohort{
    FormField{"name", "Name", 4, {}, Control::text, {}, {}, Asked::when_made},
    FormField{"code", "Code", 4, {}, Control::text, {}, {}, Asked::when_made},
    FormField{
        "programme", "Journey", 4, "code of a journey", Control::code, {}, {}, Asked::when_made},
    FormField{"site", "Site", 4, "code of a site", Control::code, {}, {}, Asked::when_made},
    FormField{"max_minutes_week", "Most minutes a week", 1, "no limit"},
    FormField{"load_window_weeks", "Averaged over weeks", 1, "1"},
    FormField{"max_sessions_day", "Most sessions a day", 1, "no limit"},
    FormField{"capacity", "Most people", 1, "no limit"},
    FormField{"start_from", "Not before", 2, "any day", Control::date},
    FormField{"deadline", "To end by", 2, "no deadline", Control::date},
    FormField{"budget", "Budget", 2, "no limit", Control::money},
    FormField{"day_start", "Day begins", 1, "as the site"},
    FormField{"day_end", "Day ends", 1, "as the site"},
    FormField{"deadline_rule", "The deadline is", 1, {}, Control::choice},
    FormField{"budget_rule", "The budget is", 1, {}, Control::choice},
    FormField{"working_days", "Working days", 2, {}, Control::weekdays},
};
constexpr std::array kPerson{
    FormField{"name", "Name", 4},
    FormField{"number", "Number", 4, "employee number"},
    FormField{"site", "Site", 4, "none", Control::code},
};
constexpr std::array kProgramme{
    FormField{"title", "Title", 4},
    FormField{"code", "Code", 4},
    FormField{"journey", "It prepares people to", 4, {}, Control::choice},
};
constexpr std::array kCompetency{
    FormField{"name", "Name", 4},
    FormField{"code", "Code", 4},
    FormField{"orientation", "It is about", 4, {}, Control::choice},
};
constexpr std::array kUnit{
    FormField{"max_away", "Most people away at once", 2, "no limit"},
    FormField{"max_away_percent", "Most of it away, percent", 2, "no limit"},
};
constexpr std::array kRole{
    FormField{"code", "Code"},
    FormField{"title", "Title", 3},
    FormField{"track", "Ladder", 2, {}, Control::choice},
    FormField{"level", "Level", 2, "E4, or none"},
    FormField{"lead_part", "What it leads", 4, "In a sentence or two", Control::prose},
    FormField{"manage_part", "What it manages", 4, "In a sentence or two", Control::prose},
    FormField{"not_expected", "What is not expected of it", 4, "Nothing said", Control::prose},
    FormField{"signed_by", "Charter signed by", 2, "nobody yet"},
    FormField{"signed_on", "Signed on", 2, "no day yet", Control::date},
};
constexpr std::array kTrackLevel{
    FormField{"track", "Ladder", 4, {}, Control::choice, {}, {}, Asked::when_made},
    FormField{"level", "Level", 1, "E4"},
    FormField{"title", "Title", 3},
    FormField{"pairs_with", "Equal to, on the other ladder", 2, "none"},
    FormField{"pay_reference", "Pay reference", 2, "none"},
    FormField{"headline", "In one line", 4},
    FormField{"decision_rights", "What it may decide", 4, "Nothing said", Control::prose},
};
constexpr std::array kRoleTarget{
    FormField{"competency", "Skill", 2, "VIS", Control::code},
    FormField{"expected", "Level expected", 2, {}, Control::choice},
};

}  // namespace

std::span<const FormField> form_of(TableId table) {
  switch (table) {
    case TableId::sites:
      return kSite;
    case TableId::rooms:
      return kRoom;
    case TableId::assets:
      return kAsset;
    case TableId::facilitators:
      return kFacilitator;
    case TableId::holidays:
      return kHoliday;
    case TableId::blackouts:
      return kBlackout;
    case TableId::absences:
      return kAbsence;
    case TableId::qualifications:
      return kQualification;
    case TableId::workspaces:
      return kWorkspace;
    case TableId::cohorts:
      return kCohort;
    case TableId::people:
      return kPerson;
    case TableId::programmes:
      return kProgramme;
    case TableId::competencies:
      return kCompetency;
    case TableId::units:
      return kUnit;
    case TableId::roles:
      return kRole;
    case TableId::track_levels:
      return kTrackLevel;
    case TableId::role_targets:
      return kRoleTarget;
    default:
      return {};
  }
}

const FormField* form_field(TableId table, std::string_view field) {
  const auto form = form_of(table);
  const auto at = std::ranges::find(form, field, &FormField::field);
  return at == form.end() ? nullptr : &*at;
}

}  // namespace tandem::views
