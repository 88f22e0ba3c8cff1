// qogam import: annotations of other tools as gold.
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/suggest.h"
#include "cli/verbs.h"
#include "exports/importer.h"
#include "qogam/error.h"

namespace qogam::cli {
namespace {

std::vector<std::string> names_of_formats() {
  std::vector<std::string> names;
  for (const exports::ImportFormat& f : exports::import_formats()) names.emplace_back(f.name);
  return names;
}

}  // namespace

Syntax import_syntax() {
  std::string help = "formats:\n";
  for (const exports::ImportFormat& f : exports::import_formats()) help += "  " + std::string(f.name) + std::string(14 - f.name.size(), ' ') + std::string(f.help) + "\n";
  Syntax syntax{"qogam import [options] --from FORMAT IN -o FOLDER", "Turns what people have annotated in another tool into gold for 'qogam eval' and 'qogam train'.\n", po::options_description("options"),
                help + "example: qogam import --from labelstudio project.json -o gold/ && qogam eval --gold gold out.jsonl\n", "in"};
  syntax.options.add_options()("from", po::value<std::string>()->value_name(joined(names_of_formats(), "|")), "one of the formats below")("output,o", po::value<std::string>()->value_name("FOLDER"), "where NAME.gold.json go")(
      "predictions", "labelstudio: take the first prediction of tasks that nobody has annotated")("overwrite", "replace gold of the same name")("utf16", "labelstudio: offsets are UTF-16 units")("help,h", "this help");
  return syntax;
}

int import_annotations(const Call& call) {
  const auto& values = call.values;
  const auto& inputs = call.bare;
  if (inputs.size() != 1 || !values.count("from") || !values.count("output")) throw Error(Cause::usage, "Say what to read and where gold goes: qogam import --from labelstudio IN -o FOLDER.");
  const std::string format = values["from"].as<std::string>();
  require_known("format", format, names_of_formats());
  exports::ImportOptions options{.predictions = values.count("predictions") > 0, .overwrite = values.count("overwrite") > 0};
  if (values.count("utf16")) options.unit = exports::Unit::utf16;
  const std::size_t count = exports::import_gold(*exports::find_import(format), inputs[0], values["output"].as<std::string>(), options);
  print_note(std::to_string(count) + " articles with annotations are in " + values["output"].as<std::string>() + ".");
  return kDone;
}

}  // namespace qogam::cli
