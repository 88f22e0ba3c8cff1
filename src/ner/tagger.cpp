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
constexpr std::size_t kMostTypeBytes = 4'500'000, kTypeBytes = 160;  // of types that are kept, and of one beside its rows
constexpr int kMostOfType = 5000;      // so that sums of rows stay in 16 bits

}  // namespace

struct Tagger::TokenType {
  Marks marks;
  std::pmr::vector<std::int16_t> rows;  // kWindow of them, of the labels before, at and behind the token

  // The same, all of it in `memory`.
  TokenType copied(std::pmr::memory_resource* memory) const { return {marks, {rows, memory}}; }
};

struct Tagger::Work {
  text::StringCache<TokenType> types;
  std::vector<const Marks*> marks;
  std::vector<Marks> glances;  // of tokens that have no type
  std::vector<const TokenType*> tokens;
  std::vector<std::uint32_t> needed;
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

// Of a token that no piece needs only a glance is taken. In two steps, so that the types of a document are fetched from memory side by side.
void Tagger::read_types(const Document& document, const std::vector<Piece>& pieces, Work& work) const {
  const Reading reading(document);
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  work.tokens.assign(count, nullptr);
  work.glances.resize(count);
  work.marks.resize(count);
  work.needed.clear();
  for (const Piece& p : pieces)
    for (std::uint32_t t = p.with_context().first; t < p.with_context().last; ++t)
      if (work.needed.empty() || t > work.needed.back()) work.needed.push_back(t);
  work.keys.resize(std::max(work.keys.size(), work.needed.size()));
  work.hashes.resize(work.needed.size());
  for (std::size_t k = 0; k < work.needed.size(); ++k) {
    reading.key(work.needed[k], work.keys[k]);
    work.hashes[k] = work.types.expect(work.keys[k]);
  }
  for (std::size_t k = 0; k < work.needed.size(); ++k) {
    const std::uint32_t t = work.needed[k];
    work.tokens[t] = &work.types.get(work.keys[k], work.hashes[k], [&](std::pmr::memory_resource* memory) {
      return make_type(reading.token(t), memory, work);
    });
    work.marks[t] = &work.tokens[t]->marks;
  }
  for (std::uint32_t t = 0; t < count; ++t) {
    if (work.tokens[t] != nullptr) continue;
    work.glances[t] = TokenFeatures::glance(reading.token(t));
    work.marks[t] = &work.glances[t];
  }
}

TokenRange Tagger::Piece::with_context() const {
  constexpr std::uint32_t kReach = lang::NameModel::kReach;
  return {tokens.first - std::min(kReach, tokens.first - sentence.first), std::min(tokens.last + kReach, sentence.last)};
}

// Scores begin kReach rows before the first token of the piece with its context and end as many behind the last.
void Tagger::score(const Piece& piece, const std::vector<Place>& places, Work& work) const {
  const TokenRange range = piece.with_context();
  work.scores.assign((range.size() + kWindow - 1) * stride_, 0);
  work.features.clear();
  work.ends.clear();
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    add_place(*work.marks[t], places[t], work.features);
    if (t > range.first) add_pair(*work.marks[t - 1], *work.marks[t], work.features);
    work.ends.push_back(static_cast<std::uint32_t>(work.features.size()));
    std::int16_t* at = &work.scores[(t - range.first) * stride_];
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

// Where a piece ends inside its sentence, a token outside any name stands beside it.
void Tagger::find(const Piece& piece, Confidence confidence, Work& work, std::vector<TaggedName>& names) const {
  const std::size_t labels = decoder_.labels().size(), size = piece.tokens.size();
  const auto scores = std::span(work.scores).subspan((lang::NameModel::kReach + piece.tokens.first - piece.with_context().first) * stride_);
  const auto add = [&](std::int16_t& score, int weight) { score = static_cast<std::int16_t>(score + weight); };
  for (std::size_t y = 0; y < labels; ++y) {
    if (piece.tokens.first > piece.sentence.first) add(scores[y], weights_.pairs()[y] - weights_.starts()[y]);
    if (piece.tokens.last < piece.sentence.last) add(scores[(size - 1) * stride_ + y], weights_.pairs()[y * labels]);
  }
  decoder_.best(scores, stride_, size, work.labels);
  const std::vector<TypedRange> found = decoder_.labels().ranges_of(work.labels, piece.tokens.first);
  std::vector<float> probabilities(found.size(), 0);
  if (confidence == Confidence::asked) probabilities = marginals_.of(scores, stride_, size, found, piece.tokens.first);
  for (std::size_t k = 0; k < found.size(); ++k) names.push_back({found[k].tokens, found[k].type, probabilities[k]});
}

std::vector<TaggedName> Tagger::tag_pieces(const Document& document, const std::vector<Piece>& pieces, Confidence confidence) const {
  std::vector<TaggedName> names;
  if (pieces.empty()) return names;
  auto work = works_.borrow([] { return std::make_unique<Work>(); });
  read_types(document, pieces, *work);
  const std::vector<Place> places = places_of(document, work->marks);
  for (const Piece& p : pieces) {
    score(p, places, *work);
    find(p, confidence, *work, names);
  }
  work->types.trim(kMostTypeBytes / (kWindow * stride_ * sizeof(std::int16_t) + kTypeBytes));
  works_.give_back(std::move(work));
  return names;
}

std::vector<TaggedName> Tagger::tag(const Document& document, Confidence confidence) const {
  std::vector<Piece> pieces;
  for (const Sentence& s : document.sentences)
    if (!s.tokens.empty() && knowledge_.base_language(s.language) == language_) pieces.push_back({s.tokens, s.tokens});
  return tag_pieces(document, pieces, confidence);
}

std::vector<TaggedName> Tagger::tag_around(const Document& document, const std::vector<bool>& sought, Confidence confidence) const {
  std::vector<Piece> pieces;
  for (const Sentence& s : document.sentences)
    if (knowledge_.base_language(s.language) == language_) add_pieces(s.tokens, sought, pieces);
  return tag_pieces(document, pieces, confidence);
}

// Pieces whose surroundings meet become one.
void Tagger::add_pieces(TokenRange sentence, const std::vector<bool>& sought, std::vector<Piece>& pieces) const {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!sought[t]) continue;
    const Piece piece{{t - std::min(kAround, t - sentence.first), std::min(t + 1 + kAround, sentence.last)}, sentence};
    const bool meets = !pieces.empty() && pieces.back().sentence == sentence && pieces.back().with_context().last >= piece.with_context().first;
    if (meets) pieces.back().tokens.last = piece.tokens.last;
    else pieces.push_back(piece);
  }
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
