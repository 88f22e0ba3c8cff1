// Texts analysed for tests: to the layer that a test looks at.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "mentions/finder.h"
#include "qogam/pipeline.h"
#include "segment/segmenter.h"
#include "support/knowledge.h"
#include "words/analyser.h"

namespace qogam::test {

// Up to the layer "words". `text` is the article as it is.
inline Document words_of(const lang::Knowledge& knowledge, const std::string& text,
                         const std::string& language = "auto") {
  Options options;
  options.language = language;
  Document d;
  d.text = text;
  segment::make_segmenter(knowledge, options)->run(d);
  words::make_analyser(knowledge)->run(d);
  return d;
}

// Up to the layer "mentions".
inline Document mentions_of(const lang::Knowledge& knowledge, const std::string& text,
                            const std::string& published = "2024-04-19",
                            const std::string& language = "auto") {
  Document d = words_of(knowledge, text, language);
  d.published.value = published;
  mentions::make_finder(knowledge)->run(d);
  return d;
}

// The whole way with the built model. Without `plain` the text is taken for a scraped page.
inline Document analysed(const std::string& bytes, Options options = {}) {
  const Pipeline pipeline = Pipeline::load(real_knowledge(), options);
  Document d;
  d.id = "test";
  d.source.path = "test.txt";
  d.source.bytes = bytes;
  pipeline.analyze(d);
  return d;
}

// A text that is an article already, of 2024-04-19.
inline Document analysed_plain(const std::string& text, const std::string& language = "auto",
                               const std::string& published = "2024-04-19") {
  Options options;
  options.plain = true;
  options.language = language;
  options.published = published;
  return analysed(text, options);
}

}  // namespace qogam::test
