// The notation of patterns: what it takes, and what it says of mistakes.
#include "lang/pattern_parser.h"

#include <gtest/gtest.h>

#include "support/dump.h"

namespace qogam::lang {
namespace {

struct Bad {
  std::string why;
};

std::string features(const Node& n) {
  std::string all;
  for (const FeatureName& f : kFeatureNames) {
    if (n.required & f.bit) all += (all.empty() ? "" : ",") + std::string(f.name);
    if (n.forbidden & f.bit) all += (all.empty() ? "!" : ",!") + std::string(f.name);
  }
  return all.empty() ? "" : "[" + all + "]";
}

// A tree as an expression with every group in brackets.
std::string dump(const Node& n) {
  std::vector<std::string> parts;
  for (const Node& c : n.children) parts.push_back(dump(c));
  const std::string first = parts.empty() ? "" : parts[0];
  switch (n.kind) {
    case Node::Kind::word: return n.text + features(n);
    case Node::Kind::form: return "\"" + n.text + "\"" + features(n);
    case Node::Kind::prefix: return n.text + "*" + features(n);
    case Node::Kind::lexicon:
      return "@" + n.text + (n.key.empty() ? "" : ":" + n.key + "=" + n.value) + features(n);
    case Node::Kind::mention: return "#" + n.text + (n.key.empty() ? "" : ":" + n.key) + features(n);
    case Node::Kind::any: return "." + features(n);
    case Node::Kind::at_start: return "^";
    case Node::Kind::at_end: return "$";
    case Node::Kind::sequence:
      return parts.size() == 1 ? first : "(" + qogam::test::join(parts) + ")";
    case Node::Kind::alternatives: return "(" + qogam::test::join(parts, "|") + ")";
    case Node::Kind::repeat:
      return first + "{" + std::to_string(n.least) + "," +
             (n.most == kNoLimit ? "" : std::to_string(n.most)) + "}";
    case Node::Kind::capture: return n.text + ":" + first;
    case Node::Kind::look: return "&" + first;
    case Node::Kind::look_not: return "~" + first;
  }
  return "?";
}

Node parse(const std::string& pattern) {
  static const Node sep = parse_pattern("\"-\"|\"/\"", {}, [](const std::string&) {});
  static const Node person = parse_pattern("#person", {}, [](const std::string&) {});
  return parse_pattern(pattern, {{"date-sep", sep}, {"who", person}},
                       [](const std::string& why) { throw Bad{why}; });
}

TEST(PatternParser, understands) {
  const struct {
    const char *pattern, *tree;
  } cases[] = {
      {"аким", "аким"},
      {"аким города", "(аким города)"},
      {"\"города\" \",\"", "(\"города\" \",\")"},
      {"благоустр*", "благоустр*"},
      {"слово-с-чертой", "слово-с-чертой"},
      {"@month", "@month"},
      {"@post:rank=deputy", "@post:rank=deputy"},
      {"@numeral:value=2", "@numeral:value=2"},
      {"#person", "#person"},
      {"#organization:ngo", "#organization:ngo"},
      {"#organization:state_body", "#organization:state_body"},
      {"[noun,gen]", ".[noun,gen]"},
      {"[noun gen]", ".[noun,gen]"},
      {"[cap,!upper]", ".[cap,!upper]"},
      {".", "."},
      {"^ аким $", "(^ аким $)"},
      {"а|б в|г", "(а|(б в)|г)"},
      {"(а|б) в", "((а|б) в)"},
      {"а? б* .* в+", "(а{0,1} б* .{0,} в{1,})"},  // б* is a beginning, not a repetition
      {"(б)*", "б{0,}"},
      {"а{2} б{2,} в{2,5}", "(а{2,2} б{2,} в{2,5})"},
      {"(а б)+", "(а б){1,}"},
      {"аким[gen]", "аким[gen]"},
      {"@post[dat]", "@post[dat]"},
      {"#person[dat]", "#person[dat]"},
      {"(а б|в)[gen]", "((а б[gen])|в[gen])"},
      {"$who[dat]", "#person[dat]"},
      {"day:[digits]", "day:.[digits]"},
      {"p:(а|б)", "p:(а|б)"},
      {"p:а?", "p:а{0,1}"},
      {"a:b:слово", "a:b:слово"},
      {"!а", "(~а .)"},
      {"!(а|б)", "(~(а|б) .)"},
      {"!\",\"+", "(~\",\" .){1,}"},
      {"&а б", "(&а б)"},
      {"~(а б) .", "(~(а б) .)"},
      {"~[noun]", "~.[noun]"},
      {"а $date-sep б", "(а (\"-\"|\"/\") б)"},
      {"а $", "(а $)"},
      {"(а|)", "(а|())"},
      {"  а   б  ", "(а б)"},
  };
  for (const auto& c : cases) {
    try {
      EXPECT_EQ(dump(parse(c.pattern)), c.tree) << c.pattern;
    } catch (const Bad& bad) {
      ADD_FAILURE() << c.pattern << ": " << bad.why;
    }
  }
}

TEST(PatternParser, says_what_is_wrong) {
  const struct {
    const char *pattern, *message;
  } cases[] = {
      {"", "the pattern is empty"},
      {"   ", "the pattern is empty"},
      {"(а б", "')' is missing"},
      {"а)", "unexpected ')'"},
      {"((а)", "')' is missing"},
      {"\"а", "closing quotation mark"},
      {"[noun", "']' is missing"},
      {"[nuon]", "'nuon' is no feature"},
      {"[!nuon]", "'nuon' is no feature"},
      {"@", "a class name must follow '@'"},
      {"@post:rank", "'=' must follow the attribute of @post"},
      {"$nothing", "no `let nothing`"},
      {"а{", "{2,5}"},
      {"а{}", "{2,5}"},
      {"а{x}", "{2,5}"},
      {"а{5,2}", "smaller number first"},
      {"а{2", "{2,5}"},
      {"а{1234}", "{2,5}"},
      {"*", "unexpected '*'"},
      {"?", "unexpected '?'"},
      {"а | ~", "is missing at the end"},
      {"!", "is missing at the end"},
      {"p:", "is missing at the end"},
      {"(&а)[gen]", "takes no token"},
      {"(^)[gen]", "takes no token"},
      {"%", "unexpected '%'"},
      {"а , б", "unexpected ','"},
      {"(а|)[gen]", "takes no token"},
  };
  for (const auto& c : cases) {
    try {
      ADD_FAILURE() << c.pattern << " is taken for " << dump(parse(c.pattern));
    } catch (const Bad& bad) {
      EXPECT_NE(bad.why.find(c.message), std::string::npos) << c.pattern << ": " << bad.why;
    }
  }
}

TEST(PatternParser, refuses_what_is_nested_too_deep) {
  const auto many = [](const std::string& piece) {
    std::string all;
    for (int i = 0; i < 100'000; ++i) all += piece;
    return all;
  };
  for (const std::string& pattern : {many("(") + "а" + many(")"), many("&") + "а", many("~") + "а", many("p:") + "а", many("(а ")})
    try {
      parse(pattern);
      ADD_FAILURE() << pattern.substr(0, 20);
    } catch (const Bad& bad) {
      EXPECT_EQ(bad.why, "the pattern is nested too deep") << pattern.substr(0, 20);
    }
}

// Different patterns stay different.
TEST(PatternParser, near_twins_differ) {
  const struct {
    const char *a, *b;
  } cases[] = {{"а б", "а|б"},         {"а b:б", "а б"},         {"\"а\"", "а"},
               {"а*", "(а)*"},         {"&а", "~а"},             {"[noun,!gen]", "[!noun,gen]"},
               {"(а б)?", "а б?"},     {"@post", "#post"},       {"@p:k=v", "@p"},
               {"#date:set", "#date"}, {"а{2,3}", "а{2,}"},      {"(а|б) в", "а|б в"},
               {"!а", "~а"},           {"p:(а б)", "(p:а) б"}};
  for (const auto& c : cases) EXPECT_NE(dump(parse(c.a)), dump(parse(c.b))) << c.a;
}

}  // namespace
}  // namespace qogam::lang
