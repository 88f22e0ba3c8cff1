// Building the trie.
#include "lang/suffix_index.h"

#include <map>

namespace qogam::lang {

SuffixIndex::SuffixIndex(const model::StringTable& endings) {
  std::vector<std::map<char, std::uint32_t>> children(1);
  nodes_.resize(1);
  for (std::uint32_t number = 1; number < endings.size(); ++number) {
    const std::string_view ending = endings[number];
    std::uint32_t node = 0;
    for (std::size_t at = ending.size(); at-- > 0;) {
      const auto fresh = static_cast<std::uint32_t>(nodes_.size());
      const auto [it, added] = children[node].try_emplace(ending[at], fresh);
      node = it->second;
      if (!added) continue;
      nodes_.emplace_back();
      children.emplace_back();
    }
    nodes_[node].ending = number;
  }
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    nodes_[n].first = static_cast<std::uint32_t>(edges_.size());
    for (const auto& [byte, node] : children[n]) edges_.push_back({byte, node});
    nodes_[n].last = static_cast<std::uint32_t>(edges_.size());
  }
}

}  // namespace qogam::lang
