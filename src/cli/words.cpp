// qogam words: tokens with their lemmas and features.
#include <unistd.h>

#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "pipeline/stages.h"
#include "qogam/pipeline.h"
#include "read/readers.h"
#include "write/conllu.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Syntax words_syntax() {
  Syntax syntax{"qogam words [options] FILE...",
                "Prints the sentences and words of articles as CoNLL-U: form, lemma, part of speech, features.\n",
                po::options_description("options"),
                "example: qogam words --plain news.txt > news.conllu\n", "file"};
  add_text_options(syntax.options);
  return syntax;
}

Pipeline words_pipeline(const Text& models, const Options& options) {
  auto knowledge = lang::load_knowledge(models);
  require_language(*knowledge, options.language);
  auto stages = pipeline::make_stages(*knowledge, options);
  return Pipeline::of(std::move(stages), Layer::source, Layer::words, std::move(knowledge));
}

}  // namespace

int words(const Words& call) {
  const Syntax syntax = words_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  const auto files = bare_words(*values, syntax);
  if (files.empty()) throw Error(Cause::usage, "Say what to read: qogam words FILE, or - for standard input.");
  const Pipeline pipeline = words_pipeline(models_path((*values)["models"].as<Text>()), text_options(*values));
  const auto reader = read::make_reader(files, {});
  bool all = true;
  while (auto document = reader->next()) {
    pipeline.analyze(*document);
    if (document->error) print_failure(document->id, *document->error);
    all = all && !document->error;
    if (!(std::cout << write::to_conllu(*document))) break;
  }
  return all ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
