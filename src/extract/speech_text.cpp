// Paragraphs and stops.
#include "extract/speech_text.h"

#include <algorithm>

namespace qogam::extract {

TokenRange SpeechText::until_stop(TokenRange range) const {
  const std::uint32_t sentence = d_.tokens[range.first].sentence;
  std::uint32_t t = range.first;
  while (t < range.last && d_.tokens[t].sentence == sentence) {
    if ((t > range.first && attribution_dash(t)) || word(t) == ":") break;
    ++t;
  }
  return {range.first, t};
}

TokenRange SpeechText::trimmed(TokenRange range) const {
  const auto loose = [&](std::uint32_t t) { return word(t) == "," || word(t) == "." || is_dash(word(t)); };
  while (range.last > range.first && loose(range.last - 1)) --range.last;
  return range;
}

bool SpeechText::is_speech(TokenRange tokens) const {
  return std::any_of(speech_.begin() + tokens.first, speech_.begin() + tokens.last, [](bool s) { return s; });
}

}  // namespace qogam::extract
