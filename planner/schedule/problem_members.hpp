// The members of a Problem by name, listed once: what the JSON writer walks, and what a reader of
// the same JSON walks to put them back. A new member is one line here.
#pragma once

#include "planner/schedule/problem.hpp"

namespace tandem::schedule {

// Calls visit(name, member) for each, in order. `T` may be const.
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Place>
void members(Visit&& visit, T& p) {
  visit("start", p.start);
  visit("end", p.end);
  visit("slot", p.slot);
  visit("slots", p.slots);
  visit("day", p.day);
  visit("room", p.room);
  visit("again", p.again);
  visit("leads", p.leads);
  visit("team_size", p.team_size);
  visit("team", p.team);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, DayTable>
void members(Visit&& visit, T& t) { visit("first_slot", t.first_slot); }
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Body>
void members(Visit&& visit, T& b) {
  visit("people", b.people);
  visit("travels", b.travels);
  visit("load_limits", b.load_limits);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::LoadLimit>
void members(Visit&& visit, T& l) {
  visit("weeks", l.weeks);
  visit("allowed", l.allowed);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::CoverUnit>
void members(Visit&& visit, T& u) { visit("spare", u.spare); }
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Facilitator>
void members(Visit&& visit, T& f) {
  visit("body", f.body);
  visit("home", f.home);
  visit("max_days_week", f.max_days_week);
  visit("max_minutes_week", f.max_minutes_week);
  visit("max_travel_days", f.max_travel_days);
  visit("day_rate", f.day_rate);
  visit("breadth", f.breadth);
  visit("units", f.units);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Room>
void members(Visit&& visit, T& r) {
  visit("site", r.site);
  visit("zone", r.zone);
  visit("capacity", r.capacity);
  visit("setup_minutes", r.setup_minutes);
  visit("day_cost", r.day_cost);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Pool>
void members(Visit&& visit, T& p) {
  visit("quantity", p.quantity);
  visit("common", p.common);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Cohort>
void members(Visit&& visit, T& c) {
  visit("deadline", c.deadline);
  visit("budget", c.budget);
  visit("sessions_day", c.sessions_day);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Link>
void members(Visit&& visit, T& l) {
  visit("from", l.from);
  visit("to", l.to);
  visit("min_days", l.min_days);
  visit("max_days", l.max_days);
  visit("ideal_days", l.ideal_days);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Meeting>
void members(Visit&& visit, T& m) {
  visit("minutes", m.minutes);
  visit("slots", m.slots);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Candidate>
void members(Visit&& visit, T& c) {
  visit("who", c.who);
  visit("calendar", c.calendar);
  visit("leads", c.leads);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Share>
void members(Visit&& visit, T& s) {
  visit("who", s.who);
  visit("amount", s.amount);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::DayRow>
void members(Visit&& visit, T& r) {
  visit("body", r.body);
  visit("cohort", r.cohort);
  visit("limit", r.limit);
}
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem::Session>
void members(Visit&& visit, T& s) {
  visit("cohorts", s.cohorts);
  visit("module", s.module);
  visit("zone", s.zone);
  visit("site", s.site);
  visit("item", s.item);
  visit("fixed", s.fixed);
  visit("published", s.published);
  visit("wanted_day", s.wanted_day);
  visit("alone", s.alone);
  visit("meetings", s.meetings);
  visit("gap_min", s.gap_min);
  visit("gap_max", s.gap_max);
  visit("first_day", s.first_day);
  visit("last_day", s.last_day);
  visit("learners", s.learners);
  visit("bodies", s.bodies);
  visit("units", s.units);
  visit("day_rows", s.day_rows);
  visit("calendar", s.calendar);
  visit("cohort_calendar", s.cohort_calendar);
  visit("needs_room", s.needs_room);
  visit("rooms", s.rooms);
  visit("leads", s.leads);
  visit("cofacilitators", s.cofacilitators);
  visit("staff", s.staff);
  visit("pools", s.pools);
  visit("held", s.held);
  visit("lifted", s.lifted);
  visit("broken", s.broken);
}
// `in` and `out` of sessions follow from `links`, day_of_slot from first_slot.
template <class Visit, class T>
requires std::is_same_v<std::remove_const_t<T>, Problem>
void members(Visit&& visit, T& p) {
  visit("slot_minutes", p.slot_minutes);
  visit("slots", p.slots);
  visit("days", p.days);
  visit("first_day", p.first_day);
  visit("zones", p.zones);
  visit("sites", p.sites);
  visit("travel", p.travel);
  visit("load_limits", p.load_limits);
  visit("bodies", p.bodies);
  visit("units", p.units);
  visit("facilitators", p.facilitators);
  visit("rooms", p.rooms);
  visit("pools", p.pools);
  visit("cohorts", p.cohorts);
  visit("day_rows", p.day_rows);
  visit("links", p.links);
  visit("sessions", p.sessions);
}

}  // namespace tandem::schedule
