// Sentences of the core as the window says them.
#include "ui/models/phrases.hpp"

#include "planner/base/language.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/session_facts.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;

}  // namespace

TEST_CASE("a language is named as people name it, and what is no code is told as it is") {
  REQUIRE(language_words("fr") == "French");
  REQUIRE(language_words("nl-BE") == "Dutch");
  REQUIRE(language_words("EN") == "English");
  REQUIRE(language_words("Papiamento") == "Papiamento");
  REQUIRE(language_words("").empty());
}

TEST_CASE("a sentence about one session calls the others as a reader does") {
  const SessionBook book{test::starter()};
  const SessionFacts& about = *book.find("LDR-1/L1");
  REQUIRE(book.in_words("28 days after LDR-1/C1, the ideal gap", about) ==
          "28 days after C1, the ideal gap");
  REQUIRE(book.in_words("Ana has MGR-1/M1 on Tue 23 Mar", about) ==
          "Ana has M1 for MGR-1 on Tue 23 Mar");
  REQUIRE(book.in_words("and/or nothing", about) == "and/or nothing");
}

TEST_CASE("a date is kept on one line, the words around it are not") {
  const std::string blank = "\u00A0";
  REQUIRE(whole_dates("closed until Fri 4 Jun and from Mon 21 Jun") ==
          "closed until Fri" + blank + "4" + blank + "Jun and from Mon" + blank + "21" + blank +
              "Jun");
  REQUIRE(whole_dates("Thu 22 Apr 09:30 to 13:00 · Dune room") ==
          "Thu" + blank + "22" + blank + "Apr" + blank + "09:30 to 13:00 · Dune room");
  REQUIRE(whole_dates("28 days after L1") == "28 days after L1");
  REQUIRE(sentence("not before today") == "Not before today");
  REQUIRE(grouped(1234567) == "1,234,567");
  REQUIRE(grouped(-100) == "-100");
}
