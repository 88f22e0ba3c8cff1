// Which endings of a table a word has.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/string_table.h"

namespace qogam::lang {

// The strings of a table as a trie from their last byte to their first: a walk from the end of a word meets all that
// it ends in, and is over where none goes on. A view of sections of a model, which must outlive it; safe from any thread.
class SuffixIndex {
 public:
  SuffixIndex() = default;
  SuffixIndex(const model::ModelView& model, const std::string& prefix);

  // Writes the sections `prefix`.nodes and `prefix`.edges for the endings of a table.
  static void compile(const model::StringTableBuilder& endings, const std::string& prefix, model::ModelWriter& out);

  // Calls visit(stem, number) for each ending of the word, the shortest first, `stem` being the bytes before it. The
  // empty ending has the number 0.
  template <typename Visit>
  void each(std::string_view word, Visit visit) const {
    visit(word.size(), std::uint32_t{0});
    std::uint32_t node = 0;
    for (std::size_t stem = word.size(); stem-- > 0;) {
      node = next(node, word[stem]);
      if (node == 0) return;
      if (nodes_[node].ending != 0) visit(stem, nodes_[node].ending);
    }
  }

 private:
  struct Node {
    std::uint32_t first = 0, last = 0;  // of edges_
    std::uint32_t ending = 0;           // number, 0: none ends here
  };
  struct Edge {
    std::uint32_t byte, node;
  };
  struct Builder;
  std::uint32_t next(std::uint32_t node, char byte) const {
    if (node >= nodes_.size()) return 0;
    for (std::uint32_t e = nodes_[node].first; e < nodes_[node].last; ++e)
      if (edges_[e].byte == static_cast<unsigned char>(byte)) return edges_[e].node;
    return 0;
  }

  std::span<const Node> nodes_;
  std::span<const Edge> edges_;
};

}  // namespace qogam::lang
