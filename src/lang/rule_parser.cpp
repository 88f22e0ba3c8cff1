// Reading rule files line by line.
#include "lang/rule_parser.h"

#include <charconv>
#include <set>

#include "lang/pattern_parser.h"

namespace qogam::lang {
namespace {

constexpr std::string_view kOpen = "\xC2\xAB", kClose = "\xC2\xBB";  // angle quotation marks

class RuleFileParser {
 public:
  explicit RuleFileParser(const model::SourceFile& file) : file_(file) {}

  std::vector<RuleSource> parse() {
    for (const model::Line& line : file_.lines()) {
      number_ = line.number;
      read_line(model::trim(line.text));
    }
    check_last();
    return std::move(rules_);
  }

 private:
  void read_line(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view keyword = line.substr(0, end), rest = model::trim(line.substr(end));
    if (keyword == "let") return read_let(rest);
    if (keyword == "rule") return open_rule(rest);
    if (rules_.empty()) fail("a file of rules starts with `rule NAME` or `let NAME = pattern`");
    if (keyword == "match") read_match(rest);
    else if (keyword == "gives") read_gives(rest);
    else if (keyword == "+" || keyword == "-") read_example(keyword == "+", rest);
    else fail("a line starts with rule, let, match, gives, + or -, not '" + std::string(keyword) + "'");
  }

  void read_let(std::string_view rest) {
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) fail("a macro is written `let name = pattern`");
    macros_[std::string(model::trim(rest.substr(0, equals)))] = pattern(rest.substr(equals + 1));
  }

  void open_rule(std::string_view name) {
    check_last();
    if (name.empty() || name.find_first_of(" \t") != name.npos) fail("a rule has a name of one word");
    if (!names_.insert(std::string(name)).second) fail("a rule '" + std::string(name) + "' stands above already");
    rules_.push_back({.name = std::string(name), .line = number_, .pattern = {.kind = Node::Kind::alternatives}});
  }

  void read_match(std::string_view rest) { rules_.back().pattern.children.push_back(pattern(rest)); }

  void read_gives(std::string_view rest) {
    RuleSource& rule = rules_.back();
    if (!rule.gives.empty()) fail("a rule gives one thing");
    for (std::string& piece : quoted_pieces(rest)) {
      if (rule.gives.empty()) {
        rule.gives = piece;
        continue;
      }
      const std::size_t equals = piece.find('=');
      if (equals == piece.npos) fail("a field is written name=value, not '" + piece + "'");
      Field field{piece.substr(0, equals), piece.substr(equals + 1), false};
      if (field.value.starts_with('$')) {
        field.is_capture = true;
        field.value.erase(0, 1);
      }
      if (field.name == "confidence") check_confidence(field.value);
      if (field.name == "priority") rule.priority = priority(field.value);
      else rule.fields.push_back(std::move(field));
    }
    if (rule.gives.empty()) fail("`gives` names the kind of finding");
  }

  void check_confidence(const std::string& text) const {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) fail("a confidence is a number from 0 to 1, not '" + text + "'");
  }

  std::int32_t priority(const std::string& text) const {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) fail("a priority is a whole number, not '" + text + "'");
    return value;
  }

  // Blanks part the fields, but not inside quotation marks, which are dropped.
  static std::vector<std::string> quoted_pieces(std::string_view text) {
    std::vector<std::string> result(1);
    bool inside = false;
    for (const char c : text) {
      if (c == '"') inside = !inside;
      else if (!inside && (c == ' ' || c == '\t')) { if (!result.back().empty()) result.emplace_back(); }
      else result.back() += c;
    }
    if (result.back().empty()) result.pop_back();
    return result;
  }

  void read_example(bool positive, std::string_view rest) {
    if (!rest.starts_with(kOpen)) fail("an example is written in angle quotation marks");
    const std::size_t arrow = rest.rfind("=>");
    const std::string_view quoted = model::trim(positive ? rest.substr(0, arrow) : rest);
    if (positive && arrow == rest.npos) fail("a `+` example says what is expected: text => key=value");
    if (!quoted.ends_with(kClose) || quoted.size() < kOpen.size() + kClose.size()) fail("an example is written in angle quotation marks");
    rules_.back().examples.push_back({positive,
        std::string(quoted.substr(kOpen.size(), quoted.size() - kOpen.size() - kClose.size())),
        positive ? std::string(model::trim(rest.substr(arrow + 2))) : std::string(), number_});
  }

  void check_last() {
    if (rules_.empty()) return;
    const RuleSource& rule = rules_.back();
    std::size_t plus = 0, minus = 0;
    for (const Example& e : rule.examples) ++(e.positive ? plus : minus);
    const auto refuse = [&](const std::string& why) { file_.fail(rule.line, "rule " + rule.name + " " + why); };
    if (rule.pattern.children.empty()) refuse("has no `match` line");
    if (rule.gives.empty()) refuse("has no `gives` line");
    if (plus < 2 || minus < 1) refuse("needs two `+` examples and one `-` at least");
  }

  Node pattern(std::string_view text) const {
    return parse_pattern(text, macros_, [this](const std::string& why) { fail(why); });
  }
  [[noreturn]] void fail(const std::string& why) const { file_.fail(number_, why); }

  const model::SourceFile& file_;
  std::uint32_t number_ = 0;
  std::map<std::string, Node> macros_;
  std::set<std::string> names_;
  std::vector<RuleSource> rules_;
};

}  // namespace

std::vector<RuleSource> parse_rules(const model::SourceFile& file) { return RuleFileParser(file).parse(); }

}  // namespace qogam::lang
