// qogam review: what a person decides.
#include <SQLiteCpp/Exception.h>

#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "store/registry_tables.h"
#include "store/review.h"
#include "store/schema.h"

namespace qogam::cli {
namespace {

int apply(const std::string& path, const std::string& sheet, const std::string& models) {
  const auto knowledge = lang::load_knowledge(find_models(models));
  SQLite::Database db = store::open_store(path, store::Access::read);
  std::ifstream file(sheet, std::ios::binary);
  if (sheet != "-" && !file) throw Error(Cause::input, sheet + " cannot be read; check its name and rights.");
  const std::size_t count = store::apply_sheet(db, sheet == "-" ? std::cin : file, sheet);
  const store::Linked linked = store::link_articles(db, *knowledge);
  store::sign(db, version(), knowledge->fingerprint());
  print_note(std::to_string(count) + " decisions taken; " + std::to_string(linked.people) + " people, " + std::to_string(linked.bodies) + " bodies, " + std::to_string(linked.commitments) +
             " commitments, " + std::to_string(linked.doubts) + " doubts.");
  return kDone;
}

}  // namespace

Syntax review_syntax() {
  Syntax syntax{"qogam review [options] DB",
                "Prints a sheet (TSV) of what may be one person, body or commitment and was not joined, of what was decided before, and of\n"
                "the rating of each commitment. Change its first column and give it back with --apply: decisions outlive new articles.\n",
                po::options_description("options"),
                "example: qogam review watch.db > review.tsv   # change it in a spreadsheet or editor\n"
                "         qogam review watch.db --apply review.tsv\n",
                "store"};
  syntax.options.add_options()("apply", po::value<std::string>()->value_name("FILE"), "take the decisions of this sheet and join anew")(
      "of", po::value<std::string>()->value_name("ID"), "what was joined under an id of a person, a body or a commitment");
  add_models_option(syntax.options);
  return syntax;
}

int review(const Call& call) {
  const auto& values = call.values;
  const auto& stores = call.bare;
  if (stores.size() != 1) throw Error(Cause::usage, "Say which store: qogam review DB.");
  try {
    if (values.count("apply")) return apply(stores[0], values["apply"].as<std::string>(), values["models"].as<std::string>());
    SQLite::Database db = store::open_store(stores[0], store::Access::read);
    if (!values.count("of")) {
      store::write_sheet(db, std::cout);
    } else if (const std::string id = values["of"].as<std::string>(); !store::write_joined(db, id, std::cout)) {
      throw Error(Cause::usage, "There is no person, body or commitment with the id '" + id + "' in " + stores[0] + "; 'qogam query' prints ids.");
    }
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, stores[0] + " cannot be used: " + e.what() + ".");
  }
  return kDone;
}

}  // namespace qogam::cli
