// Sentences with their features and labels, to train a tagger of names from.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "lang/knowledge.h"
#include "learn/chain.h"
#include "learn/name_gold.h"
#include "ner/features.h"
#include "qogam/pipeline.h"

namespace qogam::learn {

// Numbers for the hashes of features, and what is known of each.
struct FeatureIndex {
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  std::vector<ner::Feature> features;  // by number
  std::vector<std::uint32_t> counts;   // how often each was met
  std::vector<bool> of_domain;         // whether it is one of a domain

  std::uint32_t number(const ner::Feature& feature, bool domain);
};

// Reads texts of one language as the tagger does. Refers to the knowledge.
class SentenceReader {
 public:
  SentenceReader(std::shared_ptr<const lang::Knowledge> knowledge, const std::string& language, std::vector<std::string> types);

  // A text up to the layer "words", and the tokens that each of its names touches. Names are cut at the end of the sentence
  // they begin in.
  Document document(const NameText& text) const;
  std::vector<ner::TypedRange> ranges(const Document& document, const NameText& text) const;

  // Appends the sentences of a text. With a domain each feature comes once more, as one of the domain.
  void read(const NameText& text, const std::string& domain, FeatureIndex& index, std::vector<ChainSentence>& sentences);

 private:
  std::shared_ptr<const lang::Knowledge> knowledge_;
  std::string language_;
  ner::Labels labels_;
  ner::TokenFeatures features_;
  Pipeline pipeline_;
};

// The hash of a feature as one of a domain.
std::uint32_t in_domain(std::uint32_t hash, const std::string& domain);

}  // namespace qogam::learn
