// qogam store: articles into a database.
#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/signals.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "lang/knowledge.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "store/load.h"
#include "store/registry_tables.h"
#include "store/schema.h"

namespace qogam::cli {
namespace {

void print_failed_line(const std::string& what) { print_error(what + "; the line is left out."); }

// Before the store is opened: a wrong name makes no store.
void require_files(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (path == "-") continue;
    if (std::filesystem::is_directory(path)) throw Error(Cause::usage, path + " is a folder; name the JSON Lines that 'qogam analyze " + path + " -o OUT.jsonl' writes.");
    if (!std::ifstream(path)) throw Error(Cause::input, path + " cannot be read; check its name and rights.");
  }
}

void load_file(const std::string& path, store::Writer& writer, const lang::Knowledge& knowledge, const store::LoadOptions& options, store::Loaded& loaded) {
  if (path == "-") return store::load_lines(std::cin, "-", writer, knowledge, options, print_failed_line, loaded);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(Cause::input, path + " cannot be read; check its name and rights.");
  store::load_lines(in, path, writer, knowledge, options, print_failed_line, loaded);
  if (in.bad()) throw Error(Cause::input, path + " could not be read to its end; what was read is stored.");
}

double seconds_since(std::chrono::steady_clock::time_point begin) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }

void print_summary(const store::Loaded& loaded, double seconds) {
  char text[200];
  std::snprintf(text, sizeof text, "%zu articles added, %zu replaced, %zu the same, in %.1f s (%.0f a second); %zu lines failed", loaded.added, loaded.replaced, loaded.same, seconds,
                seconds > 0 ? static_cast<double>(loaded.all()) / seconds : 0.0, loaded.failed);
  print_note(text);
}

void link(SQLite::Database& db, const lang::Knowledge& knowledge, bool quiet) {
  const auto begin = std::chrono::steady_clock::now();
  const store::Linked linked = store::link_articles(db, knowledge);
  if (quiet) return;
  char text[200];
  std::snprintf(text, sizeof text, "%zu people, %zu bodies, %zu commitments, %zu doubts for 'qogam review', in %.1f s", linked.people, linked.bodies, linked.commitments, linked.doubts,
                seconds_since(begin));
  print_note(text);
}

int run_store(const po::variables_map& values, const std::vector<std::string>& words) {
  const std::vector<std::string> files(words.begin() + 1, words.end());
  const store::LoadOptions options{.jobs = parse_jobs(values["jobs"].as<std::string>()), .stop = &stop_flag()};
  require_files(files);
  const auto knowledge = lang::load_knowledge(find_models(values["models"].as<std::string>()));
  SQLite::Database db = store::open_store(words[0], store::Access::write);
  store::Loaded loaded;
  const bool quiet = values.count("quiet") > 0;
  catch_signals();
  {
    store::Writer writer(db);
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string& file : files) load_file(file, writer, *knowledge, options, loaded);
    if (!quiet && !files.empty()) print_summary(loaded, seconds_since(begin));
  }
  store::finish_writing(db);
  store::sign(db, version(), knowledge->fingerprint());
  if (caught_signal() != 0) return kSignalBase + caught_signal();
  if (loaded.no_text > 0)
    print_warning(std::to_string(loaded.no_text) + " articles came without their texts ('analyze --no-text'); their commitments are joined less well, and they cannot be searched or shown.");
  if (values.count("no-link") == 0) link(db, *knowledge, quiet);
  return loaded.failed == 0 ? kDone : kSomeFailed;
}

}  // namespace

Syntax store_syntax() {
  Syntax syntax{"qogam store [options] DB [OUT.jsonl|-]...",
                "Puts what 'qogam analyze' wrote into a SQLite database, and finds out across all its articles who is who, which\n"
                "bodies are meant and what became of each commitment. An article with an id that is stored takes the place of that one.\n"
                "Without files only the latter is done anew.\n",
                po::options_description("options"),
                "example: qogam analyze news/ -o out.jsonl && qogam store watch.db out.jsonl && qogam query watch.db commitments --overdue\n"
                "tables: docs/store.md tells what they hold; 'sqlite3 watch.db' reads them\n",
                "files"};
  syntax.options.add_options()(
      "jobs,j", po::value<std::string>()->value_name("N")->default_value("", ""), "threads; one a core where not said")(
      "no-link", "only put the articles in; people, bodies and commitments stay as they are")("quiet,q", "no summary");
  add_models_option(syntax.options);
  return syntax;
}

int store(const Call& call) {
  const auto& values = call.values;
  const auto& words = call.bare;
  if (words.empty()) throw Error(Cause::usage, "Say which database: qogam store DB OUT.jsonl.");
  try {
    return run_store(values, words);
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, words[0] + " cannot be written: " + e.what() + "; what was committed before is kept, run the same again.");
  }
}

}  // namespace qogam::cli
