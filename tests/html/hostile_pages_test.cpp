// Pages made to take long: each is a megabyte or so that must be gone through once, not once for each of its elements.
// What is quadratic takes minutes here, and the test is stopped.
#include <gtest/gtest.h>

#include <string>

#include "html/extract.h"
#include "support/knowledge.h"

namespace qogam::html {
namespace {

std::string times(std::size_t count, const std::string& piece) {
  std::string all;
  all.reserve(count * piece.size());
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

const std::string kProse = "<p>" + times(60, "Многие слова стоят в этом предложении. ") + "</p>";
constexpr std::size_t kMany = 100'000, kDeep = 2'500;

struct Hostile {
  const char* name;
  std::string page;
};

class HostilePages : public testing::TestWithParam<Hostile> {};

TEST_P(HostilePages, are_gone_through_once) {
  static const MarkupRules rules(test::real_knowledge()->resource("common/markup.tsv"), "common/markup.tsv");
  const Extracted found = extract("<html><head><title>Заголовок</title></head><body><h1>Заголовок из трёх слов</h1>" + kProse + GetParam().page + "</body></html>", rules);
  EXPECT_NE(found.text.find("Многие слова"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, HostilePages,
    testing::Values(Hostile{"captions_in_one_element", times(kMany, "<figcaption>x</figcaption>")},
                    Hostile{"fields_deep_down", times(kDeep, "<div>") + times(kMany, "<input>") + times(kDeep, "</div>")},
                    Hostile{"furniture_deep_down", times(kDeep, "<div class=\"share\">") + times(kMany, "<p>x</p>") + times(kDeep, "</div>")},
                    Hostile{"footers_deep_down", times(kDeep, "<div>") + times(kMany, "<footer>x</footer>") + times(kDeep, "</div>")},
                    Hostile{"few_words_among_empty_elements", times(kDeep, "<div>x") + times(kMany, "<span></span>") + times(kDeep, "</div>")},
                    Hostile{"headlines_in_each_other", times(kDeep, "<div itemprop=\"headline\">") + times(kMany, "<span> </span>") + times(kDeep, "</div>")},
                    Hostile{"references_that_are_none", times(kMany, "a\x01<br>")},
                    Hostile{"a_title_of_many_words", "<meta property=\"og:title\" content=\"" + times(kMany, "слово ") + "\">" + times(20'000, "<p>Слово за словом</p>")}),
    [](const auto& one) { return std::string(one.param.name); });

// Among the first bytes XML knows encodings by them; the page is UTF-8 already.
TEST(HostilePage, does_not_end_at_a_zero) {
  static const MarkupRules rules(test::real_knowledge()->resource("common/markup.tsv"), "common/markup.tsv");
  for (const std::string& start : {std::string("<\0\0\0", 4), std::string("\0\0\0<", 4), std::string("<\0?\0", 4), std::string("\0<\0?", 4), std::string("\0\0<\0", 4), std::string("<p>\0</p>", 8)})
    EXPECT_NE(extract(start + "<html><body>" + kProse + "</body></html>", rules).text.find("Многие слова"), std::string::npos) << testing::PrintToString(start);
}

}  // namespace
}  // namespace qogam::html
