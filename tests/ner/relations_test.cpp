// Who works as what, by the weights of the model. A row is a text, in which people stand in [] and posts in {}, and the pairs
// that belong together.
#include "ner/relations.h"

#include <gtest/gtest.h>

#include "qogam/error.h"
#include "support/analysis.h"

namespace qogam::ner {
namespace {

struct Marked {
  std::string text;
  std::vector<Span> people, posts;
};

Marked marked(const std::string& row) {
  Marked m;
  for (const char c : row) {
    const auto at = static_cast<std::uint32_t>(m.text.size());
    if (c == '[') m.people.push_back({at, at});
    else if (c == '{') m.posts.push_back({at, at});
    else if (c == ']') m.people.back().end = at;
    else if (c == '}') m.posts.back().end = at;
    else m.text += c;
  }
  return m;
}

std::vector<TokenRange> tokens_of(const Document& d, const std::vector<Span>& spans) {
  std::vector<TokenRange> ranges;
  for (const Span& s : spans) {
    TokenRange& r = ranges.emplace_back();
    while (d.tokens[r.first].span.begin < s.begin) ++r.first;
    for (r.last = r.first; r.last < d.tokens.size() && d.tokens[r.last].span.end <= s.end;) ++r.last;
  }
  return ranges;
}

std::string found(const std::string& row) {
  const auto& knowledge = *test::real_knowledge();
  const RelationFinder finder(knowledge.relation_weights(knowledge.language("ru")).at("works-as"));
  const Marked m = marked(row);
  const Document d = test::words_of(knowledge, m.text, "ru");
  const auto people = tokens_of(d, m.people), posts = tokens_of(d, m.posts);
  std::string all;
  for (const TaggedRelation& r : finder.find(d, people, posts)) {
    EXPECT_GT(r.confidence, 0.3);
    EXPECT_LE(r.confidence, 1);
    all += std::string(d.surface(d.span_of(people[r.head]))) + ": " + std::string(d.surface(d.span_of(posts[r.tail]))) + "; ";
  }
  return all;
}

TEST(Relations, people_and_posts) {
  const std::pair<const char*, const char*> rows[] = {
      {"{Министр культуры} [Ерлан Омаров] открыл выставку.", "Ерлан Омаров: Министр культуры; "},
      {"[Асель Ким] — {директор библиотеки}.", "Асель Ким: директор библиотеки; "},
      {"На встрече были {министр} [Омаров] и {депутат} [Ким].", "Омаров: министр; Ким: депутат; "},
      {"Пришли {депутаты} [Омаров], [Ким] и [Сагындыков].", "Омаров: депутаты; Ким: депутаты; Сагындыков: депутаты; "},
      {"[Марат Сагындыков], который был {министром финансов}, уехал.", "Марат Сагындыков: министром финансов; "},
      {"{Президент} уехал. Дождь шёл два дня, и дороги размыло. Жители чинили мост. В школе начались занятия. Потом [Омаров] продал дом.", ""},
      {"", ""},
  };
  for (const auto& [row, wanted] : rows) EXPECT_EQ(found(row), wanted) << row;
}

TEST(Relations, kinds_are_read) {
  const RelationType t = RelationType::parse("WORKPLACE=names/PER+names/ORG");
  EXPECT_EQ(t.name + " " + t.head.set + " " + t.head.type + " " + t.tail.set + " " + t.tail.type, "WORKPLACE names PER names ORG");
  for (const char* wrong : {"", "X", "X=a/b", "X=a/b+c", "X+a/b=c/d"}) EXPECT_THROW(RelationType::parse(wrong), Error) << wrong;
}

}  // namespace
}  // namespace qogam::ner
