// Hashes of the labels of rules, for features.
#pragma once

#include <cstdint>
#include <vector>

#include "lang/rules.h"
#include "ner/hashing.h"

namespace qogam::extract {

// A label is put together of strings, so its hash is kept for the next time the rule is met. Of one knowledge; for one thread at a time.
class RuleHashes {
 public:
  std::uint32_t of(const lang::Rules& rules, std::uint32_t rule) {
    if (hashes_.size() <= rule) hashes_.resize(rule + 1, 0);
    if (hashes_[rule] == 0) hashes_[rule] = ner::hash_of(rules.label(rule));  // never 0
    return hashes_[rule];
  }

 private:
  std::vector<std::uint32_t> hashes_;  // 0: not yet
};

}  // namespace qogam::extract
