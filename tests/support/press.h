// Articles of the press that stand in tables as offsets and names only. QOGAM_KZNEWS names the folder with the texts, JSON
// Lines with id, title and content or text.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace qogam::test {

using PressArticle = std::pair<std::string, std::string>;  // file and id

// The value of a key; empty where it is left out or null.
inline std::string press_value(const nlohmann::json& record, const char* key) {
  const auto value = record.find(key);
  return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
}

inline std::string press_text(const nlohmann::json& record) {
  const std::string content = press_value(record, "content");
  return press_value(record, "title") + "\n" + (content.empty() ? press_value(record, "text") : content);
}

// Calls take(text, value) for each article of `articles`, once, as the files of `folder` hold it; a test fails where one is not there.
template <typename Value, typename Take>
void read_press(const std::string& folder, std::map<PressArticle, Value> articles, Take take) {
  for (const char* name : {"ru.jsonl", "ru2.jsonl", "kk.jsonl"}) {
    std::ifstream file(folder + "/" + name);
    for (std::string line; std::getline(file, line);) {
      const auto record = nlohmann::json::parse(line);
      const auto article = articles.find({name, press_value(record, "id")});
      if (article == articles.end()) continue;
      take(press_text(record), article->second);
      articles.erase(article);  // the same article may stand in a file twice
    }
  }
  EXPECT_TRUE(articles.empty()) << articles.size() << " articles are not there";
}

}  // namespace qogam::test
