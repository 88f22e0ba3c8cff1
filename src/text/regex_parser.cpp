// Reading regular expressions.
#include "text/regex_parser.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/case_folds.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

using Node = RegexNode;
using Kind = RegexNode::Kind;
using Set = std::shared_ptr<const CharSet>;

constexpr std::uint32_t kMostTimes = 1000;
constexpr int kDeepest = 200;

// Sets that nearly every pattern wants, made once.
Set shared_set(char name, bool folded) {
  const auto make = [](const auto& fill) {
    const auto both = [&](bool of_folded) {
      auto set = std::make_shared<CharSet>(of_folded);
      fill(*set);
      return Set(std::move(set));
    };
    return std::pair(both(false), both(true));
  };
  static const auto digits = make([](CharSet& set) { set.add_class('d'); }), blanks = make([](CharSet& set) { set.add_class('s'); }),
                    parts = make([](CharSet& set) { set.add_class('w'); }), letters = make([](CharSet& set) { set.add_property("L", false); }),
                    no_line_ends = make([](CharSet& set) {
                      for (const char32_t c : {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}) set.add(c, c);
                      set.invert();
                    });
  const auto& sets = name == 'd' ? digits : name == 's' ? blanks : name == 'w' ? parts : name == 'L' ? letters : no_line_ends;
  return folded ? sets.second : sets.first;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Node parse() {
    Node all = choice();
    if (at_ < pattern_.size()) fail("a bracket that nothing opens");
    return all;
  }

 private:
  [[noreturn]] void fail(const char* what) const { throw RegexMistake(what, at_); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0'; }
  bool take(std::string_view text) {
    if (!pattern_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  void expect(char c) {
    if (peek() != c) fail("a bracket that nothing closes");
    ++at_;
  }

  Node choice() {
    if (++depth_ > kDeepest) fail("too many brackets in each other");
    Node all{.kind = Kind::choice};
    all.children.push_back(sequence());
    while (take("|")) all.children.push_back(sequence());
    --depth_;
    return all.children.size() == 1 ? Node(std::move(all.children.front())) : all;
  }

  Node sequence() {
    Node all;
    while (at_ < pattern_.size() && peek() != '|' && peek() != ')') {
      if (take("(?i)")) {
        folded_ = true;
        continue;
      }
      all.children.push_back(repeated(one()));
    }
    return all;
  }

  Node one() {
    switch (peek()) {
      case '(':
        return group();
      case '[':
        return set();
      case '\\':
        return escape();
      case '.':
        ++at_;
        return {.kind = Kind::set, .set = shared_set('.', folded_)};
      case '^':
        ++at_;
        return {.kind = Kind::begin};
      case '$':
        ++at_;
        return {.kind = Kind::end};
      case '*':
      case '+':
      case '?':
      case '{':
        fail("a repeat of nothing");
      default:
        return literal(decode_at(pattern_, at_));
    }
  }

  Node literal(char32_t c) const {
    return {.kind = Kind::literal, .folded = folded_, .literal = folded_ ? case_folds().fold(c) : c};
  }

  Node group() {
    ++at_;
    const bool folded = folded_;
    Node node{.kind = Kind::atomic};
    bool plain = true;
    if (take("?<=") || take("?<!")) {
      node = {.kind = Kind::look, .behind = true, .negative = pattern_[at_ - 1] == '!'};
      plain = false;
    } else if (take("?=") || take("?!")) {
      node = {.kind = Kind::look, .negative = pattern_[at_ - 1] == '!'};
      plain = false;
    } else if (take("?>")) {
      plain = false;
    } else if (take("?i:")) {
      folded_ = true;
    } else if (take("?-i:")) {
      folded_ = false;
    } else if (!take("?:") && peek() == '?') {
      fail("a group of an unknown kind");
    }
    Node inside = choice();
    expect(')');
    folded_ = folded;
    if (plain) return inside;
    node.children.push_back(std::move(inside));
    if (node.behind && length_of(node.children.front()).most == Node::kNoLimit) fail("a look-behind without a longest match");
    return node;
  }

  Node escape() {
    if (take("\\b")) return {.kind = Kind::border};
    if (take("\\B")) return {.kind = Kind::no_border};
    for (const char name : {'d', 's', 'w'})
      if (peek(1) == name) return at_ += 2, Node{.kind = Kind::set, .set = shared_set(name, folded_)};
    if (take("\\p{L}")) return {.kind = Kind::set, .set = shared_set('L', folded_)};
    CharSet set(folded_);
    if (const auto c = escaped(set)) return literal(*c);
    return {.kind = Kind::set, .set = std::make_shared<const CharSet>(std::move(set))};
  }

  // Behind a backslash: a code point, or what is added to `set`.
  std::optional<char32_t> escaped(CharSet& set) {
    ++at_;
    const char name = peek();
    if (name == '\0') fail("a backslash with nothing behind it");
    if (set.add_class(name)) return ++at_, std::nullopt;
    if (name == 'p' || name == 'P') return property(set), std::nullopt;
    if (name == 'n' || name == 't' || name == 'r') return ++at_, name == 'n' ? U'\n' : name == 't' ? U'\t' : U'\r';
    if (name == 'x' || name == 'u') return numbered();
    if ((name >= 'a' && name <= 'z') || (name >= 'A' && name <= 'Z') || (name >= '0' && name <= '9')) fail("an escape of an unknown kind");
    return decode_at(pattern_, at_);
  }

  void property(CharSet& set) {
    const std::size_t end = pattern_.find('}', at_);
    if (peek(1) != '{' || end == std::string_view::npos) fail("a property without its name");
    if (!set.add_property(pattern_.substr(at_ + 2, end - at_ - 2), peek() == 'P')) fail("a property that Unicode lacks");
    at_ = end + 1;
  }

  char32_t numbered() {
    const bool braces = peek(1) == '{';
    const std::size_t begin = at_ + 1 + braces, end = braces ? std::min(pattern_.find('}', begin), pattern_.size()) : begin + (peek() == 'u' ? 4 : 2);
    std::uint32_t value = 0;
    const char* const last = pattern_.data() + std::min(end, pattern_.size());
    const bool whole = end < pattern_.size() + !braces && begin < end;
    if (!whole || std::from_chars(pattern_.data() + begin, last, value, 16).ptr != last || value > 0x10FFFF) fail("a code point without its number");
    at_ = end + braces;
    return value;
  }

  Node set() {
    ++at_;
    CharSet members(folded_);
    if (peek() == ':') fail("a set that begins with a colon");
    const bool opposite = take("^");
    if (peek() == ']') fail("a set of nothing");
    while (peek() != ']') {
      if (peek() == '[' || take("&&") || take("--")) fail("a set of sets");
      if (at_ >= pattern_.size()) fail("a bracket that nothing closes");
      const auto first = member(members);
      // A dash before the end stands for itself.
      if (!first || peek() != '-' || peek(1) == ']') {
        if (first) members.add(*first, *first);
        continue;
      }
      ++at_;
      const auto last = member(members);
      if (!last || *last < *first) fail("a range without an end");
      members.add(*first, *last);
    }
    ++at_;
    if (opposite) members.invert();
    return {.kind = Kind::set, .set = std::make_shared<const CharSet>(std::move(members))};
  }

  std::optional<char32_t> member(CharSet& members) {
    if (at_ >= pattern_.size()) fail("a bracket that nothing closes");
    return peek() == '\\' ? escaped(members) : decode_at(pattern_, at_);
  }

  Node repeated(Node what) {
    const std::optional<std::pair<std::uint32_t, std::uint32_t>> times = how_often();
    if (!times) return what;
    Node node{.kind = Kind::repeat, .least = times->first, .most = times->second};
    if (node.least > node.most) fail("more at least than at most");
    if (what.kind == Kind::look || what.kind == Kind::begin || what.kind == Kind::end || what.kind == Kind::border || what.kind == Kind::no_border)
      fail("a repeat of nothing");
    if (node.most == Node::kNoLimit && length_of(what).least == 0) fail("an endless repeat of what may be nothing");
    if (take("?")) node.greed = Node::Greed::lazy;
    else if (take("+")) node.greed = Node::Greed::possessive;
    node.children.push_back(std::move(what));
    return node;
  }

  std::optional<std::pair<std::uint32_t, std::uint32_t>> how_often() {
    if (take("?")) return std::pair(0u, 1u);
    if (take("*")) return std::pair(0u, Node::kNoLimit);
    if (take("+")) return std::pair(1u, Node::kNoLimit);
    if (!take("{")) return std::nullopt;
    const std::uint32_t least = number();
    std::uint32_t most = least;
    if (take(",")) most = peek() == '}' ? Node::kNoLimit : number();
    if (!take("}")) fail("a repeat without its end");
    return std::pair(least, most);
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(pattern_.data() + at_, pattern_.data() + pattern_.size(), value);
    if (error != std::errc() || value > kMostTimes) fail("a repeat without its number");
    at_ = static_cast<std::size_t>(end - pattern_.data());
    return value;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool folded_ = false;
  int depth_ = 0;
};

std::uint32_t times(std::uint32_t length, std::uint32_t count) {
  const std::uint64_t all = std::uint64_t{length} * count;
  return length == Node::kNoLimit || count == Node::kNoLimit || all > Node::kNoLimit ? (length == 0 ? 0 : Node::kNoLimit) : static_cast<std::uint32_t>(all);
}

std::uint32_t sum(std::uint32_t a, std::uint32_t b) { return a > Node::kNoLimit - b ? Node::kNoLimit : a + b; }

}  // namespace

RegexLength length_of(const RegexNode& node) {
  switch (node.kind) {
    case Kind::literal:
    case Kind::set:
      return {1, 1};
    case Kind::sequence: {
      RegexLength all;
      for (const Node& child : node.children) {
        const RegexLength one = length_of(child);
        all = {sum(all.least, one.least), sum(all.most, one.most)};
      }
      return all;
    }
    case Kind::choice: {
      RegexLength all = length_of(node.children.front());
      for (const Node& child : node.children) {
        const RegexLength one = length_of(child);
        all = {std::min(all.least, one.least), std::max(all.most, one.most)};
      }
      return all;
    }
    case Kind::repeat: {
      const RegexLength one = length_of(node.children.front());
      return {times(one.least, node.least), times(one.most, node.most)};
    }
    case Kind::atomic:
      return length_of(node.children.front());
    default:
      return {};
  }
}

RegexNode parse_regex(std::string_view pattern) { return Parser(pattern).parse(); }

}  // namespace qogam::text
