// Tables of labels, good and bad.
#include "learn/topic_labels.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "qogam/error.h"

namespace qogam::learn {
namespace {

std::string table(const std::string& bytes) {
  const std::string path = ::testing::TempDir() + "labels-" + std::to_string(getpid()) + ".tsv";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(TopicLabels, are_read_by_the_names_of_columns) {
  const TopicLabels labels = read_topic_labels(table("\xEF\xBB\xBF# about\n\ntopics\tid\toutlet\nland sport land\ta\tnews\r\nother\tb\t\n"));
  EXPECT_EQ(labels, (TopicLabels{{"a", {"land", "sport"}}, {"b", {}}}));
}

TEST(TopicLabels, are_found_by_the_last_part_of_an_id) {
  const TopicLabels labels{{"a", {"land"}}, {"x/b", {"sport"}}};
  ASSERT_NE(labels_for(labels, "news/2024/a"), nullptr);
  EXPECT_EQ(labels_for(labels, "news/2024/a")->front(), "land");
  EXPECT_NE(labels_for(labels, "x/b"), nullptr);
  EXPECT_NE(labels_for(labels, "2024/x/b"), nullptr);
  EXPECT_EQ(labels_for(labels, "b"), nullptr);
  EXPECT_EQ(labels_for(labels, "aa"), nullptr);
}

TEST(TopicLabels, mistakes_are_named_with_file_and_line) {
  const struct {
    const char *bytes, *says;
  } cases[] = {
      {"", ".tsv:1: the table is empty"},
      {"id\ttopics\n\tland\n", ".tsv:2: the id is missing"},
      {"name\ttopics\n", ".tsv:1: the first line names no column `id`"},
      {"id\tabout\n", ".tsv:1: the first line names no column `topics`"},
      {"id\ttopics\na\tland\tsport\n", ".tsv:2: there are 3 columns"},
      {"id\ttopics\na\tland\n# once more\na\tsport\n", ".tsv:4: a line before this one has the id \"a\" too"},
  };
  for (const auto& c : cases) {
    try {
      read_topic_labels(table(c.bytes));
      ADD_FAILURE() << c.bytes;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find(c.says), std::string::npos) << e.what();
    }
  }
  EXPECT_THROW(read_topic_labels("/no/such/file.tsv"), Error);
}

}  // namespace
}  // namespace qogam::learn
