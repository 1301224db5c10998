// Where a Program is kept. The interface alone: db/sqlite and db/memory stand behind it and pass one
// contract suite. A store knows rows, transactions and ids; it knows no command, no planning rule
// and no screen. Thread rule: one store belongs to one thread at a time.
#pragma once

#include <variant>

#include "planner/base/result.hpp"
#include "planner/domain/proposal.hpp"
#include "planner/edit/change_set.hpp"
#include "planner/edit/history.hpp"

namespace tandem {

struct Snapshot {
  Program program;
  Revision revision{};
};

// Who saves, and how it should be remembered. The label is the change set's.
struct TxInfo {
  std::string tx_id;  // unique; saving the same tx_id again returns the first success
  std::string actor;
  std::string client;
  Source source{Source::gui};
  Revision undoes{};
};

// Somebody else changed the same rows since `base`. Nothing was saved.
struct Conflict {
  struct Rows {
    AnyRow base;    // as the writer knew it
    AnyRow mine;    // as the writer wants it
    AnyRow theirs;  // as it stands
  };
  std::vector<Rows> rows;
  std::string who;
  std::string at_utc;
};

using SaveResult = std::variant<Transaction, Conflict, Errors>;

// A proposal kept for `--adopt-last`, with the revision it was made from.
struct KeptProposal {
  Proposal proposal;
  Revision base{};
  std::string summary;  // the JSON or sentence shown when it was made
};

// What `tandem verify` learns of the file itself; the planning rules are judged elsewhere.
struct StoreCheck {
  std::string log{"ok"};  // "ok", or what is wrong with the chain
  Errors problems;        // tables against log, foreign keys, integrity
  std::size_t tables{};   // tables compared
};

class Store {
 public:
  virtual ~Store() = default;

  // Errors: storage.
  virtual Result<Snapshot> load() = 0;
  // All rows or none, acknowledged only when durable. `base` is the revision the writer's Program
  // was at: a row that changed since then is a Conflict.
  virtual SaveResult save(const ChangeSet& changes, const TxInfo& info, Revision base) = 0;
  // The newest revision in the file, cheap enough to ask every second.
  virtual Result<Revision> head() = 0;
  virtual Result<std::vector<Transaction>> history() = 0;
  // The rows of one transaction, for undo and for catching up.
  virtual Result<ChangeSet> changes_of(Revision revision) = 0;
  // Returns: the first of `count` ids that nobody else will get. Errors: storage.
  virtual Result<RawId> reserve_ids(std::uint64_t count) = 0;

  virtual Result<void> keep_proposal(const std::string& branch, const KeptProposal& kept) = 0;
  virtual Result<std::optional<KeptProposal>> last_proposal(const std::string& branch) = 0;
  virtual Result<void> drop_proposal(const std::string& branch) = 0;

  virtual Result<StoreCheck> check() = 0;
  virtual bool read_only() const = 0;
};

}  // namespace tandem
