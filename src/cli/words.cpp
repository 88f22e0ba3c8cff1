// qogam words: tokens with their lemmas and features.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/pipelines.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "write/conllu.h"

namespace qogam::cli {
namespace {

using Text = std::string;

}  // namespace

Syntax words_syntax() {
  Syntax syntax{"qogam words [options] FILE...",
                "Prints the sentences and words of articles as CoNLL-U: form, lemma, part of speech, features.\n",
                po::options_description("options"),
                "example: qogam words --plain news.txt > news.conllu\n", "file"};
  add_text_options(syntax.options);
  return syntax;
}

int words(const Call& call) {
  const auto& values = call.values;
  const auto& files = call.bare;
  if (files.empty()) throw Error(Cause::usage, "Say what to read: qogam words FILE, or - for standard input.");
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<Text>()));
  const std::string generator = "qogam " + std::string(version()) + " " + knowledge->fingerprint();
  return each_of_files(files, words_pipeline(knowledge, text_options(values)), [&](const Document& d) { return write::to_conllu(d, generator); });
}

}  // namespace qogam::cli
