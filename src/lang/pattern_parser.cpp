// A recursive descent parser for patterns.
#include "lang/pattern_parser.h"

#include <algorithm>

namespace qogam::lang {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }
bool is_word(char c) { return is_name(c) || static_cast<unsigned char>(c) >= 0x80; }

// A pattern deeper or larger than these is no rule that a person wrote; trees are walked by recursion, and `let` lines multiply.
constexpr std::size_t kDeepest = 100, kMostPieces = 10'000;

struct Extent {
  std::size_t pieces = 1, depth = 1;
};

Extent extent_of(const Node& node) {
  Extent all;
  for (const Node& child : node.children) {
    const Extent one = extent_of(child);
    all.pieces += one.pieces;
    all.depth = std::max(all.depth, one.depth + 1);
  }
  return all;
}

class PatternParser {
 public:
  PatternParser(std::string_view text, const std::map<std::string, Node>& macros, const PatternFailure& fail)
      : text_(text), macros_(macros), fail_(fail) {}

  Node parse() {
    Node node = alternatives();
    blanks();
    if (at_ != text_.size()) fail("unexpected '" + std::string(text_.substr(at_)) + "'");
    if (node.kind == Node::Kind::sequence && node.children.empty()) fail("the pattern is empty");
    if (extent_of(node).depth > kDeepest) fail("the pattern is nested too deep");
    return node;
  }

 private:
  Node alternatives() {
    Node node{.kind = Node::Kind::alternatives};
    node.children.push_back(sequence());
    while (take('|')) node.children.push_back(sequence());
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
  }

