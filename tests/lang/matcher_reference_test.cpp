// Random patterns on random sentences: the pattern machine against the reference.
#include <gtest/gtest.h>

#include <random>

#include "lang/matching.h"
#include "lang/pattern_parser.h"
#include "lang/reference.h"

namespace qogam::lang {
namespace {

class PatternMaker {
 public:
  explicit PatternMaker(unsigned seed) : random_(seed) {}

  std::string pattern() { return alternatives(3); }

  std::string sentence() {
    std::string all;
    for (int n = pick(7); n >= 0; --n) all += (all.empty() ? "" : " ") + letter();
    return all;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::string letter() {
    static const char* const kLetters[] = {"а", "б", "в"};
    return kLetters[pick(3)];
  }

  std::string alternatives(int depth) {
    std::string all = sequence(depth);
    for (int n = pick(3); n > 1; --n) all += " | " + sequence(depth);
    return all;
  }
  std::string sequence(int depth) {
    std::string all = item(depth);
    for (int n = pick(3); n > 0; --n) all += " " + item(depth);
    return all;
  }
  std::string item(int depth) {
    switch (pick(12)) {
      case 0: return "!" + atom(0);
      case 1: return "&" + look(depth);
      case 2: return "~" + look(depth);
      case 3: return "x:" + repeated(depth);
      case 4: return "y:" + repeated(depth);
      default: return repeated(depth);
    }
  }
  // Captures inside a look have a test of their own.
  std::string look(int depth) {
    return depth == 0 ? letter() : "(" + letter() + (pick(2) ? " " : "|") + atom(0) + ")";
  }
  std::string repeated(int depth) {
    static const char* const kTimes[] = {"", "", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}"};
    const std::string times = kTimes[pick(11)];
    const std::string a = atom(depth);
    // A word before `*` would be the beginning of a word.
    return times == "*" && a.back() != ')' ? "(" + a + ")*" : a + times;
  }
  std::string atom(int depth) {
    if (depth > 0 && pick(3) == 0) return "(" + alternatives(depth - 1) + ")";
    switch (pick(10)) {
      case 0: return "\"" + letter() + "\"";
      case 1: return ".";
      case 2: return "^";
      case 3: return "$";
      default: return letter();
    }
  }

  std::mt19937 random_;
};

std::string expected(const std::string& pattern, const Document& d) {
  std::vector<std::string> tokens, found;
  for (const Token& t : d.tokens) tokens.emplace_back(d.surface(t.span));
  const Node tree = parse_pattern(pattern, {}, [](const std::string& why) { FAIL() << why; });
  const test::ReferenceMatcher reference(tokens);
  const auto quoted = [&](std::size_t a, std::size_t b) {
    return "«" + std::string(d.surface(d.span_of({static_cast<std::uint32_t>(a),
                                                  static_cast<std::uint32_t>(b)}))) + "»";
  };
  for (std::size_t t = 0; t < tokens.size(); ++t)
    if (const auto m = reference.match(tree, t)) {
      std::string all = quoted(t, m->end);
      for (const auto& [name, range] : m->captures)
        if (range.first < range.second) all += " " + name + "=" + quoted(range.first, range.second);
      found.push_back(all);
    }
  return qogam::test::join(found, "; ");
}

// What the machine finds, names in order and empty captures left out, as expected() has it.
std::string found(const Knowledge& k, const Document& d) {
  std::vector<std::string> all;
  const SentenceIndex index(d, d.sentences[0].tokens, {0, 0}, k.strings());
  for (Match m : k.rules().find(index, k.lexicon(), "things", k.language("xx"))) {
    const auto quoted = [&](TokenRange r) { return "«" + std::string(d.surface(d.span_of(r))) + "»"; };
    std::map<std::string, std::string> captures;
    for (std::uint32_t c = 0; c < k.rules().rule(m.rule).slots; ++c)
      if (m.captures[c].first != Match::kUnset && !m.captures[c].empty())
        captures[std::string(k.rules().capture_name(k.rules().rule(m.rule), c))] = quoted(m.captures[c]);
    std::string one = quoted(m.tokens);
    for (const auto& [name, text] : captures) one += " " + name + "=" + text;
    all.push_back(one);
  }
  return qogam::test::join(all, "; ");
}

TEST(MatcherReference, agrees_on_random_patterns) {
  PatternMaker maker(20240419);
  int matched = 0, failures = 0;
  for (int n = 0; n < 1500 && failures < 5; ++n) {
    const std::string pattern = maker.pattern();
    const auto k = test::with_rules(qogam::test::rule("r", pattern));
    for (int s = 0; s < 6; ++s) {
      const std::string sentence = maker.sentence();
      const Document d = qogam::test::words_of(*k, sentence, "xx");
      const std::string wanted = expected(pattern, d);
      matched += !wanted.empty();
      EXPECT_EQ(found(*k, d), wanted) << "rule: " << pattern << "\nsentence: " << sentence;
      failures += found(*k, d) != wanted;
    }
  }
  EXPECT_GT(matched, 1000) << "the patterns made are too hard to match";
}

}  // namespace
}  // namespace qogam::lang
