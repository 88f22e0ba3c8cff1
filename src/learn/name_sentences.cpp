// From a text to sentences.
#include "learn/name_sentences.h"

#include <algorithm>

#include "ner/hashing.h"
#include "ner/places.h"
#include "ner/reading.h"
#include "pipeline/stages.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::learn {
namespace {

Pipeline word_pipeline(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::string& language) {
  Options options;
  options.language = language;
  options.plain = true;
  return Pipeline::of(pipeline::make_stages(*knowledge, options), Layer::source, Layer::words, knowledge);
}

}  // namespace

std::uint32_t in_domain(std::uint32_t hash, const std::string& domain) { return ner::joined(hash, ner::hash_of(domain)); }

std::uint32_t FeatureIndex::number(const ner::Feature& feature, bool domain) {
  const auto [it, fresh] = numbers.try_emplace(feature.hash, static_cast<std::uint32_t>(features.size()));
  if (fresh) {
    features.push_back(feature);
    counts.push_back(0);
    of_domain.push_back(domain);
  }
  ++counts[it->second];
  return it->second;
}

SentenceReader::SentenceReader(std::shared_ptr<const lang::Knowledge> knowledge, const std::string& language, std::vector<std::string> types)
    : knowledge_(std::move(knowledge)), language_(language), labels_(std::move(types)), features_(*knowledge_, knowledge_->base_language(language)), pipeline_(word_pipeline(knowledge_, language)) {}

Document SentenceReader::document(const NameText& text) const {
  Document d;
  d.source.bytes = text.text;
  d.source.decoded = true;
  pipeline_.analyze(d);
  return d;
}

std::vector<ner::TypedRange> SentenceReader::ranges(const Document& d, const NameText& text) const {
  std::vector<ner::TypedRange> ranges;
  const text::OffsetMap to_raw(d.offsets);
  const text::CodePointIndex index(d.raw);
  std::uint32_t t = 0;
  for (const GoldName& name : text.names) {
    const auto raw = [&](std::uint32_t token) { return to_raw.to_raw(d.tokens[token].span); };
    while (t < d.tokens.size() && index(raw(t).end) <= name.begin) ++t;
    std::uint32_t last = t;
    while (last < d.tokens.size() && index(raw(last).begin) < name.end && d.tokens[last].sentence == d.tokens[t].sentence) ++last;
    const auto type = std::ranges::find(labels_.types(), name.type) - labels_.types().begin();
    if (t < last) ranges.push_back({{t, last}, static_cast<std::uint32_t>(type)});
    t = last;
  }
  return ranges;
}

void SentenceReader::read(const NameText& text, const std::string& domain, FeatureIndex& index, std::vector<ChainSentence>& sentences) {
  const Document d = document(text);
  const ner::Reading reading(d);
  std::vector<ner::Marks> marks;
  std::vector<const ner::Marks*> pointers;
  for (std::uint32_t t = 0; t < d.tokens.size(); ++t) marks.push_back(features_.marks(reading.token(t)));
  for (const ner::Marks& m : marks) pointers.push_back(&m);
  const std::vector<ner::Place> places = ner::places_of(d, pointers);
  const std::vector<ner::TypedRange> names = ranges(d, text);
  std::vector<ner::Feature> features;
  for (const Sentence& s : d.sentences) {
    if (s.tokens.empty()) continue;
    ChainSentence sentence;
    std::vector<ner::TypedRange> own;
    std::ranges::copy_if(names, std::back_inserter(own), [&](const ner::TypedRange& r) { return s.tokens.contains(r.tokens); });
    sentence.labels = labels_.labels_of(own, s.tokens);
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
      features.clear();
      features_.add(reading.token(t), marks[t], features);
      ner::add_place(marks[t], places[t], features);
      if (t > s.tokens.first) ner::add_pair(marks[t - 1], marks[t], features);
      for (const ner::Feature& f : features) {
        sentence.met.push_back({t - s.tokens.first, index.number(f, false)});
        if (!domain.empty()) sentence.met.push_back({t - s.tokens.first, index.number({in_domain(f.hash, domain), f.from, f.to}, true)});
      }
    }
    sentences.push_back(std::move(sentence));
  }
}

}  // namespace qogam::learn
