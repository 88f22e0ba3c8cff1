// A language more leaves what was learnt of the others as it was.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/analysis.h"
#include "write/json.h"

namespace qogam {
namespace {

// Written in letters of its own, and the first of all, so that the others have other numbers.
const model::SourceFile kFirstOfAll{"aa/language.tsv", "code\taa\nname\tTest\nletters\tѳѣѵ\nwords\tѳѣѵ\n"};

std::string findings_of(const test::KnowledgePtr& knowledge, const std::string& path) {
  Document d;
  d.id = "article";
  d.source.bytes = test::read_whole(path);
  Pipeline::load(knowledge, {}).analyze(d);
  return write::to_json_text(d, {});
}

TEST(NewLanguage, leaves_the_findings_of_the_others_as_they_were) {
  test::Files files = model::read_sources(std::string(QOGAM_SOURCE_DIR) + "/models");
  files.insert(files.begin(), kFirstOfAll);
  const test::KnowledgePtr more = test::knowledge_of(files);
  ASSERT_NE(more->language("kk"), test::real_knowledge()->language("kk"));
  for (const char* folder : {"kk", "ru"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::string(QOGAM_SOURCE_DIR) + "/corpora/" + folder)) {
      if (file.path().extension() != ".txt") continue;
      EXPECT_EQ(findings_of(more, file.path().string()), findings_of(test::real_knowledge(), file.path().string())) << file.path();
    }
  }
}

// Its heads stand first, and it has no dictionary.
TEST(NewLanguage, needs_no_dictionary) {
  const test::KnowledgePtr bare = test::small_knowledge({{"xx/morphology.tsv", "ка\t-\tnoun dat sg\n-\t-\tnoun nom sg\n"},
                                                         {"xx/lexicon/bodies.tsv", "@class body-head\nминистрлык\n"},
                                                         {"xx/rules/organizations.rules", test::rule("body", "name:@body-head", "organization kind=state_body name=$name")}});
  const Document d = test::mentions_of(*bare, "Хат министрлыкка килде.", "2024-04-19", "xx");
  ASSERT_EQ(d.mentions.size(), 1u);
  EXPECT_EQ(d.surface(d.mentions[0].span), "министрлыкка");
}

}  // namespace
}  // namespace qogam
