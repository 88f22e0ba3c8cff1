// What the tests of the cleaner share: a cleaner without the compiled knowledge, and documents.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <set>
#include <string_view>
#include <vector>

#include "clean/cleaner.h"
#include "text/letters.h"

namespace qogam::clean::testing {

inline const std::string kRoot = QOGAM_SOURCE_DIR;
inline const std::string kShared = kRoot + "/../shared";

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Stems of months and weekdays in the languages of the tests; the lexicons know all forms.
inline std::optional<int> word_value(std::string_view lexicon_class, std::string_view word) {
  static const std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> stems = {
      {"month",
       {{"январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
         "ноябр", "декабр"},
        {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйе",
         "қазан", "қараша", "желтоқсан"},
        {"qańtar", "aqpan", "naýryz", "sáýir", "mamyr", "maýsym", "shilde", "tamyz", "qyrkúıek",
         "qazan", "qarasha", "jeltoqsan"}}},
      {"weekday",
       {{"понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"},
        {"дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"}}}};
  const auto lists = stems.find(lexicon_class);
  if (lists == stems.end()) return std::nullopt;
  const std::string lower = text::to_lower(word);
  for (const auto& list : lists->second)
    for (std::size_t i = 0; i < list.size(); ++i)
      if (lower.starts_with(list[i]) && lower.size() <= list[i].size() + 4)
        return static_cast<int>(i) + 1;
  return std::nullopt;
}

inline Dates test_dates() { return Dates(word_value); }

inline FurnitureRules test_rules() {
  return FurnitureRules(read_file(kRoot + "/models/common/furniture.tsv"), "common/furniture.tsv");
}

inline Lookalikes test_lookalikes() {
  return Lookalikes(read_file(kRoot + "/models/common/lookalikes.tsv"), "common/lookalikes.tsv");
}

inline html::MarkupRules test_markup() {
  return html::MarkupRules(read_file(kRoot + "/models/common/markup.tsv"), "common/markup.tsv");
}

// The words of these tests that may be run together.
inline LostSpaces test_spaces() {
  return LostSpaces([](std::string_view word) -> std::uint8_t {
    static const std::set<std::string, std::less<>> words = {"корреспондент", "утверждения", "должны", "тенге", "читайте", "ссылкой"};
    static const std::set<std::string, std::less<>> function = {"после", "в", "со"};
    const std::string lower = text::to_lower(word);
    if (function.contains(lower)) return kKnownWord | kListedWord | kFunctionWord;
    return words.contains(lower) ? kKnownWord | kListedWord | (lower == "должны" ? 0 : kOnlyNoun) : 0;
  });
}

inline const Stage& test_cleaner() {
  static const auto cleaner =
      make_cleaner({test_rules(), test_lookalikes(), test_dates(), test_markup(), test_spaces()}, Options{});
  return *cleaner;
}

inline Document cleaned(std::string raw) {
  Document document;
  document.raw = std::move(raw);
  test_cleaner().run(document);
  return document;
}

// The words of a test name from any string.
inline std::string test_name(std::string name) {
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
}

}  // namespace qogam::clean::testing
