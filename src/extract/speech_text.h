// What the finders of speech share: paragraphs, stops, and which tokens are speech already.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/quotation_marks.h"
#include "qogam/document.h"

namespace qogam::extract {

inline constexpr std::uint32_t kShortestSpeech = 3;  // tokens
inline constexpr std::uint32_t kAttributionReach = 14;  // tokens from a dash to its speech verb

// A piece of direct speech that was found: the tokens inside the marks and who speaks.
struct Speech {
  TokenRange inside;
  Attribution attribution;
  const char* by = "";
};

// A document as lines of speech. Refers to the document; one thread.
class SpeechText {
 public:
  explicit SpeechText(const Document& d) : d_(d), speech_(d.tokens.size(), false) {}

  const Document& document() const { return d_; }
  std::string_view word(std::uint32_t t) const { return d_.surface(d_.tokens[t].span); }
  std::uint32_t paragraph_of(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].paragraph; }
  TokenRange tokens_of(const Paragraph& p) const { return {d_.sentences[p.first_sentence].tokens.first, d_.sentences[p.last_sentence - 1].tokens.last}; }
  TokenRange paragraph(std::uint32_t t) const { return tokens_of(d_.paragraphs[paragraph_of(t)]); }
  TokenRange sentence(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].tokens; }

  static bool ends_clause(std::string_view t) { return t == "," || ends_sentence(t); }
  static bool ends_sentence(std::string_view t) { return t == "." || t == "!" || t == "?" || t == "..." || t == "\xE2\x80\xA6" || t == "?!" || t == "!.."; }
  // Whether a dash stands at `t` where an attribution may begin: behind a comma or a stop.
  bool attribution_dash(std::uint32_t t) const { return t > 0 && is_dash(word(t)) && ends_clause(word(t - 1)); }
  // Up to a dash behind a stop, a colon, or the end of the sentence.
  TokenRange until_stop(TokenRange range) const;
  // Without stops and marks at its end.
  TokenRange trimmed(TokenRange range) const;

  bool is_speech(TokenRange tokens) const;
  bool is_speech(std::uint32_t token) const { return speech_[token]; }
  void mark(TokenRange tokens) { std::fill(speech_.begin() + tokens.first, speech_.begin() + tokens.last, true); }

 private:
  const Document& d_;
  std::vector<bool> speech_;  // by token
};

}  // namespace qogam::extract
