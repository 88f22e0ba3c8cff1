// qogam train relations: weights of the finder of relations from marked texts.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/pipelines.h"
#include "cli/train_chain.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/train_relations.h"
#include "ner/relations.h"
#include "qogam/error.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;

// Types of the files that are taken for `type`.
learn::NameTypes types_for(const learn::NameTypes& types, const Text& type) {
  learn::NameTypes own;
  for (const auto& [from, to] : types)
    if (to == type) own[from] = to;
  if (own.empty()) own[type] = type;
  return own;
}

std::vector<learn::RelationText> read_texts(const std::vector<Text>& paths, const ner::RelationType& relation, const learn::NameTypes& types) {
  std::vector<learn::RelationText> texts;
  for (const Text& path : paths) {
    std::vector<learn::NameText> heads = learn::read_name_gold(path, types_for(types, relation.head.type));
    std::vector<learn::NameText> tails = learn::read_name_gold(path, types_for(types, relation.tail.type));
    for (std::size_t k = 0; k < heads.size(); ++k) texts.push_back({std::move(heads[k]), std::move(tails[k])});
  }
  return texts;
}

}  // namespace

Syntax train_relations_syntax() {
  Syntax syntax{"qogam train relations [options] --relation RELATION GOLD... -o FILE",
                "Trains the finder of relations between two names. GOLD is a folder in brat standoff, in which the relations\n"
                "are marked. Development texts are measured after each epoch. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train relations --relation WORKS_AS=names/PER+posts/PROFESSION --types PER=PERSON,PROFESSION\n"
                "           --dev dev/ train/ -o models/ru/relations/works-as.weights\n", "gold"};
  syntax.options.add_options()("relation", po::value<Text>()->value_name("RELATION"), "NAME=SET/TYPE+SET/TYPE: its name in the files, and what it joins: the types of two taggers")(
      "types", po::value<Text>()->value_name("TYPES")->default_value("", "as they are called"), "which types of the files those are: TYPE=TYPE+TYPE");
  add_training_options(syntax.options);
  return syntax;
}

int train_relations(const Call& call) {
  const auto& values = call.values;
  const auto& bare = call.bare;
  if (bare.empty() || !values.count("output") || !values.count("relation"))
    throw Error(Cause::usage, "Say what to learn, from what and where to: qogam train relations --relation RELATION GOLD -o FILE.");
  const Text relation = values["relation"].as<Text>();
  const ner::RelationType type = ner::RelationType::parse(relation);
  const learn::NameTraining options = training_options(values);
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()));
  require_language(*knowledge, options.language);
  const learn::NameTypes types = learn::name_types(values["types"].as<Text>());
  write_weights(values["output"].as<Text>(), "train relations", call.words, "RELATIONS.md beside this file",
                learn::train_relations(knowledge, read_texts(bare, type, types), read_texts(values["dev"].as<std::vector<Text>>(), type, types),
                                       relation, options, print_report));
  return kDone;
}

}  // namespace qogam::cli
