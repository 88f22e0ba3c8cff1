// Pairs as chains of one.
#include "learn/train_relations.h"

#include <algorithm>
#include <set>

#include "learn/chain_training.h"
#include "learn/name_sentences.h"
#include "ner/relations.h"

namespace qogam::learn {
namespace {

class PairReader {
 public:
  PairReader(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::string& language, const ner::RelationType& type, ner::Labels labels)
      : name_(type.name), labels_(std::move(labels)), heads_(knowledge, language, {type.head.type}), tails_(knowledge, language, {type.tail.type}) {}

  void read(const RelationText& text, FeatureIndex& index, std::vector<ChainSentence>& sentences) const {
    const Document d = heads_.document(text.heads);
    const Names heads(heads_, d, text.heads), tails(tails_, d, text.tails);
    std::set<std::pair<std::string, std::string>> related;
    for (const GoldRelation& r : text.heads.relations)
      if (r.type == name_) related.emplace(r.head, r.tail);
    const ner::RelationReader reader(d, heads.ranges, tails.ranges);
    std::vector<ner::Feature> features;
    for (const ner::RelationReader::Pair& p : reader.pairs()) {
      const bool yes = related.contains({heads.ids[p.head], tails.ids[p.tail]});
      ChainSentence& sentence = sentences.emplace_back();
      sentence.labels = ner::YesNo::answer(labels_, yes);
      features.clear();
      reader.add(p, features);
      for (const ner::Feature& f : features) sentence.met.push_back({0, index.number(f, false)});
    }
  }

 private:
  // The tokens of each name of a text, with its id. Names share no token.
  struct Names {
    std::vector<TokenRange> ranges;
    std::vector<std::string> ids;

    Names(const SentenceReader& reader, const Document& d, const NameText& text) {
      NameText one{text.id, text.text, {}};
      for (const GoldName& n : text.names) {
        one.names = {n};
        for (const ner::TypedRange& r : reader.ranges(d, one)) {
          if (!ranges.empty() && r.tokens.first < ranges.back().last) continue;
          ranges.push_back(r.tokens);
          ids.push_back(n.id);
        }
      }
    }
  };

  std::string name_;
  ner::Labels labels_;
  SentenceReader heads_, tails_;
};

}  // namespace

lang::NameModel train_relations(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::vector<RelationText>& gold,
                                const std::vector<RelationText>& held_out, const std::string& relation, const NameTraining& options,
                                const std::function<void(const NameReport&)>& report) {
  const ner::Labels labels({relation});
  const PairReader reader(knowledge, options.language, ner::RelationType::parse(relation), labels);
  ChainTraining training(options, labels);
  const auto reading = [&](const std::vector<RelationText>& texts) {
    return [&](FeatureIndex& index, std::vector<ChainSentence>& sentences) {
      for (const RelationText& t : texts) reader.read(t, index, sentences);
    };
  };
  training.learn_from(reading(gold), 1);
  training.hold_out(reading(held_out));
  return training.run(report);
}

}  // namespace qogam::learn
