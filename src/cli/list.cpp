// qogam list: the names that options take, from the tables they come from.
#include <functional>
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/models_path.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "pipeline/findings.h"
#include "read/readers.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

// What makes a list may need the knowledge, and loads it only then.
using Load = std::function<std::shared_ptr<const lang::Knowledge>()>;

void print_row(std::string_view name, std::string_view help) {
  constexpr std::size_t kColumn = 28;
  const std::size_t used = columns(name);
  std::cout << name << std::string(used < kColumn ? kColumn - used : 1, ' ') << help << "\n";
}

void list_languages(const Load& load) {
  const auto knowledge = load();
  for (const auto& l : knowledge->languages())
    if (knowledge->language(l.code) != 0) print_row(l.code, l.name);
}

void list_topics(const Load& load) {
  const auto knowledge = load();
  for (const auto& t : knowledge->topics()) {
    std::string names = t.name("en");
    for (const auto& [language, name] : t.names)
      if (language != "en") names += (names.empty() ? "" : " / ") + name;
    print_row(t.id, names + (t.parent.empty() ? "" : " (under " + t.parent + ")"));
  }
}

void list_findings(const Load&) {
  for (const auto& f : pipeline::findings()) print_row(f.name, f.help);
}

void list_readers(const Load&) {
  for (const auto& r : read::readers()) print_row(r.name, r.help);
}

void list_writers(const Load&) {
  for (const auto& w : write::writers()) print_row(w.name, w.help);
}

struct List {
  const char* name;
  void (*print)(const Load&);
};

constexpr List kLists[] = {{"languages", list_languages},
                           {"findings", list_findings},
                           {"topics", list_topics},
                           {"readers", list_readers},
                           {"writers", list_writers}};

}  // namespace

int list(const Words& words) {
  Syntax syntax{"qogam list languages|findings|topics|readers|writers",
                "Prints the names that options of 'qogam analyze' take, one a line.\n",
                po::options_description("options"), "", "what"};
  syntax.options.add_options()("help,h", "this help")(
      "models", po::value<std::string>()->default_value("", "see qogam --help"),
      "knowledge: a compiled file or a models/ directory");
  const auto values = parse(words, syntax);
  if (!values) return kDone;
  const auto what = bare_words(*values, syntax);
  std::vector<std::string> known;
  for (const List& l : kLists) known.emplace_back(l.name);
  if (what.size() != 1) throw Error(Cause::usage, "Say which list: " + syntax.usage + ".");
  require_known("list", what[0], known);
  const Load load = [&] {
    return lang::load_knowledge(models_path((*values)["models"].as<std::string>()));
  };
  for (const List& l : kLists)
    if (what[0] == l.name) l.print(load);
  return kDone;
}

}  // namespace qogam::cli
