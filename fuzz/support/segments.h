// What paragraphs, sentences, tokens and words of any text must be.
#pragma once

#include <string_view>

#include "qogam/document.h"
#include "support/require.h"
#include "support/texts.h"

namespace qogam::fuzz {

// Paragraphs hold all sentences and sentences all tokens, in order and without overlaps.
inline void require_segments(const Document& d) {
  std::uint32_t end = 0, sentence = 0, token = 0;
  for (const Token& t : d.tokens) {
    require_span(t.span, d.text, "a token");
    require(!t.span.empty() && t.span.begin >= end, "tokens are not empty and stand in order");
    end = t.span.end;
  }
  for (const Paragraph& p : d.paragraphs) {
    require(p.first_sentence == sentence && p.last_sentence > sentence && p.last_sentence <= d.sentences.size(), "paragraphs hold all sentences");
    for (; sentence < p.last_sentence; ++sentence) require(p.span.contains(d.sentences[sentence].span), "a paragraph holds its sentences");
  }
  require(sentence == d.sentences.size(), "every sentence has a paragraph");
  for (const Sentence& s : d.sentences) {
    require(s.tokens.first == token && s.tokens.last > token && s.tokens.last <= d.tokens.size(), "sentences hold all tokens");
    require(s.span == d.span_of(s.tokens), "a sentence begins and ends with its tokens");
    require(!s.language.empty(), "a sentence has a language");
    for (; token < s.tokens.last; ++token) require(&d.sentences[d.tokens[token].sentence] == &s, "a token knows its sentence");
  }
  require(token == d.tokens.size(), "every token has a sentence");
}

inline void require_words(const Document& d) {
  require(d.words.size() == d.tokens.size(), "every token has a word");
  for (const Word& w : d.words) {
    require_span(w.folded, d.word_texts, "a folded form");
    require_span(w.lemma, d.word_texts, "a lemma");
    require(std::size_t{w.first} + w.count <= d.analyses.size(), "a word has its readings");
  }
  for (const Term& t : d.terms) require(t.tokens.first < t.tokens.last && t.tokens.last <= d.tokens.size(), "a term has tokens");
}

}  // namespace qogam::fuzz
