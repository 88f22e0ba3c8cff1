// qogam train ner: weights of the tagger of names from marked texts.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/train_names.h"
#include "qogam/error.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Syntax ner_syntax() {
  const learn::NameTraining defaults;
  Syntax syntax{"qogam train ner [options] GOLD[:TIMES][@DOMAIN]... -o FILE",
                "Trains the tagger of names. GOLD is a folder in brat standoff, X.docs.jsonl with X.gold.jsonl beside it,\n"
                "or a file in IOB2. With :TIMES it counts so many times; with @DOMAIN it also teaches weights of its own\n"
                "domain. Development texts are measured after each epoch. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train ner --types PER=PERSON,ORG=ORGANIZATION --dev dev/ train/ -o models/ru/ner/names.weights\n", "gold"};
  syntax.options.add_options()("lang", po::value<Text>()->default_value(defaults.language), "the language of the texts")(
      "output,o", po::value<Text>(), "where the weights go: models/LANGUAGE/ner/NAME.weights")(
      "types", po::value<Text>()->default_value("", "all"), "what to learn: TYPE, or TYPE=TYPE+TYPE for types of the files")(
      "dev", po::value<std::vector<Text>>()->default_value({}, ""), "texts to measure on")(
      "domain", po::value<Text>()->default_value("", "none"), "whose convention the weights follow")(
      "epochs", po::value<int>()->default_value(defaults.epochs), "times through the texts")(
      "least", po::value<int>()->default_value(defaults.least), "features met less often are left out")(
      "rate", po::value<double>()->default_value(defaults.rate, "0.1"), "of learning")(
      "l1", po::value<double>()->default_value(defaults.l1, "0.3"), "what a weight must earn not to be 0")(
      "l2", po::value<double>()->default_value(defaults.l2, "0"), "what holds great weights back")(
      "forget", po::value<double>()->default_value(defaults.forget, "0"), "share of features left out at random")(
      "lean", po::value<double>()->default_value(defaults.lean, "0"), "more names, less sure ones: taken from tokens outside, after training")(
      "tags", po::value<double>()->default_value(defaults.tags, "0"), "share of texts whose names are also learnt in small letters, as a list of tags")(
      "temperature", po::value<double>()->default_value(0, "fitted to --dev"), "what scores are divided by to become probabilities")(
      "seed", po::value<std::uint64_t>()->default_value(defaults.seed), "of the order of sentences")(
      "models", po::value<Text>()->default_value("", "see qogam --help"),
      "knowledge: a compiled file or a models/ directory")("help,h", "this help");
  return syntax;
}

learn::NameGold read_part(const Text& word, const learn::NameTypes& types) {
  learn::NameGold part;
  Text path = word;
  if (const std::size_t at = path.rfind('@'); at != Text::npos) {
    part.domain = path.substr(at + 1);
    path.resize(at);
  }
  part.times = take_times(path);
  part.texts = learn::read_name_gold(path, types);
  return part;
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

learn::NameTraining training_options(const po::variables_map& values) {
  return {values["lang"].as<Text>(),  values["domain"].as<Text>(), values["epochs"].as<int>(), values["least"].as<int>(),
          values["rate"].as<double>(), values["l1"].as<double>(),   values["l2"].as<double>(),
          values["forget"].as<double>(), values["lean"].as<double>(), values["tags"].as<double>(), values["temperature"].as<double>(), values["seed"].as<std::uint64_t>()};
}

void write_model(const Text& path, const Words& call, const lang::NameModel& model) {
  std::ofstream out(path, std::ios::binary);
  out << "# Weights of a tagger of names; NER.md beside this file says what they rest on. Made by:\n# qogam train ner";
  for (const Text& word : call) out << " " << word.substr(word.rfind('/') == Text::npos ? 0 : word.rfind('/') + 1);
  out << "\n" << lang::name_weights_text(model);
  if (!out.flush()) throw Error(Cause::input, path + " cannot be written.");
}

}  // namespace

int train_ner(const Words& call) {
  const Syntax syntax = ner_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  const auto bare = bare_words(*values, syntax);
  if (bare.empty() || !values->count("output")) throw Error(Cause::usage, "Say what to train from and where to: qogam train ner GOLD -o FILE.");
  const learn::NameTraining options = training_options(*values);
  const auto knowledge = lang::load_knowledge(models_path((*values)["models"].as<Text>()));
  require_language(*knowledge, options.language);
  const learn::NameTypes types = learn::name_types((*values)["types"].as<Text>());
  std::vector<learn::NameGold> gold;
  for (const Text& word : bare) gold.push_back(read_part(word, types));
  std::vector<learn::NameText> held_out;
  for (const Text& path : (*values)["dev"].as<std::vector<Text>>())
    for (learn::NameText& t : learn::read_name_gold(path, types)) held_out.push_back(std::move(t));
  write_model((*values)["output"].as<Text>(), call, learn::train_names(knowledge, gold, held_out, options, print_report));
  return kDone;
}

}  // namespace qogam::cli
