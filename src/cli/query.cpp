// qogam query: ready questions to a store.
#include <SQLiteCpp/Exception.h>

#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/rows.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/today.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "store/queries.h"
#include "store/review.h"
#include "store/schema.h"

namespace qogam::cli {
namespace {

std::string help_of_questions() {
  std::string help = "questions, and the options that each takes:\n";
  for (const store::Question& q : store::questions()) {
    help += std::string("  ") + q.name + std::string(14 - std::string(q.name).size(), ' ') + q.help + "\n";
    std::string takes;
    for (const std::string_view condition : q.conditions) {
      const std::string_view name = condition.substr(0, condition.find('='));
      if (name != "always" && name != "words") takes += " --" + std::string(name);
    }
    if (!takes.empty()) help += std::string(16, ' ') + takes.substr(1) + "\n";
  }
  return help +
         "example: qogam query watch.db commitments --overdue --topic roads_transport\n"
         "         qogam query watch.db quotes --by NAME --format=csv > quotes.csv   (NAME in the letters of the articles)\n"
         "         sqlite3 watch.db 'SELECT …'   (docs/store.md tells of the tables)\n";
}

std::string words_from(const std::vector<std::string>& words, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < words.size(); ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

store::Asked asked_of(const po::variables_map& values, const std::vector<std::string>& words) {
  store::Asked asked{.question = words[1], .filters = {}, .as_of = {}, .words = words_from(words, 2)};
  std::vector<std::string> known;
  for (const store::Question& q : store::questions()) known.emplace_back(q.name);
  require_known("question", asked.question, known);
  const bool takes_words = asked.question == "search" || asked.question == "history";
  if (takes_words && asked.words.empty()) throw Error(Cause::usage, "'" + asked.question + "' wants " + (asked.question == "search" ? "words" : "the id of a commitment") + " behind it.");
  if (!takes_words && !asked.words.empty()) throw Error(Cause::usage, "'" + asked.question + "' takes no words behind it; see 'qogam query --help'.");
  for (const store::Filter& f : store::filters()) {
    if (!values.count(f.name)) continue;
    const std::string name = f.name;
    const std::string value = *f.value == '\0' ? "1" : values[name].as<std::string>();
    asked.filters[name] = f.value == std::string("DAY") ? parse_day("--" + name, value) : value;
  }
  asked.as_of = values.count("as-of") ? parse_day("--as-of", values["as-of"].as<std::string>()) : today();
  if (values.count("limit")) asked.limit = parse_count("--limit", values["limit"].as<std::string>());
  return asked;
}

// A misspelt id would quietly find nothing.
void require_known_values(const store::Asked& asked, const lang::Knowledge& knowledge) {
  const auto require = [&](const char* filter, const char* what, const std::vector<std::string>& known) {
    if (const auto it = asked.filters.find(filter); it != asked.filters.end()) require_known(what, it->second, known);
  };
  std::vector<std::string> topics, languages{"und"};
  for (const auto& t : knowledge.topics()) topics.push_back(t.id);
  for (const auto& l : knowledge.languages())
    if (knowledge.language(l.code) != 0) languages.push_back(l.code);
  require("topic", "topic", topics);
  require("lang", "language", languages);
  require("status", "rating", store::ratings());
}

}  // namespace

Syntax query_syntax() {
  Syntax syntax{"qogam query [options] DB QUESTION [WORDS]", "Answers a question from a store that 'qogam store' made.\n", po::options_description("options"), help_of_questions(), "words"};
  auto add = syntax.options.add_options();
  for (const store::Filter& f : store::filters()) {
    if (*f.value == '\0') add(f.name, f.help);
    else add(f.name, po::value<std::string>()->value_name(std::string_view(f.name) == "status" ? joined(store::ratings(), "|") : f.value), f.help);
  }
  for (const store::Question& q : store::questions()) syntax.choices.emplace_back(q.name);
  syntax.choice_at = 1;
  add("as-of", po::value<std::string>()->value_name("DAY"), "the day on which deadlines are ahead or passed; today where not said")(
      "format,f", po::value<std::string>()->value_name(joined(row_formats(), "|")), "a table on a terminal, else csv")(
      "limit", po::value<std::string>()->value_name("N"), "so many rows");
  add_models_option(syntax.options);
  return syntax;
}

int query(const Call& call) {
  const auto& values = call.values;
  const auto& words = call.bare;
  if (words.size() < 2) throw Error(Cause::usage, "Say which store and which question: qogam query DB commitments; 'qogam query --help' lists the questions.");
  const store::Asked asked = asked_of(values, words);
  const std::string format = values.count("format") ? values["format"].as<std::string>() : is_terminal(1) ? "table" : "csv";
  require_known("format", format, row_formats());
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<std::string>()));
  require_known_values(asked, *knowledge);
  try {
    SQLite::Database db = store::open_store(words[0], store::Access::read);
    const auto writer = make_row_writer(format, std::cout);
    store::ask(db, *knowledge, asked, [&](const auto& columns) { writer->header(columns); }, [&](const auto& cells) {
      writer->row(cells);
      return static_cast<bool>(std::cout);
    });
    writer->end();
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, words[0] + " cannot be read: " + e.what() + ".");
  }
  return kDone;
}

}  // namespace qogam::cli
