// Clusters by the hashes of their words.
#include "lang/clusters.h"

#include <bit>
#include <charconv>
#include <vector>

#include "text/hash.h"

namespace qogam::lang {
namespace {

std::uint32_t key_of(std::string_view folded) {
  const auto key = static_cast<std::uint32_t>(text::hash_of_bytes(folded) >> 32);
  return key == 0 ? 1 : key;
}

std::uint16_t number(const model::SourceFile& file, const model::Line& line, std::string_view digits) {
  std::uint16_t n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (error != std::errc() || end != digits.data() + digits.size()) file.fail(line.number, "a line is `GROUP/CLUSTER<TAB>words`");
  return n;
}

// The slot of a key: where it is, or where it may go.
std::size_t slot_of(std::uint32_t key, std::span<const std::uint32_t> keys) {
  std::size_t at = key & (keys.size() - 1);
  while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (keys.size() - 1);
  return at;
}

}  // namespace

void compile_clusters(const model::SourceFile& file, const text::FoldTable& folds, const std::string& prefix, model::ModelWriter& out) {
  std::vector<std::pair<std::uint32_t, WordClusters::Cluster>> words;
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    const std::size_t slash = parts[0].find('/');
    if (parts.size() != 2 || slash == std::string::npos) file.fail(line.number, "a line is `GROUP/CLUSTER<TAB>words`");
    const std::string_view numbers = parts[0];
    const WordClusters::Cluster cluster{number(file, line, numbers.substr(slash + 1)), number(file, line, numbers.substr(0, slash))};
    for (const std::string& word : model::pieces(parts[1])) words.emplace_back(key_of(folds.fold(word)), cluster);
  }
  std::vector<std::uint32_t> keys(std::bit_ceil(words.size() * 2 + 2));
  std::vector<WordClusters::Cluster> clusters(keys.size());
  for (const auto& [key, cluster] : words) {
    const std::size_t at = slot_of(key, keys);
    if (keys[at] == key) continue;
    keys[at] = key;
    clusters[at] = cluster;
  }
  out.add<std::uint32_t>(prefix + ".keys", keys);
  out.add<WordClusters::Cluster>(prefix + ".clusters", clusters);
}

WordClusters::WordClusters(const model::ModelView& model, const std::string& prefix)
    : keys_(model.section<std::uint32_t>(prefix + ".keys")), clusters_(model.section<Cluster>(prefix + ".clusters")) {}

std::optional<WordClusters::Cluster> WordClusters::find(std::string_view folded) const {
  if (keys_.empty()) return std::nullopt;
  const std::uint32_t key = key_of(folded);
  const std::size_t at = slot_of(key, keys_);
  return keys_[at] == key ? std::optional(clusters_[at]) : std::nullopt;
}

}  // namespace qogam::lang
