// All lexicons of all languages in one trie over words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lang/records.h"
#include "model/string_table.h"
#include "qogam/document.h"

namespace qogam::lang {

// A view of the lexicons in a model, which must outlive it. Safe from any thread.
class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const model::ModelView& model, const model::StringTable& strings);

  // The number of a class, or 0 where no file opens it.
  std::uint32_t class_number(std::string_view name) const;
  // Of classes, the number 0 among them.
  std::size_t class_count() const { return classes_.size(); }
  std::string_view class_name(std::uint32_t number) const { return strings_[classes_[number]]; }

  // Whether the word alone is an entry of a class, in any language.
  bool is_entry(std::uint32_t word, std::uint32_t lexicon) const { return !entries_of(word, lexicon).empty(); }
  // The entries of a class that are this one word, in any language.
  std::vector<std::uint32_t> entries_of(std::uint32_t word, std::uint32_t lexicon) const;

  // Whether some entry begins with a word of this form and these readings.
  bool begins(std::uint32_t form, std::span<const Analysis> readings) const;

  // Appends all entries that stand in tokens [range) of the document, whose language is
  // `language` or any, sorted by first token and longer first. Needs the words of the document.
  void find(const Document& document, TokenRange range, std::uint32_t language,
            std::vector<Term>& terms) const;

  std::string_view phrase(std::uint32_t entry) const { return strings_[entries_[entry].phrase]; }
  // The value of an attribute of an entry; empty where it has none.
  std::string_view attribute(std::uint32_t entry, std::string_view key) const;
  // Whether an attribute has a value; both are numbers of strings, an empty value that of none.
  bool attribute_is(std::uint32_t entry, std::uint32_t key, std::uint32_t value) const;

 private:
  struct Step {
    std::uint32_t node, token;
  };
  void accept(const Document& document, const Step& step, std::uint32_t first,
              std::uint32_t language, std::vector<Term>& terms) const;
  std::optional<std::uint32_t> follow(std::uint32_t node, std::uint32_t key) const;
  // The node that a first word leads to, or 0.
  std::uint32_t root(std::uint32_t key) const { return key < roots_.size() ? roots_[key] : 0; }

  model::StringTable strings_;
  std::span<const std::uint32_t> classes_;  // strings; number 0 is empty
  std::span<const TrieNode> nodes_;
  std::span<const TrieEdge> edges_;
  std::span<const AcceptedRecord> accepted_;
  std::span<const std::uint32_t> roots_;  // by key: the edges of the first node, as a table
  std::span<const EntryRecord> entries_;
  std::span<const AttributeRecord> attributes_;
};

}  // namespace qogam::lang
