// qogam show: one article for people.
#include <iostream>
#include <utility>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/paint.h"
#include "cli/pipelines.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "cli/visible.h"
#include "qogam/models.h"
#include "read/readers.h"

namespace qogam::cli {
namespace {

using Text = std::string;

Text heading(const Document& d) {
  Text line = d.id + "  " + (d.language.empty() ? "und" : d.language);
  if (!d.published.value.empty())
    line += "  published " + d.published.value + " (" + d.published.from + ")";
  return visible(line, "") + "\n\n";
}

bool show_one(Document& document, const Pipeline& pipeline, const PaintOptions& paint) {
  pipeline.analyze(document);
  if (document.error) {
    print_failure(document.id, *document.error);
    return false;
  }
  std::cout << heading(document) << paint_text(document, paint) << paint_findings(document, paint)
            << std::flush;
  return true;
}

}  // namespace

Syntax show_syntax() {
  Syntax syntax{"qogam show [options] FILE...",
                "Prints articles with their mentions coloured, and under each what was found.\n",
                po::options_description("options"),
                "example: qogam show --color=always news.txt | less -R\n", "file"};
  syntax.options.add_options()("color", po::value<Text>()->value_name("auto|always|never")->default_value("auto"),
                               "auto: on a terminal, unless NO_COLOR is set")(
      "published", po::value<Text>()->value_name("DAY")->default_value("", "found"), "day of publication, YYYY-MM-DD");
  add_text_options(syntax.options);
  return syntax;
}

int show(const Call& call) {
  const auto& values = call.values;
  const auto& files = call.bare;
  if (files.empty()) throw Error(Cause::usage, "Say what to show: qogam show FILE.");
  const Text when = values["color"].as<Text>();
  require_known("value for --color", when, {"auto", "always", "never"});
  Options options = text_options(values);
  options.published = parse_day("--published", values["published"].as<Text>());
  const Pipeline pipeline = load_pipeline(find_models(values["models"].as<Text>()), options);
  const PaintOptions paint{decide(when, takes_colour()), text_width()};
  const auto reader = read::make_reader(files, {});
  bool all = true, first = true;
  while (auto document = reader->next()) {
    if (!std::exchange(first, false)) std::cout << "\n" << Text(paint.width, '=') << "\n";
    all = show_one(*document, pipeline, paint) && all;
  }
  return all ? kDone : kSomeFailed;
}

}  // namespace qogam::cli
