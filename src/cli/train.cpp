// qogam train words: weights from annotated text.
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/pipelines.h"
#include "cli/verbs.h"
#include "exports/output.h"
#include "lang/knowledge.h"
#include "lang/weights.h"
#include "learn/train_words.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;

learn::WeightedGold read_gold(Text word, const Text& language) {
  const int times = take_times(word);
  return {learn::read_conllu(word, language), times};
}

void write_weights(const Text& path, const Text& call, const std::vector<double>& weights) {
  exports::OutFile out(path);
  out.write("# Weights of the word tagger; TAGGER.md beside this file says what they rest on. Made by:\n# " + call + "\n" + lang::weights_text(weights));
  out.finish();
}

}  // namespace

Syntax train_words_syntax() {
  const learn::WordTraining defaults;
  Syntax syntax{"qogam train words [options] GOLD.conllu[:TIMES]... -o FILE",
                "Trains the tagger that chooses among the readings of a word, from sentences in CoNLL-U. A file\n"
                "with :TIMES behind it counts so many times. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train words --lang ru news.conllu gold.conllu:5 -o models/ru/tagger.weights\n", "gold"};
  syntax.options.add_options()("lang", po::value<Text>()->value_name("LANGUAGE")->default_value("ru"), "the language of the sentences")(
      "output,o", po::value<Text>()->value_name("FILE"), "where the weights go: models/LANGUAGE/tagger.weights")(
      "epochs", po::value<int>()->value_name("N")->default_value(defaults.epochs), "times through the sentences")(
      "bits", po::value<int>()->value_name("N")->default_value(defaults.bits), "2 to the power of this many weights")(
      "seed", po::value<std::uint64_t>()->value_name("N")->default_value(defaults.seed), "of the order of sentences");
  add_models_option(syntax.options);
  return syntax;
}

int train_words(const Call& call) {
  const auto& values = call.values;
  const auto& bare = call.bare;
  if (bare.empty() || !values.count("output")) throw Error(Cause::usage, "Say what to train from and where to: qogam train words GOLD.conllu -o FILE.");
  const Text language = values["lang"].as<Text>(), output = values["output"].as<Text>();
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()));
  require_language(*knowledge, language);
  std::vector<learn::WeightedGold> gold;
  for (const Text& word : bare) gold.push_back(read_gold(word, language));
  const learn::WordTraining options{values["epochs"].as<int>(), values["bits"].as<int>(), values["seed"].as<std::uint64_t>()};
  const auto weights = learn::train_words(*knowledge, language, gold, options, [](const learn::EpochReport& r) {
    std::cerr << "epoch " << r.epoch << ": " << r.words << " words, " << r.right << " of " << r.ambiguous << " choices right\n";
  });
  Text made = "qogam train words";
  for (const Text& word : call.words) made += " " + word.substr(word.rfind('/') == Text::npos ? 0 : word.rfind('/') + 1);
  write_weights(output, made, weights);
  return kDone;
}

}  // namespace qogam::cli
