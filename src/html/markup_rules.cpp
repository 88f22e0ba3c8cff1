// Words of classes and ids, looked up.
#include "html/markup_rules.h"

#include <algorithm>
#include <array>

#include "html/furniture_kinds.h"
#include "model/plain_lines.h"
#include "model/source.h"
#include "text/ascii.h"
#include "text/split.h"

namespace qogam::html {
namespace {

constexpr std::array<std::string_view, 6> kRoles = {"body", "title", "date", "author", "keep", "comments"};
// More than a class list ever has; what follows is not looked at.
constexpr std::size_t kMostWords = 80;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> words_of(std::string_view value) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < value.size() && words.size() < kMostWords; ++i) {
    const char c = value[i];
    if (is_upper(c) && i > 0 && is_lower(value[i - 1])) end();
    if (is_upper(c))
      word += text::ascii_lower(c);
    else if (is_lower(c) || is_digit(c))
      word += c;
    else
      end();
  }
  end();
  return words;
}

bool fits(std::string_view word, std::string_view pattern) {
  if (!pattern.ends_with('*')) return word == pattern;
  return word.starts_with(pattern.substr(0, pattern.size() - 1));
}

}  // namespace

MarkupRules::MarkupRules(std::string_view file, std::string_view file_name) : file_name_(file_name) {
  for (const model::PlainLine& line : model::plain_lines(file)) {
    const bool yes = line.text.starts_with("+ "), no = line.text.starts_with("- ");
    if ((yes || no) && rules_.empty()) model::fail_line(file_name, line.number, "an example stands before the first rule");
    if (yes || no)
      (yes ? rules_.back().matching : rules_.back().other).emplace_back(line.text.substr(2));
    else
      add(line.text, file_name, line.number);
  }
}

void MarkupRules::add(std::string_view line, std::string_view file_name, std::uint32_t number) {
  const auto fields = text::split(line, '\t');
  if (fields.size() != 3) model::fail_line(file_name, number, "role, TAB, force, TAB and words are due");
  const bool known = std::find(kFurnitureKinds.begin(), kFurnitureKinds.end(), fields[0]) != kFurnitureKinds.end() ||
                     std::find(kRoles.begin(), kRoles.end(), fields[0]) != kRoles.end();
  if (!known) model::fail_line(file_name, number, "`" + std::string(fields[0]) + "` is no role");
  if (fields[1] != "sure" && fields[1] != "likely")
    model::fail_line(file_name, number, "`" + std::string(fields[1]) + "` is no force; use sure or likely");
  Rule rule{std::string(fields[0]), fields[1] == "sure", {}, number, {}, {}};
  for (const std::string& phrase : model::pieces(fields[2])) {
    std::vector<std::string> words;
    for (const std::string_view word : text::split(phrase, '-'))
      if (!word.empty()) words.emplace_back(word);
    if (words.empty()) continue;
    const Entry entry{static_cast<std::uint32_t>(rules_.size()), static_cast<std::uint32_t>(rule.phrases.size())};
    if (words[0].ends_with('*'))
      open_.push_back(entry);
    else
      exact_[words[0]].push_back(entry);
    rule.phrases.push_back(std::move(words));
  }
  rules_.push_back(std::move(rule));
}

bool MarkupRules::matches(const Words& words, std::size_t at, const std::vector<std::string>& phrase) const {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (!fits(words[at + i], phrase[i])) return false;
  return true;
}

Marks MarkupRules::marks_of(std::string_view value) const {
  Marks marks;
  const Words words = words_of(value);
  const auto take = [&](const Entry& entry, std::size_t at) {
    const Rule& rule = rules_[entry.rule];
    if (!matches(words, at, rule.phrases[entry.phrase])) return;
    if (rule.role == "body") marks.body = true;
    else if (rule.role == "title") marks.title = true;
    else if (rule.role == "date") marks.date = true;
    else if (rule.role == "author") marks.author = true;
    else if (rule.role == "keep") marks.keep = true;
    else if (rule.role == "comments") marks.comments = marks.sure = true, marks.kind = kFurnitureKinds.back();
    else if (marks.kind.empty() || (rule.sure && !marks.sure)) {
      marks.kind = rule.role;
      marks.sure = rule.sure;
    }
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const auto found = exact_.find(words[at]); found != exact_.end())
      for (const Entry& entry : found->second) take(entry, at);
    for (const Entry& entry : open_) take(entry, at);
  }
  return marks;
}

bool MarkupRules::tells(const Rule& rule, std::string_view value) const {
  const Words words = words_of(value);
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const auto& phrase : rule.phrases)
      if (matches(words, at, phrase)) return true;
  return false;
}

std::vector<std::string> MarkupRules::failures() const {
  std::vector<std::string> all;
  const auto say = [&](const Rule& rule, const std::string& value, const char* what) {
    all.push_back(file_name_ + ":" + std::to_string(rule.line) + ": `" + value + "` is " + what + " by this line.");
  };
  for (const Rule& rule : rules_) {
    for (const std::string& value : rule.matching)
      if (!tells(rule, value)) say(rule, value, "not told");
    for (const std::string& value : rule.other)
      if (tells(rule, value)) say(rule, value, "told");
  }
  return all;
}

}  // namespace qogam::html
