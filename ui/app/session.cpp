#include "ui/app/session.hpp"

#include <fmt/format.h>

#include <random>

#include "planner/base/zone.hpp"
#include "planner/edit/issue.hpp"

namespace tandem::app {
namespace {

constexpr std::uint64_t kIdBlock = 256;

// Unique among all writers of a file; need not be the same twice, so it may ask the machine.
std::string new_tx_id() {
  std::random_device device;
  const auto word = [&] { return (std::uint64_t{device()} << 32) | device(); };
  return fmt::format("{:016x}{:016x}", word(), word());
}

}  // namespace

// Ids in blocks: a session that adds one row does not ask the file for each.
class Session::Ids : public IdSource {
 public:
  explicit Ids(StoreThread& thread) : thread_(thread) {}

  // Returns: 0 when the store cannot reserve; the caller turns that into a refusal.
  RawId next() override {
    if (next_ == end_) {
      const auto first = thread_.call([](Store& store) { return store.reserve_ids(kIdBlock); });
      if (!first) {
        error_ = first.error();
        return fallback_++;
      }
      next_ = *first;
      end_ = *first + kIdBlock;
    }
    return next_++;
  }

  Errors take_error() { return std::exchange(error_, {}); }

 private:
  StoreThread& thread_;
  RawId next_{};
  RawId end_{};
  RawId fallback_{RawId{1} << 62};  // never saved: take_error() refuses the change first
  Errors error_;
};

struct Session::Mailbox {
  struct Letter {
    std::uint64_t generation{};
    SaveResult result;
    ChangeSet wanted;
    bool skipped{};  // built on a change that was refused
    bool missed{};   // another writer's transaction came in between: load again
  };
  std::mutex mutex;
  std::vector<Letter> letters;
  std::condition_variable arrived;
  // Touched on the store's thread only.
  Revision head{};
  std::uint64_t broken_generation{};
};

Session::Session(Identity identity, const Clock& clock, std::function<void()> wake)
    : identity_(std::move(identity)),
      clock_(clock),
      wake_(std::move(wake)),
      mailbox_(std::make_shared<Mailbox>()) {}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(std::unique_ptr<Store> store, Identity identity,
                                               const Clock& clock, std::function<void()> wake) {
  std::unique_ptr<Session> session{new Session{std::move(identity), clock, std::move(wake)}};
  session->read_only_ = store->read_only();
  auto snapshot = store->load();
  if (!snapshot) return fail(snapshot.error());
  auto transactions = store->history();
  if (!transactions) return fail(transactions.error());
  session->set_program(std::move(snapshot->program));
  session->revision_ = snapshot->revision;
  session->mailbox_->head = snapshot->revision;
  session->transactions_ = std::move(*transactions);
  session->undo_ = tandem::undo_state(session->transactions_);
  session->thread_ = std::make_unique<StoreThread>(std::move(store));
  session->ids_ = std::make_unique<Ids>(*session->thread_);
  return session;
}

Date Session::today() const {
  if (pinned_today_) return *pinned_today_;
  if (const auto as_of = program_->workspace().as_of) return *as_of;
  const auto now = std::chrono::floor<minutes>(clock_.now());
  return zone_ ? date_of(zone_->to_local(now))
               : Date{std::chrono::floor<days>(now).time_since_epoch()};
}

void Session::set_program(Program program) {
  const std::string& zone = program.workspace().zone;
  if (!program_ || program_->workspace().zone != zone) {
    const auto found = Zone::find(zone);
    zone_ = found ? std::optional{*found} : std::nullopt;
  }
  program_ = std::make_shared<const Program>(std::move(program));
  ++edition_;
}

Result<ChangeSet> Session::apply(std::span<const Command> commands, std::string label) {
  return apply(
      [&](Batch& batch) -> Result<void> {
        for (const Command& command : commands)
          if (auto added = batch.add(command); !added) return added;
        return {};
      },
      std::move(label));
}

Result<ChangeSet> Session::apply(const std::function<Result<void>(Batch&)>& build,
                                 std::string label) {
  if (read_only_)
    return fail(ErrorCode::refused, "this file is open for reading only", {},
                "save a copy elsewhere and work in that");
  Batch batch{*program_, *ids_};
  if (auto built = build(batch); !built) return fail(built.error());
  auto applied = batch.finish(std::move(label));
  if (Errors errors = ids_->take_error(); !errors.empty()) return fail(std::move(errors));
  if (!applied) return fail(applied.error());
  if (applied->changes.empty()) return std::move(applied->changes);
  set_program(std::move(applied->program));
  save(applied->changes, 0);
  return std::move(applied->changes);
}

void Session::save(ChangeSet changes, Revision undoes) {
  TxInfo info{new_tx_id(), identity_.actor, identity_.client,
              undoes != 0 ? Source::undo : identity_.source, undoes};
  ++pending_;
  thread_->post([mailbox = mailbox_, wake = wake_, changes = std::move(changes),
                 info = std::move(info), generation = generation_](Store& store) {
    Mailbox::Letter letter{generation, Errors{}, {}, false};
    if (mailbox->broken_generation >= generation) {
      letter.skipped = true;
    } else {
      letter.result = store.save(changes, info, mailbox->head);
      if (const auto* done = std::get_if<Transaction>(&letter.result)) {
        // What was made before their rows are known here must not be saved over them unseen.
        letter.missed = done->revision != mailbox->head + 1;
        if (letter.missed) mailbox->broken_generation = generation;
        mailbox->head = done->revision;
      } else {
        mailbox->broken_generation = generation;
        letter.wanted = changes;
      }
    }
    {
      const std::lock_guard lock{mailbox->mutex};
      mailbox->letters.push_back(std::move(letter));
    }
    mailbox->arrived.notify_all();
    if (wake) wake();
  });
}

bool Session::poll() {
  std::vector<Mailbox::Letter> letters;
  {
    const std::lock_guard lock{mailbox_->mutex};
    letters.swap(mailbox_->letters);
  }
  bool roll = false;
  for (auto& letter : letters) {
    --pending_;
    roll = roll || letter.missed;
    if (letter.skipped) continue;
    if (auto* done = std::get_if<Transaction>(&letter.result)) {
      revision_ = done->revision;
      saved_at_ = done->at_utc;
      transactions_.push_back(std::move(*done));
      undo_ = tandem::undo_state(transactions_);
      continue;
    }
    Refusal refusal{std::move(letter.wanted), {}, {}};
    if (auto* errors = std::get_if<Errors>(&letter.result)) {
      refusal.why = std::move(*errors);
    } else {
      auto& conflict = std::get<Conflict>(letter.result);
      refusal.why = {Error{ErrorCode::conflict,
                           fmt::format("{} changed the same rows", conflict.who),
                           refusal.wanted.label, "look at both versions and choose"}};
      refusal.conflict = std::move(conflict);
    }
    refusal_ = std::move(refusal);
    roll = true;
  }
  if (roll) roll_back();
  return !letters.empty();
}

// Back to what is stored, other writers' changes included.
void Session::roll_back() {
  ++generation_;
  auto stored = thread_->call([mailbox = mailbox_](Store& store) {
    auto snapshot = store.load();
    if (snapshot) mailbox->head = snapshot->revision;
    return std::pair{std::move(snapshot), store.history()};
  });
  if (stored.first) {
    revision_ = stored.first->revision;
    set_program(std::move(stored.first->program));
  }
  if (stored.second) {
    transactions_ = std::move(*stored.second);
    undo_ = tandem::undo_state(transactions_);
  }
}

Result<void> Session::wait() {
  while (pending_ > 0) {
    {
      std::unique_lock lock{mailbox_->mutex};
      mailbox_->arrived.wait(lock, [this] { return !mailbox_->letters.empty(); });
    }
    poll();
  }
  if (refusal_) return fail(refusal_->why);
  return {};
}

SaveState Session::save_state() const {
  if (refusal_) return SaveState::refused;
  return pending_ > 0 ? SaveState::saving : SaveState::saved;
}

Result<bool> Session::refresh() {
  if (auto saved = wait(); !saved) return fail(saved.error());
  const Revision known = revision_;
  struct News {
    std::vector<Transaction> transactions;
    std::vector<ChangeSet> changes;
  };
  auto news = thread_->call([known, mailbox = mailbox_](Store& store) -> Result<News> {
    News out;
    const auto head = store.head();
    if (!head) return fail(head.error());
    if (*head == known) return out;
    auto all = store.history();
    if (!all) return fail(all.error());
    for (Transaction& tx : *all) {
      if (tx.revision <= known) continue;
      auto changes = store.changes_of(tx.revision);
      if (!changes) return fail(changes.error());
      mailbox->head = tx.revision;
      out.changes.push_back(std::move(*changes));
      out.transactions.push_back(std::move(tx));
    }
    return out;
  });
  if (!news) return fail(news.error());
  if (news->transactions.empty()) return false;
  Program program = *program_;
  for (const ChangeSet& changes : news->changes) program = replay(std::move(program), changes);
  set_program(std::move(program));
  revision_ = news->transactions.back().revision;
  transactions_.insert(transactions_.end(), news->transactions.begin(), news->transactions.end());
  undo_ = tandem::undo_state(transactions_);
  return true;
}

Result<std::string> Session::take_back(const Transaction& target, std::string label) {
  auto changes = thread_->call([&](Store& store) { return store.changes_of(target.revision); });
  if (!changes) return fail(changes.error());
  ChangeSet back = inverse(*changes);
  back.label = label;
  for (const RowChange& change : back.rows) {
    const RowRef now = find(*program_, change.table(), change.id());
    const bool as_left = is_none(change.before) ? !now : now && copy(now) == change.before;
    if (!as_left)
      return fail(ErrorCode::refused, "rows have changed since, so it cannot be taken back",
                  target.label, "undo the later changes first");
  }
  Program program = replay(*program_, back);
  const auto issues = validate(program, back);
  if (!issues.empty()) {
    Errors errors;
    for (const Issue& issue : issues) errors.push_back(to_error(program, issue));
    return fail(std::move(errors));
  }
  set_program(std::move(program));
  save(std::move(back), target.revision);
  if (auto saved = wait(); !saved) return fail(saved.error());
  return target.label;
}

Result<std::string> Session::undo() {
  if (auto news = refresh(); !news) return fail(news.error());
  if (!undo_.undoable)
    return fail(ErrorCode::refused, "there is nothing to undo", {},
                "a load is the bottom of the history");
  const Transaction target = *undo_.undoable;
  return take_back(target, "Undo: " + target.label);
}

Result<std::string> Session::redo() {
  if (auto news = refresh(); !news) return fail(news.error());
  if (!undo_.redoable) return fail(ErrorCode::refused, "there is nothing to redo");
  const std::string label = undo_.redo_label;
  Transaction target = *undo_.redoable;
  auto done = take_back(target, "Redo: " + label);
  if (!done) return done;
  return label;
}

}  // namespace tandem::app
