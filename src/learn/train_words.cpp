// The averaged perceptron.
#include "learn/train_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "words/word_types.h"
#include "words/tagger.h"
#include "write/conllu.h"

namespace qogam::learn {
namespace {

// How well a candidate agrees with gold. The lemma decides between candidates of one tag.
int agreement(const words::Candidate& c, const GoldWord& gold, const std::string& lemma, const std::string& gold_lemma) {
  const auto same = [&](Features group) { return (c.tag & group) == (gold.features & group); };
  return 16 * (write::part_of_speech(c.tag) == gold.upos) + 8 * same(feature::cases) + 4 * same(feature::numbers) +
         2 * ((c.tag & feature::pl) || same(feature::genders)) + 2 * same(feature::inf | feature::cvb | feature::short_form | feature::comparative) +
         3 * (lemma == gold_lemma);
}

struct Sentence {
  std::vector<const words::WordProfile*> words;
  std::vector<std::vector<std::uint16_t>> right;  // the candidates that agree best; empty: nothing to learn
};

class Perceptron {
 public:
  explicit Perceptron(std::size_t size) : weights_(size), sums_(size), since_(size) {}

  std::size_t size() const { return weights_.size(); }
  double operator[](std::size_t k) const { return weights_[k]; }
  void add(std::size_t k, float value) {
    sums_[k] += static_cast<double>(weights_[k]) * static_cast<double>(now_ - since_[k]);
    since_[k] = now_;
    weights_[k] += value;
  }
  void tick() { ++now_; }
  std::vector<double> averages() const {
    std::vector<double> all(size());
    for (std::size_t k = 0; k < size(); ++k)
      all[k] = (sums_[k] + static_cast<double>(weights_[k]) * static_cast<double>(now_ - since_[k])) / static_cast<double>(now_);
    return all;
  }

 private:
  std::vector<float> weights_;
  std::vector<double> sums_;
  std::vector<std::uint64_t> since_;
  std::uint64_t now_ = 1;
};

// Chooses as the tagger does, and corrects each wrong choice at once.
void learn_sentence(const Sentence& sentence, Perceptron& weights, EpochReport& report) {
  words::Decoder decoder(sentence.words);
  for (std::size_t i = 0; !decoder.done(); ++i) {
    const auto& candidates = decoder.word().candidates;
    const auto& right = sentence.right[i];
    std::size_t best = 0;
    if (candidates.size() > 1) {
      words::Place place;
      decoder.look(i, place);
      decoder.look_back(place);
      std::vector<double> scores(candidates.size());
      const auto visit = [&](std::size_t k, auto&& act) {
        words::visit_weights(place, decoder.agreement(candidates[k]), candidates[k], weights.size(), act);
      };
      for (std::size_t k = 0; k < candidates.size(); ++k) visit(k, [&](std::size_t w) { scores[k] += weights[w]; });
      best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
      if (!right.empty() && right.size() < candidates.size()) {
        ++report.ambiguous;
        weights.tick();
        if (std::ranges::find(right, best) != right.end()) {
          ++report.right;
        } else {
          const std::size_t wanted = *std::ranges::max_element(right, {}, [&](std::uint16_t k) { return scores[k]; });
          visit(wanted, [&](std::size_t w) { weights.add(w, 1); });
          visit(best, [&](std::size_t w) { weights.add(w, -1); });
          best = wanted;
        }
      }
    }
    ++report.words;
    decoder.choose(best);
  }
}

class Trainer {
 public:
  Trainer(const lang::Knowledge& knowledge, const std::string& language)
      : knowledge_(knowledge), profiles_(knowledge, words::WordReader::Profiles::all), language_(knowledge.language(language)) {}

  void add(const WeightedGold& part) {
    const Document& d = part.gold.document;
    for (const qogam::Sentence& s : d.sentences) {
      Sentence sentence;
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
        const words::WordType& type = profiles_.get(d.surface(d.tokens[t].span), d.tokens[t].kind, language_, 0);
        sentence.words.push_back(&type.profile);
        sentence.right.push_back(right_ones(type, part.gold.words[t]));
      }
      sentences_.push_back(std::move(sentence));
      for (int n = 0; n < part.times; ++n) order_.push_back(sentences_.size() - 1);
    }
  }

  std::vector<double> run(const WordTraining& options, const std::function<void(const EpochReport&)>& show) {
    Perceptron weights(std::size_t{1} << options.bits);
    std::mt19937_64 random(options.seed);
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
      // std::shuffle differs between libraries; this one does not.
      for (std::size_t k = order_.size(); k > 1; --k) std::swap(order_[k - 1], order_[random() % k]);
      EpochReport report{.epoch = epoch};
      for (const std::size_t s : order_) learn_sentence(sentences_[s], weights, report);
      show(report);
    }
    return weights.averages();
  }

 private:
  std::vector<std::uint16_t> right_ones(const words::WordType& type, const GoldWord& gold) const {
    const auto& candidates = type.profile.candidates;
    std::vector<std::uint16_t> best;
    int most = 15;  // without the part of speech
    const std::string wanted = knowledge_.fold(gold.lemma);
    for (std::uint16_t k = 0; k < candidates.size(); ++k) {
      const int score = agreement(candidates[k], gold, knowledge_.lemma_text(type.folded, candidates[k].reading), wanted);
      if (score > most) best.clear();
      if (score >= most && score > 15) best.push_back(k), most = score;
    }
    return best;
  }

  const lang::Knowledge& knowledge_;
  words::WordTypes profiles_;
  std::uint32_t language_;
  std::vector<Sentence> sentences_;
  std::vector<std::size_t> order_;
};

// Weights are only compared, so they may all be scaled: few are as great as a hundred then.
void scale(std::vector<double>& weights) {
  double squares = 0;
  std::size_t used = 0;
  for (const double w : weights)
    if (w != 0) squares += w * w, ++used;
  const double factor = used == 0 ? 1 : 12 / std::sqrt(squares / static_cast<double>(used));
  for (double& w : weights) w *= factor;
}

}  // namespace

std::vector<double> train_words(const lang::Knowledge& knowledge, const std::string& language,
                                     const std::vector<WeightedGold>& gold, const WordTraining& options,
                                     const std::function<void(const EpochReport&)>& report) {
  Trainer trainer(knowledge, language);
  for (const WeightedGold& part : gold) trainer.add(part);
  std::vector<double> weights = trainer.run(options, report);
  scale(weights);
  return weights;
}

}  // namespace qogam::learn
