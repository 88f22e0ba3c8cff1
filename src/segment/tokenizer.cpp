// Tokens of one line.
#include "segment/tokenizer.h"

#include "model/source.h"
#include "text/utf8.h"

namespace qogam::segment {

Abbreviations::Abbreviations(const lang::Knowledge& knowledge) {
  for (const lang::LanguageInfo& language : knowledge.languages()) {
    const std::string path = language.code + "/abbreviations.tsv";
    const model::SourceFile file{path, std::string(knowledge.resource(path))};
    for (const model::Line& line : file.lines()) {
      const auto parts = model::fields(line.text);
      const std::string folded = knowledge.fold(parts[0]);
      all_.insert(folded);
      for (std::size_t k = 1; k < parts.size(); ++k) {
        if (parts[k] == "final") final_.insert(folded);
        if (parts[k] == "unit") units_.insert(folded);
      }
    }
  }
}

Tokenizer::Tokenizer(const lang::Knowledge& knowledge)
    : knowledge_(knowledge),
      abbreviations_(knowledge),
      rules_(knowledge.resource("common/words.rbbi"), "common/words.rbbi", knowledge.resource("common/words.rbbi.compiled")) {}

bool is_initial(std::string_view token) {
  if (token.empty() || token.back() != '.') return false;
  for (std::size_t at = 0; at < token.size();) {
    if (!text::is_upper(text::decode_at(token, at))) return false;
    if (at >= token.size() || token[at] != '.') return false;
    ++at;
  }
  return true;
}

// The dot behind a token belongs to it where both together are an abbreviation or an initial.
bool Tokenizer::takes_dot(std::string_view text, const Token& token) const {
  if (token.kind != TokenKind::word || token.span.size() > 24) return false;
  const std::string_view with_dot = text.substr(token.span.begin, token.span.size() + 1);
  return is_initial(with_dot) || abbreviations_.contains(knowledge_.fold(with_dot));
}

// How many bytes of a token are the digits before a unit that lost its blank; 0 where it has no such end.
std::uint32_t Tokenizer::digits_before_unit(std::string_view token) const {
  const std::size_t letters = token.find_first_not_of("0123456789");
  if (letters == token.npos || letters == 0 || token.size() - letters > 12) return 0;
  std::string unit = knowledge_.fold(token.substr(letters));
  if (abbreviations_.is_unit(unit) || abbreviations_.is_unit(unit += '.')) return static_cast<std::uint32_t>(letters);
  return 0;
}

void Tokenizer::tokenize(std::string_view text, Span line, std::u16string_view utf16, std::vector<Token>& tokens) const {
  std::uint32_t begin = line.begin;
  const std::size_t first = tokens.size();
  for (const text::Break& b : rules_.split(utf16)) {
    const Span span{begin, line.begin + b.end};
    begin = span.end;
    if (b.status == 0) continue;
    const bool dot = span.size() == 1 && text[span.begin] == '.';
    if (dot && tokens.size() > first && tokens.back().span.end == span.begin && takes_dot(text, tokens.back())) {
      tokens.back().span.end = span.end;
      continue;
    }
    const TokenKind kind = b.status == 100   ? TokenKind::word
                           : b.status == 200   ? TokenKind::number
                           : b.status == 300 ? TokenKind::punctuation
                                             : TokenKind::symbol;
    const std::uint32_t digits = kind == TokenKind::number ? digits_before_unit(span.of(text)) : 0;
    if (digits == 0) {
      tokens.push_back({span, kind, 0});
      continue;
    }
    tokens.push_back({{span.begin, span.begin + digits}, kind, 0});
    tokens.push_back({{span.begin + digits, span.end}, TokenKind::word, 0});
  }
}

}  // namespace qogam::segment
