// Which rules of all sets have a chance in a sentence, told by its words at one go.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lang/key_table.h"
#include "lang/matcher.h"

namespace qogam::lang {

// Of what a sentence must have for a rule, one clause that no mention can fill triggers it: most rules have no chance in most sentences, and
// are not even looked at. Immutable; safe from any thread.
class RuleTriggers {
 public:
  RuleTriggers() = default;
  RuleTriggers(std::span<const RuleRecord> rules, std::span<const AnchorRecord> anchors);

  // The rules that words, forms and lexicon entries of the sentence trigger, and those that only mentions could, ascending. They stand in the
  // memory of the index until it moves on.
  std::span<const std::uint32_t> find(const SentenceIndex& index) const;

 private:
  void add_line(std::uint32_t rule, std::span<const AnchorRecord> line);

  KeyTable<std::uint32_t> words_, forms_, lexicons_;
  std::vector<std::uint32_t> always_;
  std::size_t rules_ = 0;
};

}  // namespace qogam::lang
