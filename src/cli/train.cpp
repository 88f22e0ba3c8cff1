// qogam train words: weights from annotated text.
#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "lang/weights.h"
#include "learn/train_words.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Syntax train_syntax() {
  const learn::WordTraining defaults;
  Syntax syntax{"qogam train words [options] GOLD.conllu[:TIMES]... -o FILE",
                "Trains the tagger that chooses among the readings of a word, from sentences in CoNLL-U. A file\n"
                "with :TIMES behind it counts so many times. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train words --lang ru news.conllu gold.conllu:5 -o models/ru/tagger.weights\n"
                "names of people and things: qogam train ner --help\n"
                "what joins two names: qogam train relations --help\n"
                "topics of articles: qogam train topics --help\n"
                "promises, orders, plans and duties: qogam train commitments --help\n", "what"};
  syntax.options.add_options()("lang", po::value<Text>()->default_value("ru"), "the language of the sentences")(
      "output,o", po::value<Text>(), "where the weights go: models/LANGUAGE/tagger.weights")(
      "epochs", po::value<int>()->default_value(defaults.epochs), "times through the sentences")(
      "bits", po::value<int>()->default_value(defaults.bits), "2 to the power of this many weights")(
      "seed", po::value<std::uint64_t>()->default_value(defaults.seed), "of the order of sentences")(
      "models", po::value<Text>()->default_value("", "see qogam --help"),
      "knowledge: a compiled file or a models/ directory")("help,h", "this help");
  return syntax;
}

learn::WeightedGold read_gold(Text word, const Text& language) {
  const int times = take_times(word);
  return {learn::read_conllu(word, language), times};
}

void write_weights(const Text& path, const Text& call, const std::vector<double>& weights) {
  std::ofstream out(path, std::ios::binary);
  out << "# Weights of the word tagger; TAGGER.md beside this file says what they rest on. Made by:\n# " << call << "\n"
      << lang::weights_text(weights);
  if (!out.flush()) throw Error(Cause::input, path + " cannot be written.");
}

}  // namespace

int train(const Words& call) {
  if (!call.empty() && call[0] == "ner") return train_ner({call.begin() + 1, call.end()});
  if (!call.empty() && call[0] == "relations") return train_relations({call.begin() + 1, call.end()});
  if (!call.empty() && call[0] == "topics") return train_topics({call.begin() + 1, call.end()});
  if (!call.empty() && call[0] == "commitments") return train_commitments({call.begin() + 1, call.end()});
  const Syntax syntax = train_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  const auto bare = bare_words(*values, syntax);
  if (bare.size() < 2 || !values->count("output")) throw Error(Cause::usage, "Say what to train, from what and where to: qogam train words GOLD.conllu -o FILE.");
  require_known("model", bare[0], {"words", "ner", "relations", "topics"});
  const Text language = (*values)["lang"].as<Text>(), output = (*values)["output"].as<Text>();
  const auto knowledge = lang::load_knowledge(models_path((*values)["models"].as<Text>()));
  require_language(*knowledge, language);
  std::vector<learn::WeightedGold> gold;
  for (std::size_t k = 1; k < bare.size(); ++k) gold.push_back(read_gold(bare[k], language));
  const learn::WordTraining options{(*values)["epochs"].as<int>(), (*values)["bits"].as<int>(), (*values)["seed"].as<std::uint64_t>()};
  const auto weights = learn::train_words(*knowledge, language, gold, options, [](const learn::EpochReport& r) {
    std::cerr << "epoch " << r.epoch << ": " << r.words << " words, " << r.right << " of " << r.ambiguous << " choices right\n";
  });
  Text made = "qogam train";
  for (const Text& word : call) made += " " + word.substr(word.rfind('/') == Text::npos ? 0 : word.rfind('/') + 1);
  write_weights(output, made, weights);
  return kDone;
}

}  // namespace qogam::cli
