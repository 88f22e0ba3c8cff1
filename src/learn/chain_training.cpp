// Epochs over sentences, and the weights they leave.
#include "learn/chain_training.h"

#include <algorithm>
#include <map>

namespace qogam::learn {
namespace {

constexpr int kReach = lang::NameModel::kReach;
constexpr std::uint32_t kLeftOut = 0xFFFFFFFF;

}  // namespace

void ChainTraining::learn_from(const Read& read, int times) {
  const std::size_t first = sentences_.size();
  read(index_, sentences_);
  for (int n = 0; n < times; ++n)
    for (std::size_t s = first; s < sentences_.size(); ++s) order_.push_back(s);
}

void ChainTraining::hold_out(const Read& read) {
  const std::size_t known = index_.features.size();
  const std::vector<std::uint32_t> counts = index_.counts;
  read(index_, held_out_);
  std::vector<std::uint32_t> numbers(index_.features.size(), kLeftOut);
  for (std::uint32_t f = 0; f < known; ++f)
    if (counts[f] >= static_cast<std::uint32_t>(options_.least)) {
      numbers[f] = static_cast<std::uint32_t>(features_.size());
      features_.push_back(index_.features[f]);
      of_domain_.push_back(index_.of_domain[f]);
    }
  for (auto* all : {&sentences_, &held_out_})
    for (ChainSentence& s : *all) {
      std::erase_if(s.met, [&](const Met& m) { return numbers[m.feature] == kLeftOut; });
      for (Met& m : s.met) m.feature = numbers[m.feature];
    }
  index_ = {};
}

lang::NameModel ChainTraining::run(const std::function<void(const NameReport&)>& show) {
  Chain chain(labels_, positions(), {static_cast<float>(options_.rate), static_cast<float>(options_.l1), static_cast<float>(options_.l2)});
  std::mt19937_64 random(options_.seed);
  for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
    // std::shuffle differs between libraries; this one does not.
    for (std::size_t k = order_.size(); k > 1; --k) std::swap(order_[k - 1], order_[random() % k]);
    NameReport report{.epoch = epoch};
    std::size_t tokens = 0;
    for (const std::size_t s : order_) {
      report.loss += chain.learn(options_.forget > 0 ? without_some(sentences_[s], random) : sentences_[s]);
      tokens += sentences_[s].labels.size();
    }
    if (epoch > options_.epochs / 3) chain.remember();
    chain.set_scale(static_cast<float>(1 - options_.forget));
    report.loss /= static_cast<double>(std::max<std::size_t>(tokens, 1));
    measure(chain, report);
    show(report);
  }
  return model(chain);
}

// A sentence with some of its features forgotten, so that none is relied on alone (dropout, Srivastava et al. 2014).
const ChainSentence& ChainTraining::without_some(const ChainSentence& sentence, std::mt19937_64& random) {
  const auto limit = static_cast<std::uint32_t>(options_.forget * 65536);
  partial_.labels = sentence.labels;
  partial_.met.clear();
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < sentence.met.size(); ++k, bits >>= 16) {
    if (k % 4 == 0) bits = random();
    if ((bits & 0xFFFF) >= limit) partial_.met.push_back(sentence.met[k]);
  }
  return partial_;
}

// The positions at which gold shows each feature.
std::vector<std::vector<std::uint16_t>> ChainTraining::positions() const {
  const std::size_t size = labels_.size();
  std::vector<std::vector<std::uint16_t>> all(features_.size());
  for (const ChainSentence& s : sentences_)
    for (const Met& m : s.met) {
      const ner::Feature& f = features_[m.feature];
      for (int at = f.from; at <= f.to; ++at) {
        const std::int64_t token = std::int64_t{m.token} + at;
        if (token < 0 || token >= static_cast<std::int64_t>(s.labels.size())) continue;
        const auto position = static_cast<std::uint16_t>(static_cast<std::size_t>(at + kReach) * size + s.labels[static_cast<std::size_t>(token)]);
        auto& row = all[m.feature];
        const auto place = std::ranges::lower_bound(row, position);
        if (place == row.end() || *place != position) row.insert(place, position);
      }
    }
  return all;
}

void ChainTraining::measure(Chain& chain, NameReport& report) const {
  std::vector<NameCounts> counts(labels_.types().size());
  for (const ChainSentence& s : held_out_) {
    const auto given = labels_.ranges_of(chain.best(s), 0), wanted = labels_.ranges_of(s.labels, 0);
    for (const ner::TypedRange& r : given) ++counts[r.type].given, counts[r.type].right += std::ranges::count(wanted, r) > 0;
    for (const ner::TypedRange& r : wanted) ++counts[r.type].wanted;
  }
  NameCounts all;
  for (std::size_t t = 0; t < counts.size(); ++t) {
    report.types.emplace_back(labels_.types()[t], counts[t]);
    all.right += counts[t].right, all.given += counts[t].given, all.wanted += counts[t].wanted;
  }
  report.types.emplace_back("all", all);
  for (std::size_t f = 0; f < features_.size(); ++f) chain.each(f, [&](std::uint16_t, float w) { report.weights += w != 0; });
}

// Weights of the wanted domain are added to those of all; those of other domains are left behind.
lang::NameModel ChainTraining::model(const Chain& chain) const {
  lang::NameModel model{labels_.names(), {}, {}, 1, {}};
  const std::size_t size = labels_.size();
  for (std::size_t x = 0; x < size; ++x) model.starts.push_back(chain.start(x) - (x == 0 ? options_.lean : 0));
  for (std::size_t x = 0; x < size; ++x)
    for (std::size_t y = 0; y < size; ++y) model.pairs.push_back(chain.pair(x, y) - (y == 0 ? options_.lean : 0));
  std::map<std::uint32_t, std::map<std::uint16_t, double>> rows;
  std::map<std::uint32_t, std::size_t> by_hash;
  for (std::size_t f = 0; f < features_.size(); ++f) by_hash.emplace(features_[f].hash, f);
  const auto add = [&](std::uint32_t hash, std::size_t f) {
    chain.each(f, [&](std::uint16_t position, float w) {
      if (w != 0) rows[hash][position] += w * (1 - options_.forget);
    });
  };
  for (const auto& [hash, f] : by_hash) {
    if (of_domain_[f]) continue;
    add(hash, f);
    const auto twin = options_.domain.empty() ? by_hash.end() : by_hash.find(in_domain(hash, options_.domain));
    if (twin != by_hash.end()) add(hash, twin->second);
  }
  for (const auto& [hash, row] : rows) {
    lang::NameModel::Row& made = model.rows.emplace_back(lang::NameModel::Row{hash, {}});
    for (const auto& [position, w] : row) made.entries.push_back({position, w});
  }
  return model;
}

}  // namespace qogam::learn
