// The program: its verbs, its help, and what an exception that ends the run becomes.
#include <malloc.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <optional>

#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "cli/visible.h"
#include "qogam/options.h"
#include "qogam/version.h"

namespace qogam::cli {
namespace {

struct Verb {
  const char* name;
  const char* help;
  int (*run)(const Words&);
};

// Those that few people need have no help here.
constexpr Verb kVerbs[] = {
    {"analyze", "articles in, one JSON object each out", analyze},
    {"show", "one article in the terminal, with what was found in it", show},
    {"store", "what analyze wrote into a database, joined across articles", store},
    {"query", "questions to a database: commitments, officials, quotes, search", query},
    {"review", "what a person decides: who is one, what came of a commitment", review},
    {"report", "a database as one HTML page", report},
    {"watch", "a folder whose new files are analysed, stored and reported", watch},
    {"export", "a database in the formats of other tools", export_store},
    {"eval", "score an output against gold", eval},
    {"import", nullptr, import_annotations},
    {"list", nullptr, list},
    {"schema", nullptr, schema},
    {"check-models", nullptr, check_models},
    {"train", nullptr, train},
    {"topics", nullptr, topics},
    {"words", nullptr, words},
    {"tag", nullptr, tag},
};

void print_help() {
  const Options defaults;
  std::cout << "Qogam " << version()
            << ": who in government said or promised what, by when and to whom,\n"
            << "from Russian and Kazakh civic news, as JSON.\n\n"
            << "usage: qogam VERB [options]        (qogam VERB --help: the options of a verb)\n\n";
  std::string more;
  for (const Verb& v : kVerbs) {
    if (v.help == nullptr) more += std::string(more.empty() ? "" : ", ") + v.name;
    else std::cout << "  " << v.name << std::string(14 - std::string(v.name).size(), ' ') << v.help << "\n";
  }
  std::cout << "  and " << more << "\n";
  std::cout << "\nexample: qogam analyze news/ -o out.jsonl && qogam show news/today.txt\n"
            << "defaults: --lang " << defaults.language << ", -j one a core, --max-doc-bytes "
            << defaults.max_document_bytes << "\n"
            << "knowledge: --models, else $QOGAM_MODELS, else qogam.model beside the program\n\n"
            << "exit codes: 0 all done; 1 done, but some documents failed and stand as error\n"
            << "  objects; 2 usage; 3 input or output; 4 models; 130 or 143 ended by a signal\n";
}

// Of what a page wrote nothing may command the terminal; 'show' sees to that itself, as it colours it.
int run(const Verb& verb, const Words& words) {
  std::optional<VisibleOutput> visible;
  if (verb.run != show && is_terminal(STDOUT_FILENO)) visible.emplace(std::cout);
  return verb.run(words);
}

int dispatch(const Words& words) {
  if (words.empty()) throw Error(Cause::usage, "A verb is missing; 'qogam --help' lists them.");
  const std::string& name = words[0];
  if (name == "--help" || name == "-h" || name == "help") {
    print_help();
    return kDone;
  }
  if (name == "--version") {
    std::cout << "qogam " << version() << "\n";
    return kDone;
  }
  std::vector<std::string> known{"--help", "--version"};
  for (const Verb& v : kVerbs) {
    if (name == v.name) return run(v, {words.begin() + 1, words.end()});
    known.emplace_back(v.name);
  }
  const std::string hint = did_you_mean(name, known);
  throw Error(Cause::usage, "There is no verb '" + name + "'." +
                                (hint.empty() ? " 'qogam --help' lists them." : hint));
}

// What the verb printed must have arrived; a reader who went away has had enough.
int flush_output(int code) {
  if (std::cout.flush()) return code;
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  if (poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0) return code;
  throw Error(Cause::input, "Cannot write standard output.");
}

int guarded(const Words& words) {
  try {
    return flush_output(dispatch(words));
  } catch (const Error& e) {
    print_error(e.what());
    return exit_code(e.cause());
  } catch (const std::bad_alloc&) {
    print_error("There is not enough memory; try fewer threads (-j) or --max-doc-bytes.");
  } catch (const std::exception& e) {
    print_error(std::string("This should not happen: ") + e.what());
  }
  return kInputOutput;
}

}  // namespace
}  // namespace qogam::cli

// What one long document took goes back to the system, so that a night's run stays as small as its documents.
static void give_memory_back() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
}

int main(int argc, char** argv) {
  give_memory_back();
  std::signal(SIGPIPE, SIG_IGN);  // writing tells, and a reader who goes away is no error
  std::signal(SIGXFSZ, SIG_IGN);  // so does a file that may not grow
  return qogam::cli::guarded({argv + std::min(argc, 1), argv + argc});
}
