// Word analysis along a graph of suffixes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/records.h"
#include "model/string_table.h"
#include "qogam/document.h"

namespace qogam::lang {

// A reading and what it costs: the cheapest is the likeliest.
struct CostedReading {
  Analysis reading;
  std::string lemma;     // folded
  std::string citation;  // the form that lexicons and rules use
  std::int32_t cost = 0;
};

// The suffixes and stems of one language: sections `prefix`.arcs and others of a model, which must
// outlive it. A word is spelt back into stem and suffixes in every way (a softened last letter, two
// letters written as one), and each way is walked from left to right: stem, then arcs to the end
// state. The method is that of finite-state morphology (Koskenniemi 1983), with costs.
// Safe from any thread.
class Grammar {
 public:
  Grammar() = default;
  Grammar(const model::ModelView& model, const std::string& prefix, const model::StringTable& strings);

  bool empty() const { return arcs_.empty(); }

  // The readings of a folded word, cheapest first, each lemma with each set of features once.
  // Unknown stems are marked `guessed`; proper nouns are among them only where `capitalised`.
  std::vector<CostedReading> analyse(std::string_view folded, bool capitalised) const;

  // The readings of a suffix that a hyphen parts from its stem, an abbreviation or (`number`) a
  // number. Vowels and consonants of the stem say nothing there.
  std::vector<CostedReading> after_hyphen(std::string_view folded, bool number) const;

 private:
  struct Spelling;  // the word as stem and suffixes before they met
  struct Path;      // how far a walk has come
  class Walk;

  std::vector<Spelling> spellings(std::string_view folded) const;
  void start_at_stems(const Spelling& spelling, bool capitalised, Walk& walk) const;
  void start_unknown(const Spelling& spelling, std::size_t at, std::size_t letters, bool capitalised, Walk& walk) const;
  bool starts_with_vowel(std::string_view text) const;
  int harmony(std::string_view text) const;
  std::string citation(std::string_view lemma, std::uint32_t stem_class) const;
  std::vector<CostedReading> best(std::vector<CostedReading> all) const;

  model::StringTable strings_, stems_;
  std::span<const std::uint32_t> stem_ranges_, arc_ranges_;
  std::span<const GrammarStemRecord> stem_rows_;
  std::span<const ArcRecord> arcs_;
  std::vector<std::uint32_t> arcs_by_start_;  // numbers of the arcs of each state, in the order of how their texts begin
  std::vector<std::uint16_t> starts_;         // how those begin
  std::span<const StemClassRecord> classes_;
  std::span<const JoinRecord> joins_;
  std::span<const UnknownRecord> unknowns_;
  std::string_view back_, front_, neutral_;
};

}  // namespace qogam::lang
