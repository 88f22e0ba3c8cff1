// Sums of weights, pair by pair.
#include "ner/relations.h"

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

namespace {

const lang::NameWeights& with_a_type(const lang::NameWeights& weights) {
  if (weights.labels().size() < 2) throw Error(Cause::models, "Weights of a relation say no relation; make them with 'qogam train relations'.");
  return weights;
}

}  // namespace

RelationFinder::RelationFinder(const lang::NameWeights& weights) : related_(with_a_type(weights)), type_(RelationType::parse(related_.name())) {}

std::vector<TaggedRelation> RelationFinder::find(const Document& document, std::vector<TokenRange> heads, std::vector<TokenRange> tails) const {
  std::vector<TaggedRelation> found;
  if (heads.empty() || tails.empty()) return found;
  const RelationReader reader(document, std::move(heads), std::move(tails));
  std::vector<Feature> features;
  for (const RelationReader::Pair& p : reader.pairs()) {
    features.clear();
    reader.add(p, features);
    const double odds = related_.log_odds(features, &Feature::hash);
    if (odds > 0) found.push_back({p.head, p.tail, YesNo::probability(odds)});
  }
  return found;
}

}  // namespace qogam::ner
