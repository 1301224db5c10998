#include "tests/support/generator/names.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace tandem::test::generator {
namespace {

struct Part {
  const char* text;
  const char* plain;  // for an address
};
constexpr std::array kFirst{
    Part{"Zoë", "zoe"},       Part{"Anaïs", "anais"},     Part{"José", "jose"},
    Part{"Łukasz", "lukasz"}, Part{"Siân", "sian"},       Part{"Bjørn", "bjorn"},
    Part{"Noor", "noor"},     Part{"Chloé", "chloe"},     Part{"Jürgen", "jurgen"},
    Part{"Ayşe", "ayse"},     Part{"Inês", "ines"},       Part{"Tomáš", "tomas"},
    Part{"Mei", "mei"},       Part{"Kwame", "kwame"},     Part{"Małgorzata", "malgorzata"},
    Part{"D'Arcy", "darcy"},  Part{"Priya", "priya"},     Part{"Øystein", "oystein"},
    Part{"Rhys", "rhys"},     Part{"Fátima", "fatima"},   Part{"Émile", "emile"},
    Part{"Nuala", "nuala"},   Part{"Saoirse", "saoirse"}, Part{"Ilse", "ilse"},
    Part{"Omar", "omar"},     Part{"Yuki", "yuki"},       Part{"Françoise", "francoise"},
    Part{"Gülşen", "gulsen"}, Part{"Wiktor", "wiktor"}};
constexpr std::array kLast{Part{"de Vries", "devries"},
                           Part{"O'Brien", "obrien"},
                           Part{"Núñez", "nunez"},
                           Part{"Kowalczyk", "kowalczyk"},
                           Part{"van den Berg", "vandenberg"},
                           Part{"Żeleński", "zelenski"},
                           Part{"Lefèvre", "lefevre"},
                           Part{"Almeida", "almeida"},
                           Part{"Håkansson", "hakansson"},
                           Part{"Nguyễn", "nguyen"},
                           Part{"Müller", "muller"},
                           Part{"Çelik", "celik"},
                           Part{"Okafor", "okafor"},
                           Part{"Prudhomme", "prudhomme"},
                           Part{"Çağlar", "caglar"},
                           Part{"Llewellyn", "llewellyn"},
                           Part{"Gonçalves", "goncalves"},
                           Part{"al-Farsi", "alfarsi"},
                           Part{"Brontë", "bronte"},
                           Part{"Ødegård", "odegard"},
                           Part{"Nowak", "nowak"},
                           Part{"d'Alembert", "dalembert"},
                           Part{"Ferreira", "ferreira"},
                           Part{"Ó Súilleabháin", "osuilleabhain"},
                           Part{"Tanaka", "tanaka"},
                           Part{"Iyer", "iyer"},
                           Part{"Jansen", "jansen"},
                           Part{"Beaumont", "beaumont"},
                           Part{"Šimková", "simkova"},
                           Part{"Achterberg", "achterberg"},
                           Part{"Mbeki", "mbeki"}};

}  // namespace

Name invented_name(int n) {
  // 29 and 31 have no common factor, so each pair comes up once in 899; then a second surname.
  const Part& first = kFirst[static_cast<std::size_t>(n) % kFirst.size()];
  const Part& last = kLast[static_cast<std::size_t>(n) % kLast.size()];
  const int round = n / static_cast<int>(kFirst.size() * kLast.size());
  if (n % 211 == 97) {  // goes by one name
    const std::string one = fmt::format("{}{}", last.text, round > 0 ? fmt::format(" {}", n) : "");
    return {one, one, fmt::format("{}.{}@example.org", last.plain, n)};
  }
  std::string surname = last.text;
  std::string plain = last.plain;
  if (round > 0) {
    const Part& second = kLast[static_cast<std::size_t>(n / 29 + round) % kLast.size()];
    surname += fmt::format("-{}", second.text);
    if (round > 31) surname += fmt::format(" {}", round);
  }
  return {fmt::format("{} {}", first.text, surname), fmt::format("{}, {}", surname, first.text),
          fmt::format("{}.{}.{}@example.org", first.plain, plain, n)};
}

}  // namespace tandem::test::generator
