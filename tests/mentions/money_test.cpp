// Sums of money.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::mentions {
namespace {

using qogam::test::mentions_of;
using qogam::test::real_knowledge;

// "amount[..most] currency «text»".
std::string money(const std::string& text, const std::string& language) {
  const Document d = mentions_of(*real_knowledge(), text, "2024-04-19", language);
  std::vector<std::string> all;
  for (const Money& m : d.money)
    all.push_back(qogam::test::number(m.amount) +
                  (m.amount_max ? ".." + qogam::test::number(*m.amount_max) : "") + " " + m.currency +
                  " «" + std::string(d.surface(m.span)) + "»");
  return qogam::test::join(all, "; ");
}

TEST(Money, table) {
  const struct {
    const char *text, *language, *found;
  } cases[] = {
      {"Выделили 5 млн тенге.", "ru", "5000000 KZT «5 млн тенге»"},
      {"Выделили 58,3 млрд тенге.", "ru", "58300000000 KZT «58,3 млрд тенге»"},
      {"Цена 1 318 тенге.", "ru", "1318 KZT «1 318 тенге»"},
      {"Он заплатил 100 долларов.", "ru", "100 USD «100 долларов»"},
      {"Жолға 5 млн теңге бөлінді.", "kk", "5000000 KZT «5 млн теңге»"},
      {"Бағасы 1 318 теңге болды.", "kk", "1318 KZT «1 318 теңге»"},
      {"Пришли 100 человек.", "ru", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(money(c.text, c.language), c.found) << c.text;
}

}  // namespace
}  // namespace qogam::mentions
