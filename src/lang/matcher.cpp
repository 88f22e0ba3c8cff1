// What stands where in a sentence.
#include "lang/matcher.h"

#include <algorithm>

#include "lang/matcher_memory.h"

namespace qogam::lang {

SentenceIndex::SentenceIndex(const Document& document, const model::StringTable& strings)
    : document_(document), strings_(strings), memory_(std::make_unique<MatcherMemory>()) {}
SentenceIndex::SentenceIndex(const Document& document, TokenRange range, TokenRange mentions, const model::StringTable& strings)
    : SentenceIndex(document, strings) {
  move_to(range, mentions);
}
SentenceIndex::~SentenceIndex() = default;

template <typename Items>
void SentenceIndex::fill(Bucket& bucket, const Items& items, TokenRange numbers) {
  bucket.items.clear();
  for (std::uint32_t i = numbers.first; i < numbers.last; ++i)
    if (range_.contains(items[i].tokens)) bucket.items.push_back(i);
  if (bucket.items.empty()) return;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (items[a].tokens.first != items[b].tokens.first) return items[a].tokens.first < items[b].tokens.first;
    return items[a].tokens.last > items[b].tokens.last;
  };
  if (!std::ranges::is_sorted(bucket.items, before)) std::ranges::stable_sort(bucket.items, before);
  bucket.first.assign(range_.size() + 1, 0);
  for (const std::uint32_t i : bucket.items) ++bucket.first[items[i].tokens.first - range_.first + 1];
  for (std::size_t k = 1; k < bucket.first.size(); ++k) bucket.first[k] += bucket.first[k - 1];
}

void SentenceIndex::Seen::clear() {
  bits_.fill(0);
  numbers_.clear();
  tokens_.clear();
}

void SentenceIndex::Seen::add(std::uint32_t number, std::uint32_t token) {
  bits_[number % kBits / 64] |= std::uint64_t{1} << number % 64;
  numbers_.push_back(number);
  tokens_.push_back(token);
}

std::int64_t SentenceIndex::Seen::last(std::uint32_t number) const {
  if ((bits_[number % kBits / 64] >> number % 64 & 1) == 0) return -1;
  for (std::size_t k = numbers_.size(); k-- > 0;)
    if (numbers_[k] == number) return tokens_[k];
  return -1;
}

void SentenceIndex::move_to(TokenRange range, TokenRange mentions) {
  range_ = range;
  words_.clear();
  forms_.clear();
  lexicons_.clear();
  const auto number = [&](std::uint32_t token) {
    const auto it = std::ranges::lower_bound(document_.terms, token, {}, [](const Term& t) { return t.tokens.first; });
    return static_cast<std::uint32_t>(it - document_.terms.begin());
  };
  fill(terms_, document_.terms, {number(range.first), number(range.last)});
  for (const std::uint32_t t : terms_.items) lexicons_.add(document_.terms[t].lexicon, document_.terms[t].tokens.first);
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const Word& w = document_.words[t];
    if (w.form != 0) forms_.add(w.form, t), words_.add(w.form, t);
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
      if (const std::uint32_t lemma = document_.analyses[a].lemma; lemma != 0 && lemma != w.form) words_.add(lemma, t);
  }
  see_mentions(mentions);
}

void SentenceIndex::see_mentions(TokenRange mentions) {
  fill(mentions_, document_.mentions, mentions);
  last_mentions_.fill(-1);
  for (const std::uint32_t m : mentions_.items) last_mentions_[static_cast<std::size_t>(document_.mentions[m].type)] = document_.mentions[m].tokens.first;
}

std::int64_t SentenceIndex::last(const AnchorRecord& anchor) const {
  switch (anchor.kind) {
    case 0: return words_.last(anchor.value);
    case 1: return forms_.last(anchor.value);
    case 2: return lexicons_.last(anchor.value);
    default: return last_mentions_[anchor.value];
  }
}

}  // namespace qogam::lang
