// What rules of one's own find: laws and events.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::mentions {
namespace {

constexpr const char* kPetitions = R"(rule petition
  match  петиция ("№" number:[digits])? ("к" addressee:#organization)? until:#date?
  gives  event kind=petition
  + «Подали петицию.» => kind=petition
  + «Петиция отклонена.» => kind=petition
  - «Подали жалобу.»

rule petition-committee
  match  петиция комитет
  gives  nothing
  + «Петиция комитета.» => none
  + «Петиции комитета.» => none
  - «Подали петицию.»
)";
constexpr const char* kLaws = R"(rule article
  match  статья number:[digits] span:(закон)
  gives  law kind=law span=$span
  + «По статье 5 закона.» => text=закона
  + «Статья 5 закона нарушена.» => text=закона
  - «Статья в газете.»
)";

const test::KnowledgePtr& knowledge() {
  static const test::KnowledgePtr own = [] {
    test::Files files = model::read_sources(std::string(QOGAM_SOURCE_DIR) + "/models");
    files.push_back({"ru/rules/events.rules", kPetitions});
    files.push_back({"ru/rules/laws.rules", kLaws});
    return test::knowledge_of(files);
  }();
  return own;
}

// "type:kind «text» name=value …" of the laws and events.
std::string found(const std::string& text) {
  const Document d = test::mentions_of(*knowledge(), text, "2024-04-19", "ru");
  std::vector<std::string> all;
  for (const Mention& m : d.mentions) {
    if (m.type != MentionType::law && m.type != MentionType::event) continue;
    std::string one = std::string(test::type_name(m.type)) + ":" + m.kind + " «" + std::string(d.surface(m.span)) + "»";
    for (const Capture& c : m.captures) one += " " + c.name + "=" + c.text;
    all.push_back(one);
  }
  return test::join(all, "; ");
}

TEST(Events, table) {
  const struct {
    const char *text, *found;
  } cases[] = {
      {"Жители подали петицию.", "event:petition «петицию»"},
      {"Подали петицию № 118 к акимату Темиртау.", "event:petition «петицию № 118 к акимату Темиртау» number=118 addressee=акимат Темиртау"},
      // A piece that was found before has the name, or the value, that it was found with.
      {"Есть петиция к МВД до 1 мая.", "event:petition «петиция к МВД до 1 мая» addressee=МВД until=2024-05-01"},
      {"Собралась петиция комитета.", ""},
      {"Нарушена статья 5 закона.", "law:law «закона» number=5 span=закон"},
      {"Подали жалобу.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.text), c.found) << c.text;
}

}  // namespace
}  // namespace qogam::mentions
