// Building the trie.
#include "lang/suffix_index.h"

#include <map>
#include <vector>

namespace qogam::lang {

struct SuffixIndex::Builder {
  std::vector<std::map<unsigned char, std::uint32_t>> children{1};
  std::vector<Node> nodes{1};
  std::vector<Edge> edges;

  void add(std::string_view ending, std::uint32_t number) {
    std::uint32_t node = 0;
    for (std::size_t at = ending.size(); at-- > 0;) {
      const auto fresh = static_cast<std::uint32_t>(nodes.size());
      const auto [it, added] = children[node].try_emplace(static_cast<unsigned char>(ending[at]), fresh);
      node = it->second;
      if (!added) continue;
      nodes.emplace_back();
      children.emplace_back();
    }
    nodes[node].ending = number;
  }
  void lay_out() {
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      nodes[n].first = static_cast<std::uint32_t>(edges.size());
      for (const auto& [byte, node] : children[n]) edges.push_back({byte, node});
      nodes[n].last = static_cast<std::uint32_t>(edges.size());
    }
  }
};

void SuffixIndex::compile(const model::StringTableBuilder& endings, const std::string& prefix, model::ModelWriter& out) {
  Builder builder;
  for (std::uint32_t number = 1; number < endings.size(); ++number) builder.add(endings.strings()[number], number);
  builder.lay_out();
  out.add<Node>(prefix + ".nodes", builder.nodes);
  out.add<Edge>(prefix + ".edges", builder.edges);
}

SuffixIndex::SuffixIndex(const model::ModelView& model, const std::string& prefix)
    : nodes_(model.section<Node>(prefix + ".nodes")), edges_(model.section<Edge>(prefix + ".edges")) {}

}  // namespace qogam::lang
