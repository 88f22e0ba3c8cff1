// Features and decoding.
#include "words/tagger.h"

#include <algorithm>

#include "words/hashing.h"

namespace qogam::words {
namespace {

constexpr std::uint32_t kOutside = 0x5BD1E995u;  // beyond an end of the sentence

// Words that may stand between a preposition and the noun it governs.
constexpr Features kInside = feature::adj | feature::participle | feature::det | feature::num | feature::adv | feature::particle;

enum Agreement : std::uint32_t { none, by_case, fully };

Agreement agree(Features a, Features b) {
  if ((a & b & feature::cases) == 0) return none;
  const bool number = (a & b & feature::numbers) != 0;
  const bool gender = (a & feature::genders) == 0 || (b & feature::genders) == 0 || (a & b & feature::genders) != 0;
  return number && gender ? fully : by_case;
}

}  // namespace

const WordProfile* Decoder::at(std::ptrdiff_t k) const {
  const std::ptrdiff_t n = static_cast<std::ptrdiff_t>(chosen_.size()) + k;
  return n < 0 || n >= static_cast<std::ptrdiff_t>(words_.size()) ? nullptr : words_[static_cast<std::size_t>(n)];
}

const Candidate* Decoder::tag_at(std::ptrdiff_t k) const {
  const WordProfile* w = at(k);
  return w == nullptr ? nullptr : &w->candidates[chosen_[chosen_.size() - static_cast<std::size_t>(-k)]];
}

Place Decoder::place() const {
  const WordProfile& w = word();
  const WordProfile *before = at(-1), *before2 = at(-2), *next = at(1), *next2 = at(2);
  const Candidate *tag1 = tag_at(-1), *tag2 = tag_at(-2);
  const auto form = [](const WordProfile* p) { return p ? p->form : kOutside; };
  const auto last3 = [](const WordProfile* p) { return p ? p->last3 : kOutside; };
  const auto ambiguity = [](const WordProfile* p) { return p ? p->ambiguity : kOutside; };
  const std::uint32_t t1 = tag1 ? tag1->whole : kOutside, t2 = tag2 ? tag2->whole : kOutside;
  const std::uint32_t start = before == nullptr;
  Place place{{
      0,
      w.form,
      w.last3,
      combined(w.last2, w.shape),
      w.ambiguity,
      combined(w.shape, start),
      t1,
      combined(t1, t2),
      combined(t1, w.ambiguity),
      form(before),
      combined(form(before), w.ambiguity),
      last3(before),
      form(before2),
      form(next),
      last3(next),
      ambiguity(next),
      combined(w.ambiguity, ambiguity(next)),
      combined(t1, ambiguity(next)),
      ambiguity(next2),
      combined(governor_, w.ambiguity),
      combined(governor_, t1),
  }};
  for (std::uint32_t k = 0; k < Place::kFeatures; ++k) place.about[k] = combined(place.about[k], k + 1);
  return place;
}

std::array<std::uint32_t, 2> Decoder::agreement(const Candidate& c) const {
  const Candidate* tag1 = tag_at(-1);
  const WordProfile* next = at(1);
  Agreement ahead = none;
  std::uint32_t with = 0;
  if (next != nullptr)
    for (const Candidate& n : next->candidates)
      if (const Agreement a = agree(c.tag, n.tag); a > ahead) {
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

std::vector<std::uint16_t> Tagger::tag(Profiles words) const {
  Decoder decoder(words);
  while (!decoder.done()) {
    const auto& candidates = decoder.word().candidates;
    std::size_t best = 0;
    if (candidates.size() > 1) {
      const Place place = decoder.place();
      int best_score = 0;
      for (std::size_t k = 0; k < candidates.size(); ++k) {
        int score = 0;
        visit_weights(place, decoder.agreement(candidates[k]), candidates[k], weights_.size(), [&](std::size_t w) { score += weights_[w]; });
        if (k == 0 || score > best_score) best = k, best_score = score;
      }
    }
    decoder.choose(best);
  }
  return decoder.chosen();
}

}  // namespace qogam::words
