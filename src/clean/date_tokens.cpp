// A line cut into numbers, words and signs, as dates need it.
#include "clean/date_tokens.h"

#include "text/utf8.h"

namespace qogam::clean {
namespace {

using Kind = DateToken::Kind;

Kind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return Kind::number;
  return text::is_letter(c) ? Kind::word : Kind::sign;
}

int value_of(std::string_view figures) {
  if (figures.size() > 4) return -1;
  int value = 0;
  for (const char c : figures) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view line) {
  std::vector<DateToken> tokens;
  bool blank = false, joined = false;  // joined: the token before may be continued
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = text::decode_at(line, at);
    if (text::is_space(c)) {
      blank = true;
      joined = false;
      continue;
    }
    const Kind kind = kind_of(c);
    const auto end = static_cast<std::uint32_t>(at);
    if (joined && kind != Kind::sign && tokens.back().kind == kind)
      tokens.back().span.end = end;
    else
      tokens.push_back({kind, {begin, end}, 0, kind == Kind::sign ? c : U'\0', blank});
    blank = false;
    joined = true;
  }
  for (DateToken& token : tokens)
    if (token.kind == Kind::number) token.value = value_of(token.span.of(line));
  return tokens;
}

}  // namespace qogam::clean
