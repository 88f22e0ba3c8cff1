// qogam train topics: weights of the model that judges topics, from labelled articles.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/train_chain.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/topic_labels.h"
#include "learn/train_topics.h"
#include "qogam/error.h"
#include "read/readers.h"

namespace qogam::cli {
namespace {

using Text = std::string;
using Paths = std::vector<Text>;

Syntax topics_syntax() {
  Syntax syntax{"qogam train topics [options] --labels LABELS... CORPUS[:TIMES]... -o FILE",
                "Trains the model that judges how probable it is that an article is about a topic of which it has evidence;\n"
                "with --main, that this is its main topic.\n"
                "LABELS say what the articles are about: gold files or folders, or a table *.tsv with columns `id` and\n"
                "`topics`; articles without labels are passed over. A corpus with :TIMES behind it counts so many times.\n"
                "Articles that --dev labels are only measured on. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train topics --labels news.tsv --labels corpora news.jsonl corpora:3 --epochs 20\n"
                "           -o models/common/topics/about.weights\n", "corpus"};
  syntax.options.add_options()("labels", po::value<Paths>()->value_name("PATH")->composing(), "what the articles are about")(
      "main", po::bool_switch(), "learn which topic is the main one: models/common/topics/main.weights");
  add_training_options(syntax.options);
  return syntax;
}

Paths paths_of(const po::variables_map& values, const char* option) { return values.count(option) ? values[option].as<Paths>() : Paths(); }

// Calls take(document, its labels) for each labelled article that can be read, and counts them.
std::size_t each_labelled(const Paths& corpus, const Pipeline& pipeline, const learn::TopicLabels& labels, const learn::TopicTraining::Take& take) {
  const auto reader = read::make_reader(corpus, {});
  std::size_t taken = 0;
  while (auto d = reader->next()) {
    const std::vector<Text>* topics = learn::labels_for(labels, d->id);
    if (topics == nullptr) continue;
    pipeline.analyze(*d);
    if (d->error) {
      print_failure(d->id, *d->error);
      continue;
    }
    take(*d, *topics);
    ++taken;
  }
  return taken;
}

}  // namespace

int train_topics(const Words& call) {
  const Syntax syntax = topics_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  auto corpus = bare_words(*values, syntax);
  const Paths paths = paths_of(*values, "labels");
  if (corpus.empty() || paths.empty() || !values->count("output"))
    throw Error(Cause::usage, "Say what to learn from and where to: qogam train topics --labels LABELS CORPUS -o FILE.");
  const learn::NameTraining options = training_options(*values);
  const auto knowledge = lang::load_knowledge(models_path((*values)["models"].as<Text>()));
  const Pipeline pipeline = words_pipeline(knowledge, {});
  const Paths held_out = paths_of(*values, "dev");
  learn::TopicLabels labels = learn::read_labels(paths), dev = held_out.empty() ? learn::TopicLabels() : learn::read_labels(held_out);
  std::erase_if(labels, [&](const auto& l) { return dev.contains(l.first); });
  learn::TopicTraining training(*knowledge, (*values)["main"].as<bool>() ? extract::TopicQuestion::main : extract::TopicQuestion::about, options);
  std::size_t learnt = 0;
  for (Text& path : corpus) {
    const int times = take_times(path);
    learnt += each_labelled(Paths{path}, pipeline, labels, [&](const Document& d, const std::vector<Text>& topics) { training.learn_from(d, topics, times); });
  }
  if (learnt == 0) throw Error(Cause::input, "No article of the corpus has labels to learn from; the ids of both must be the same.");
  training.hold_out([&](const learn::TopicTraining::Take& take) {
    if (!dev.empty()) each_labelled(corpus, pipeline, dev, take);
  });
  write_weights((*values)["output"].as<Text>(), "train topics", call, "TOPICS.md beside this file", training.run(print_report));
  return kDone;
}

}  // namespace qogam::cli
