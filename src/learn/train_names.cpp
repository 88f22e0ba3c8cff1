// From texts to the training of a chain.
#include "learn/train_names.h"

#include <random>
#include <set>

#include "learn/chain_training.h"
#include "learn/name_sentences.h"
#include "learn/tag_list.h"
#include "learn/temperature.h"

namespace qogam::learn {
namespace {

// Those that are only measured too, where nothing is learnt of them.
std::vector<std::string> types_of(const std::vector<NameGold>& gold, const std::vector<NameText>& held_out) {
  std::set<std::string> types;
  const auto add = [&](const std::vector<NameText>& texts) {
    for (const NameText& t : texts)
      for (const GoldName& n : t.names) types.insert(n.type);
  };
  for (const NameGold& part : gold) add(part.texts);
  add(held_out);
  return {types.begin(), types.end()};
}

}  // namespace

lang::NameModel train_names(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::vector<NameGold>& gold,
                            const std::vector<NameText>& held_out, const NameTraining& options,
                            const std::function<void(const NameReport&)>& report) {
  const std::vector<std::string> types = types_of(gold, held_out);
  SentenceReader reader(knowledge, options.language, types);
  ChainTraining training(options, ner::Labels(types));
  std::mt19937_64 chance(options.seed);
  for (const NameGold& part : gold)
    training.learn_from([&](FeatureIndex& index, std::vector<ChainSentence>& sentences) {
      for (const NameText& t : part.texts) {
        reader.read(t, part.domain, index, sentences);
        if (static_cast<double>(chance() >> 11) * 0x1p-53 < options.tags) reader.read(tag_list(t), part.domain, index, sentences);
      }
    }, part.times);
  training.hold_out([&](FeatureIndex& index, std::vector<ChainSentence>& sentences) {
    for (const NameText& t : held_out) reader.read(t, options.domain, index, sentences);
  });
  lang::NameModel model = training.run(report);
  model.temperature = options.temperature > 0 ? options.temperature : fitted_temperature(*knowledge, model, reader, held_out, knowledge->base_language(options.language));
  return model;
}

}  // namespace qogam::learn
