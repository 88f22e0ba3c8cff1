// Scoring of whole files: each row is gold, prediction and the figures that come out.
#include "learn/score.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "learn/scorebook.h"
#include "qogam/error.h"

namespace qogam::learn {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A folder of its own for each test, gone with it.
class ScoreFiles : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("qogam-score-" + std::to_string(getpid()) + "-" + info->name());
    fs::create_directories(folder_ / "gold");
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    std::ofstream(path) << text;
    return path.string();
  }

  // Scores one document that both sides call "d".
  Scores score(json gold, json predicted) {
    gold["id"] = predicted["id"] = "d";
    if (!gold.contains("text")) gold["text"] = "article";
    write("gold/d.gold.json", gold.dump());
    return score_files({(folder_ / "gold").string()}, write("out.jsonl", predicted.dump() + "\n"));
  }

  fs::path folder_;
};

// "gold/predicted/right"
std::string counts(const Scores& scores, std::string_view finding) {
  for (const Figure& f : scores.figures)
    if (f.finding == finding)
      return std::to_string(f.gold) + "/" + std::to_string(f.predicted) + "/" +
             std::to_string(f.right);
  for (const Accuracy& a : scores.accuracies)
    if (a.name == finding) return std::to_string(a.right) + " of " + std::to_string(a.of);
  return "none";
}

TEST(Figure, has_shares) {
  const Figure some{"x", 10, 5, 4};
  EXPECT_DOUBLE_EQ(some.precision(), 0.8);
  EXPECT_DOUBLE_EQ(some.recall(), 0.4);
  EXPECT_DOUBLE_EQ(some.f1(), 8.0 / 15);
  EXPECT_DOUBLE_EQ(Figure{}.f1(), 0);
}

TEST(PairUp, is_one_to_one_and_takes_the_most_alike) {
  const double alike[2][3] = {{1, 2, 0}, {0, 2, 1}};
  const Pairs pairs = pair_up(2, 3, [&](std::size_t g, std::size_t p) { return alike[g][p]; });
  ASSERT_EQ(pairs.matched.size(), 2u);
  EXPECT_EQ(pairs.matched[0], (std::pair<std::size_t, std::size_t>(0, 1)));
  EXPECT_EQ(pairs.matched[1], (std::pair<std::size_t, std::size_t>(1, 2)));
  EXPECT_EQ(pairs.extra, std::vector<std::size_t>{0});
  EXPECT_TRUE(pairs.missed.empty());
}

