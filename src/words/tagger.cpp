// Features and decoding.
#include "words/tagger.h"

#include <algorithm>

#include "words/hashing.h"

namespace qogam::words {
namespace {

constexpr std::uint32_t kOutside = 0x5BD1E995u;  // beyond an end of the sentence

// Words that may stand between a preposition and the noun it governs.
constexpr Features kInside = feature::adj | feature::participle | feature::det | feature::num | feature::adv | feature::particle;

enum Degree : std::uint32_t { none, by_case, fully };

Degree agree(Features a, Features b) {
  if ((a & b & feature::cases) == 0) return none;
  const bool number = (a & b & feature::numbers) != 0;
  const bool gender = (a & feature::genders) == 0 || (b & feature::genders) == 0 || (a & b & feature::genders) != 0;
  return number && gender ? fully : by_case;
}

}  // namespace

const WordProfile* Decoder::at(std::ptrdiff_t n) const {
  return n < 0 || n >= static_cast<std::ptrdiff_t>(words_.size()) ? nullptr : words_[static_cast<std::size_t>(n)];
}

const Candidate* Decoder::tag_before(std::size_t k) const {
  return k > chosen_.size() ? nullptr : &words_[chosen_.size() - k]->candidates[chosen_[chosen_.size() - k]];
}

void Decoder::look(std::size_t n, Place& place) const {
  const auto k = static_cast<std::ptrdiff_t>(n);
  const WordProfile& w = *words_[n];
  const WordProfile *before = at(k - 1), *before2 = at(k - 2), *next = at(k + 1), *next2 = at(k + 2);
  const auto form = [](const WordProfile* p) { return p ? p->form : kOutside; };
  const auto last3 = [](const WordProfile* p) { return p ? p->last3 : kOutside; };
  const auto ambiguity = [](const WordProfile* p) { return p ? p->ambiguity : kOutside; };
  const std::uint32_t start = before == nullptr;
  place.set(0, 0);
  place.set(1, w.form);
  place.set(2, w.last3);
  place.set(3, combined(w.last2, w.shape));
  place.set(4, w.ambiguity);
  place.set(5, combined(w.shape, start));
  place.set(9, form(before));
  place.set(10, combined(form(before), w.ambiguity));
  place.set(11, last3(before));
  place.set(12, form(before2));
  place.set(13, form(next));
  place.set(14, last3(next));
  place.set(15, ambiguity(next));
  place.set(16, combined(w.ambiguity, ambiguity(next)));
  place.set(18, ambiguity(next2));
}

void Decoder::look_back(Place& place) const {
  const WordProfile& w = word();
  const WordProfile* next = at(static_cast<std::ptrdiff_t>(chosen_.size()) + 1);
  const Candidate *tag1 = tag_before(1), *tag2 = tag_before(2);
  const std::uint32_t t1 = tag1 ? tag1->whole : kOutside, t2 = tag2 ? tag2->whole : kOutside;
  place.set(6, t1);
  place.set(7, combined(t1, t2));
  place.set(8, combined(t1, w.ambiguity));
  place.set(17, combined(t1, next ? next->ambiguity : kOutside));
  place.set(19, combined(governor_, w.ambiguity));
  place.set(20, combined(governor_, t1));
}

Agreement Decoder::agreement(const Candidate& c) const {
  const Candidate* tag1 = tag_before(1);
  const WordProfile* next = at(static_cast<std::ptrdiff_t>(chosen_.size()) + 1);
  Degree ahead = none;
  std::uint32_t with = 0;
  if (next != nullptr)
    for (const Candidate& n : next->candidates)
      if (const Degree a = agree(c.tag, n.tag); a > ahead) {
        ahead = a;
        with = n.outline;
      }
  const std::uint32_t behind = tag1 ? combined(tag1->outline, agree(tag1->tag, c.tag)) : kOutside;
  return {combined(combined(behind, c.outline), 101), combined(combined(combined(with, ahead), c.outline), 102)};
}

void Decoder::choose(std::size_t candidate) {
  const WordProfile& w = word();
  const Features tag = w.candidates[candidate].tag;
  if (tag & feature::adp) governor_ = w.form;
  else if (!(tag & kInside)) governor_ = 0;
  chosen_.push_back(static_cast<std::uint16_t>(candidate));
}

void Tagger::fetch(const Place& place) const {
  for (const std::uint32_t f : place.about) __builtin_prefetch(&weights_[row_of(f, weights_.size())]);
}

std::size_t Tagger::best(const Decoder& decoder, const Place& place, std::vector<Agreement>& agreements) const {
  const auto& candidates = decoder.word().candidates;
  agreements.clear();
  for (const Candidate& c : candidates)
    for (const std::uint32_t f : agreements.emplace_back(decoder.agreement(c))) __builtin_prefetch(&weights_[row_of(f, weights_.size())]);
  std::size_t best = 0;
  int best_score = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    int score = 0;
    visit_weights(place, agreements[k], candidates[k], weights_.size(), [&](std::size_t w) { score += weights_[w]; });
    if (k == 0 || score > best_score) best = k, best_score = score;
  }
  return best;
}

// The weights of a sentence lie all over the table, so those of the next word are fetched from memory
// while this one is decided.
std::vector<std::uint16_t> Tagger::tag(Profiles words) const {
  Decoder decoder(words);
  Place here, ahead;
  std::vector<Agreement> agreements;
  const auto look = [&](std::size_t n, Place& place) {
    if (n >= words.size() || words[n]->candidates.size() < 2) return;
    decoder.look(n, place);
    fetch(place);
  };
  look(0, here);
  for (std::size_t n = 0; !decoder.done(); ++n, std::swap(here, ahead)) {
    look(n + 1, ahead);
    const bool open = words[n]->candidates.size() > 1;
    if (open) decoder.look_back(here);
    decoder.choose(open ? best(decoder, here, agreements) : 0);
  }
  return decoder.chosen();
}

}  // namespace qogam::words
