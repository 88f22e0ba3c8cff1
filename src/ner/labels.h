// Labels of tokens: O outside a name; B-X at its beginning, I-X inside, E-X at its end, S-X a name of one token.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "qogam/span.h"

namespace qogam::ner {

// A name in tokens, with the number of its type.
struct TypedRange {
  TokenRange tokens;
  std::uint32_t type = 0;

  friend bool operator==(const TypedRange&, const TypedRange&) = default;
};

// Numbers of labels: 0 is O, then B, I, E and S of each type. Immutable; safe from any thread.
class Labels {
 public:
  Labels() = default;
  explicit Labels(std::vector<std::string> types) : types_(std::move(types)) {}
  // From the names of labels as names() gives them. Nothing is checked.
  static Labels of_names(const std::vector<std::string>& names);

  std::size_t size() const { return types_.size() * 4 + 1; }
  const std::vector<std::string>& types() const { return types_; }
  std::vector<std::string> names() const;

  // Whether a label may be the first of a sentence, may stand behind another, may be the last.
  bool may_start(std::size_t label) const { return !continues(label); }
  bool may_follow(std::size_t before, std::size_t label) const;
  bool may_end(std::size_t label) const { return !open(label); }

  // Names that do not overlap as labels, and back. `ranges` are ascending and inside the sentence.
  std::vector<std::uint16_t> labels_of(std::span<const TypedRange> ranges, TokenRange sentence) const;
  std::vector<TypedRange> ranges_of(std::span<const std::uint16_t> labels, std::uint32_t first) const;

 private:
  enum Part : std::size_t { begin, inside, end, single };
  static Part part(std::size_t label) { return static_cast<Part>((label - 1) % 4); }
  static bool continues(std::size_t label) { return label != 0 && (part(label) == inside || part(label) == end); }
  static bool open(std::size_t label) { return label != 0 && (part(label) == begin || part(label) == inside); }

  std::vector<std::string> types_;
};

}  // namespace qogam::ner
