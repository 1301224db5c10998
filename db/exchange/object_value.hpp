// JSON objects that hold some columns of a table and a few members besides: the meetings and
// sessions of a proposal, the parts of a command. Each column is read by its Field, so it is spelt
// as in the CSV file of that table. For the .cpp files of this folder.
#pragma once

#include "db/exchange/row_value.hpp"
#include "planner/domain/proposal.hpp"

namespace tandem::db {

struct ObjectShape {
  std::vector<std::string_view> columns;   // of the row's table
  std::vector<std::string_view> required;  // of all members
  std::vector<std::string_view> others;    // members the caller reads itself
};

// Sets the columns in `row`. Every problem goes to `errors`, where = path + member: a wrong value,
// a member that is missing, one that is unknown. Returns: false when `json` is no object at all.
bool read_object(const Json& json, const std::string& path, const ObjectShape& shape, AnyRow& row,
                 Dialect dialect, Errors& errors);

// The member, or null when it is left out.
const Json& member(const Json& object, std::string_view name);
std::string join_path(std::string_view path, std::string_view name);

// Proposals and the meetings in them.
Json meetings_value(const std::vector<PlannedMeeting>& meetings, Dialect dialect);
std::vector<PlannedMeeting> read_meetings(const Json& json, const std::string& path,
                                          Dialect dialect, Errors& errors);
Json proposal_value(const Proposal& proposal, Dialect dialect);
Proposal read_proposal_value(const Json& json, const std::string& path, Dialect dialect,
                             Errors& errors);

// A list of references by one Field of kind reference (the cohorts to adopt, the people seated).
Json references_value(const Field& field, const std::vector<RawId>& ids, Dialect dialect);
std::vector<RawId> read_references(const Field& field, const Json& json, const std::string& path,
                                   Dialect dialect, Errors& errors);

}  // namespace tandem::db
