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

  std::string pattern() {
    captures_ = 0;
    return alternatives(3);
  }

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

  // With `solid` each alternative takes a token: a repetition of what may take nothing is matched
  // in other ways by other machines, and no rule needs it.
  std::string alternatives(int depth, bool solid = false) {
    const auto one = [&] { return (solid ? token() + " " : "") + sequence(depth); };
    std::string all = one();
    for (int n = pick(3); n > 1; --n) all += " | " + one();
    return all;
  }
  std::string sequence(int depth) {
    std::string all = item(depth);
    for (int n = pick(3); n > 0; --n) all += " " + item(depth);
    return all;
  }
  std::string item(int depth) {
    switch (pick(12)) {
      case 0: return "!" + token();
      case 1: return "&" + look();
      case 2: return "~" + look();
      case 3:
      case 4: return "x" + std::to_string(++captures_) + ":" + repeated(depth);
      case 5: return depth > 0 ? "(" + alternatives(depth - 1) + ")" : token();
      case 6: return pick(3) == 0 ? "^" : pick(2) ? "$" : token();
      default: return repeated(depth);
    }
  }
  // Captures inside a look have a test of their own.
  std::string look() { return "(" + letter() + (pick(2) ? " " : "|") + token() + ")"; }
  std::string repeated(int depth) {
    static const char* const kTimes[] = {"", "", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}"};
    const std::string times = kTimes[pick(11)];
    const std::string body =
        depth > 0 && pick(2) == 0 ? "(" + alternatives(depth - 1, true) + ")" : token();
    // A word before `*` would be the beginning of a word.
    return times == "*" && body.back() != ')' ? "(" + body + ")*" : body + times;
  }
  std::string token() {
    const int kind = pick(8);
    return kind == 0 ? "." : kind == 1 ? "\"" + letter() + "\"" : letter();
  }

  int captures_ = 0;
  std::mt19937 random_;
};

using Captures = std::map<std::string, std::string>;

std::string quoted(const Document& d, std::uint32_t first, std::uint32_t last) {
  return "«" + std::string(d.surface(d.span_of({first, last}))) + "»";
}

std::string line(const std::string& whole, const Captures& captures) {
  std::string all = whole;
  for (const auto& [name, text] : captures) all += " " + name + "=" + text;
  return all;
}

std::string expected(const Node& tree, const Document& d, TokenRange sentence) {
  std::vector<std::string> tokens, found;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    tokens.emplace_back(d.surface(d.tokens[t].span));
  const test::ReferenceMatcher reference(tokens);
  const auto number = [&](std::size_t t) { return sentence.first + static_cast<std::uint32_t>(t); };
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto m = reference.match(tree, t);
    if (!m) continue;
    Captures captures;
    for (const auto& [name, range] : m->captures)
      if (range.first < range.second) captures[name] = quoted(d, number(range.first), number(range.second));
    found.push_back(line(quoted(d, number(t), number(m->end)), captures));
  }
  return qogam::test::join(found, "; ");
}

// What the machine finds in a sentence, by rule.
std::map<std::uint32_t, std::string> found(const Knowledge& k, const Document& d, const Sentence& s) {
  std::map<std::uint32_t, std::string> all;
  const SentenceIndex index(d, s.tokens, {0, 0}, k.strings());
  for (const Match& m : k.rules().find(index, k.lexicon(), "things", k.language("xx"))) {
    Captures captures;
    for (std::uint32_t c = 0; c < k.rules().rule(m.rule).slots; ++c)
      if (m.captures[c].first != Match::kUnset && !m.captures[c].empty())
        captures[std::string(k.rules().capture_name(k.rules().rule(m.rule), c))] =
            quoted(d, m.captures[c].first, m.captures[c].last);
    std::string& text = all[m.rule];
    text += (text.empty() ? "" : "; ") + line(quoted(d, m.tokens.first, m.tokens.last), captures);
  }
  return all;
}

int compare(PatternMaker& maker) {
  std::vector<std::string> patterns;
  std::string rules, text;
  for (int n = 0; n < 250; ++n) {
    patterns.push_back(maker.pattern());
    rules += qogam::test::rule("r" + std::to_string(n), patterns.back());
  }
  for (int n = 0; n < 30; ++n) text += maker.sentence() + "\n";
  const auto k = test::with_rules(rules);
  const Document d = qogam::test::words_of(*k, text, "xx");
  std::map<std::uint32_t, std::map<std::uint32_t, std::string>> found_by_sentence;
  for (const Sentence& s : d.sentences) found_by_sentence[s.tokens.first] = found(*k, d, s);
  int matched = 0, failures = 0;
  for (std::size_t p = 0; p < patterns.size() && failures < 3; ++p) {
    const Node tree = parse_pattern(patterns[p], {}, [](const std::string&) {});
    for (const Sentence& s : d.sentences) {
      const std::string wanted = expected(tree, d, s.tokens);
      const std::string got = found_by_sentence[s.tokens.first][static_cast<std::uint32_t>(p)];
      matched += !wanted.empty();
      failures += got != wanted;
      EXPECT_EQ(got, wanted) << "rule: " << patterns[p] << "\nsentence: " << d.surface(s.span);
    }
  }
  return matched;
}

TEST(MatcherReference, agrees_on_random_patterns) {
  PatternMaker maker(20240419);
  int matched = 0;
  for (int n = 0; n < 20; ++n) matched += compare(maker);
  EXPECT_GT(matched, 30000) << "the patterns made are too hard to match";
}

}  // namespace
}  // namespace qogam::lang
