// Pages made to take long: each is a megabyte or so that must be gone through once, not once for each of its elements.
// What is quadratic takes minutes here, and the test is stopped.
#include <gtest/gtest.h>

#include <string>

#include "html/attributes.h"
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

std::string numbered(std::size_t count, const std::string& before, const std::string& behind) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += before + std::to_string(i) + behind;
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
                    Hostile{"attributes_of_one_tag", "<p" + numbered(kMany, " a", "='>'") + ">x</p>"},
                    Hostile{"breaks_deep_down", times(kDeep, "<div>") + times(kMany, "<br>") + times(kDeep, "</div>")},
                    Hostile{"years_deep_down", times(kDeep, "<div>2024") + times(kMany, "<i></i>") + times(kDeep, "</div>")},
                    Hostile{"a_title_of_one_letter", "<meta property=\"og:title\" content=\"" + times(2 * kMany, "a") + "\"><script type=\"application/ld+json\">[" + times(5'000, "{\"@type\":\"NewsArticle\",\"headline\":\"aab\"},") + "{}]</script>"},
                    Hostile{"references_that_are_none", times(kMany, "a\x01<br>")},
                    Hostile{"a_title_of_many_words", "<meta property=\"og:title\" content=\"" + times(kMany, "слово ") + "\">" + times(20'000, "<p>Слово за словом</p>")}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(SurplusAttributes, are_blanks_and_nothing_else_is) {
  const std::string many = numbered(1'000, " a", "='>'");
  const struct {
    std::string page, left;
  } cases[] = {
      {"<p" + many + " b='>' c>x</p>", "<p" + many + std::string(8, ' ') + ">x</p>"},
      {"<P" + many + " b = x/>", "<P" + many + std::string(7, ' ') + ">"},
      {"<p" + many + " b=\"x", "<p" + many + std::string(5, ' ')},
      {"<p" + many + "><b c>x</b>", ""},
      {"<!-- <p" + many + " b> --><b>x</b>", ""},
      {"<Script>if (a <b" + many + " b) {}</scripT><b>x</b>", ""},
      {"a <" + many + " b>", ""},
      {"", ""},
      {"<", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(without_surplus_attributes(c.page).value_or(""), c.left);
}

// Among the first bytes XML knows encodings by them; the page is UTF-8 already.
TEST(HostilePage, does_not_end_at_a_zero) {
  static const MarkupRules rules(test::real_knowledge()->resource("common/markup.tsv"), "common/markup.tsv");
  for (const std::string& start : {std::string("<\0\0\0", 4), std::string("\0\0\0<", 4), std::string("<\0?\0", 4), std::string("\0<\0?", 4), std::string("\0\0<\0", 4), std::string("<p>\0</p>", 8)})
    EXPECT_NE(extract(start + "<html><body>" + kProse + "</body></html>", rules).text.find("Многие слова"), std::string::npos) << testing::PrintToString(start);
}

}  // namespace
}  // namespace qogam::html
