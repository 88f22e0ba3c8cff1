// qogam list: the names that options take, from the tables they come from.
#include "cli/list.h"

#include <iostream>

#include "cli/exit_code.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "pipeline/findings.h"
#include "qogam/models.h"
#include "read/readers.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

ListRows languages(const LoadKnowledge& load) {
  const auto knowledge = load();
  ListRows rows;
  for (const auto& l : knowledge->languages())
    if (knowledge->language(l.code) != 0) rows.push_back({l.code, l.name});
  return rows;
}

ListRows topics(const LoadKnowledge& load) {
  const auto knowledge = load();
  ListRows rows;
  for (const auto& t : knowledge->topics()) {
    std::string names = t.name("en");
    for (const auto& [language, name] : t.names)
      if (language != "en") names += (names.empty() ? "" : " / ") + name;
    rows.push_back({t.id, names + (t.parent.empty() ? "" : " (under " + t.parent + ")")});
  }
  return rows;
}

template <class Table>
ListRows rows_of(const Table& table) {
  ListRows rows;
  for (const auto& row : table) rows.push_back({std::string(row.name), std::string(row.help)});
  return rows;
}

constexpr List kLists[] = {{"languages", languages},
                           {"findings", [](const LoadKnowledge&) { return rows_of(pipeline::findings()); }},
                           {"topics", topics},
                           {"readers", [](const LoadKnowledge&) { return rows_of(read::readers()); }},
                           {"writers", [](const LoadKnowledge&) { return rows_of(write::writers()); }}};

Words names_of_lists() {
  Words names;
  for (const List& l : kLists) names.emplace_back(l.name);
  return names;
}

void print_row(const ListRow& row) {
  constexpr std::size_t kColumn = 28;
  const std::size_t used = columns(row.name);
  std::cout << row.name << std::string(used < kColumn ? kColumn - used : 1, ' ') << row.help << "\n";
}

}  // namespace

std::span<const List> lists() { return kLists; }

Syntax list_syntax() {
  Syntax syntax{"qogam list " + joined(names_of_lists(), "|"), "Prints the names that options of 'qogam analyze' take, one a line.\n", po::options_description("options"), "", "what", names_of_lists()};
  add_models_option(syntax.options);
  return syntax;
}

int list(const Call& call) {
  if (call.bare.size() != 1) throw Error(Cause::usage, "Say which list: " + list_syntax().usage + ".");
  require_known("list", call.bare[0], names_of_lists());
  for (const List& l : kLists)
    if (call.bare[0] == l.name)
      for (const ListRow& row : l.rows([&] { return lang::load_knowledge(find_models(call.values["models"].as<std::string>())); })) print_row(row);
  return kDone;
}

}  // namespace qogam::cli
