// Rows of token types, summed up.
#include "ner/tagger.h"

#include <algorithm>

#include "ner/places.h"
#include "ner/reading.h"
#include "text/string_cache.h"

namespace qogam::ner {
namespace {

constexpr std::size_t kWindow = 2 * lang::NameModel::kReach + 1;
constexpr std::size_t kLane = 8;       // numbers that the processor adds at once
constexpr std::size_t kMostTypeBytes = 14'000'000, kTypeBytes = 160;  // of types that are kept, and of one beside its rows
constexpr int kMostOfType = 5000;      // so that sums of rows stay in 16 bits

}  // namespace

struct Tagger::TokenType {
  Marks marks;
  std::pmr::vector<std::int16_t> rows;  // kWindow of them, of the labels before, at and behind the token
};

struct Tagger::Work {
  text::StringCache<TokenType> types;
  std::vector<const Marks*> marks;
  std::vector<const TokenType*> tokens;
  std::vector<std::int16_t> scores;
  std::vector<Feature> features;
  std::vector<std::uint32_t> rows;  // of the features, in weights_
  std::vector<int> sums;
  std::vector<std::uint16_t> labels;
  std::vector<std::uint32_t> ends;  // of the features of each token of a sentence
  std::vector<std::string> keys;
  std::vector<std::uint64_t> hashes;
};

Tagger::Tagger(const lang::Knowledge& knowledge, const lang::NameWeights& weights, std::uint32_t language)
    : knowledge_(knowledge), weights_(weights), language_(language), features_(knowledge, language),
      decoder_(Labels::of_names(weights.labels()), weights.starts(), weights.pairs()),
      marginals_(decoder_.labels(), weights.starts(), weights.pairs(), lang::NameModel::kUnit * weights.temperature()),
      stride_((weights.labels().size() + kLane - 1) / kLane * kLane) {
  const std::size_t size = weights.labels().size();
  for (std::size_t position = 0; position < size * kWindow; ++position) places_.push_back(static_cast<std::uint16_t>(position / size * stride_ + position % size));
}

Tagger::~Tagger() = default;

// Of all features at once, so that memory is waited for once.
void Tagger::find_rows(Work& work) const {
  for (const Feature& f : work.features) weights_.expect(f.hash);
  work.rows.clear();
  for (const Feature& f : work.features) work.rows.push_back(weights_.place(f.hash));
}

Tagger::TokenType Tagger::make_type(const TokenView& token, std::pmr::memory_resource* memory, Work& work) const {
  TokenType type{features_.marks(token), std::pmr::vector<std::int16_t>(kWindow * stride_, memory)};
  work.features.clear();
  features_.add(token, type.marks, work.features);
  find_rows(work);
  work.sums.assign(kWindow * stride_, 0);
  for (const std::uint32_t row : work.rows)
    for (const lang::NameWeight& w : weights_.row_at(row)) work.sums[places_[w.position]] += w.weight;
  std::ranges::transform(work.sums, type.rows.begin(), [](int s) { return static_cast<std::int16_t>(std::clamp(s, -kMostOfType, kMostOfType)); });
  return type;
}

// In two steps, so that the types of a document are fetched from memory side by side.
void Tagger::read_types(const Document& document, Work& work) const {
  const Reading reading(document);
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  work.keys.resize(std::max<std::size_t>(work.keys.size(), count));
  work.hashes.resize(count);
  for (std::uint32_t t = 0; t < count; ++t) {
    reading.key(t, work.keys[t]);
    work.hashes[t] = work.types.expect(work.keys[t]);
  }
  work.tokens.clear();
  work.marks.clear();
  for (std::uint32_t t = 0; t < count; ++t) {
    const TokenType& type = work.types.get(work.keys[t], work.hashes[t], [&](std::pmr::memory_resource* memory) {
      return make_type(reading.token(t), memory, work);
    });
    work.tokens.push_back(&type);
    work.marks.push_back(&type.marks);
  }
}

// Scores begin kReach rows before the first token and end as many behind the last.
void Tagger::score(TokenRange sentence, const std::vector<Place>& places, Work& work) const {
  work.scores.assign((sentence.size() + kWindow - 1) * stride_, 0);
  work.features.clear();
  work.ends.clear();
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    add_place(*work.marks[t], places[t], work.features);
    if (t > sentence.first) add_pair(*work.marks[t - 1], *work.marks[t], work.features);
    work.ends.push_back(static_cast<std::uint32_t>(work.features.size()));
    std::int16_t* at = &work.scores[(t - sentence.first) * stride_];
    const std::int16_t* rows = work.tokens[t]->rows.data();
    for (std::size_t k = 0; k < kWindow * stride_; ++k) at[k] = static_cast<std::int16_t>(at[k] + rows[k]);
  }
  find_rows(work);
  std::size_t f = 0;
  for (std::size_t t = 0; t < work.ends.size(); ++t)
    for (std::int16_t* at = &work.scores[t * stride_]; f < work.ends[t]; ++f)
      for (const lang::NameWeight& w : weights_.row_at(work.rows[f])) {
        std::int16_t& score = at[places_[w.position]];
        score = static_cast<std::int16_t>(score + w.weight);
      }
}

void Tagger::find(TokenRange sentence, Confidence confidence, Work& work, std::vector<TaggedName>& names) const {
  const auto scores = std::span<const std::int16_t>(work.scores).subspan(lang::NameModel::kReach * stride_);
  decoder_.best(scores, stride_, sentence.size(), work.labels);
  const std::vector<TypedRange> found = decoder_.labels().ranges_of(work.labels, sentence.first);
  std::vector<float> probabilities(found.size(), 0);
  if (confidence == Confidence::asked) probabilities = marginals_.of(scores, stride_, sentence.size(), found, sentence.first);
  for (std::size_t k = 0; k < found.size(); ++k) names.push_back({found[k].tokens, found[k].type, probabilities[k]});
}

std::vector<TaggedName> Tagger::tag(const Document& document, Confidence confidence) const {
  std::vector<TaggedName> names;
  auto work = works_.borrow([] { return std::make_unique<Work>(); });
  read_types(document, *work);
  const std::vector<Place> places = places_of(document, work->marks);
  for (const Sentence& s : document.sentences) {
    if (s.tokens.empty() || knowledge_.base_language(s.language) != language_) continue;
    score(s.tokens, places, *work);
    find(s.tokens, confidence, *work, names);
  }
  work->types.trim(kMostTypeBytes / (kWindow * stride_ * sizeof(std::int16_t) + kTypeBytes));
  works_.give_back(std::move(work));
  return names;
}

std::map<std::uint32_t, std::unique_ptr<Tagger>> taggers_of(const lang::Knowledge& knowledge, const std::string& set) {
  std::map<std::uint32_t, std::unique_ptr<Tagger>> taggers;
  for (std::uint32_t l = 1; l < knowledge.languages().size(); ++l) {
    const auto& all = knowledge.name_weights(l);
    if (const auto found = all.find(set); found != all.end() && knowledge.languages()[l].base == l)
      taggers[l] = std::make_unique<Tagger>(knowledge, found->second, l);
  }
  return taggers;
}

}  // namespace qogam::ner
