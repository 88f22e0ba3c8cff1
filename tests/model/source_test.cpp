// Lines of model sources: what is a comment, and which number a line has.
#include "model/source.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "qogam/error.h"

namespace qogam::model {
namespace {

std::string dump(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& l : lines) all += std::to_string(l.number) + ":" + l.text + "|";
  return all;
}

TEST(Source, lines_without_comments_keep_their_numbers) {
  const struct {
    const char *text, *lines;
  } cases[] = {
      {"", ""},
      {"\n\n", ""},
      {"аким", "1:аким|"},
      {"аким\nминистр\n", "1:аким|2:министр|"},
      {"# слова\n\nаким\n", "3:аким|"},
      {"аким # глава\n", "1:аким|"},
      {"аким\trank=head\t# глава\n", "1:аким\trank=head|"},
      {"#person\n", ""},                                   // at the start of a line
      {"  match  #person #date\n", "1:  match  #person #date|"},  // a kind of mention
      {"  match  p:#person # кто\n", "1:  match  p:#person|"},
      {"дом#5\n", "1:дом#5|"},
      {"аким  \t\r\nминистр\r\n", "1:аким|2:министр|"},
      {"   \n\t\nаким", "3:аким|"},
      {"аким #", "1:аким|"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(dump(SourceFile{"f", c.text}.lines()), c.lines) << c.text;
}

TEST(Source, fail_names_file_and_line) {
  try {
    SourceFile{"ru/names.tsv", ""}.fail(7, "two fields are missing");
    FAIL();
  } catch (const Error& e) {
    EXPECT_STREQ(e.what(), "ru/names.tsv:7: two fields are missing");
    EXPECT_EQ(e.cause(), Cause::models);
  }
}

TEST(Source, what_editors_and_git_leave_is_no_knowledge) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("qogam-source-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / ".git");
  std::filesystem::create_directories(folder / "ru");
  std::ofstream(folder / ".git/index", std::ios::binary) << "\xFF\xFE";
  std::ofstream(folder / "ru/.names.swp", std::ios::binary) << "\xFF";
  std::ofstream(folder / "ru/a.topic", std::ios::binary) << "\xEF\xBB\xBFid roads\r\n";
  const auto files = read_sources(folder.string());
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0].path, "ru/a.topic");
  EXPECT_EQ(dump(files[0].lines()), "1:id roads|");
  std::filesystem::remove_all(folder);
}

TEST(Source, fields_and_pieces) {
  using Strings = std::vector<std::string>;
  EXPECT_EQ(fields("первый заместитель\trank=deputy"),
            (Strings{"первый заместитель", "rank=deputy"}));
  EXPECT_EQ(fields(" а \t\t б "), (Strings{"а", "", "б"}));
  EXPECT_EQ(fields(""), (Strings{""}));
  EXPECT_EQ(pieces("  noun  gen\tsg "), (Strings{"noun", "gen", "sg"}));
  EXPECT_EQ(pieces(" \t "), Strings{});
  EXPECT_EQ(trim(" \tаким\r "), "аким");
}

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() / ("qogam-source-" + std::to_string(getpid()));
    write("ru/names.tsv", "аким\n");
    write("ru/lexicon/posts.tsv", "министр\n");
    write("common/fold.tsv", "ё\tе\n");
    write("ru/.names.tsv.swp", "\xFF");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }
  void write(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  std::filesystem::path root_;
};

TEST_F(Folder, files_come_in_the_order_of_their_paths) {
  std::string paths;
  for (const SourceFile& f : read_sources(root_.string())) paths += f.path + " ";
  EXPECT_EQ(paths, "common/fold.tsv ru/lexicon/posts.tsv ru/names.tsv ");
}

TEST_F(Folder, bytes_that_are_not_utf8_are_named) {
  write("ru/bad.tsv", "аким\n\xE0\xEA\xE8\xEC\n");
  try {
    read_sources(root_.string());
    FAIL();
  } catch (const Error& e) {
    const std::string said = e.what();
    EXPECT_NE(said.find("ru/bad.tsv: byte 9 "), std::string::npos) << said;
  }
}

TEST_F(Folder, missing_folder_is_an_error_of_models) {
  EXPECT_THROW(read_sources((root_ / "none").string()), Error);
}

}  // namespace
}  // namespace qogam::model
