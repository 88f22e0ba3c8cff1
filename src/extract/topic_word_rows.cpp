// Rows of words, found by their hashes.
#include "extract/topic_word_rows.h"

#include <algorithm>

#include "extract/weights_of.h"
#include "ner/hashing.h"

namespace qogam::extract {

TopicWordRows::TopicWordRows(const TopicJudge& judge, std::vector<std::uint32_t> own) : judge_(judge), own_(std::move(own)), stride_((own_.size() + kLane - 1) / kLane * kLane) {
  clear();
}

void TopicWordRows::clear() {
  slots_.assign(kSlots, {});
  rows_.assign(stride_, 0);
  size_ = 0;
}

TopicWordRows::Slot& TopicWordRows::slot_of(std::uint32_t word) {
  std::size_t at = word % kSlots;
  while (slots_[at].word != 0 && slots_[at].word != word) at = (at + 1) % kSlots;
  return slots_[at];
}

std::uint32_t TopicWordRows::make_row(std::uint32_t word) {
  const std::size_t begin = rows_.size();
  rows_.resize(begin + stride_, 0);
  bool any = false;
  each_weight(judge_.weights(), own_.size(), [&](std::size_t topic) { return ner::joined(own_[topic], word); },
              [&](std::size_t topic, const lang::NameWeight& w) {
                rows_[begin + topic] = static_cast<std::int16_t>(rows_[begin + topic] + judge_.answer(w));
                any = true;
              });
  if (any) return static_cast<std::uint32_t>(begin);
  rows_.resize(begin);
  return 0;
}

std::span<const int> TopicWordRows::sums(std::span<const std::uint32_t> words) {
  if (size_ + words.size() > kMostWords) clear();
  sums_.assign(stride_, 0);
  for (const std::uint32_t word : words) __builtin_prefetch(&slots_[word % kSlots]);
  met_.clear();
  for (const std::uint32_t word : words) {
    Slot& slot = slot_of(word);
    if (slot.word == 0) {
      slot = {word, make_row(word)};
      ++size_;
    }
    if (slot.row == 0) continue;
    __builtin_prefetch(&rows_[slot.row]);
    met_.push_back(slot.row);
  }
  for (const std::uint32_t begin : met_) {
    const std::int16_t* row = &rows_[begin];
    for (int* sum = sums_.data(); sum != sums_.data() + stride_; sum += kLane, row += kLane)
      for (std::size_t k = 0; k < kLane; ++k) sum[k] += row[k];
  }
  return sums_;
}

}  // namespace qogam::extract
