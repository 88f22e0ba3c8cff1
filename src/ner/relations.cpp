// Sums of weights, pair by pair.
#include "ner/relations.h"

#include <cmath>

#include "ner/labels.h"
#include "qogam/error.h"

namespace qogam::ner {

RelationType RelationType::parse(const std::string& text) {
  const std::size_t equals = text.find('='), plus = text.find('+');
  const auto end = [&](const std::string& piece) {
    const std::size_t slash = piece.find('/');
    if (slash == piece.npos) throw Error(Cause::usage, "'" + text + "' is no NAME=SET/TYPE+SET/TYPE.");
    return End{piece.substr(0, slash), piece.substr(slash + 1)};
  };
  if (equals == text.npos || plus == text.npos || plus < equals) throw Error(Cause::usage, "'" + text + "' is no NAME=SET/TYPE+SET/TYPE.");
  return {text.substr(0, equals), end(text.substr(equals + 1, plus - equals - 1)), end(text.substr(plus + 1))};
}

RelationFinder::RelationFinder(const lang::NameWeights& weights) : weights_(weights) {
  const Labels labels = Labels::of_names(weights.labels());
  type_ = RelationType::parse(labels.types().at(0));
  yes_ = labels.labels_of(std::vector<TypedRange>{{{0, 1}, 0}}, {0, 1}).at(0);
}

std::vector<TaggedRelation> RelationFinder::find(const Document& document, std::vector<TokenRange> heads, std::vector<TokenRange> tails) const {
  std::vector<TaggedRelation> found;
  if (heads.empty() || tails.empty()) return found;
  const RelationReader reader(document, std::move(heads), std::move(tails));
  const std::size_t own = lang::NameModel::kReach * weights_.labels().size();  // positions of the token itself
  std::vector<Feature> features;
  for (const RelationReader::Pair& p : reader.pairs()) {
    features.clear();
    reader.add(p, features);
    double yes = weights_.starts()[yes_] - weights_.starts()[0];
    for (const Feature& f : features)
      for (const lang::NameWeight& w : weights_.row(f.hash)) yes += w.position == own + yes_ ? w.weight : w.position == own ? -w.weight : 0;
    const double confidence = 1 / (1 + std::exp(-yes / (lang::NameModel::kUnit * weights_.temperature())));
    if (yes > 0) found.push_back({p.head, p.tail, confidence});
  }
  return found;
}

}  // namespace qogam::ner