  Node sequence() {
    Node node{.kind = Node::Kind::sequence};
    while (blanks(), at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|') node.children.push_back(item());
    return node;
  }

  Node item() {
    // Each level of brackets is a call of this function, as is each sign before a piece.
    if (++depth_ > kDeepest) fail("the pattern is nested too deep");
    Node node = signed_item();
    --depth_;
    return node;
  }

  Node signed_item() {
    if (take('!')) return negated();
    if (take('&')) return wrapped(Node::Kind::look, item());
    if (take('~')) return wrapped(Node::Kind::look_not, item());
    if (std::string name = capture_name(); !name.empty()) {
      Node node = wrapped(Node::Kind::capture, item());
      node.text = std::move(name);
      return node;
    }
    return repeated(atom());
  }

  // `!x` is "not x here, then any one token".
  Node negated() {
    Node node{.kind = Node::Kind::sequence};
    node.children.push_back(wrapped(Node::Kind::look_not, atom()));
    node.children.push_back({.kind = Node::Kind::any});
    return repeated(std::move(node));
  }

  static Node wrapped(Node::Kind kind, Node child) {
    Node node{.kind = kind};
    node.children.push_back(std::move(child));
    return node;
  }

  std::string capture_name() {
    blanks();
    std::size_t end = at_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    if (end == at_ || end >= text_.size() || text_[end] != ':') return {};
    std::string name(text_.substr(at_, end - at_));
    at_ = end + 1;
    return name;
  }

  Node atom() {
    blanks();
    if (at_ >= text_.size()) fail("a piece of the pattern is missing at the end");
    const char c = text_[at_];
    if (take('(')) {
      Node node = alternatives();
      if (!take(')')) fail("')' is missing");
      return with_features(std::move(node));
    }
    if (take('^')) return {.kind = Node::Kind::at_start};
    if (c == '$') return dollar();
    return with_features(token_atom(c));
  }

  Node dollar() {
    ++at_;
    const std::string name = read(is_name);
    if (name.empty()) return {.kind = Node::Kind::at_end};
    const auto it = macros_.find(name);
    if (it == macros_.end()) fail("no `let " + name + "` stands above");
    pieces_ += extent_of(it->second).pieces;
    if (pieces_ > kMostPieces) fail("the pattern is too large");
    return with_features(it->second);
  }

  // Features behind a group or macro are those of the last token it takes.
  Node with_features(Node node) {
    if (at_ >= text_.size() || text_[at_] != '[') return node;
    Node asked;
    features(asked);
    constrain(node, asked);
    return node;
  }

  void constrain(Node& node, const Node& asked) const {
    switch (node.kind) {
      case Node::Kind::sequence:
      case Node::Kind::capture:
      case Node::Kind::repeat:
        if (node.children.empty()) return fail("features stand behind a piece that takes no token");
        return constrain(node.children.back(), asked);
      case Node::Kind::alternatives:
        for (Node& child : node.children) constrain(child, asked);
        return;
      case Node::Kind::look:
      case Node::Kind::look_not:
      case Node::Kind::at_start:
      case Node::Kind::at_end: return fail("features stand behind a piece that takes no token");
      default:
        node.required |= asked.required;
        node.forbidden |= asked.forbidden;
    }
  }

  Node token_atom(char c) {
    if (c == '[') return {.kind = Node::Kind::any};
    if (take('.')) return {.kind = Node::Kind::any};
    if (take('"')) return quoted();
    if (take('@')) return lexicon();
    if (take('#')) {
      Node node{.kind = Node::Kind::mention, .text = read(is_name)};
      if (at_ < text_.size() && text_[at_] == ':') {
        ++at_;
        node.key = read(is_name);
      }
      return node;
    }
    Node node{.kind = Node::Kind::word, .text = read(is_word)};
    if (node.text.empty()) fail(std::string("unexpected '") + c + "'");
    if (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
      node.kind = Node::Kind::prefix;
    }
    return node;
  }

  Node quoted() {
    const std::size_t end = text_.find('"', at_);
    if (end == text_.npos) fail("a closing quotation mark is missing");
    Node node{.kind = Node::Kind::form, .text = std::string(text_.substr(at_, end - at_))};
    at_ = end + 1;
    return node;
  }

  Node lexicon() {
    Node node{.kind = Node::Kind::lexicon, .text = read(is_name)};
    if (node.text.empty()) fail("a class name must follow '@'");
    if (at_ < text_.size() && text_[at_] == ':') {
      ++at_;
      node.key = read(is_name);
      if (at_ >= text_.size() || text_[at_] != '=') fail("'=' must follow the attribute of @" + node.text);
      ++at_;
      node.value = read(is_word);
    }
    return node;
  }

  void features(Node& node) {
    const std::size_t end = text_.find(']', at_);
    if (end == text_.npos) fail("']' is missing");
    std::string list(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    std::replace(list.begin(), list.end(), ',', ' ');
    for (std::string& name : model::pieces(list)) {
      const bool forbidden = name.starts_with('!');
      if (forbidden) name.erase(0, 1);
      const auto bit = feature_by_name(name);
      if (!bit) fail("'" + name + "' is no feature; see include/qogam/features.h");
      (forbidden ? node.forbidden : node.required) |= *bit;
    }
  }

  Node repeated(Node node) {
    if (at_ >= text_.size()) return node;
    std::uint32_t least = 1, most = 1;
    if (text_[at_] == '?') { least = 0; ++at_; }
    else if (text_[at_] == '*') { least = 0; most = kNoLimit; ++at_; }
    else if (text_[at_] == '+') { most = kNoLimit; ++at_; }
    else if (text_[at_] == '{') bounds(least, most);
    else return node;
    Node result = wrapped(Node::Kind::repeat, std::move(node));
    result.least = least;
    result.most = most;
    return result;
  }

  void bounds(std::uint32_t& least, std::uint32_t& most) {
    ++at_;
    const std::string a = read([](char c) { return c >= '0' && c <= '9'; });
    const bool comma = at_ < text_.size() && text_[at_] == ',';
    if (comma) ++at_;
    const std::string b = read([](char c) { return c >= '0' && c <= '9'; });
    if (a.empty() || a.size() > 3 || b.size() > 3 || at_ >= text_.size() || text_[at_] != '}') fail("a repetition is written {2,5}");
    ++at_;
    least = static_cast<std::uint32_t>(std::stoul(a));
    most = !comma ? least : b.empty() ? kNoLimit : static_cast<std::uint32_t>(std::stoul(b));
    if (most < least) fail("a repetition is written {2,5}, the smaller number first");
  }

  template <typename Test>
  std::string read(Test test) {
    const std::size_t from = at_;
    while (at_ < text_.size() && test(text_[at_])) ++at_;
    return std::string(text_.substr(from, at_ - from));
  }
  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take(char c) {
    blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void fail(const std::string& why) const { fail_(why); }

  std::string_view text_;
  std::size_t at_ = 0, depth_ = 0;
  std::size_t pieces_ = 0;  // that macros have brought
  const std::map<std::string, Node>& macros_;
  const PatternFailure& fail_;
};

}  // namespace

Node parse_pattern(std::string_view pattern, const std::map<std::string, Node>& macros, const PatternFailure& fail) {
  return PatternParser(pattern, macros, fail).parse();
}

}  // namespace qogam::lang
