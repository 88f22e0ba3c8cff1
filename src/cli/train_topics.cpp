// qogam train topics: weights of the model that judges topics, from labelled articles.
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/labelled.h"
#include "cli/pipelines.h"
#include "cli/train_chain.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/train_topics.h"
#include "qogam/error.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;
using Paths = std::vector<Text>;

}  // namespace

Syntax train_topics_syntax() {
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
      "topics", po::value<Paths>()->value_name("FILE")->composing(), "topics of your own beside those of --models DIR")(
      "main", po::bool_switch(), "learn which topic is the main one: models/common/topics/main.weights");
  add_training_options(syntax.options);
  return syntax;
}

int train_topics(const Call& call) {
  const auto& values = call.values;
  auto corpus = call.bare;
  const Paths paths = all_of_option(values, "labels");
  if (corpus.empty() || paths.empty() || !values.count("output"))
    throw Error(Cause::usage, "Say what to learn from and where to: qogam train topics --labels LABELS CORPUS -o FILE.");
  const learn::NameTraining options = training_options(values);
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()), all_of_option(values, "topics"));
  const Pipeline pipeline = words_pipeline(knowledge, {});
  const learn::TopicLabels labels = read_labels(paths, *knowledge, true), dev = read_labels(all_of_option(values, "dev"), *knowledge, true);
  learn::TopicTraining training(*knowledge, values["main"].as<bool>() ? extract::TopicQuestion::main : extract::TopicQuestion::about, options);
  Walked all;
  std::size_t learnt = 0;
  for (Text& path : corpus) {
    const int times = take_times(path);
    const Walked walked = each_labelled(Paths{path}, pipeline, labels, [&](const Document& d, const Paths* topics) {
      if (learn::labels_for(dev, d.id) != nullptr) return;
      training.learn_from(d, *topics, times);
      ++learnt;
    });
    all.passed_over += walked.passed_over, all.failed += walked.failed;
  }
  std::cerr << learnt << " articles to learn from, " << all.passed_over << " without labels passed over.\n";
  if (learnt == 0)
    throw Error(Cause::input, "No article of the corpus has labels to learn from. Labels are for ids such as '" + labels.begin()->first + "'; qogam analyze prints those of the articles.");
  training.hold_out([&](const learn::TopicTraining::Take& take) {
    if (!dev.empty()) each_labelled(corpus, pipeline, dev, [&](const Document& d, const Paths* topics) { take(d, *topics); });
  });
  const lang::NameModel model = training.run(print_report);
  if (model.rows.empty()) throw Error(Cause::usage, "Nothing was learnt with these options; the defaults of --epochs, --least, --rate, --l1 and --forget are a start.");
  write_weights(values["output"].as<Text>(), "train topics", call.words, "TOPICS.md beside this file", model);
  return all.failed == 0 ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