TEST_F(ScoreFiles, counts_each_finding) {
  const struct {
    std::string finding, gold, predicted, counts;
  } rows[] = {
      {"officials", R"({"officials":[{"name":"Анна Ким"},{"name":"А. Ким"}]})",
       R"({"officials":[{"name":"Анна Ким"},{"name":"анна ким"}]})", "1/1/1"},
      {"officials", R"({"officials":[{"name":"Анна Ким"}]})",
       R"({"officials":[{"name":"Олег Ким"}]})", "1/1/0"},
      {"officials", R"({"officials":[{"name":"Анна Ким"}]})",
       R"({"officials":[{"name":"Анна Ким"},{"name":"А. Ким"}]})", "1/2/1"},
      {"officials.position",
       R"({"officials":[{"name":"Анна Ким","position":"head of roads","status":"current"}]})",
       R"({"officials":[{"name":"А. Ким","position":"head of roads","status":"current"}]})",
       "1/1/1"},
      {"officials.position",
       R"({"officials":[{"name":"Анна Ким","position":"head of roads","status":"former"}]})",
       R"({"officials":[{"name":"Анна Ким","position":"head of roads","status":"current"}]})",
       "1/1/0"},
      {"officials.position",
       R"({"officials":[{"name":"Анна Ким","position":"deputy head of roads"}]})",
       R"({"officials":[{"name":"Анна Ким","position":"speaker","status":"current"}]})", "1/1/0"},
      {"persons", R"({"entities":[{"type":"person","kind":"official","name":"Анна Ким"}]})",
       R"({"entities":[{"type":"person","kind":"person","name":"Ким"},
                       {"type":"location","kind":"city","name":"Ким"}]})",
       "1/1/1"},
      {"state_bodies", R"({"entities":[{"type":"organization","kind":"state_body","name":"a b"}]})",
       R"({"entities":[{"type":"organization","kind":"company","name":"a b"}]})", "1/0/0"},
      {"housing_associations",
       R"({"entities":[{"type":"organization","kind":"housing_association","name":"КСК"}]})",
       R"({"entities":[{"type":"organization","kind":"housing_association","name":"КСК"}]})",
       "1/1/1"},
      {"locations", R"({"entities":[{"type":"location","kind":"city","name":"Astana"}]})",
       R"({"entities":[{"type":"location","kind":"region","name":"Astana"}]})", "1/1/1"},
      {"ngos", R"({"ngos":[{"name":"Демеу","representatives":[{"name":"Анна Ким"}]}]})",
       R"({"ngos":[{"name":"«Демеу»"},{"name":"Жануя"}]})", "1/2/1"},
      {"ngos.representatives",
       R"({"ngos":[{"name":"Демеу","representatives":[{"name":"Анна Ким"}]}]})",
       R"({"ngos":[{"name":"Жануя","representatives":[{"name":"А. Ким"}]}]})", "1/1/1"},
      {"dates",
       R"({"dates":[{"text":"в 2022 году","value":"2022"},{"text":"12 мая","value":null}]})",
       R"({"dates":[{"text":"2022 году","value":"2022"},{"text":"12 мая","value":"XXXX-05-12"}]})",
       "2/2/2"},
      {"dates", R"({"dates":[{"text":"2 мая","value":"2024-05-02"}]})",
       R"({"dates":[{"text":"12 мая","value":"2024-05-02"},{"text":"2 мая","value":"2023-05-02"}]})",
       "1/2/0"},
      {"dates.span", R"({"dates":[{"text":"2 мая","value":"2024-05-02"}]})",
       R"({"dates":[{"text":"12 мая","value":"2024-05-02"},{"text":"2 мая","value":"2023-05-02"}]})",
       "1/2/1"},
      {"money", R"({"money":[{"text":"4 млрд","amount":4e9,"currency":"KZT"}]})",
       R"({"money":[{"text":"4 млрд","amount":4000000000.0,"amount_max":null,"currency":"KZT"},
                    {"text":"4 млрд","amount":4e9,"currency":"USD"}]})",
       "1/2/1"},
      {"topics", R"({"topics":[{"id":"land"},{"id":"roads_transport"}]})",
       R"({"topics":[{"id":"roads_transport"},{"id":"sport"}]})", "2/2/1"},
      {"topics.main", R"({"topics":[{"id":"land"},{"id":"sport"}]})",
       R"({"topics":[{"id":"sport"},{"id":"land"}]})", "0 of 1"},
      {"topics.main", R"({"topics":[]})", R"({"topics":[{"id":"land"}]})", "0 of 0"},
      {"quotes", R"({"quotes":[{"text":"a b c d"},{"text":"x y","direct":false}]})",
       R"({"quotes":[{"text":"a b c"},{"text":"x y","direct":false}]})", "1/1/1"},
      {"quotes.speaker", R"({"quotes":[{"text":"a b","speaker_name":"Анна Ким"}]})",
       R"({"quotes":[{"text":"a b","speaker_name":"А. Ким"}]})", "1 of 1"},
      {"quotes.speaker", R"({"quotes":[{"text":"a b","speaker_name":null}]})",
       R"({"quotes":[{"text":"a b","speaker_name":"А. Ким"}]})", "0 of 0"},
      {"commitments", R"({"commitments":[{"text":"a b c d e f g h i j k l","kind":"plan"}]})",
       R"({"commitments":[{"text":"b c d e","kind":"plan"},{"text":"i j k","kind":"plan"}]})",
       "1/2/1"},
      {"commitments.kind", R"({"commitments":[{"text":"a b","kind":"plan"}]})",
       R"({"commitments":[{"text":"a b","kind":"order"}]})", "0 of 1"},
      {"commitments.deadline",
       R"({"commitments":[{"text":"a b","deadline":{"text":"x","value":"2024-Q1"}}]})",
       R"({"commitments":[{"text":"a b","deadline":{"text":"x","value":"2024-01/2024-03"}}]})",
       "1 of 1"},
      {"commitments.deadline", R"({"commitments":[{"text":"a b","deadline":null}]})",
       R"({"commitments":[{"text":"a b","deadline":{"text":"x","value":"2024"}}]})", "0 of 1"},
      {"commitments.actor",
       R"({"commitments":[{"text":"a b","actor":"e1","actor_name":"the city akimat"}]})",
       R"({"commitments":[{"text":"a b","actor":"e4","actor_name":"city akimat"}]})", "1 of 1"},
      {"commitments.said_by", R"({"commitments":[{"text":"a b","said_by_name":"Анна Ким"}]})",
       R"({"commitments":[{"text":"a b","said_by_name":null}]})", "0 of 1"},
      {"commitments.ordered_by", R"({"commitments":[{"text":"a b","ordered_by":"Анна Ким"}]})",
       R"({"commitments":[{"text":"a b","ordered_by":"Ким"}]})", "1 of 1"},
      {"furniture.removed",
       R"({"text":"we share","furniture":[{"text":"USD 441.2"},{"text":"Share"},{"text":"Views: 8"}]})",
       R"({"text":"we share, Views: 8"})", "1 of 2"},
      {"furniture.removed", R"({"furniture":[{"text":"USD"}]})", R"({})", "0 of 0"},
      {"published", R"({"published":{"value":"2024-04-19"}})",
       R"({"published":{"value":"2024-04-19T10:00"}})", "1 of 1"},
      {"published", R"({"published":{"value":null}})", R"({"published":{"value":"2024-04-19"}})",
       "0 of 1"},
      {"language", R"({"language":"kk"})", R"({"language":"ru"})", "0 of 1"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(counts(score(json::parse(row.gold), json::parse(row.predicted)), row.finding),
              row.counts)
        << row.finding << " " << row.gold << " " << row.predicted;
}

