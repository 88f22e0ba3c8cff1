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

}  // namespace
}  // namespace qogam
