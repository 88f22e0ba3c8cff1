// Weights of a trained tagger of names: as a file of models/, and as sections of the compiled one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/model_file.h"
#include "model/source.h"

namespace qogam::lang {

// One weight of a feature: what it adds to the score of label `position % labels` of the token that stands
// `position / labels - kReach` behind the feature's own.
struct NameWeight {
  std::uint16_t position;
  std::int16_t weight;
};

// What is learnt, before it is written: floating point, sparse.
struct NameModel {
  static constexpr int kReach = 2;          // a feature tells of labels so many tokens before and behind it
  static constexpr double kUnit = 64;       // a weight of 1 (a natural logarithm) is so many steps
  static constexpr std::size_t kMostLabels = 800;

  struct Entry {
    std::uint16_t position;
    double weight;
  };
  struct Row {
    std::uint32_t feature;
    std::vector<Entry> entries;
  };
  std::vector<std::string> labels;
  std::vector<double> starts, pairs;  // of a first label; of a label behind a label, row by row
  double temperature = 1;             // scores are divided by it before they become probabilities (Guo et al. 2017)
  std::vector<Row> rows;              // ascending by feature
};

// The lines of a file of weights: `labels`, `starts`, `pairs`, `temperature`, then a line a feature: its hash in six letters
// and three letters a weight, two of its position and one of its size (see weights.h for that alphabet).
std::string name_weights_text(const NameModel& model);

// Reads such a file into sections `prefix`.labels and so on. Throws Error{Cause::models} that names the line.
void compile_name_weights(const model::SourceFile& file, const std::string& prefix, model::ModelWriter& out);

// A view of those sections; the model must outlive it. Safe from any thread.
class NameWeights {
 public:
  NameWeights() = default;
  NameWeights(const model::ModelView& model, const std::string& prefix);

  const std::vector<std::string>& labels() const { return labels_; }
  std::span<const std::int16_t> starts() const { return starts_; }
  std::span<const std::int16_t> pairs() const { return pairs_; }
  double temperature() const { return temperature_; }
  bool empty() const { return labels_.empty(); }

  // The weights of a feature; none where it has none.
  std::span<const NameWeight> row(std::uint32_t feature) const { return row_at(place(feature)); }

  // The same in three steps, for many features at once: each starts to fetch from memory what the next one reads.
  void expect(std::uint32_t feature) const;
  std::uint32_t place(std::uint32_t feature) const;
  std::span<const NameWeight> row_at(std::uint32_t place) const { return weights_.subspan(place + 1, weights_[place].position); }

 private:
  // Of an open-addressed table; key 0 is free, and has the place of an empty row.
  struct Slot {
    std::uint32_t key = 0, place = 0;
  };
  friend void compile_name_weights(const model::SourceFile&, const std::string&, model::ModelWriter&);

  std::vector<std::string> labels_;
  std::span<const std::int16_t> starts_, pairs_;
  double temperature_ = 1;
  std::span<const Slot> slots_;
  std::span<const NameWeight> weights_;  // rows, each behind an entry whose position is their number
};

}  // namespace qogam::lang
