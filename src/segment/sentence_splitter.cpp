// Judging the places where ICU's rules would end a sentence.
#include "segment/sentence_splitter.h"

#include "text/utf8.h"

namespace qogam::segment {
namespace {

std::string_view surface(std::string_view text, const Token& t) { return t.span.of(text); }

char32_t first_letter(std::string_view token) {
  std::size_t at = 0;
  return token.empty() ? U'\0' : text::decode_at(token, at);
}

bool is_dash(std::string_view token) {
  const char32_t c = first_letter(token);
  return c == U'-' || (c >= 0x2012 && c <= 0x2015);
}

bool is_opening(std::string_view token) {
  const char32_t c = first_letter(token);
  return c == U'(' || c == U'[' || c == U'"' || c == 0xAB || c == 0x201E || c == 0x201C;
}

bool is_closing(std::string_view token) {
  const char32_t c = first_letter(token);
  return c == U')' || c == U']' || c == U'"' || c == 0xBB || c == 0x201D || c == 0x201C || c == U'\'';
}

// Whether a token stands in guillemets with a few others, behind a word, as those of a name do ("the fund «Family. Law. Shelter»");
// speech stands at the beginning or behind a mark.
bool in_short_quotes(std::string_view text, std::span<const Token> tokens, std::size_t token) {
  constexpr std::size_t kFew = 6;
  const auto is = [&](std::size_t t, char32_t mark) { return first_letter(surface(text, tokens[t])) == mark; };
  std::size_t open = token, close = token;
  while (open > 0 && token - open < kFew && !is(open, 0xAB) && (open == token || !is(open, 0xBB))) --open;
  while (close + 1 < tokens.size() && close - open < kFew + 1 && !is(close, 0xBB) && (close == token || !is(close, 0xAB))) ++close;
  return is(open, 0xAB) && open > 0 && tokens[open - 1].kind == TokenKind::word && is(close, 0xBB) && close > token && close - open <= kFew;
}

bool is_digits(const Token& t) { return t.kind == TokenKind::number; }

}  // namespace

SentenceSplitter::SentenceSplitter(const lang::Knowledge& knowledge, const Abbreviations& abbreviations)
    : knowledge_(knowledge),
      abbreviations_(abbreviations),
      rules_(knowledge.resource("common/sentences.rbbi"), "common/sentences.rbbi", knowledge.resource("common/sentences.rbbi.compiled")) {}

std::vector<std::size_t> SentenceSplitter::split(std::string_view text, Span line, std::u16string_view utf16, std::span<const Token> tokens) const {
  std::vector<std::size_t> ends;
  std::size_t token = 0, start = 0;
  const auto close = [&](std::size_t end) {
    ends.push_back(end);
    start = end;
  };
  for (const text::Break& b : rules_.split(utf16)) {
    while (token < tokens.size() && tokens[token].span.end <= line.begin + b.end) {
      ++token;
      if (token - start >= kLongest) close(token);
    }
    if (token == start || token == tokens.size()) continue;
    // A terminator inside a token (a site, a date) ends nothing.
    const bool on_border = tokens[token - 1].span.end == line.begin + b.end &&
                           (tokens[token].span.begin > tokens[token - 1].span.end || blank_was_lost(text, tokens, token, start));
    if (on_border && ends_after(text, tokens, token - 1, start)) close(token);
  }
  if (start < tokens.size()) ends.push_back(tokens.size());
  return ends;
}

// Scrapers lose blanks: "... of the region.The ministry ...". A whole small-letter word before the
// full stop and a capital behind it make two sentences of it, and so do a name before it and a word of one letter that is no initial ("X.In the ...");
// a longer one may be of the name ("Yandex.Taxi").
bool SentenceSplitter::blank_was_lost(std::string_view text, std::span<const Token> tokens, std::size_t next, std::size_t start) const {
  const char32_t after = first_letter(surface(text, tokens[next]));
  if (!text::is_upper(after) || text::script_of(after) != text::Script::cyrillic || next < start + 2) return false;
  std::size_t before = next - 1;
  while (before > start && tokens[before].kind == TokenKind::punctuation) --before;
  const std::string_view word = surface(text, tokens[before]);
  if (tokens[before].kind != TokenKind::word || word.back() == '.') return false;
  const std::size_t letters = text::count_code_points(word);
  return text::is_lower(first_letter(word)) ? letters > 2 : letters > 1 && text::count_code_points(surface(text, tokens[next])) == 1;
}

bool SentenceSplitter::ends_after(std::string_view text, std::span<const Token> tokens, std::size_t last, std::size_t start) const {
  std::size_t terminator = last;
  while (terminator > start && is_closing(surface(text, tokens[terminator]))) --terminator;
  if (terminator == last && abbreviation_goes_on(text, tokens, last)) return false;
  if (in_short_quotes(text, tokens, last)) return false;
  // "1." at the head of a line is the number of an item.
  if (terminator == start + 1 && is_digits(tokens[start])) return false;
  std::size_t next = last + 1;
  while (next + 1 < tokens.size() && (is_dash(surface(text, tokens[next])) || is_opening(surface(text, tokens[next])))) ++next;
  const char32_t letter = first_letter(surface(text, tokens[next]));
  return !text::is_lower(letter);
}

bool SentenceSplitter::abbreviation_goes_on(std::string_view text, std::span<const Token> tokens, std::size_t last) const {
  const std::string_view token = surface(text, tokens[last]);
  if (tokens[last].kind != TokenKind::word || token.size() < 2 || token.back() != '.') return false;
  if (is_initial(token) && !abbreviations_.contains(knowledge_.fold(token))) return true;
  const std::string folded = knowledge_.fold(token);
  if (!abbreviations_.contains(folded)) return false;
  if (is_initial(token) && (last == 0 || !is_digits(tokens[last - 1]))) return true;
  if (!abbreviations_.may_end_sentence(folded)) return true;
  // One letter with a dot ends a sentence only as the unit of a number ("2003 y."), and not before another ("2003 y. 12 May").
  const bool one_letter = text::count_code_points(folded) == 2;
  const bool unit = last > 0 && is_digits(tokens[last - 1]);
  return one_letter && (!unit || (last + 1 < tokens.size() && is_digits(tokens[last + 1])));
}

}  // namespace qogam::segment
