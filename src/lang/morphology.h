// Word analysis by tables of endings: the seam that a dictionary-based analysis fills.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/dictionary.h"
#include "lang/grammar.h"
#include "lang/records.h"
#include "lang/suffix_index.h"
#include "model/string_table.h"
#include "qogam/document.h"

namespace qogam::lang {

// An ending table in a model: `prefix`.endings (strings), `prefix`.ranges, `prefix`.rows.
// A view; the model must outlive it. Safe from any thread.
class EndingTable {
 public:
  struct Hit {
    std::uint32_t stem_bytes;  // of the folded word
    const EndingRow* row;
  };

  EndingTable() = default;
  EndingTable(const model::ModelView& model, const std::string& prefix,
              const model::StringTable& strings);

  // Every row whose ending the folded word has and whose stem ends as the row asks, longest
  // ending first. At least two letters are left for the stem.
  void find(std::string_view folded, std::vector<Hit>& hits) const;
  bool empty() const { return rows_.empty(); }

  // Whether some row of this ending has all these features.
  bool has(std::string_view ending, Features features) const;

  // The ending that another form of the word has to which `row` belongs: that of a row with the same lemma ending
  // and all of `wanted` that may stand behind the stem. Nothing where no row says it.
  // `unwanted`: features of which it must have none; `like`: how the ending must end; `begin`: how it must begin. Endings behind a hyphen are left out.
  std::optional<std::string_view> form_of(std::string_view stem, const EndingRow& row, Features wanted, Features unwanted = 0,
                                          std::string_view like = {}, std::string_view begin = {}) const;

 private:
  bool stem_fits(std::string_view stem, const EndingRow& row) const;

  std::uint32_t ending_of(std::uint32_t row) const;

  model::StringTable endings_;
  std::span<const std::uint32_t> ranges_;  // first row of each ending, and the end
  std::span<const EndingRow> rows_;
  model::StringTable strings_;
  SuffixIndex index_;
};

// The morphology of one language. Source of the method: suffix stripping with a lexicon of
// lemmas, as in Porter-like stemmers with a stop list turned round: a stripped form counts only
// where its lemma is a word that some lexicon or rule uses; other readings are marked `guessed`.
// A word that occurs only inside phrases, such as a genitive, is no citation form: it keeps its
// number, but its features are guessed as if it were unknown.
class Morphology {
 public:
  Morphology() = default;
  Morphology(const model::ModelView& model, const std::string& code,
             const model::StringTable& strings, const model::StringTable& words);

  // Appends the readings of a folded word, those with a known lemma first.
  void analyse(std::string_view folded, std::vector<Analysis>& readings) const;

  // What a folded word can be for the tagger, likeliest first: each reading has one case.
  void readings(std::string_view folded, std::vector<Analysis>& readings) const;

  // The nominative (possessive kept) of a folded word: its stem in bytes and what follows it.
  // Where a reading with `known` lemma exists it decides; else the word is left as it is.
  struct Base {
    std::uint32_t stem_bytes;
    std::string ending;
  };
  Base nominative(std::string_view folded, std::uint32_t lemma) const;
  const Dictionary& dictionary() const { return dictionary_; }
  const EndingTable& endings() const { return endings_; }

  // The graph of suffixes; empty for a language without grammar.tsv.
  const Grammar& grammar() const { return grammar_; }
  // The number of a folded citation form that lexicons or rules use by itself, or 0.
  std::uint32_t citation(std::string_view folded) const {
    const std::uint32_t word = words_.find(folded);
    return role(word) & 1 ? word : 0;
  }

 private:
  using Hits = std::span<const EndingTable::Hit>;  // of the word's endings
  void add_known(std::string_view folded, Hits hits, std::vector<Analysis>& readings) const;
  void add_guesses(std::string_view folded, Hits hits, Features kinds, std::vector<Analysis>& readings) const;
  int role(std::uint32_t word) const { return word < roles_.size() ? roles_[word] : 0; }

  model::StringTable strings_, words_;
  EndingTable endings_;
  Grammar grammar_;
  std::span<const FormRecord> forms_;  // sorted by form
  std::span<const StemRecord> stems_;  // sorted by stem
  std::span<const char> roles_;        // by word: bit 1 citation form, bit 2 part of a phrase
  Dictionary dictionary_;
};

}  // namespace qogam::lang
