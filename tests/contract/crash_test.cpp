// A save under a process that is killed and a disk that fails: what was acknowledged is there,
// nothing is there by half, and the file mends itself when it is opened again. The process under
// test is a child that saves through the Store; the parent reads its acknowledgements from a pipe.
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "db/sqlite/connection.hpp"
#include "planner/base/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/store_world.hpp"

using namespace tandem;
using namespace tandem::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPeople = 150;
constexpr Revision kBigEvery = 2;

// The Program at each revision: every save sets the capacity of three rooms to its revision, and
// every second renames everybody, so a save by half would be seen.
Program program_at(Revision revision) {
  Program p = small_program();
  const Revision renamed = revision / kBigEvery * kBigEvery;
  for (int i = 0; i < kPeople; ++i) {
    Person person;
    person.id = {static_cast<RawId>(100 + i)};
    person.number = std::to_string(1000 + i);
    person.name = "Renamed by " + std::to_string(renamed);
    p.people.put(person);
  }
  if (revision > 1)
    for (const RawId id : std::initializer_list<RawId>{10, 11, 12}) {
      Room room = p.rooms.at({id});
      room.capacity = static_cast<int>(revision);
      p.rooms.put(room);
    }
  return p;
}

ChangeSet change_to(Revision revision) {
  const Program before = program_at(revision - 1);
  const Program after = program_at(revision);
  ChangeSet out{"To " + std::to_string(revision), {}};
  for (const Room& room : after.rooms)
    if (before.rooms.at(room.id) != room) out.rows.push_back({before.rooms.at(room.id), room});
  for (const Person& person : after.people)
    if (before.people.at(person.id) != person)
      out.rows.push_back({before.people.at(person.id), person});
  return out;
}

std::string tx_of(Revision revision) { return "tx " + std::to_string(revision); }

struct Scene {
  TempFolder folder;
  FixedClock clock{kNoon};
  fs::path file = folder / "northmere.tandem";

  fs::path pristine = folder / "pristine.tandem";

  explicit Scene(Medium medium) : folder(medium) {
    REQUIRE(db::create(pristine, program_at(1), tx("load"), "Load", clock));
  }

  // Back to revision 1.
  void start() {
    fs::remove(db::journal_of(file));
    fs::copy_file(pristine, file, fs::copy_options::overwrite_existing);
  }
};

// Saves so many revisions one after the other and acknowledges each, the one it begins with
// included.
[[noreturn]] void save_and_acknowledge(const Scene& scene, int pipe, int count) {
  auto store = db::open(scene.file, scene.clock);
  if (!store) ::_exit(2);
  Revision now = (*store)->head().value();
  std::vector<ChangeSet> changes;  // made before, so that the time of a kill falls into a save
  for (int i = 1; i <= count; ++i) changes.push_back(change_to(now + static_cast<Revision>(i)));
  if (::write(pipe, &now, sizeof now) != sizeof now) ::_exit(4);
  for (const ChangeSet& change : changes) {
    const SaveResult result = (*store)->save(change, tx(tx_of(now + 1)), now);
    const auto* done = std::get_if<Transaction>(&result);
    if (!done || done->revision != now + 1) ::_exit(3);
    now = done->revision;
    if (::write(pipe, &now, sizeof now) != sizeof now) ::_exit(4);
  }
  ::_exit(0);
}

struct Child {
  pid_t pid{};
  int pipe{};
};

template <class Work>
Child start_child(Work&& work) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    ::close(ends[0]);
    work(ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

// Returns: the last revision acknowledged, at least `acknowledged`.
Revision read_rest(const Child& child, Revision acknowledged) {
  Revision revision = 0;
  while (::read(child.pipe, &revision, sizeof revision) == sizeof revision) acknowledged = revision;
  ::close(child.pipe);
  return acknowledged;
}

// What a crash left on the disk before anybody looked.
struct Remains {
  int journals{};
  int hot{};  // with a journal that SQLite had written pages under

  void note(const fs::path& file) {
    const fs::path journal = db::journal_of(file);
    std::error_code failed;
    if (!fs::exists(journal, failed) || fs::file_size(journal, failed) == 0) return;
    ++journals;
    // https://www.sqlite.org/fileformat2.html#the_rollback_journal: magic, then the number of pages
    // in the journal, which is set when they are synced; only then is the file itself written to.
    if (FILE* in = ::fopen(journal.c_str(), "rb")) {
      unsigned char head[12] = {};
      if (::fread(head, 1, sizeof head, in) == sizeof head && head[0] == 0xd9 &&
          (head[8] | head[9] | head[10] | head[11]) != 0)
        ++hot;
      ::fclose(in);
    }
  }
};

// The file after a crash: whole, at the last acknowledged revision or the one after it.
Revision survey(const Scene& scene, Revision acknowledged) {
  auto store = db::open(scene.file, scene.clock);
  REQUIRE(store);
  REQUIRE_FALSE(db::read_header(scene.file)->has_journal);
  const Snapshot snapshot = loaded(**store);
  REQUIRE(snapshot.revision >= acknowledged);
  REQUIRE(snapshot.revision <= acknowledged + 1);
  REQUIRE(snapshot.program == program_at(snapshot.revision));
  const StoreCheck check = (*store)->check().value();
  REQUIRE(check.log == "ok");
  REQUIRE(check.problems == Errors{});
  return snapshot.revision;
}

}  // namespace

