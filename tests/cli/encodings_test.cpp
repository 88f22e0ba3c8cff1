// One article in every encoding: the same JSON, but for the name of the encoding and the hash of the bytes.
#include "cli/program.h"
#include "read/test_support.h"

namespace qogam::cli::test {
namespace {

using qogam::read::testing::encoded;

class Encodings : public ProgramTest {
 protected:
  // A page of corpora/ in each charset and form, all under one name, against that in UTF-8. `instead`
  // are signs that a charset does not have, and what is written for them.
  void expect_same(const std::string& page, const std::vector<const char*>& charsets,
                   const std::vector<std::pair<const char*, const char*>>& instead = {}) {
    std::ifstream in(std::string(QOGAM_SOURCE_DIR) + "/corpora/" + page, std::ios::binary);
    std::string article{std::istreambuf_iterator<char>(in), {}};
    for (const auto& [sign, plain] : instead)
      for (std::size_t at = 0; (at = article.find(sign, at)) != std::string::npos;) article.replace(at, std::string_view(sign).size(), plain);
    ASSERT_FALSE(article.empty()) << page;
    std::string html = "<!DOCTYPE html><html><head><title>e.kz</title></head><body><article>";
    for (std::size_t at = 0; at < article.size();) {
      const std::size_t end = std::min(article.find('\n', at), article.size());
      if (end > at) html += "<p>" + article.substr(at, end - at) + "</p>\n";
      at = end + 1;
    }
    html += "</article></body></html>";
    const std::string line = nlohmann::json{{"id", "x"}, {"text", article}}.dump() + "\n";
    for (const auto& [name, content] : {std::pair("a.txt", article), std::pair("a.html", html), std::pair("a.jsonl", line)}) {
      const nlohmann::json whole = analysed(name, content);
      EXPECT_FALSE(whole["mentions"].empty()) << page << " " << name;
      for (const char* const charset : charsets)
        for (const bool mark : {false, true}) {
          if (mark && std::string_view(charset).substr(0, 3) != "UTF") continue;
          const nlohmann::json other = analysed(name, encoded((mark ? "\uFEFF" : "") + content, charset));
          EXPECT_EQ(nlohmann::json::diff(whole, other).dump(), "[]") << page << " " << name << " " << charset << " mark " << mark;
        }
    }
  }

 private:
  nlohmann::json analysed(const std::string& name, const std::string& bytes) {
    write(name, bytes);
    const Ended e = qogam("analyze " + name);
    EXPECT_EQ(e.code, 0) << e.err;
    const auto all = objects(e.out);
    if (all.size() != 1) return {};
    nlohmann::json object = all[0];
    object["source"].erase("encoding");
    object["source"].erase("sha256");
    return object;
  }
};

TEST_F(Encodings, of_russian_give_the_same_json) {
  for (const char* const page : {"ru/ru-03-akim-report.txt", "ru/ru-08-public-monitoring.txt"}) {
    expect_same(page, {"UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1251"});
    expect_same(page, {"KOI8-R"}, {{"«", "\""}, {"»", "\""}, {"–", "-"}, {"—", "-"}, {"№", "N"}});
  }
}

TEST_F(Encodings, of_kazakh_give_the_same_json) {
  for (const char* const page : {"kk/kk-02-participatory-budget.txt", "kk/kk-03-akim-report.txt"})
    expect_same(page, {"UTF-8", "UTF-16LE", "UTF-16BE", "RK1048"});
}

}  // namespace
}  // namespace qogam::cli::test
