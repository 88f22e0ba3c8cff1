// What a line looks like, whatever its language.
#include "clean/line_shape.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kHeadline = 200, kLabel = 40, kParagraph = 200, kSentence = 40;
constexpr std::size_t kLabelWords = 4;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The last code point of `line`, which is shortened by it; 0 at its start.
char32_t pop_back(std::string_view& line) {
  if (line.empty()) return 0;
  std::size_t begin = line.size() - 1;
  while (begin > 0 && is_continuation(line[begin])) --begin;
  std::size_t at = begin;
  const char32_t c = text::decode_at(line, at);
  line = line.substr(0, begin);
  return c;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ' || c == 0xBB || c == 0x201C ||
         c == 0x201D || c == 0x2019;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

// The last code point that is no closing quote or bracket.
char32_t final_sign(std::string_view line) {
  char32_t c = pop_back(line);
  while (is_closing(c)) c = pop_back(line);
  return c;
}

bool has_letters(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (text::is_letter(text::decode_at(line, at))) return true;
  return false;
}

}  // namespace

bool is_separator(char32_t c) {
  return c == '|' || c == '/' || c == '>' || c == '\\' || c == 0xBB || c == 0x203A || c == 0x2192 ||
         c == 0xB7 || c == 0x2022 || c == 0x25B8 || c == 0x276F || c == 0x2794 || c == 0x2726 ||
         c == 0x25CF || c == 0x25AA || c == 0x25E6 || c == 0x25A0 || c == 0x25C6 || c == 0xA6;
}

bool at_most(std::string_view line, std::size_t limit) {
  return line.size() <= limit ||
         (line.size() <= 4 * limit && text::count_code_points(line) <= limit);
}

std::size_t word_count(std::string_view line) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::decode_at(line, at);
    const bool part =
        text::is_letter(c) || text::is_digit(c) || (inside && (is_dash(c) || c == '\''));
    if (part && !inside) ++count;
    inside = part;
  }
  return count;
}

bool ends_sentence(std::string_view line) {
  const char32_t c = final_sign(line);
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

bool headline_like(std::string_view line) {
  if (!at_most(line, kHeadline) || !has_letters(line)) return false;
  std::size_t at = 0;
  if (is_dash(text::decode_at(line, at))) return false;
  const char32_t c = final_sign(line);
  return c != '.' && c != ',' && c != ':' && c != ';';
}

bool body_like(std::string_view line) {
  if (!at_most(line, kParagraph)) return true;
  return final_sign(line) == '.' && !at_most(line, kSentence);
}

bool label_like(std::string_view line) {
  if (!at_most(line, kLabel) || !has_letters(line)) return false;
  const char32_t c = final_sign(line);
  return (text::is_letter(c) || text::is_digit(c)) && word_count(line) <= kLabelWords;
}

std::vector<std::string_view> items(std::string_view line,
                                    const std::vector<std::uint32_t>& gaps) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end, std::size_t next) {
    if (end > begin) pieces.push_back(line.substr(begin, end - begin));
    begin = std::max(begin, next);
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    const bool colons = line.substr(at, 2) == "::";
    const char32_t c = colons ? (at += 2, U'|') : text::decode_at(line, at);
    const bool apart = here > 0 && line[here - 1] == ' ' && at < line.size() && line[at] == ' ';
    if (apart && is_separator(c)) cut(here - 1, at + 1);
    if (c == ' ' && here >= begin && std::binary_search(gaps.begin(), gaps.end(), here))
      cut(here, at);
  }
  cut(line.size(), line.size());
  return pieces;
}

std::size_t menu_items(std::string_view line, const std::vector<std::uint32_t>& gaps) {
  if (!at_most(line, kHeadline)) return 0;
  const auto pieces = items(line, gaps);
  return std::all_of(pieces.begin(), pieces.end(), label_like) ? pieces.size() : 0;
}

bool menu_like(std::string_view line, const std::vector<std::uint32_t>& gaps) {
  return menu_items(line, gaps) >= 2;
}

}  // namespace qogam::clean
