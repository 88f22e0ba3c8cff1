// One temperature after another.
#include "learn/temperature.h"

#include <algorithm>
#include <cmath>

#include "model/model_file.h"
#include "ner/tagger.h"

namespace qogam::learn {
namespace {

constexpr int kFrom = 10, kTo = 60;  // in twentieths

struct Checked {
  Document document;
  std::vector<ner::TypedRange> names;
};

double log_loss(const ner::Tagger& tagger, const std::vector<Checked>& texts) {
  double loss = 0;
  for (const Checked& text : texts)
    for (const ner::TaggedName& n : tagger.tag(text.document, ner::Tagger::Confidence::asked)) {
      const bool right = std::ranges::count(text.names, ner::TypedRange{n.tokens, n.type}) > 0;
      const double p = std::clamp<double>(n.confidence, 1e-3, 1 - 1e-3);
      loss -= std::log(right ? p : 1 - p);
    }
  return loss;
}

}  // namespace

double fitted_temperature(const lang::Knowledge& knowledge, lang::NameModel model, const SentenceReader& reader,
                          const std::vector<NameText>& texts, std::uint32_t language) {
  std::vector<Checked> checked;
  for (const NameText& t : texts) {
    Document d = reader.document(t);
    auto names = reader.ranges(d, t);
    checked.push_back({std::move(d), std::move(names)});
  }
  double best = 1, least = 0;
  for (int step = kFrom; step <= kTo; ++step) {
    model.temperature = step / 20.0;
    model::ModelWriter out;
    lang::compile_name_weights({"", lang::name_weights_text(model)}, "ner", out);
    const auto compiled = model::ModelView::own(out.finish());
    const lang::NameWeights weights(*compiled, "ner");
    const double loss = log_loss(ner::Tagger(knowledge, weights, language), checked);
    if (step == kFrom || loss < least) least = loss, best = model.temperature;
  }
  return least > 0 ? best : 1;
}

}  // namespace qogam::learn
