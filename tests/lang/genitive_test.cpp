// Nominatives of phrases and their genitives.
#include <gtest/gtest.h>

#include "lang/inflection.h"
#include "support/knowledge.h"

namespace qogam::lang {
namespace {

TEST(Genitive, of_phrases) {
  const struct {
    const char *language, *nominative, *genitive;  // empty: none is known
  } cases[] = {
      {"ru", "аким района", "акима района"},
      {"ru", "управление образования", "управления образования"},
      {"ru", "территориальная избирательная комиссия", "территориальной избирательной комиссии"},
      {"ru", "городской отдел строительства", "городского отдела строительства"},
      {"ru", "Комитет по делам религий", "Комитета по делам религий"},
      {"ru", "Уполномоченный по правам человека", "Уполномоченного по правам человека"},
      {"ru", "", ""},
      {"kk", "облыс әкімі", "облыс әкімінің"},
      {"kk", "білім басқармасы", "білім басқармасының"},
      {"kk", "министр", ""},
  };
  const Knowledge& knowledge = *test::real_knowledge();
  const Inflector inflector(knowledge);
  for (const auto& c : cases) EXPECT_EQ(inflector.genitive(c.nominative, knowledge.language(c.language)).value_or(""), c.genitive) << c.nominative;
}

}  // namespace
}  // namespace qogam::lang
