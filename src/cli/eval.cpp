// qogam eval: an output measured against gold.
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/score.h"
#include "qogam/models.h"
#include "qogam/version.h"

namespace qogam::cli {
namespace {

void require_finding(const learn::Scores& scores, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& f : scores.figures) known.push_back(f.finding);
  for (const auto& a : scores.accuracies) known.push_back(a.name);
  if (!name.empty()) require_known("figure", name, known);
}

}  // namespace

Syntax eval_syntax() {
  Syntax syntax{"qogam eval --gold PATH... [options] OUT",
                "Scores OUT, JSON Lines that 'qogam analyze' wrote ('-': standard input), against\n"
                "gold files, or folders of them: precision, recall and F1 for each finding. A file *.tsv with columns `id` and\n"
                "`topics` (parted by blanks, main one first) is gold of topics alone.\n",
                po::options_description("options"),
                "example: qogam eval --gold corpora/ru corpora/kk out.jsonl --errors=quotes\n",
                "out"};
  syntax.options.add_options()(
      "gold", po::value<std::vector<std::string>>()->value_name("PATH")->composing(),
      "gold file or folder; bare words before the last one are gold too")(
      "errors", po::value<std::string>()->value_name("FINDING")->implicit_value(""),
      "list what is missed, extra or wrong; --errors=FINDING: of one finding only");
  add_models_option(syntax.options);
  return syntax;
}

int eval(const Call& call) {
  const auto& values = call.values;
  auto bare = call.bare;
  if (bare.empty())
    throw Error(Cause::usage, "The output to score is missing: qogam eval --gold PATH OUT.");
  const std::string predictions = bare.back();
  bare.pop_back();
  std::vector<std::string> gold = std::move(bare);
  if (values.count("gold")) {
    const auto& named = values["gold"].as<std::vector<std::string>>();
    gold.insert(gold.begin(), named.begin(), named.end());
  }
  if (gold.empty()) throw Error(Cause::usage, "The gold is missing: qogam eval --gold PATH OUT.");
  // Names are compared as the knowledge folds letters, where it can be found.
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<std::string>()));
  const learn::Scores scores = learn::score_files(
      gold, predictions, [&](std::string_view text) { return knowledge->fold(text); });
  if (values.count("errors")) {
    const std::string finding = values["errors"].as<std::string>();
    require_finding(scores, finding);
    std::cout << learn::format_misses(scores, finding) << "\n";
  }
  std::cout << learn::format_table(scores) << "scored by qogam " << version() << " " << knowledge->fingerprint() << "\n";
  return kDone;
}

}  // namespace qogam::cli
