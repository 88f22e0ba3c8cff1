// qogam export: a store in the formats of other tools.
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <iostream>

#include "cli/arguments.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/today.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "exports/exporter.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "write/conllu.h"

namespace qogam::cli {
namespace {

std::vector<std::string> names_of_formats() {
  std::vector<std::string> names;
  for (const exports::Format& f : exports::formats()) names.emplace_back(f.name);
  return names;
}

std::string help_of_formats() {
  std::string help = "formats:\n";
  for (const exports::Format& f : exports::formats()) help += "  " + std::string(f.name) + std::string(14 - f.name.size(), ' ') + std::string(f.help) + "\n";
  return help + "example: qogam export watch.db --to csv -o tables/\n";
}

// The words of an article are not in the store: they are made anew of its text.
std::function<std::string(const nlohmann::json&)> conllu_maker(std::shared_ptr<const lang::Knowledge> knowledge) {
  Options options;
  options.plain = true;  // the text is clean, and offsets must stay
  auto pipeline = std::make_shared<Pipeline>(words_pipeline(std::move(knowledge), options));
  return [pipeline](const nlohmann::json& article) {
    Document document;
    document.id = article.value("id", "");
    document.source.bytes = article.value("text", "");
    document.source.decoded = true;
    document.source.media_type = "text/plain";
    pipeline->analyze(document);
    return write::to_conllu(document);
  };
}

}  // namespace

Syntax export_syntax() {
  Syntax syntax{"qogam export [options] DB --to FORMAT -o OUT", "Writes what a store knows in the format of another tool; docs/exports.md tells what is in each.\n", po::options_description("options"), help_of_formats(),
                "store"};
  syntax.options.add_options()("to", po::value<std::string>()->value_name(joined(names_of_formats(), "|")), "one of the formats below")("output,o", po::value<std::string>()->value_name("OUT"), "file or folder, as the format has it")(
      "as-of", po::value<std::string>()->value_name("DAY"), "the day on which facts of commitments are true; today where not said")("csv-bom", "csv: begin files with a byte order mark, by which Excel knows UTF-8")(
      "csv-raw", "csv: leave cells as they are that spreadsheets would take for formulas")("utf16", "labelstudio: offsets in UTF-16 units, as old versions count");
  add_models_option(syntax.options);
  return syntax;
}

int export_store(const Call& call) {
  const auto& values = call.values;
  const auto& stores = call.bare;
  if (stores.size() != 1 || !values.count("to") || !values.count("output")) throw Error(Cause::usage, "Say which store, format and output: qogam export DB --to csv -o OUT.");
  const std::string format = values["to"].as<std::string>();
  require_known("format", format, names_of_formats());
  auto knowledge = lang::load_knowledge(find_models(values["models"].as<std::string>()));
  exports::Options options{.generator = {std::string(version()), knowledge->fingerprint()}, .csv_bom = values.count("csv-bom") > 0, .csv_raw = values.count("csv-raw") > 0, .utf16 = values.count("utf16") > 0};
  for (const auto& t : knowledge->topics()) options.topics.push_back(t.id);
  options.conllu = conllu_maker(knowledge);
  try {
    StoredCorpus stored(stores[0], values.count("as-of") ? parse_day("--as-of", values["as-of"].as<std::string>()) : today());
    exports::make_exporter(format, options)->write(stored.corpus, values["output"].as<std::string>());
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, stores[0] + " cannot be read: " + e.what() + ".");
  }
  return kDone;
}

}  // namespace qogam::cli
