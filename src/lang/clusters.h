// Words in clusters of likeness.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/model_file.h"
#include "model/source.h"
#include "text/fold.h"

namespace qogam::lang {

// Reads a file of lines `GROUP/CLUSTER<TAB>words`, both numbers below 65536, into sections `prefix`.keys and so on. Of
// two words that are folded alike the first counts. Throws Error{Cause::models} that names the line.
void compile_clusters(const model::SourceFile& file, const text::FoldTable& folds, const std::string& prefix, model::ModelWriter& out);

// A view of those sections; the model must outlive it. Safe from any thread.
class WordClusters {
 public:
  struct Cluster {
    std::uint16_t cluster, group;
  };
  WordClusters() = default;
  WordClusters(const model::ModelView& model, const std::string& prefix);

  bool empty() const { return keys_.empty(); }
  // The cluster of a folded word. Words are told apart by 32 bits of their hash.
  std::optional<Cluster> find(std::string_view folded) const;

 private:
  std::span<const std::uint32_t> keys_;  // open addressing; 0 is free
  std::span<const Cluster> clusters_;
};

}  // namespace qogam::lang
