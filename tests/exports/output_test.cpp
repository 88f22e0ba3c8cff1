// Outputs are whole or not there; names of files and days.
#include "exports/output.h"

#include <cctype>
#include <set>

#include "exports/days.h"
#include "exports/file_names.h"
#include "exports/world.h"

namespace qogam::exports::test {
namespace {

class OutputTest : public ExportTest {
 protected:
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(folder_), fs::recursive_directory_iterator())); }

  static Corpus failing() {
    Corpus corpus = with_articles({bare_article("x", "words")});
    corpus.next = [next = corpus.next]() -> std::optional<Json> {
      if (auto article = next()) return article;
      throw Error(Cause::input, "The store is torn.");
    };
    return corpus;
  }

  static Options options() {
    Options given;
    given.conllu = [](const Json&) { return std::string(); };
    return given;
  }
};

TEST_F(OutputTest, a_run_that_fails_leaves_nothing_and_keeps_what_was_there) {
  for (const Format& format : formats()) {
    const std::string name(format.name);
    EXPECT_EQ(message_of([&] { exported(name, failing(), options()); }), "The store is torn.") << name;
    EXPECT_EQ(files(), 0u) << name;
    if (format.folder) continue;
    save("out", "before");
    message_of([&] { exported(name, failing(), options()); });
    EXPECT_EQ(bytes_of(folder_ / "out"), "before");
    fs::remove(folder_ / "out");
  }
}

TEST_F(OutputTest, formats_are_told_by_name) {
  for (const Format& format : formats()) EXPECT_TRUE(make_exporter(format.name));
  EXPECT_FALSE(make_exporter("xlsx"));
}

TEST_F(OutputTest, a_place_that_does_not_fit_is_refused_by_name) {
  save("file", "mine");
  fs::create_directories(folder_ / "folder");
  for (const Format& format : formats()) {
    const std::string message = message_of([&] { exported(std::string(format.name), Corpus{}, options(), format.folder ? "file" : "folder"); });
    EXPECT_NE(message.find(format.folder ? "file' is no folder" : "folder' is a folder"), std::string::npos) << message;
    EXPECT_NE(message_of([&] { exported(std::string(format.name), Corpus{}, options(), "file/x"); }).find("Cannot"), std::string::npos);
  }
  EXPECT_EQ(bytes_of(folder_ / "file"), "mine");
}

TEST_F(OutputTest, annotations_are_never_written_over) {
  save("out/doc.ann", "mine");
  EXPECT_NE(message_of([&] { exported("brat", Corpus{}); }).find("is not empty"), std::string::npos);
  EXPECT_EQ(bytes_of(folder_ / "out/doc.ann"), "mine");
}

TEST_F(OutputTest, articles_without_text_are_refused_where_it_is_needed) {
  Json article = bare_article("x", "");
  article.erase("text");
  for (const char* name : {"brat", "labelstudio"})
    EXPECT_NE(message_of([&] { exported(name, with_articles({article})); }).find("article 'x' came without its text"), std::string::npos);
  for (const char* name : {"csv", "ftm", "popolo", "jsonld"}) EXPECT_EQ(message_of([&] { exported(name, with_articles({article})); fs::remove_all(folder_ / "out"); }), "no error");
}

TEST_F(OutputTest, two_runs_write_the_same_bytes) {
  for (const char* name : {"ftm", "popolo", "jsonld", "labelstudio"})
    EXPECT_EQ(bytes_of(exported(name, SimpleRegistry::of(hostile_articles()), {}, "a")), bytes_of(exported(name, SimpleRegistry::of(hostile_articles()), {}, "b")));
}

TEST(FileNamesTest, names_are_safe_and_never_alike) {
  FileNames names;
  EXPECT_EQ(names.next("ru-01_a.b"), "ru-01_a.b");
  EXPECT_EQ(names.next("news"), "news");
  std::set<std::string> seen{"ru-01_a.b", "news"};
  for (const std::string& id : {std::string("NEWS"), std::string("news"), std::string("news"), std::string("../x"), std::string(".."), std::string(""), std::string("a/b"),
                                std::string("a\\b"), std::string("a\0b", 3), std::string(".x"), std::string(500, 'y'), std::string("x/") + std::string(500, 'y')}) {
    const std::string name = names.next(id);
    EXPECT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."), std::string::npos) << name;
    EXPECT_LE(name.size(), 100u);
    EXPECT_NE(name[0], '.');
    std::string lower = name;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_TRUE(seen.insert(lower).second) << name;
  }
}

TEST(DaysTest, values_name_their_first_and_last_day) {
  const char* rows[][3] = {
      {"2024-04-19", "2024-04-19", "2024-04-19"}, {"2024-04-19T18:00", "2024-04-19", "2024-04-19"}, {"2024-02", "2024-02-01", "2024-02-29"},
      {"2024", "2024-01-01", "2024-12-31"},       {"2024-Q3", "2024-07-01", "2024-09-30"},          {"2024-H2", "2024-07-01", "2024-12-31"},
      {"2023-WI", "2023-12-01", "2024-02-29"},    {"2016/2020", "2016-01-01", "2020-12-31"},        {"2024-09-01/2024-09-15", "2024-09-01", "2024-09-15"},
      {"P1M", "", ""},                            {"R/P2Y", "", ""},                                {"PRESENT_REF", "", ""},
      {"XXXX-04-19", "", ""},                     {"2024-13", "", ""},                              {"2023-02-29", "", ""},
      {"", "", ""},                               {"2024-", "", ""},                                {"2024/", "", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(days_of(row[0]).begin, row[1]) << row[0];
    EXPECT_EQ(days_of(row[0]).end, row[2]) << row[0];
  }
}

TEST(DaysTest, they_agree_with_gold) {
  for (const Json& article : all_gold())
    for (const Json& date : article["dates"]) {
      if (!date["value"].is_string()) continue;
      const Days days = days_of(date["value"].get<std::string>());
      EXPECT_EQ(days.begin.empty() ? Json() : Json(days.begin), date["begin"]) << article["id"] << date;
      EXPECT_EQ(days.end.empty() ? Json() : Json(days.end), date["end_date"]) << article["id"] << date;
    }
}

}  // namespace
}  // namespace qogam::exports::test
