// Rows of words, found by their hashes.
#include "extract/topic_word_rows.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "extract/each_weight.h"
#include "ner/hashing.h"

namespace qogam::extract {

TopicWordRows::TopicWordRows(const TopicJudge& judge, std::vector<std::uint32_t> own) : judge_(judge), own_(std::move(own)) {
  if (own_.size() > kMostTopics) own_.resize(kMostTopics);
  stride_ = (own_.size() + kLane - 1) / kLane * kLane;
  clear();
}

void TopicWordRows::clear() {
  slots_.assign(kFirstSlots, {});
  slots_.shrink_to_fit();
  rows_.assign(stride_, 0);
  rows_.shrink_to_fit();
  size_ = 0;
}

// So that half of the slots stay free with so many words more, and none moves while they are looked up.
void TopicWordRows::make_room(std::size_t words) {
  if (size_ + words > kMostWords) clear();
  std::size_t slots = slots_.size();
  while (slots < 2 * (size_ + words)) slots *= 2;
  if (slots == slots_.size()) return;
  std::vector<Slot> old(slots);
  old.swap(slots_);
  size_ = 0;
  for (const Slot& slot : old)
    if (slot.word != 0) slot_of(slot.word) = slot;
}

TopicWordRows::Slot& TopicWordRows::slot_of(std::uint32_t word) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = word & mask;
  while (slots_[at].word != 0 && slots_[at].word != word) at = (at + 1) & mask;
  if (slots_[at].word == 0) {
    slots_[at].word = word;
    ++size_;
  }
  return slots_[at];
}

// The slots of the words, and which numbers of theirs are asked for the first time.
void TopicWordRows::find(std::span<const std::uint32_t> words, Topics topics) {
  met_.clear();
  asked_.clear();
  for (const std::uint32_t word : words) __builtin_prefetch(&slots_[word & (slots_.size() - 1)]);
  for (const std::uint32_t word : words) {
    Slot& slot = slot_of(word);
    met_.push_back(&slot);
    for (Topics unknown = topics & ~slot.known; unknown != 0; unknown &= unknown - 1) asked_.push_back({&slot, static_cast<std::uint32_t>(std::countr_zero(unknown))});
    slot.known |= topics;
  }
}

void TopicWordRows::look_up() {
  const auto hash = [&](std::size_t k) { return ner::joined(own_[asked_[k].topic], asked_[k].slot->word); };
  each_weight(judge_.answer().weights(), asked_.size(), hash, [&](std::size_t k, const lang::NameWeight& w) {
    Slot& slot = *asked_[k].slot;
    if (slot.row == 0) {
      slot.row = static_cast<std::uint32_t>(rows_.size());
      rows_.resize(rows_.size() + stride_, 0);
    }
    std::int16_t& number = rows_[slot.row + asked_[k].topic];
    number = static_cast<std::int16_t>(number + judge_.answer().said(w));
  });
}

std::span<const int> TopicWordRows::sums(std::span<const std::uint32_t> words, Topics topics) {
  sums_.assign(stride_, 0);
  if (topics == 0) return sums_;
  make_room(words.size());
  find(words, topics);
  look_up();
  for (const Slot* slot : met_) __builtin_prefetch(&rows_[slot->row]);
  for (const Slot* slot : met_) {
    if (slot->row == 0) continue;
    const std::int16_t* row = &rows_[slot->row];
    for (int* sum = sums_.data(); sum != sums_.data() + stride_; sum += kLane, row += kLane)
      for (std::size_t k = 0; k < kLane; ++k) sum[k] += row[k];
  }
  return sums_;
}

}  // namespace qogam::extract
