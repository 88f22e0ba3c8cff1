// qogam check-models: the examples of all rules and topics.
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "learn/check.h"
#include "qogam/models.h"
#include "registry/spelling.h"
#include "registry/tables.h"

namespace qogam::cli {
namespace {

// The tables that joining across articles rests on; throws Error{models} with the line of what cannot be understood.
void read_tables(const lang::Knowledge& knowledge) {
  registry::Spelling(knowledge.resource("common/spelling.tsv"));
  registry::read_body_terms(knowledge);
  registry::read_concepts(knowledge);
}

}  // namespace

Syntax check_models_syntax() {
  Syntax syntax{"qogam check-models [DIR|FILE]",
                "Runs the examples that rules and topics carry: each '+' must be found as it says,\n"
                "each '-' must not match. Reads the tables of models/common too.\n"
                "Prints a line for each that fails, and gives 4 then.\n",
                po::options_description("options"), "", "models"};
  syntax.options.add_options()("help,h", "this help");
  return syntax;
}

int check_models(const Call& call) {
  const auto& paths = call.bare;
  if (paths.size() > 1) throw Error(Cause::usage, "'qogam check-models' takes one path.");
  const auto knowledge = lang::load_knowledge(find_models(paths.empty() ? "" : paths[0]));
  if (knowledge->languages().size() < 2) throw Error(Cause::models, "There are no models in '" + (paths.empty() ? std::string(".") : paths[0]) + "': a folder LANGUAGE/language.tsv is missing.");
  read_tables(*knowledge);
  const learn::RuleCheck check = learn::check_rules(knowledge);
  for (const learn::RuleFailure& f : check.failures)
    std::cout << f.file << ":" << f.line << ": " << f.rule << ": " << f.message << "\n";
  std::cout << check.rules << " rules, " << check.examples << " examples, " << check.failures.size() << " fail.\n";
  return check.failures.empty() ? kDone : kModels;
}

}  // namespace qogam::cli