TEST_F(ScoreFiles, reads_an_annotators_sheet) {
  const std::string gold = write("sheet.json", R"({"id":"d","lang":"mixed","text":"USD 1 page",
    "published":"2024-04-19","boilerplate":["USD 1"],
    "officials":[{"name":"Анна Ким","position":"head","organization":null}],
    "persons":["Олег Ли"],"ngos":[{"name":"НПО","named":false,"representatives":["Олег Ли"]}],
    "state_bodies":["akimat"],"housing_associations":["КСК"],"locations":["Astana"],
    "dates":[{"text":"2 years","value":"every P2Y"}],"money":[],"topics":["land","other"],
    "quotes":[{"start":"First words of a long qu","speaker":"Олег Ли"}],
    "commitments":[{"text":"a b c","kind":"plan","actor":"akimat","ordered_by":null,"deadline":null},
                   {"text":"u v w","kind":"plan","borderline":true},
                   {"text":"x y z","kind":"plan","borderline":true}]})");
  const std::string out = write(
      "out.jsonl",
      json{{"schema", "qogam/1"},
           {"id", "d"},
           {"language", "ru"},
           {"text", "page"},
           {"published", {{"value", "2024-04-19"}}},
           {"officials", {{{"name", "Анна Ким"}, {"position", "head"}, {"status", "former"}}}},
           {"entities",
            {{{"type", "person"}, {"name", "Анна Ким"}},
             {{"type", "person"}, {"name", "О. Ли"}},
             {{"type", "organization"}, {"kind", "state_body"}, {"name", "akimat"}}}},
           {"dates", {{{"text", "2 years"}, {"value", "R/P2Y"}}}},
           {"topics", {{{"id", "land"}}}},
           {"quotes",
            {{{"text", "First words of a long quote that goes on"}, {"speaker_name", "Ли"}}}},
           {"commitments",
            {{{"text", "a b c"}, {"kind", "plan"}, {"actor_name", "akimat"}},
             {{"text", "x y z"}, {"kind", "order"}}}}}
          .dump());
  const Scores scores = score_files({gold}, out);
  const std::pair<std::string, std::string> rows[] = {{"officials", "1/1/1"},
                                                      {"officials.position", "1/1/1"},
                                                      {"persons", "2/2/2"},
                                                      {"ngos", "1/0/0"},
                                                      {"ngos.representatives", "1/0/0"},
                                                      {"state_bodies", "1/1/1"},
                                                      {"housing_associations", "1/0/0"},
                                                      {"locations", "1/0/0"},
                                                      {"dates", "1/1/1"},
                                                      {"topics", "1/1/1"},
                                                      {"quotes", "1/1/1"},
                                                      {"quotes.speaker", "1 of 1"},
                                                      {"commitments", "1/1/1"},
                                                      {"commitments.kind", "1 of 1"},
                                                      {"commitments.actor", "1 of 1"},
                                                      {"furniture.removed", "1 of 1"},
                                                      {"published", "1 of 1"},
                                                      {"language", "0 of 0"}};
  for (const auto& [finding, expected] : rows)
    EXPECT_EQ(counts(scores, finding), expected) << finding;
}

TEST_F(ScoreFiles, counts_a_missing_document_as_missed) {
  write("gold/a.gold.json", R"({"id":"a","language":"ru","text":"t","topics":[{"id":"land"}]})");
  write("gold/b.gold.json", R"({"id":"b","language":"ru","text":"","topics":[{"id":"land"}]})");
  write("gold/ignored.json", "no JSON at all");
  const Scores scores =
      score_files({(folder_ / "gold").string()}, write("out.jsonl", "\n{\"id\":\"stranger\"}\n"));
  EXPECT_EQ(scores.documents, 1u);
  EXPECT_EQ(scores.missing_documents, std::vector<std::string>{"a"});
  EXPECT_EQ(counts(scores, "topics"), "1/0/0");
  EXPECT_EQ(counts(scores, "language"), "0 of 1");
  EXPECT_NE(format_table(scores).find("1 documents, 1 without a prediction: a"), std::string::npos);
}

