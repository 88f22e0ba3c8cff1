// A dictionary of lexemes: stems, and paradigms of endings with features.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/records.h"
#include "lang/suffix_index.h"
#include "model/string_table.h"
#include "qogam/document.h"

namespace qogam::lang {

// The dictionary of one language in a model: a view, which the model must outlive. Safe from any
// thread. Source of the method: stems and paradigms, and prediction by the end of the word, as in
// pymorphy (Korobov 2015), here with a table of stem tails instead of one of suffixes.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(const model::ModelView& model, const std::string& code, const model::StringTable& strings);

  bool empty() const { return paradigms_.empty(); }

  // Appends the readings of a folded word: each has one case and number. Words with a hyphen that are
  // not known as a whole are read by their last part. False where the dictionary knows nothing.
  bool find(std::string_view folded, std::vector<Analysis>& readings) const;

  // Appends what an unknown word can be by its end, likeliest first, marked `guessed`: the forms of
  // those words of the dictionary that end most like it.
  void predict(std::string_view folded, std::vector<Analysis>& readings) const;

  // A form of the same lexeme: the ending that stands behind the stem of a known word where it has all
  // of `wanted`, the one that starts most like the ending of the word first, or nothing where it has none. The reading is one that find() gave.
  std::vector<std::string_view> forms(std::string_view folded, const Analysis& reading, Features wanted) const;

 private:
  struct Cut {
    std::size_t stem;      // bytes
    std::uint32_t ending;  // number
  };
  std::vector<Cut> cuts(std::string_view folded) const;
  std::span<const DictionaryForm> forms_of(std::uint32_t paradigm) const;
  std::span<const DictionaryForm> forms_with(std::uint32_t paradigm, std::uint32_t ending) const;
  std::span<const std::uint16_t> paradigms_of(std::string_view stem) const;
  bool find_listed(std::string_view folded, std::vector<Analysis>& readings) const;
  void replace_parts(std::string_view folded, std::size_t from, std::vector<Analysis>& readings) const;
  bool find_whole(std::string_view folded, std::size_t before, std::vector<Analysis>& readings) const;

  model::StringTable stems_, endings_, tails_;
  std::span<const std::uint32_t> stem_ranges_, form_ranges_, tail_ranges_;
  std::span<const std::uint16_t> stem_paradigms_;
  std::span<const DictionaryParadigm> paradigms_;
  std::span<const DictionaryForm> forms_;  // of each paradigm, sorted by ending
  std::span<const DictionaryTail> tail_records_;
  std::span<const Features> tags_;
  model::StringTable listed_, part_lemmas_, strings_;
  std::span<const ListedForm> listed_forms_;  // sorted by form
  std::span<const PartRecord> parts_;         // sorted by lemma
  SuffixIndex suffixes_;  // of endings_
};

}  // namespace qogam::lang
