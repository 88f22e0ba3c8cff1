// Choosing what each word of a sentence is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "words/candidates.h"
#include "words/hashing.h"

namespace qogam::words {

// The features of one place in a sentence, as hashes. Those of `about` are joined with a candidate's
// tag and, once more, with its outline; those of a candidate's agreement with its neighbours come
// from agreement(). Source of the method: greedy decoding from left to right with an averaged
// perceptron (Collins 2002), its features hashed into one table of weights (Weinberger et al. 2009).
struct Place {
  static constexpr std::size_t kFeatures = 21;
  std::array<std::uint32_t, kFeatures> about{};

  void set(std::uint32_t feature, std::uint32_t value) { about[feature] = hash_of_number(value + (std::uint64_t{feature + 1} << 32)); }
};

// What agreement() gives: one feature of the word before and one of the next, as hashes.
using Agreement = std::array<std::uint32_t, 2>;

// A sentence: the profiles of its words.
using Profiles = std::span<const WordProfile* const>;

// The tags chosen so far and what they tell about the next place.
class Decoder {
 public:
  explicit Decoder(Profiles words) : words_(words) { chosen_.reserve(words.size()); }

  // Sets those features of a place that the words tell, of any place.
  void look(std::size_t word, Place& place) const;
  // Sets those of this place that rest on the tags chosen so far.
  void look_back(Place& place) const;
  // How a candidate agrees with the word before it and with what the next one can be.
  Agreement agreement(const Candidate& candidate) const;
  // Fixes the candidate of this place and goes to the next.
  void choose(std::size_t candidate);

  bool done() const { return chosen_.size() == words_.size(); }
  const WordProfile& word() const { return *words_[chosen_.size()]; }
  const std::vector<std::uint16_t>& chosen() const { return chosen_; }

 private:
  const WordProfile* at(std::ptrdiff_t n) const;
  const Candidate* tag_before(std::size_t k) const;  // of the word k before this one

  Profiles words_;
  std::vector<std::uint16_t> chosen_;
  std::uint32_t governor_ = 0;  // the preposition whose phrase is not over
};

// Where the weights of a feature begin, of `size` of them (a power of two, 32 at least): all lie in one row
// of 32, a line of the processor's cache, so that the candidates of a word share the fetches.
inline std::size_t row_of(std::uint32_t feature, std::size_t size) { return static_cast<std::size_t>(feature) * 32 & (size - 1); }

// Calls visit(index) for each weight that a candidate's score is the sum of; where in its row a label stands
// differs from feature to feature.
template <typename Visit>
void visit_weights(const Place& place, const Agreement& agreement, const Candidate& c, std::size_t size, Visit visit) {
  const auto index = [&](std::uint32_t feature, std::uint32_t label) {
    return row_of(feature, size) + ((feature ^ label) * 0x9E3779B1u >> 27);
  };
  for (const std::uint32_t f : place.about) {
    visit(index(f, c.whole));
    visit(index(f, c.outline));
  }
  for (const std::uint32_t f : agreement) visit(index(f, 0));
}

// Tags sentences with weights of a model. A view of them; safe from any thread.
class Tagger {
 public:
  // `weights`: a power of two of them.
  explicit Tagger(std::span<const std::int16_t> weights) : weights_(weights) {}

  // The number of the chosen candidate of each word.
  std::vector<std::uint16_t> tag(Profiles words) const;

 private:
  void fetch(const Place& place) const;
  std::size_t best(const Decoder& decoder, const Place& place, std::vector<Agreement>& agreements) const;

  std::span<const std::int16_t> weights_;
};

}  // namespace qogam::words
