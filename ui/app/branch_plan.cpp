#include "ui/app/branch_plan.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"

namespace tandem::app {
namespace {

// Of rows that are new in a branch while commands run; they are kept by code, not by these.
constexpr RawId kFirstNewId = RawId{1} << 61;

bool is_published(const std::string& branch) { return branch.empty() || branch == kPublished; }

}  // namespace

Result<Id<Branch>> find_branch(const Program& program, const std::string& branch) {
  if (const Branch* row = program.branches.find_key(branch)) return row->id;
  std::vector<std::string_view> names;
  for (const Branch& b : program.branches) names.push_back(b.code);
  const std::string_view near = nearest(branch, names);
  return fail(ErrorCode::not_found, fmt::format("there is no branch '{}'", branch), {},
              near.empty() ? names.empty() ? "tandem branch create makes one"
                                           : "tandem branch list shows them"
                           : fmt::format("did you mean {}?", near));
}

Result<std::shared_ptr<const Program>> plan_named(const Session& session,
                                                  const std::string& branch) {
  if (is_published(branch)) return session.program();
  const auto id = find_branch(*session.program(), branch);
  if (!id) return fail(id.error());
  return std::make_shared<const Program>(plan_of(*session.program(), *id));
}

Result<ChangeSet> apply_to_plan(Session& session, const std::string& branch,
                                const std::function<Result<void>(Batch&)>& build) {
  if (is_published(branch)) return session.apply(build);
  const auto id = find_branch(*session.program(), branch);
  if (!id) return fail(id.error());
  const Program plan = plan_of(*session.program(), *id);
  CountingIds ids{kFirstNewId};
  Batch batch{plan, ids};
  if (auto built = build(batch); !built) return fail(std::move(built.error()));
  auto done = batch.finish();
  if (!done) return fail(std::move(done.error()));
  auto commands = write_plan(*session.program(), *id, done->program);
  if (!commands) return fail(std::move(commands.error()));
  return session.apply(*commands, fmt::format("In {}: {}", branch, done->changes.label));
}

}  // namespace tandem::app