TEST_CASE("200 kills at random moments lose nothing that was acknowledged", "[crash]") {
  Scene scene(Medium::disk);
  constexpr int kSaves = 6;
  const auto start = [&] {
    const Child child = start_child([&](int pipe) { save_and_acknowledge(scene, pipe, kSaves); });
    Revision ready = 0;
    REQUIRE(::read(child.pipe, &ready, sizeof ready) == sizeof ready);
    return std::pair{child, ready};
  };
  using Clock = std::chrono::steady_clock;
  scene.start();
  const auto [whole, first] = start();
  const auto begun = Clock::now();
  REQUIRE(::waitpid(whole.pid, nullptr, 0) == whole.pid);
  const auto takes = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
  REQUIRE(read_rest(whole, first) == 1 + kSaves);

  Rng rng(20270514);
  Remains remains;
  Revision total = 0;
  Revision known = 0;
  for (int kill = 0; kill < 200; ++kill) {
    if (kill % 10 == 0) {
      scene.start();
      known = 1;
    }
    const auto [child, ready] = start();
    REQUIRE(ready == known);
    ::usleep(rng.below(static_cast<std::uint32_t>(takes.count())));
    ::kill(child.pid, SIGKILL);
    REQUIRE(::waitpid(child.pid, nullptr, 0) == child.pid);
    const Revision acknowledged = read_rest(child, known);
    remains.note(scene.file);
    total += acknowledged - known;
    known = survey(scene, acknowledged);
  }
  WARN(total << " saves acknowledged; " << remains.journals << " kills left a journal, "
             << remains.hot << " of them a hot one");
  REQUIRE(total >= 100);
  REQUIRE(remains.journals > 10);
  REQUIRE(remains.hot > 0);
}

TEST_CASE("a kill at each operation of a save leaves the state before it or after it", "[crash]") {
  Scene scene(Medium::memory);
  Remains remains;
  int committed_unheard = 0;
  int operation = 0;
  for (bool finished = false; !finished; ++operation) {
    scene.start();
    const Child child = start_child([&](int pipe) {
      int left = operation;
      const FaultyDisk disk([&](const DiskOperation&) {
        if (left-- == 0) ::kill(::getpid(), SIGKILL);
        return 0;
      });
      save_and_acknowledge(scene, pipe, 1);
    });
    int status = 0;
    REQUIRE(::waitpid(child.pid, &status, 0) == child.pid);
    finished = WIFEXITED(status);
    if (finished) REQUIRE(WEXITSTATUS(status) == 0);
    const Revision acknowledged = read_rest(child, 1);
    REQUIRE(acknowledged == (finished ? 2 : 1));
    remains.note(scene.file);
    const Revision found = survey(scene, acknowledged);
    if (found > acknowledged) ++committed_unheard;
    // Asking again with the same transaction settles the doubt either way.
    auto store = std::move(*db::open(scene.file, scene.clock));
    REQUIRE(saved(store->save(change_to(2), tx(tx_of(2)), 1)).revision == 2);
    REQUIRE(loaded(*store).program == program_at(2));
  }
  WARN(operation - 1 << " operations; " << remains.journals << " kills left a journal, "
                     << remains.hot << " a hot one; " << committed_unheard << " in doubt");
  REQUIRE(operation > 20);
  REQUIRE(remains.hot > 3);
}

