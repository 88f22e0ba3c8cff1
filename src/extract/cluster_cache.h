// Clusters of words that were looked up, for the next time they come.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "text/hash.h"

namespace qogam::extract {

// The table of clusters is large, and most words are met again soon: a small table that the processor keeps at hand answers for them. Words are told
// apart by the same 32 bits of their hash as WordClusters tells them apart by. Of one knowledge; for one thread at a time.
class ClusterCache {
 public:
  ClusterCache() : entries_(kEntries) {}

  // In two steps, for many words at once: expect() starts to fetch what find() will read, and gives the hash that find() wants.
  std::uint64_t expect(std::string_view folded) const {
    const std::uint64_t hash = text::hash_of_bytes(folded);
    __builtin_prefetch(&entries_[hash % kEntries]);
    return hash;
  }

  // The number of the cluster of a folded word of a language, from 1 on; 0 where it has none.
  std::uint32_t find(const lang::Knowledge& knowledge, std::uint32_t language, std::string_view folded, std::uint64_t hash) {
    const auto key = static_cast<std::uint32_t>(hash >> 32);
    Entry& entry = entries_[hash % kEntries];
    if (entry.key != key || entry.language != language + 1) {
      const auto found = knowledge.clusters(language).find(folded);
      entry = {key, (language + 1) & 0xFF, found ? found->cluster + 1U : 0U};
    }
    return entry.cluster;
  }
  std::uint32_t find(const lang::Knowledge& knowledge, std::uint32_t language, std::string_view folded) { return find(knowledge, language, folded, text::hash_of_bytes(folded)); }

 private:
  static constexpr std::size_t kEntries = 1u << 15;
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t language : 8 = 0;  // number + 1; 0: the entry is free
    std::uint32_t cluster : 24 = 0;  // number + 1; 0: none
  };
  std::vector<Entry> entries_;  // by the last bits of the hash; what comes later takes the place
};

}  // namespace qogam::extract
