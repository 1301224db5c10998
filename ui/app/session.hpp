// An open workspace: the Program as it stands, the way to change it, and the promise that what is
// called saved is saved. Every change goes through apply(); the new Program is there at once, the
// store's thread saves behind it, and poll() brings the news back. When the store refuses, the
// session goes back to what is stored, keeps the refused change and says why. Used by the window
// and by the command line (which waits). Knows no screen, no file format and no SQL.
//
// Thread rule: one thread owns the session; only the store's thread runs beside it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "planner/base/zone.hpp"
#include "planner/edit/apply.hpp"
#include "planner/ports/clock.hpp"
#include "ui/app/store_thread.hpp"

namespace tandem::app {

struct Identity {
  std::string actor;   // a person's name, kept in the history
  std::string client;  // "tandem 0.1.0"
  Source source{Source::cli};
};

enum class SaveState { saved, saving, refused };

class Session {
 public:
  // `wake` is called from the store's thread when there is news for poll(); may be empty.
  // Errors: storage, when the store cannot be read.
  static Result<std::unique_ptr<Session>> open(std::unique_ptr<Store> store, Identity identity,
                                               const Clock& clock, std::function<void()> wake = {});
  ~Session();

  std::shared_ptr<const Program> program() const { return program_; }
  // Rises with every change of program(); what views key their caches by.
  std::uint64_t edition() const { return edition_; }
  Revision revision() const { return revision_; }  // newest stored revision known here
  bool read_only() const { return read_only_; }
  const std::string& actor() const { return identity_.actor; }  // who is at work
  // "Today": `pinned` beats the workspace's as_of, which beats the clock.
  Date today() const;
  // The workspace's clock; none when it names no zone that is known.
  const std::optional<Zone>& zone() const { return zone_; }
  std::chrono::sys_seconds now() const { return clock_.now(); }  // real time, never pinned
  void pin_today(std::optional<Date> date) { pinned_today_ = date; }

  // Pure and immediate; the save follows on the store's thread. An empty change is no transaction.
  // Errors: as edit/apply.hpp; refused when the file is read-only.
  Result<ChangeSet> apply(std::span<const Command> commands, std::string label = {});
  Result<ChangeSet> apply(const Command& command) { return apply({&command, 1}); }
  // For commands that must see what earlier ones did (a file of them): `build` adds to the batch.
  Result<ChangeSet> apply(const std::function<Result<void>(Batch&)>& build, std::string label = {});

  // What undo or redo would take back or bring back; of every writer of the file.
  const UndoState& undo_state() const { return undo_; }
  // Returns: the label of what was taken back. Errors: refused when there is nothing, or when rows
  // have changed since. Waits for saves under way.
  Result<std::string> undo();
  Result<std::string> redo();
  const std::vector<Transaction>& transactions() const { return transactions_; }

  // Takes in finished saves and changes by other writers. Returns: true when anything changed.
  bool poll();
  // Looks for changes by other writers of the file, and takes them in.
  Result<bool> refresh();
  // Waits until everything is stored. Errors: what the store refused.
  Result<void> wait();

  SaveState save_state() const;
  // UTC of the last save, "" before the first.
  const std::string& saved_at() const { return saved_at_; }
  // What the store refused, until cleared; the change the user wanted is kept with it.
  struct Refusal {
    ChangeSet wanted;
    Errors why;
    std::optional<Conflict> conflict;
  };
  const std::optional<Refusal>& refusal() const { return refusal_; }
  void clear_refusal() { refusal_.reset(); }

  // Runs on the store's thread, after everything saved before it, and waits.
  template <class F>
  auto with_store(F work) {
    return thread_->call(std::move(work));
  }

 private:
  class Ids;
  struct Mailbox;

  Session(Identity identity, const Clock& clock, std::function<void()> wake);
  void save(ChangeSet changes, Revision undoes);
  Result<std::string> take_back(const Transaction& target, std::string label);
  void roll_back();
  void set_program(Program program);

  Identity identity_;
  const Clock& clock_;
  std::function<void()> wake_;
  std::shared_ptr<Mailbox> mailbox_;
  std::unique_ptr<StoreThread> thread_;
  std::unique_ptr<Ids> ids_;
  std::shared_ptr<const Program> program_;
  std::optional<Zone> zone_;  // of the Program
  std::uint64_t edition_{1};
  Revision revision_{};
  bool read_only_{};
  std::optional<Date> pinned_today_;
  std::vector<Transaction> transactions_;
  UndoState undo_;
  std::size_t pending_{};        // saves handed over and not yet answered
  std::uint64_t generation_{1};  // rises on a refusal: later saves of the old one are dropped
  std::string saved_at_;
  std::optional<Refusal> refusal_;
};

}  // namespace tandem::app
