// A proposal as JSON, in the two dialects of row_json.hpp: by ids for the store that keeps it until
// it is adopted, by codes for commands and people. Reading what was written gives an equal
// proposal.
#pragma once

#include <string>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"
#include "planner/domain/proposal.hpp"

namespace tandem::db {

// {"sessions":[{"code":...,"cohorts":[...],"module":...,"meetings":[{"date":...}],"seats":[...]}]}
std::string proposal_json(const Proposal& proposal);                          // by ids
std::string proposal_json(const Program& program, const Proposal& proposal);  // by codes
// Errors: bad_input, all of them, where = "sessions[3].meetings[0].room".
Result<Proposal> read_proposal(std::string_view json);
Result<Proposal> read_proposal(const Program& program, std::string_view json);

}  // namespace tandem::db
