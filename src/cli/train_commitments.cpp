// qogam train commitments: weights of the model that judges commitments, from annotated articles.
#include <algorithm>
#include <iostream>
#include <map>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/labelled.h"
#include "cli/pipelines.h"
#include "cli/train_chain.h"
#include "cli/verbs.h"
#include "extract/commitment_judge.h"
#include "lang/knowledge.h"
#include "learn/answer_files.h"
#include "learn/by_id.h"
#include "learn/check.h"
#include "learn/train_commitments.h"
#include "qogam/error.h"
#include "qogam/models.h"

namespace qogam::cli {
namespace {

using Text = std::string;
using Paths = std::vector<Text>;
using Gold = std::map<Text, std::vector<learn::Pledge>>;  // by document

Gold read_gold(const Paths& paths) {
  Gold gold;
  if (paths.empty()) return gold;
  for (learn::Answer& a : learn::load_gold(paths)) {
    if (a.topics_only) throw Error(Cause::input, "The gold of '" + a.id + "' tells topics alone; commitments are learnt from annotated articles.");
    for (const learn::Pledge& p : a.commitments)
      if (std::ranges::find(extract::kCommitmentKinds, p.kind) == extract::kCommitmentKinds.end())
        throw Error(Cause::input, "The gold of '" + a.id + "' has a commitment of the kind '" + p.kind + "'; the kinds are promise, order, plan and obligation.");
    gold[a.id] = std::move(a.commitments);
  }
  return gold;
}

Walked each_annotated(const Paths& corpus, const Pipeline& pipeline, const Gold& gold, const learn::CommitmentTraining::Take& take) {
  return walk_corpus(
      corpus, pipeline, [&](const Text& id) { return learn::by_id(gold, id) != nullptr; }, [&](const Document& d) { take(d, *learn::by_id(gold, d.id)); });
}

}  // namespace

Syntax train_commitments_syntax() {
  Syntax syntax{"qogam train commitments [options] --gold GOLD... CORPUS[:TIMES]... -o FILE",
                "Trains the model that judges which clauses with a cue are commitments, and of which kind.\n"
                "GOLD is annotated articles: files or folders as for `qogam eval`; articles of the corpus without gold are passed\n"
                "over. A corpus with :TIMES behind it counts so many times. The examples of the rules are learnt from too.\n"
                "Articles that --dev annotates are only measured on. The same input gives the same bytes.\n",
                po::options_description("options"),
                "example: qogam train commitments --gold corpora --gold press-gold corpora press-gold/articles.jsonl\n"
                "           -o models/common/commitments/kind.weights\n", "corpus"};
  syntax.options.add_options()("gold", po::value<Paths>()->value_name("PATH")->composing(), "annotated articles");
  add_training_options(syntax.options);
  return syntax;
}

int train_commitments(const Call& call) {
  const auto& values = call.values;
  auto corpus = call.bare;
  const Paths paths = all_of_option(values, "gold");
  if (corpus.empty() || paths.empty() || !values.count("output"))
    throw Error(Cause::usage, "Say what to learn from and where to: qogam train commitments --gold GOLD CORPUS -o FILE.");
  const learn::NameTraining options = training_options(values);
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()), {});
  const Pipeline pipeline = pipeline_to(Layer::commitments, knowledge, {});
  const Gold gold = read_gold(paths), dev = read_gold(all_of_option(values, "dev"));
  learn::CommitmentTraining training(*knowledge, options);
  learn::each_commitment_example(knowledge, [&](const Document& d, const std::vector<learn::Pledge>& commitments) { training.learn_from(d, commitments, 1); });
  const std::size_t of_examples = training.candidates();
  Walked all;
  for (Text& path : corpus) {
    const int times = take_times(path);
    const Walked walked = each_annotated(Paths{path}, pipeline, gold, [&](const Document& d, const std::vector<learn::Pledge>& commitments) {
      if (learn::by_id(dev, d.id) == nullptr) training.learn_from(d, commitments, times), ++all.taken;
    });
    all.passed_over += walked.passed_over, all.failed += walked.failed;
  }
  std::cerr << all.taken << " articles and " << training.candidates() << " candidates to learn from, " << of_examples << " of them in examples of rules; no rule sees " << training.unmet() << " gold clauses; " << all.passed_over
            << " articles without gold passed over.\n";
  if (all.taken == 0)
    throw Error(Cause::input, "No article of the corpus has gold to learn from. Gold is for ids such as '" + gold.begin()->first + "'; qogam analyze prints those of the articles.");
  training.hold_out([&](const learn::CommitmentTraining::Take& take) {
    if (!dev.empty()) all.failed += each_annotated(corpus, pipeline, dev, take).failed;
  });
  const lang::NameModel model = training.run(print_report);
  if (model.rows.empty()) throw Error(Cause::usage, "Nothing was learnt with these options; the defaults of --epochs, --least, --rate, --l1 and --forget are a start.");
  write_weights(values["output"].as<Text>(), "train commitments", call.words, "COMMITMENTS.md beside this file", model);
  return all.failed == 0 ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