// A table says what documents are about, and nothing that it does not say is judged.
TEST_F(ScoreFiles, takes_a_table_of_topics_for_gold) {
  const std::string gold = write("labels.tsv", "# two articles\nfile\tid\ttopics\nx\ta\tland sport\nx\tb\tother\n");
  const std::string out = write("out.jsonl", R"({"id":"news/a","topics":[{"id":"sport"}],"quotes":[{"text":"q"}]})" "\n"
                                             R"({"id":"b","topics":[{"id":"land"}],"furniture":[{"text":"f"}]})" "\n");
  const Scores scores = score_files({gold}, out);
  EXPECT_EQ(counts(scores, "topics"), "2/2/1");
  EXPECT_EQ(counts(scores, "topics.main"), "0 of 1");
  EXPECT_EQ(counts(scores, "quotes"), "0/0/0");
  EXPECT_EQ(counts(scores, "language"), "0 of 0");
}

TEST_F(ScoreFiles, prints_misses_of_one_finding) {
  const Scores scores =
      score(json::parse(R"({"topics":[{"id":"land"}],"quotes":[{"text":"a\nb"}]})"),
            json::parse(R"({"topics":[{"id":"sport"}]})"));
  EXPECT_EQ(format_misses(scores, "topics"), "missed\td\tland\nextra\td\tsport\n");
  EXPECT_EQ(format_misses(scores, "quotes"), "missed\td\ta b\n");
  EXPECT_EQ(format_misses(scores, "topics.main"), "wrong\td\tland -> sport\n");
  EXPECT_NE(format_misses(scores, "").find("missed\td\tquotes\ta b\n"), std::string::npos);
}

TEST_F(ScoreFiles, names_the_place_of_bad_input) {
  const std::string gold = write("gold/d.gold.json", R"({"id":"d","text":"t"})");
  const std::string good = write("good.jsonl", "{\"id\":\"d\"}\n");
  const struct {
    std::string gold, predictions, says;
  } rows[] = {
      {gold, write("torn.jsonl", "{\"id\":\"x\"}\n{\"id\":"), "torn.jsonl:2: "},
      {gold, write("twice.jsonl", "{\"id\":\"x\"}\n\n{\"id\":\"x\"}\n"), "twice.jsonl:3: "},
      {gold, write("no_id.jsonl", "{}\n"), "no_id.jsonl:1: the object has no \"id\""},
      {gold, write("list.jsonl", "[]\n"), "list.jsonl:1: this is no JSON object"},
      {gold, write("type.jsonl", R"({"id":"d","quotes":[{"text":1}]})"), "type.jsonl:1: "},
      {gold, write("new.jsonl", R"({"id":"d","schema":"qogam/9"})"), "qogam/9"},
      {gold, (folder_ / "absent.jsonl").string(), "absent.jsonl: cannot open"},
      {gold, (folder_ / "gold").string(), "gold: cannot open"},
      {(folder_ / "absent.json").string(), good, "absent.json: cannot open"},
      {write("bad.gold.json", "{\"id\":\"d\",\"dates\":3}"), good, "bad.gold.json: "},
      {write("empty.gold.json", R"({"id":"d","text":""})"), good, "No gold found"},
  };
  for (const auto& row : rows) try {
      score_files({row.gold}, row.predictions);
      ADD_FAILURE() << "no error for " << row.says;
    } catch (const Error& error) {
      EXPECT_EQ(error.cause(), Cause::input);
      EXPECT_NE(std::string(error.what()).find(row.says), std::string::npos) << error.what();
    }
}

TEST_F(ScoreFiles, gold_of_the_corpora_agrees_with_itself) {
  const fs::path corpora = fs::path(QOGAM_SOURCE_DIR) / "corpora";
  std::string lines;
  for (const auto& entry : fs::recursive_directory_iterator(corpora))
    if (entry.path().native().ends_with(".gold.json"))
      lines += json::parse(std::ifstream(entry.path())).dump() + "\n";
  const Scores scores = score_files({corpora.string()}, write("out.jsonl", lines));
  EXPECT_GE(scores.documents, 20u);
  EXPECT_EQ(format_misses(scores, ""), "");
}

}  // namespace
}  // namespace qogam::learn
