// qogam words: tokens with their lemmas and features.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/models_path.h"
#include "cli/pipelines.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
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

}  // namespace

int words(const Words& call) {
  const Syntax syntax = words_syntax();
  const auto values = parse(call, syntax);
  if (!values) return kDone;
  const auto files = bare_words(*values, syntax);
  if (files.empty()) throw Error(Cause::usage, "Say what to read: qogam words FILE, or - for standard input.");
  const auto knowledge = lang::load_knowledge(models_path((*values)["models"].as<Text>()));
  return each_of_files(files, words_pipeline(knowledge, text_options(*values)), write::to_conllu);
}

}  // namespace qogam::cli
