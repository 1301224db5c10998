#include "ui/models/finder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/search_key.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;
using app::Where;

const FindGroup* group(const Found& found, FindKind kind) {
  for (const FindGroup& g : found.groups)
    if (g.kind == kind) return &g;
  return nullptr;
}

std::vector<std::string> keys(const Found& found, FindKind kind) {
  std::vector<std::string> out;
  if (const FindGroup* g = group(found, kind))
    for (const Findable* f : g->found) out.push_back(f->key);
  return out;
}

}  // namespace

TEST_CASE("a name is found without its capitals, accents and joined letters") {
  REQUIRE(search_key("Sørlie") == "sorlie");
  REQUIRE(search_key("YILDIZ") == search_key("yıldız"));
  REQUIRE(search_key("Łukasz Wójcik") == "lukasz wojcik");
  REQUIRE(search_key("Zoë Ægir") == "zoe aegir");
  REQUIRE(search_key("Straße") == "strasse");
  REQUIRE(search_key("Ó’Brien") == search_key("O'Brien"));
  REQUIRE(search_key("Ελένη") == search_key("ελενη"));
  REQUIRE(search_key("Алексей Ильин") == search_key("алексеи ильин"));
  // Composed or not, the same name.
  REQUIRE(search_key("e\xCC\x81") == search_key("\xC3\xA9"));
}

TEST_CASE("a name that is not UTF-8 is compared as it is, and empty is empty") {
  REQUIRE(search_key("\xFF\xFE x").find("\xFF") == 0);
  REQUIRE(search_key("").empty());
  REQUIRE_FALSE(find_key("\xFF\xFE x", "x"));
  REQUIRE_FALSE(find_key("abc", ""));
}

TEST_CASE("where a word stands is told in the bytes of the name itself") {
  const std::string name = "Jens Sørlie";
  const auto at = find_key(name, "sorl");
  REQUIRE(at);
  REQUIRE(name.substr(at->first, at->second - at->first) == "Sørl");
  // One letter that is two when compared is shown whole.
  const auto ae = find_key("Ægir", "a");
  REQUIRE(ae);
  REQUIRE(*ae == std::pair<std::size_t, std::size_t>{0, 2});
}

TEST_CASE("one word finds a person, their cohort's sessions and a command, the nearest first") {
  const SessionBook book{test::starter()};
  const Finder finder{book, Where::everywhere};
  REQUIRE(keys(finder.find("kofi"), FindKind::person).size() == 1);
  const Found code = finder.find("ldr-1");
  REQUIRE(code.groups.front().kind == FindKind::cohort);  // its own code, whole
  REQUIRE(keys(code, FindKind::cohort) == std::vector<std::string>{"LDR-1"});
  REQUIRE(keys(code, FindKind::session).size() == 4);  // a few of them, the total tells
  REQUIRE(code.total > 5);
  REQUIRE(keys(finder.find("dune"), FindKind::room).size() == 1);
  REQUIRE(keys(finder.find("undo"), FindKind::command) == std::vector<std::string>{"Undo"});
}

TEST_CASE("every word that is typed must be found, in any order") {
  const SessionBook book{test::starter()};
  const Finder finder{book, Where::everywhere};
  const auto one = keys(finder.find("brandt kofi"), FindKind::person);
  REQUIRE(one.size() == 1);
  REQUIRE(finder.find("kofi zzz").groups.empty());
  REQUIRE(finder.find("kofi zzz").total == 0);
}

TEST_CASE("nothing typed, or a > in front, lists the commands of this page and no other's") {
  const SessionBook book{test::starter()};
  const Finder finder{book, Where::people};
  for (const char* typed : {"", "   ", ">", "> "}) {
    const Found found = finder.find(typed);
    REQUIRE(found.groups.size() == 1);
    REQUIRE(found.groups.front().kind == FindKind::command);
    for (const Findable* f : found.groups.front().found) {
      const app::Where where = app::info(*f->command).where;
      REQUIRE((where == Where::everywhere || where == Where::people));
    }
    REQUIRE(found.total > 5);
  }
  // Schedule's own is not among them, and a person of that name is not either.
  REQUIRE(finder.find("> lanes").groups.empty());
  REQUIRE(finder.find("> kofi").groups.empty());
}

TEST_CASE("a session without a date is found by its module and says that it has none") {
  test::Draft draft{test::starter()};
  draft.add<Session>([&](Session& s) {
    s.code = "MGR-1/M3";
    s.module = draft.id<Module>("M3");
    s.cohorts = {draft.id<Cohort>("MGR-1")};
  });
  const SessionBook book{draft.program()};
  const Finder finder{book, Where::everywhere};
  const Found found = finder.find("mgr-1 m3");
  const FindGroup* sessions = group(found, FindKind::session);
  REQUIRE(sessions);
  REQUIRE(sessions->found.front()->key == "MGR-1/M3");
  REQUIRE(sessions->found.front()->undated);
  REQUIRE(sessions->found.front()->detail.ends_with("no date yet"));
}

TEST_CASE("an empty workspace has its commands and nothing else to find") {
  const Program empty = test::empty_workspace();
  const SessionBook book{empty};
  const Finder finder{book, Where::everywhere};
  REQUIRE(finder.find("").groups.size() == 1);
  REQUIRE(finder.find("a room that is not there").groups.empty());
}
