// Options, reports and files of training.
#include "cli/train_chain.h"

#include <cstdio>
#include <iostream>

#include "exports/output.h"

namespace qogam::cli {

using Text = std::string;

void add_training_options(po::options_description& options) {
  const learn::NameTraining defaults;
  options.add_options()("lang", po::value<Text>()->value_name("LANGUAGE")->default_value(defaults.language), "the language of the texts")(
      "output,o", po::value<Text>()->value_name("FILE"), "where the weights go")(
      "dev", po::value<std::vector<Text>>()->value_name("PATH")->default_value({}, ""), "texts to measure on")(
      "epochs", po::value<int>()->value_name("N")->default_value(defaults.epochs), "times through the texts")(
      "least", po::value<int>()->value_name("N")->default_value(defaults.least), "features met less often are left out")(
      "rate", po::value<double>()->value_name("N")->default_value(defaults.rate, "0.1"), "of learning")(
      "l1", po::value<double>()->value_name("N")->default_value(defaults.l1, "0.3"), "what a weight must earn not to be 0")(
      "l2", po::value<double>()->value_name("N")->default_value(defaults.l2, "0"), "what holds great weights back")(
      "forget", po::value<double>()->value_name("N")->default_value(defaults.forget, "0"), "share of features left out at random")(
      "lean", po::value<double>()->value_name("N")->default_value(defaults.lean, "0"), "find more, less surely: taken from the score of nothing being there, after training")(
      "seed", po::value<std::uint64_t>()->value_name("N")->default_value(defaults.seed), "of the order in which texts are learnt");
  add_models_option(options);
}

learn::NameTraining training_options(const po::variables_map& values) {
  learn::NameTraining options;
  options.language = values["lang"].as<Text>();
  options.epochs = values["epochs"].as<int>();
  options.least = values["least"].as<int>();
  options.rate = values["rate"].as<double>();
  options.l1 = values["l1"].as<double>();
  options.l2 = values["l2"].as<double>();
  options.forget = values["forget"].as<double>();
  options.lean = values["lean"].as<double>();
  options.seed = values["seed"].as<std::uint64_t>();
  return options;
}

void print_report(const learn::NameReport& r) {
  char line[64];
  std::snprintf(line, sizeof line, "epoch %d: loss %.4f, %zu weights", r.epoch, r.loss, r.weights);
  std::cerr << line;
  for (const auto& [type, counts] : r.types) {
    if (counts.wanted == 0) continue;
    std::snprintf(line, sizeof line, " %.3f", counts.f1());
    std::cerr << "; " << type << line;
  }
  std::cerr << std::endl;
}

void write_weights(const Text& path, const Text& verb, const Words& call, const Text& card, const lang::NameModel& model) {
  Text head = "# Weights; " + card + " says what they rest on. Made by:\n# qogam " + verb;
  for (const Text& word : call) head += " " + word.substr(word.rfind('/') == Text::npos || word.find('=') != Text::npos ? 0 : word.rfind('/') + 1);
  exports::OutFile out(path);
  out.write(head + "\n" + lang::name_weights_text(model));
  out.finish();
}

}  // namespace qogam::cli
