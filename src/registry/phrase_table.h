// Words and phrases of two languages that mean one thing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "words/lemmatizer.h"

namespace qogam::registry {

// A table of models/common/ whose lines are ID, then a column for each language, parted by TABs; a column holds
// phrases parted by `|`. The first line, after comments, names the columns: `id`, language codes, and others that
// are kept as they are. Immutable; safe from any thread.
class PhraseTable {
 public:
  static constexpr std::int32_t kNone = -1;

  struct Entry {
    std::string id;
    std::map<std::string, std::string> more;  // of the other columns
    std::uint32_t line = 0;                   // of the file
  };
  // A phrase in a text: which of its words, from `first`, `size` of them.
  struct Found {
    std::size_t first = 0, size = 0;
    std::int32_t entry = kNone;
  };

  // `file` names it in messages. Throws Error{Cause::models} with file and line of what cannot be understood.
  PhraseTable(const std::string& file, std::string_view text, const lang::Knowledge& knowledge);

  const std::vector<Entry>& entries() const { return entries_; }

  // The longest phrases from left to right, without overlaps.
  std::vector<Found> find(const std::vector<words::PlainWord>& words, std::string_view language) const;

 private:
  struct Phrase {
    std::vector<std::string> lemmas;
    std::int32_t entry = kNone;
  };
  using Phrases = std::map<std::string, std::vector<Phrase>, std::less<>>;  // by their first lemma, longer ones first

  void add(Phrases& phrases, std::string_view column, std::string_view language, words::Lemmatizer& lemmatizer, std::int32_t entry);

  std::vector<Entry> entries_;
  std::map<std::string, Phrases, std::less<>> languages_;
};

}  // namespace qogam::registry
