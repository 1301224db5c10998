#include "planner/edit/history.hpp"

#include "tests/support/catch.hpp"

using namespace tandem;

namespace {

// A history written as the planner would live it; each call appends one transaction.
class Log {
 public:
  Revision load() { return add("Load", Source::load, 0); }
  Revision change(std::string label) { return add(std::move(label), Source::gui, 0); }
  Revision erase() { return add("Erase a person", Source::erase, 0); }
  // Takes back what undo_state offers, as the session does.
  void undo() {
    const auto undoable = state().undoable;
    REQUIRE(undoable);
    add("Undo: " + undoable->label, Source::undo, undoable->revision);
  }
  void redo() {
    const UndoState now = state();
    REQUIRE(now.redoable);
    add("Redo: " + now.redo_label, Source::undo, now.redoable->revision);
  }
  UndoState state() const { return undo_state(transactions_); }
  // "undo A, redo B", "-" for none: what a menu would show.
  std::string menu() const {
    const UndoState now = state();
    return "undo " + (now.undoable ? now.undoable->label : "-") + ", redo " +
           (now.redoable ? now.redo_label : "-");
  }

 private:
  Revision add(std::string label, Source source, Revision undoes) {
    Transaction tx;
    tx.revision = transactions_.size() + 1;
    tx.label = std::move(label);
    tx.source = source;
    tx.undoes = undoes;
    transactions_.push_back(tx);
    return tx.revision;
  }

  std::vector<Transaction> transactions_;
};

}  // namespace

TEST_CASE("a file that was only loaded has nothing to undo", "[history]") {
  Log log;
  REQUIRE(log.menu() == "undo -, redo -");
  log.load();
  REQUIRE(log.menu() == "undo -, redo -");
}

TEST_CASE("changes are undone from the newest down to the load and no further", "[history]") {
  Log log;
  log.load();
  log.change("A");
  log.change("B");
  REQUIRE(log.menu() == "undo B, redo -");
  log.undo();
  REQUIRE(log.menu() == "undo A, redo B");
  log.undo();
  REQUIRE(log.menu() == "undo -, redo A");
}

TEST_CASE("redo brings back in the order in which it was taken back", "[history]") {
  Log log;
  log.load();
  log.change("A");
  log.change("B");
  log.undo();
  log.undo();
  log.redo();
  REQUIRE(log.menu() == "undo A, redo B");
  log.redo();
  REQUIRE(log.menu() == "undo B, redo -");
}

TEST_CASE("a redone change can be undone and redone again, under its own name", "[history]") {
  Log log;
  log.load();
  log.change("A");
  for (int i = 0; i < 3; ++i) {
    log.undo();
    REQUIRE(log.menu() == "undo -, redo A");
    log.redo();
    REQUIRE(log.menu() == "undo A, redo -");
  }
}

TEST_CASE("undo names the transaction that stands, the latest redo rather than the first change",
          "[history]") {
  Log log;
  log.load();       // 1
  log.change("A");  // 2
  log.undo();       // 3 takes back 2
  log.redo();       // 4 takes back 3
  REQUIRE(log.state().undoable->revision == 4);
  log.undo();  // 5 takes back 4
  REQUIRE(log.state().redoable->revision == 5);
}

TEST_CASE("a new change ends what could be redone, but not what could be undone", "[history]") {
  Log log;
  log.load();
  log.change("A");
  log.change("B");
  log.undo();
  log.change("C");
  REQUIRE(log.menu() == "undo C, redo -");
  log.undo();
  REQUIRE(log.menu() == "undo A, redo C");
}

TEST_CASE("what was loaded or erased cannot be undone, nor what came before it", "[history]") {
  Log log;
  log.load();
  log.change("A");
  SECTION("an erasure") { log.erase(); }
  SECTION("another load") { log.load(); }
  REQUIRE(log.menu() == "undo -, redo -");
  log.change("B");
  log.undo();
  REQUIRE(log.menu() == "undo -, redo B");
}

TEST_CASE("an undo of something that is not on top changes nothing that undo offers", "[history]") {
  // A second window was slower: the transaction it names has already been taken back.
  std::vector<Transaction> log(4);
  for (Revision r = 1; r <= 4; ++r) log[r - 1].revision = r;
  log[0].source = Source::load;
  log[1].label = "A";
  log[2].undoes = 2;
  log[3].undoes = 2;
  REQUIRE_FALSE(undo_state(log).undoable);
  REQUIRE(undo_state(log).redo_label == "A");
}
