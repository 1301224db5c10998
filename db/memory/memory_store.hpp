// The store contract without a file: for tests, dry runs and a window opened on nothing yet. Keeps
// the promises of ports/store.hpp but one, that anything outlives the process. Thread rule: one
// thread at a time.
#pragma once

#include <map>

#include "planner/ports/clock.hpp"
#include "planner/ports/store.hpp"

namespace tandem::db {

class MemoryStore final : public Store {
 public:
  // The first transaction is the bottom of the history, as of a file just made.
  MemoryStore(Program program, const TxInfo& info, const std::string& label, const Clock& clock);

  Result<Snapshot> load() override;
  SaveResult save(const ChangeSet& changes, const TxInfo& info, Revision base) override;
  Result<Revision> head() override;
  Result<std::vector<Transaction>> history() override;
  Result<ChangeSet> changes_of(Revision revision) override;
  Result<RawId> reserve_ids(std::uint64_t count) override;
  Result<void> keep_proposal(const std::string& branch, const KeptProposal& kept) override;
  Result<std::optional<KeptProposal>> last_proposal(const std::string& branch) override;
  Result<void> drop_proposal(const std::string& branch) override;
  Result<StoreCheck> check() override;
  bool read_only() const override { return false; }

 private:
  using RowName = std::pair<TableId, RawId>;

  void remember(const ChangeSet& changes, const TxInfo& info);
  Conflict conflict_with(const ChangeSet& changes, Revision base) const;

  const Clock& clock_;
  Program program_;
  std::vector<Transaction> transactions_;
  std::vector<ChangeSet> changes_;          // of each transaction
  std::map<RowName, Revision> changed_at_;  // when each row last changed
  std::map<std::string, KeptProposal> proposals_;
  RawId next_id_{1};
};

}  // namespace tandem::db
