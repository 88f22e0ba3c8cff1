// qogam train ner: weights of the tagger of names from marked texts.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/pipelines.h"
#include "cli/train_chain.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/train_names.h"
#include "qogam/error.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;

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

}  // namespace

Syntax train_ner_syntax() {
  const learn::NameTraining defaults;
  Syntax syntax{"qogam train ner [options] GOLD[:TIMES][@DOMAIN]... -o FILE",
                "Trains the tagger of names. GOLD is a folder in brat standoff, X.docs.jsonl with X.gold.jsonl beside it,\n"
                "or a file in IOB2. With :TIMES it counts so many times; with @DOMAIN it also teaches weights of its own\n"
                "domain. Development texts are measured after each epoch. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train ner --types PER=PERSON,ORG=ORGANIZATION --dev dev/ train/ -o models/ru/ner/names.weights\n", "gold"};
  syntax.options.add_options()("types", po::value<Text>()->value_name("TYPES")->default_value("", "all"), "what to learn: TYPE, or TYPE=TYPE+TYPE for types of the files")(
      "domain", po::value<Text>()->value_name("NAME")->default_value("", "none"), "whose convention the weights follow")(
      "tags", po::value<double>()->value_name("N")->default_value(defaults.tags, "0"), "share of texts whose names are also learnt in small letters, as a list of tags")(
      "temperature", po::value<double>()->value_name("N")->default_value(0, "fitted to --dev"), "what scores are divided by to become probabilities");
  add_training_options(syntax.options);
  return syntax;
}

int train_ner(const Call& call) {
  const auto& values = call.values;
  const auto& bare = call.bare;
  if (bare.empty() || !values.count("output")) throw Error(Cause::usage, "Say what to train from and where to: qogam train ner GOLD -o FILE.");
  learn::NameTraining options = training_options(values);
  options.domain = values["domain"].as<Text>();
  options.tags = values["tags"].as<double>();
  options.temperature = values["temperature"].as<double>();
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()));
  require_language(*knowledge, options.language);
  const learn::NameTypes types = learn::name_types(values["types"].as<Text>());
  std::vector<learn::NameGold> gold;
  for (const Text& word : bare) gold.push_back(read_part(word, types));
  std::vector<learn::NameText> held_out;
  for (const Text& path : values["dev"].as<std::vector<Text>>())
    for (learn::NameText& t : learn::read_name_gold(path, types)) held_out.push_back(std::move(t));
  write_weights(values["output"].as<Text>(), "train ner", call.words, "NER.md beside this file", learn::train_names(knowledge, gold, held_out, options, print_report));
  return kDone;
}

}  // namespace qogam::cli
