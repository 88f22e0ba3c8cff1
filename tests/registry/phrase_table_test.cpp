// Tables of phrases: what is read, what is found, and what the real ones hold.
#include "registry/phrase_table.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "model/plain_lines.h"
#include "model/source.h"
#include "registry/registry.h"
#include "registry/tables.h"
#include "support/knowledge.h"

namespace qogam::registry::test {
namespace {

std::string error_of(const std::string& text) {
  try {
    const PhraseTable table("common/mine.tsv", text, knowledge());
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    return e.what();
  }
  return {};
}

TEST(PhraseTableTest, errors_name_file_and_line) {
  const struct {
    const char *text, *says;
  } cases[] = {
      {"# a\n\nname\tru\n", "common/mine.tsv:3"},
      {"id\tru\tkk\n# a\none\tдорога\n", "common/mine.tsv:3"},
      {"id\tru\tkk\none\tдорога\tжол\textra\n", "common/mine.tsv:2"},
      {"id\tru\tkk\none\tдорога\tжол\n\ntwo\n", "common/mine.tsv:4"},
  };
  for (const auto& c : cases) EXPECT_NE(error_of(c.text).find(c.says), std::string::npos) << c.text << ": " << error_of(c.text);
  EXPECT_EQ(error_of(""), "");
  EXPECT_EQ(error_of("id\tru\tkk\none\tдорога\tжол\n"), "");
}

// What read_concepts() and read_body_terms() say of a file of those of the small models.
std::string error_of_tables(const std::string& path, const std::string& text) {
  try {
    const auto small = qogam::test::small_knowledge({{path, text}});
    path == "common/concepts.tsv" ? read_concepts(*small) : read_body_terms(*small);
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    return e.what();
  }
  return {};
}

TEST(PhraseTableTest, other_columns_are_checked) {
  const struct {
    const char *path, *text, *says;
  } cases[] = {
      {"common/concepts.tsv", "id\txx\nroad\tдорога\n", "common/concepts.tsv:2: the column `weight`"},
      {"common/concepts.tsv", "id\tweight\txx\nroad\t1\tдорога\nmend\t0,5\tчинить\n", "common/concepts.tsv:3: the column `weight`"},
      {"common/concepts.tsv", "id\tweight\txx\nroad\tmuch\tдорога\n", "common/concepts.tsv:2"},
      {"common/concepts.tsv", "id\tweight\txx\nroad\tnan\tдорога\n", "common/concepts.tsv:2"},
      {"common/concepts.tsv", "id\tweight\txx\nroad\t-1\tдорога\n", "common/concepts.tsv:2"},
      {"common/concepts.tsv", "id\tweight\txx\nroad\t1e99\tдорога\n", "common/concepts.tsv:2"},
      {"common/body_terms.tsv", "id\txx\nroad\tдорога\n", "common/body_terms.tsv:2: there is no column `role`"},
  };
  for (const auto& c : cases) EXPECT_NE(error_of_tables(c.path, c.text).find(c.says), std::string::npos) << c.text << ": " << error_of_tables(c.path, c.text);
  EXPECT_EQ(error_of_tables("common/concepts.tsv", "id\tweight\txx\nroad\t0.5\tдорога\n"), "");
  EXPECT_EQ(error_of_tables("common/body_terms.tsv", "id\trole\txx\nroad\thead\tдорога\n"), "");
}

// "[id first size] …"
std::string found_in(const PhraseTable& table, const std::string& text, const std::string& language) {
  words::Lemmatizer lemmatizer(knowledge());
  std::string out;
  for (const auto& f : table.find(lemmatizer.words(text, language), language))
    out += (out.empty() ? "" : " ") + table.entries()[static_cast<std::size_t>(f.entry)].id + ":" + std::to_string(f.first) + "+" + std::to_string(f.size);
  return out;
}

TEST(PhraseTableTest, the_longest_phrase_wins_in_any_form) {
  const PhraseTable table("t", "id\tweight\tru\tkk\nroad\t1\tдорога\tжол\nrepair\t0.5\tремонт|капитальный ремонт\tжөндеу|күрделі жөндеу\nroad_repair\t2\tремонт дорога\tжол жөндеу\n", knowledge());
  const struct {
    const char *language, *text, *found;
  } cases[] = {
      {"ru", "Дорогу отремонтируют", "road:0+1"},
      {"ru", "капитального ремонта дорог", "repair:0+2 road:2+1"},
      {"ru", "ремонт дорог", "road_repair:0+2"},
      {"ru", "дорогами", "road:0+1"},
      {"kk", "жол жөндеу", "road_repair:0+2"},
      {"kk", "жолдарды күрделі жөндеу", "road:0+1 repair:1+2"},
      {"kk-Latn", "", ""},
      {"ru", "", ""},
      {"en", "дорога", ""},
      {"", "дорога", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(found_in(table, c.text, c.language), c.found) << c.text;
  EXPECT_EQ(table.entries()[1].more.at("weight"), "0.5");
}

// What a promise must not be joined over stands in two concepts; these lemmas do for a reason, and nothing else should.
TEST(ConceptsTest, no_lemma_stands_in_two_concepts_of_one_language) {
  const std::set<std::string> allowed = {};
  words::Lemmatizer lemmatizer(knowledge());
  std::vector<std::string> columns;
  std::map<std::string, std::set<std::string>> ids;  // by language and lemmas
  for (const model::PlainLine& line : model::plain_lines(knowledge().resource("common/concepts.tsv"))) {
    const auto parts = model::fields(line.text);
    if (columns.empty()) {
      columns = parts;
      continue;
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (columns[i] != "ru" && columns[i] != "kk") continue;
      for (std::size_t begin = 0; begin <= parts[i].size();) {
        const std::size_t end = std::min(parts[i].find('|', begin), parts[i].size());
        std::string lemmas;
        for (const words::PlainWord& word : lemmatizer.words(parts[i].substr(begin, end - begin), columns[i])) lemmas += (lemmas.empty() ? "" : " ") + std::string(word.lemma);
        EXPECT_NE(lemmas, "") << "common/concepts.tsv:" << line.number << " has an empty phrase";
        ids[columns[i] + ": " + lemmas].insert(parts[0]);
        begin = end + 1;
      }
    }
  }
  for (const auto& [lemmas, all] : ids) {
    if (all.size() < 2 || allowed.contains(lemmas)) continue;
    std::string names;
    for (const std::string& id : all) names += " " + id;
    ADD_FAILURE() << lemmas << " is in" << names;
  }
}

TEST(ConceptsTest, ids_are_told_once_and_weights_are_numbers) {
  for (const PhraseTable* table : {&concepts(), &terms()}) {
    std::set<std::string> ids;
    for (const auto& entry : table->entries()) EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
  }
  for (const auto& entry : concepts().entries()) {
    const float weight = std::stof(entry.more.at("weight"));
    EXPECT_TRUE(weight > 0 && weight <= 1) << entry.id;
  }
  const std::set<std::string> roles = {"head", "generic", "domain", "level", "body"};
  for (const auto& entry : terms().entries()) EXPECT_TRUE(roles.contains(entry.more.at("role"))) << entry.id;
}

}  // namespace
}  // namespace qogam::registry::test
