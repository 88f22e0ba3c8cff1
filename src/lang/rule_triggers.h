// Which rules of a set have a chance in a sentence, told by its words.
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
  // `words`: the texts of the numbers of words and forms.
  RuleTriggers(std::span<const RuleRecord> rules, std::span<const AnchorRecord> anchors, const RuleSetRecord& set, const model::StringTable& words);

  // Calls visit(rule) for the rules that words, forms and lexicon entries of the sentence trigger, and for those that only mentions could; for
  // some more than once.
  template <typename Visit>
  void each(const SentenceIndex& index, Visit visit) const {
    for (const std::uint32_t rule : always_) visit(rule);
    each(words_, index.words(), visit);
    each(forms_, index.forms(), visit);
    each(lexicons_, index.lexicons(), visit);
  }

 private:
  using Table = KeyTable<std::uint32_t>;
  template <typename Visit>
  static void each(const Table& table, std::span<const std::uint32_t> numbers, Visit visit) {
    if (table.empty()) return;
    for (const std::uint32_t number : numbers)
      for (const std::uint32_t rule : table.at(number)) visit(rule);
  }
  void add_line(std::uint32_t rule, std::span<const AnchorRecord> line, const model::StringTable& words);

  Table words_, forms_, lexicons_;
  std::vector<std::uint32_t> always_;
};

}  // namespace qogam::lang