TEST_CASE("a failure of each operation of a save is reported, and the store goes on", "[crash]") {
  const int error = GENERATE(SQLITE_IOERR, SQLITE_FULL);
  Scene scene(Medium::memory);
  int failures = 0;
  int operation = 0;
  for (bool finished = false; !finished; ++operation) {
    scene.start();
    int left = -1;  // not armed
    bool failed = false;
    const FaultyDisk disk([&](const DiskOperation&) {
      if (left < 0 || left-- != 0) return 0;
      failed = true;
      return error;
    });
    auto store = std::move(*db::open(scene.file, scene.clock));
    left = operation;
    const SaveResult result = store->save(change_to(2), tx(tx_of(2)), 1);
    left = -1;
    finished = !failed;
    if (const auto* errors = std::get_if<Errors>(&result)) {
      ++failures;
      REQUIRE(failed);
      REQUIRE((*errors)[0].code == ErrorCode::storage);
      REQUIRE(loaded(*store).program == program_at(loaded(*store).revision));
    } else {
      REQUIRE(loaded(*store).program == program_at(2));
    }
    // The disk is well again: the same save goes through, once.
    REQUIRE(saved(store->save(change_to(2), tx(tx_of(2)), 1)).revision == 2);
    REQUIRE(loaded(*store).program == program_at(2));
    REQUIRE(store->check().value().problems == Errors{});
  }
  WARN(operation - 1 << " operations, " << failures << " failures reported");
  REQUIRE(failures > 10);
}

TEST_CASE("a save returns only when all it wrote is on the disk, the journal first", "[crash]") {
  Scene scene(Medium::memory);
  scene.start();
  std::set<std::string> unsynced;
  bool file_before_journal = false;
  bool removed_with_folder = false;
  bool removed_before_file_synced = false;
  int syncs = 0;
  const std::string name = scene.file.filename().string();
  const std::string journal = name + "-journal";
  const FaultyDisk disk([&](const DiskOperation& op) {
    switch (op.kind) {
      case DiskOperation::write:
      case DiskOperation::truncate:
        if (op.file == name && unsynced.contains(journal)) file_before_journal = true;
        unsynced.insert(op.file);
        break;
      case DiskOperation::sync:
        ++syncs;
        unsynced.erase(op.file);
        break;
      case DiskOperation::remove:
        if (op.file != journal) break;
        removed_with_folder = op.with_folder;
        removed_before_file_synced = unsynced.contains(name);
        unsynced.erase(journal);
        break;
    }
    return 0;
  });
  auto store = std::move(*db::open(scene.file, scene.clock));
  saved(store->save(change_to(2), tx(tx_of(2)), 1));
  REQUIRE(unsynced.empty());
  REQUIRE(syncs >= 2);
  REQUIRE_FALSE(file_before_journal);
  REQUIRE(removed_with_folder);  // synchronous=EXTRA
  REQUIRE_FALSE(removed_before_file_synced);
}

TEST_CASE("a file whose making was killed is not there, and one replaced is the old or the new",
          "[crash]") {
  Scene scene(Medium::memory);
  const bool replacing = GENERATE(false, true);
  if (replacing) scene.start();
  const auto make = [&](int) {
    static_cast<void>(db::create(scene.file, program_at(2), tx("new"), "Load", scene.clock,
                                 replacing ? db::Existing::replace : db::Existing::refuse));
  };
  using Clock = std::chrono::steady_clock;
  const auto begun = Clock::now();
  const Child whole = start_child(make);
  REQUIRE(::waitpid(whole.pid, nullptr, 0) == whole.pid);
  ::close(whole.pipe);
  const auto takes = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);

  constexpr int kKills = 40;
  int states[2] = {};  // old or none, new
  for (int kill = 0; kill <= kKills; ++kill) {
    if (replacing) scene.start();
    if (!replacing) fs::remove(scene.file);
    const Child child = start_child(make);
    if (kill < kKills) {
      ::usleep(static_cast<useconds_t>(takes.count() * kill / kKills));
      ::kill(child.pid, SIGKILL);
    }
    REQUIRE(::waitpid(child.pid, nullptr, 0) == child.pid);
    ::close(child.pipe);
    if (!replacing && !fs::exists(scene.file)) {
      ++states[0];
      continue;
    }
    auto store = std::move(*db::open(scene.file, scene.clock));
    const Program program = loaded(*store).program;
    REQUIRE((program == program_at(2) || (replacing && program == program_at(1))));
    ++states[program == program_at(2) ? 1 : 0];
  }
  REQUIRE(states[0] > 0);
  REQUIRE(states[1] > 0);
}
