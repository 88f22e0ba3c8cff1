// qogam report: what a store knows, as a page.
#include <SQLiteCpp/Exception.h>

#include <sstream>

#include "cli/arguments.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/make_report.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "cli/today.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "report/report.h"

namespace qogam::cli {
namespace {

report::Frame frame_of(const ReportCall& call, const lang::Knowledge& knowledge, SQLite::Database& db) {
  report::Frame frame{.version = std::string(version()), .models = knowledge.fingerprint(), .language = call.language, .topics = {}, .strings = std::string(knowledge.resource("common/report.tsv"))};
  for (const auto& t : knowledge.topics()) frame.topics.push_back({t.id, t.name("en"), t.name("ru"), t.name("kk")});
  store::Counts counts = store::count_articles(db);
  frame.articles = counts.articles - counts.failed;
  frame.failed = counts.failed;
  frame.months = std::move(counts.months);
  return frame;
}

}  // namespace

void make_report(const ReportCall& call, const lang::Knowledge& knowledge) {
  StoredCorpus stored(call.store, call.as_of, call.articles);
  // What was first told after the day is not known on it.
  std::erase_if(stored.corpus.commitments, [&](const registry::Commitment& c) { return registry::facts_of(c, call.as_of).first_said.empty() && !c.tellings.front().day.empty(); });
  std::ostringstream page;
  report::write_report(stored.corpus, frame_of(call, knowledge, stored.db), page);
  Output output(call.output, false);
  output.write(page.view());
  output.finish();
}

Syntax report_syntax() {
  Syntax syntax{"qogam report [options] DB",
                "Writes what a store knows as one HTML file, which opens in any browser without a network: commitments with their\n"
                "history, officials, bodies, NGOs, topics, and the articles with what was found in them.\n",
                po::options_description("options"),
                "example: qogam report watch.db -o report.html --lang kk\n"
                "An address of the page ends in '#...', which leads to the same place in every copy of the file.\n",
                "store"};
  syntax.options.add_options()("output,o", po::value<std::string>()->value_name("FILE")->default_value("", "stdout"), "where to")(
      "lang", po::value<std::string>()->value_name("ru|kk|en")->default_value("ru"), "language in which it opens, unless another was chosen in that browser before")(
      "as-of", po::value<std::string>()->value_name("DAY"), "the day on which deadlines are ahead or passed; today where not said")(
      "articles", po::value<std::string>()->value_name("N")->default_value("10000"), "so many articles, the latest ones, are in it with their texts");
  add_models_option(syntax.options);
  return syntax;
}

int report(const Call& call) {
  const auto& values = call.values;
  const auto& stores = call.bare;
  if (stores.size() != 1) throw Error(Cause::usage, "Say which store: qogam report DB -o report.html.");
  ReportCall wanted{.store = stores[0], .output = values["output"].as<std::string>(), .language = values["lang"].as<std::string>()};
  require_known("language of the report", wanted.language, {"ru", "kk", "en"});
  wanted.as_of = values.count("as-of") ? parse_day("--as-of", values["as-of"].as<std::string>()) : today();
  wanted.articles = parse_count("--articles", values["articles"].as<std::string>());
  if (wanted.articles == 0) throw Error(Cause::usage, "--articles takes a number from 1.");
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<std::string>()));
  try {
    make_report(wanted, *knowledge);
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, wanted.store + " cannot be read: " + e.what() + ".");
  }
  return kDone;
}

}  // namespace qogam::cli
