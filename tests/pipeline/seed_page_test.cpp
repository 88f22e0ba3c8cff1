// The first page that must work, and the same phenomena on our own articles.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/analysis.h"
#include "text/utf8.h"
#include "write/json.h"
#include "write/validator.h"

namespace qogam {
namespace {

using nlohmann::json;

json analysed_json(const std::string& path) {
  const Document d = test::analysed(test::read_whole(path));
  return json(write::to_json(d, {}));
}

// The code points [start, end) of a UTF-8 text.
std::string slice(const std::string& text, std::size_t start, std::size_t end) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < start; ++n) text::decode_at(text, at);
  const std::size_t from = at;
  for (std::size_t n = start; n < end; ++n) text::decode_at(text, at);
  return text.substr(from, at - from);
}

// Every object with start, end and text slices exactly its text, wherever it stands.
void expect_slices(const json& value, const std::string& text) {
  if (value.is_object() && value.contains("start") && value.contains("text")) {
    EXPECT_EQ(slice(text, value["start"], value["end"]), value["text"].get<std::string>());
  }
  if (!value.is_structured()) return;
  for (const json& inner : value) expect_slices(inner, text);
}

std::vector<std::string> values(const json& list, const char* key) {
  std::vector<std::string> all;
  for (const json& item : list) all.push_back(item[key].is_string() ? item[key].get<std::string>() : "null");
  return all;
}

// Quotes in somebody's own words.
json direct(const json& quotes) {
  json found = json::array();
  for (const json& q : quotes)
    if (q["direct"]) found.push_back(q);
  return found;
}

void expect_has(const std::vector<std::string>& all, const std::string& one) {
  EXPECT_NE(std::find(all.begin(), all.end(), one), all.end()) << one << " is missing in " << json(all).dump();
}

const json* by(const json& list, const char* key, const std::string& value) {
  for (const json& item : list)
    if (item[key] == value) return &item;
  return nullptr;
}

std::string seed_page() {
  const std::filesystem::path folder = std::filesystem::path(QOGAM_SOURCE_DIR) / ".." / "shared" / "data" / "seed";
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder)) return entry.path().string();
  return {};
}

class SeedPage : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path = seed_page();
    if (path.empty()) GTEST_SKIP() << "../shared/data/seed is not beside this checkout";
    object_ = analysed_json(path);
  }
  json object_;
};

TEST_F(SeedPage, is_described_by_the_schema_and_sliced_by_its_offsets) {
  EXPECT_EQ(write::test::schema_errors(object_), "");
  expect_slices(object_, object_["text"]);
  for (const json& topic : object_["topics"]) EXPECT_FALSE(topic["evidence"].empty());
}

TEST_F(SeedPage, people_and_ngos) {
  ASSERT_EQ(object_["officials"].size(), 1u);
  EXPECT_EQ(object_["officials"][0]["name"], "Талгат Рахманберді");
  EXPECT_EQ(object_["officials"][0]["position"], "руководитель управления внутренней политики");
  EXPECT_EQ(object_["officials"][0]["status"], "current");
  const json* speaker = by(object_["entities"], "name", "Алтынай Нуркеева");
  ASSERT_NE(speaker, nullptr);
  EXPECT_EQ((*speaker)["kind"], "person");
  const json* ngo = by(object_["ngos"], "name", "НПО");
  ASSERT_NE(ngo, nullptr);
  EXPECT_EQ((*ngo)["named"], false);
  expect_has(values((*ngo)["representatives"], "name"), "Алтынай Нуркеева");
}

TEST_F(SeedPage, dates_with_the_header_as_anchor) {
  EXPECT_EQ(object_["published"]["value"], "2024-04-19");
  EXPECT_EQ(object_["published"]["from"], "header");
  expect_has(values(object_["warnings"], "code"), "header_date");
  const std::vector<std::string> found = values(object_["dates"], "value");
  for (const char* value : {"2024-04-19", "2003", "2016/2020", "R/P2Y"}) expect_has(found, value);
  EXPECT_EQ((*by(object_["dates"], "value", "R/P2Y"))["type"], "set");
}

TEST_F(SeedPage, quotes_and_commitments) {
  const json quotes = direct(object_["quotes"]);
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0]["speaker_name"], "Алтынай Нуркеева");
  EXPECT_TRUE(quotes[0]["text"].get<std::string>().starts_with("Мы наблюдаем, что в обществе"));
  EXPECT_TRUE(quotes[0]["text"].get<std::string>().ends_with("касающиеся не только благоустройства"));
  EXPECT_EQ(quotes[1]["speaker_name"], "Талгат Рахманберді");
  EXPECT_TRUE(quotes[1]["text"].get<std::string>().starts_with("Все поднятые вопросы будут учтены."));
  EXPECT_TRUE(quotes[1]["text"].get<std::string>().ends_with("качественном конечном результате"));
  const json* promise = by(object_["commitments"], "text", "Все поднятые вопросы будут учтены");
  ASSERT_NE(promise, nullptr);
  EXPECT_EQ((*promise)["kind"], "promise");
  EXPECT_EQ((*promise)["said_by_name"], "Талгат Рахманберді");
  const json* plan = by(object_["commitments"], "kind", "plan");
  ASSERT_NE(plan, nullptr);
  EXPECT_TRUE((*plan)["text"].get<std::string>().starts_with("часть из них будет включена в повестку дня"));
}

TEST_F(SeedPage, topics) {
  const std::vector<std::string> found = values(object_["topics"], "id");
  for (const char* id : {"participatory_budgeting", "housing_association_control", "state_social_order", "public_oversight",
                         "civil_society_dialogue"})
    expect_has(found, id);
}

TEST_F(SeedPage, furniture_is_kept_apart) {
  const std::string text = object_["text"];
  EXPECT_GE(object_["furniture"].size(), 15u);
  for (const char* piece : {"icon", "447.4", "20oC", "1xadv", "×", "Нравится", "Возмутительно", "пятница, 19 апреля"})
    EXPECT_EQ(text.find(piece), text.npos) << piece;
  EXPECT_NE(text.find("Рахманберді"), text.npos);
}

// ---- the same on our own articles, where nothing is skipped ----

json own(const std::string& name) { return analysed_json(std::string(QOGAM_SOURCE_DIR) + "/corpora/" + name + ".txt"); }

TEST(OwnArticles, hold_the_phenomena_of_the_seed_page) {
  const json ru = own("ru/ru-01-civil-forum");
  EXPECT_EQ(ru["officials"][0]["name"], "Бауыржан Серікбаев");
  EXPECT_EQ(ru["published"]["from"], "header");
  expect_has(values(ru["warnings"], "code"), "header_date");
  expect_has(values(ru["dates"], "value"), "R/P2Y");
  expect_has(values(ru["dates"], "value"), "2021/2025");
  const json* ngo = by(ru["ngos"], "name", "НПО");
  ASSERT_NE(ngo, nullptr);
  expect_has(values((*ngo)["representatives"], "name"), "Гульсара Ермекова");
  EXPECT_EQ(direct(ru["quotes"]).size(), 2u);
  const json kk = own("kk/kk-01-civil-forum");
  EXPECT_EQ(kk["published"]["from"], "header");
  expect_has(values(kk["dates"], "value"), "R/P2Y");
  EXPECT_EQ(direct(kk["quotes"]).size(), 2u);
  EXPECT_NE(by(kk["ngos"], "name", "ҮЕҰ"), nullptr);
}

}  // namespace
}  // namespace qogam
