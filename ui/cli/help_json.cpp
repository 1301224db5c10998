// The keys of every JSON report, for people who write scripts against them.
#include "ui/cli/commands.hpp"

namespace tandem::cli {

int help_json(const Context& context) {
  context.out
      << R"(Keys of --json, by command. Dates are 2027-03-09, lists keep their order, null is "not known".

schedule   status (complete, partial, impossible), sessions, placed,
           unplaced [session, funnel [stage, starts], reasons [rule, text]],
           violations (count, by the independent verifier), finish {cohort: date},
           bound {cohort: date}, cost {unplaced, late_days, changes, spacing, finish},
           seed, steps, seconds (CPU time; the one value that differs between equal runs)
repair     broken [session], of the alternative chosen: aims [fewest_people, same_days,
           more_notice], unplaced [session], changes [session, text, learners [number],
           facilitators [code]],
           touched (everyone to tell), people [number], facilitators [code], notice_days,
           sessions (changed), least_sessions (no plan that places all changes fewer),
           fewest_proven, days (that dates move, in all), most_days (of one), short_notice (told
           with less than the workspace's notice_days), money (cents more), violations (new ones);
           alternative, alternatives [the same keys], steps
why        session, on, possible, funnel [stage, starts], reasons [rule, text],
           earlier and later {date, possible, reasons} (of where it is), price {others (sessions
           that would move), days, touched, changes [session, text], people [number],
           facilitators [code]} (of forcing it on that day; null: no way was found),
           impossible (no plan can place it), conflict [rule, text, way_out, also, gained]: the
           facts that together rule it out, none of which could be left out; gained is the first day
           without that fact (and those in also), given [text]: what is taken as it is,
           further [text, gained]: what else would help
branch     list: a list by branch: branch, author, made, note, sessions [code] (that differ),
           stale [code] (that the plan has changed since)
           compare: before, after (names), changes [session, text, learners [number]], touched,
           people [number], facilitators [code], notice_days, only_before, only_after [session]
           (with a date in one plan only), unplaced {before, after}, minutes_lost, minutes_gained,
           cohorts [cohort, and of finish, late_days, cost (cents), minutes each {before, after}],
           cost {tier: {before, after}}, fairness {cohorts [cohort, before, after], units [unit,
           before, after]}, each of meetings (times learners), early, travel, odd
           adopt: branch, adopted [session], stale [session, text], violations [rule, session,
           text], together [session] (with which a part would break no rule),
           ended (nothing is left in the branch)
capacity   programme, like, people, sessions [code] (of one cohort), bound (no plan holds more; null:
           nothing is limited), placed (by the engine), finish [date], limits [kind (facilitators,
           rooms, assets, units), who [code], modules [code], free_minutes, needed_minutes,
           cohorts, with_one_more, text], no_place [session], next [session, reasons [rule, text]],
           tried_all (no more were tried), undated (sessions of the plan itself without a date), steps
verify     violations [rule, session, text], log (ok, or what is wrong), tables,
           problems [text] (only when the file disagrees with its log)
progress   a list by cohort: cohort, health, text, pace, sessions, placed, held,
           members {status: count}, paused, behind, modules {state: count}, seats_due,
           seats_completed, minutes_due, minutes_attended, next, finish, needs [text],
           people [person, text], by_session [session, first, last, held, seats, completed,
           unmarked, to_make_up, excused], burn_up [date, planned, actual]
           with --cohort also: skills {pattern (no_gap, vision_without_structure,
           structure_without_vision, not_enough_known, too_few_people), people, leader, manager
           (averages), text, ways}, manage_only [person, text, ways, minutes_lead, minutes_both,
           minutes_manage, limit (percent)], waiting [person, session, place, since,
           offer (a session that has room, theirs or another), text], make_ups [person, module,
           text, offers [session, date, text], refused [session, date, text, refused (why)]]
           with --units: a list by unit: unit, name, and the keys of skills
           with --person: person, name, pace, next {text, kind (session, due_item, make_up, action,
           none), session, module, date, time, place}, modules {state: count}, minutes,
           minutes_done, cohorts [cohort, status, pace, modules, minutes, minutes_done,
           by_module [module, state, session, date, minutes, minutes_done]], notices [text, ways]
           (about the plan), make_ups (as above), skills [skill, text], skill_history [skill,
           framework, text] (skills rated on more than one), about_ratings [text]
           state: done, not_marked_yet, booked, to_make_up, not_yet_dated
attend     marks, changed (rows), text, dry_run; --from reads a CSV file with the columns of
           attendance.csv: session, meeting, person, status, minutes
flags      note, rules [rule, version, path, text, author, date, purpose, conditions [text]],
           findings [person, name, rule, version, path, own_view {path, words, date},
           outcome (flag, no_flag, not_enough_known), text, for, against, not_known
           [text, clause, source, by, answers, date, framework, stale, single_source, note],
           inputs, unknown, dissent_set_aside]; only flags, but with --person every outcome
plans      plans, pages (of the PDFs), written, unchanged, folder, files [name],
           not_asked [number] (own words still empty), no_next_step [number],
           without_calendar [number] (no session to put in one), missing_scripts [name]
history    a list: revision, at, by, source, label, undoes (0: nothing)

Exit codes: 0 done, 1 done with findings, 2 bad usage, 3 bad input (nothing changed), 4 storage.
)";
  return kDone;
}

}  // namespace tandem::cli
