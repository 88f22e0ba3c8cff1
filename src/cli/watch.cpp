// qogam watch: a folder whose new files are analysed and stored, and the report made anew.
#include <SQLiteCpp/Exception.h>
#include <poll.h>

#include <chrono>
#include <filesystem>
#include <set>

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/make_report.h"
#include "cli/messages.h"
#include "cli/pipelines.h"
#include "cli/signals.h"
#include "cli/suggest.h"
#include "cli/today.h"
#include "cli/values.h"
#include "cli/verbs.h"
#include "pipeline/run.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"
#include "read/names.h"
#include "read/readers.h"
#include "store/load.h"
#include "store/registry_tables.h"
#include "store/schema.h"
#include "store/watched.h"
#include "write/writers.h"

namespace qogam::cli {
namespace {

namespace fs = std::filesystem;

class Watch {
 public:
  Watch(std::string folder, const std::string& store, const po::variables_map& values)
      : folder_(std::move(folder)),
        store_(store),
        knowledge_(lang::load_knowledge(find_models(values["models"].as<std::string>()))),
        pipeline_(Pipeline::load(knowledge_, Options{})),
        db_(store::open_store(store, store::Access::write)),
        watched_(db_) {
    running_.jobs = parse_jobs(values["jobs"].as<std::string>());
    running_.stop = &stop_flag();
    if (values.count("report")) report_ = values["report"].as<std::string>();
    language_ = values["lang"].as<std::string>();
    once_ = values.count("once") > 0;
  }

  // One look. Gives whether something had changed.
  bool look() {
    const auto files = watched_.changed(folder_, once_);
    if (files.empty()) return false;
    std::set<std::string> paths;
    for (const store::WatchedFile& file : files)
      if (!read::never_read(file.path)) paths.insert(file.path);
    stored_ = {};
    const std::size_t failed = paths.empty() ? 0 : put(paths);
    if (stop_flag()) return true;  // what was not reached is looked at next time
    for (const store::WatchedFile& file : files) watched_.seen(file);
    store::finish_writing(db_);
    store::sign(db_, version(), knowledge_->fingerprint());
    const store::Linked linked = store::link_articles(db_, *knowledge_);
    print_note(std::to_string(paths.size()) + " files, " + std::to_string(stored_.all()) + " articles, " + std::to_string(failed) + " failed; " + std::to_string(linked.people) + " people, " +
               std::to_string(linked.commitments) + " commitments.");
    if (!report_.empty()) make_report({.store = store_, .output = report_, .language = language_, .as_of = today()}, *knowledge_);
    return true;
  }

 private:
  // The folder is read, not the files by themselves: ids are paths below it, so that files of one name in two of its folders
  // stay two articles.
  std::size_t put(const std::set<std::string>& paths) {
    write::WriteOptions writing;
    writing.version = version();
    writing.models = pipeline_.models_fingerprint();
    read::ReadOptions reading;
    reading.takes = [&](const std::string& path) { return paths.contains(path); };
    const auto reader = read::make_reader({folder_}, reading);
    store::Writer writer(db_);
    store::RowMaker maker(*knowledge_);
    stored_ = {};
    std::size_t failed = 0;
    pipeline::run(
        pipeline_, [&] { return reader->next(); }, write::make_writer("jsonl", writing),
        [&](pipeline::Result&& result) {
          if (result.error) print_failure(result.id, *result.error);
          failed += result.error.has_value();
          std::string line = result.output;
          while (!line.empty() && line.back() == '\n') line.pop_back();
          writer.put(maker.make(std::move(line)));
          ++stored_.added;
          return true;
        },
        running_);
    writer.commit();
    return failed;
  }

  std::string folder_, store_, report_, language_;
  std::shared_ptr<const lang::Knowledge> knowledge_;
  Pipeline pipeline_;
  SQLite::Database db_;
  store::Watched watched_;
  pipeline::RunOptions running_;
  store::Loaded stored_;
  bool once_ = false;
};

// Until the time is over or a signal comes.
void wait(std::size_t seconds) {
  pollfd signal{signal_descriptor(), POLLIN, 0};
  poll(&signal, 1, static_cast<int>(seconds * 1000));
}

}  // namespace

Syntax watch_syntax() {
  Syntax syntax{"qogam watch [options] FOLDER DB",
                "Looks at a folder again and again: new and changed files are analysed and put into the store, people, bodies and\n"
                "commitments are found anew, and the report is written. Ends with Ctrl-C, when what is in hand is done.\n",
                po::options_description("options"), "example: qogam watch inbox/ watch.db --report report.html\n", "words"};
  syntax.options.add_options()("report", po::value<std::string>()->value_name("FILE"), "write the report there after each change")(
      "every", po::value<std::string>()->value_name("SECONDS")->default_value("10"), "seconds between two looks")("once", "look once and end")(
      "jobs,j", po::value<std::string>()->value_name("N")->default_value("", ""), "threads; one a core where not said")(
      "lang", po::value<std::string>()->value_name("ru|kk|en")->default_value("ru"), "language in which the report opens");
  add_models_option(syntax.options);
  return syntax;
}

int watch(const Call& call) {
  const auto& values = call.values;
  const auto& words = call.bare;
  if (words.size() != 2) throw Error(Cause::usage, "Say which folder and which store: qogam watch FOLDER DB.");
  const std::size_t every = parse_count("--every", values["every"].as<std::string>());
  if (every == 0 || every > 86'400) throw Error(Cause::usage, "--every takes seconds, from 1 to 86400.");
  parse_jobs(values["jobs"].as<std::string>());
  require_known("language of the report", values["lang"].as<std::string>(), {"ru", "kk", "en"});
  if (!fs::is_directory(words[0])) throw Error(Cause::usage, words[0] + " is no folder; name the one that new files come into.");
  catch_signals();
  try {
    Watch watch(words[0], words[1], values);
    do {
      watch.look();
      if (values.count("once")) break;
      if (!stop_flag()) wait(every);
    } while (!stop_flag());
  } catch (const SQLite::Exception& e) {
    throw Error(Cause::input, words[1] + " cannot be written: " + e.what() + "; what was committed before is kept.");
  }
  return caught_signal() == 0 ? kDone : kSignalBase + caught_signal();
}

}  // namespace qogam::cli
