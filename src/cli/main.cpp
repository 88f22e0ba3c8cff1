// The program: its verbs, its help, and what an exception that ends the run becomes.
#include <malloc.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <optional>

#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/visible.h"
#include "model/model_file.h"
#include "qogam/error.h"
#include "qogam/models.h"
#include "qogam/version.h"

namespace qogam::cli {
namespace {

// The knowledge that a call without --models would take.
std::string knowledge() {
  try {
    const std::string path = find_models("");
    if (std::filesystem::is_directory(path)) return path + ", compiled by each call";
    return model::ModelView::map(path)->fingerprint() + " (" + path + ")";
  } catch (const Error& e) {
    return e.what();
  }
}

// Of what a page wrote nothing may command the terminal; 'show' sees to that itself, as it colours it.
int run(const Verb& verb, const Call& call) {
  std::optional<VisibleOutput> visible;
  if (verb.run != show && is_terminal(STDOUT_FILENO)) visible.emplace(std::cout);
  return verb.run(call);
}

int dispatch(const Words& words) {
  if (words.empty()) throw Error(Cause::usage, "A verb is missing; 'qogam --help' lists them.");
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  if (asks_help(words[0])) {
    print_program_help();
    return kDone;
  }
  if (words[0] == "--version") {
    std::cout << "qogam " << version() << "\nmodels " << knowledge() << "\n";
    return kDone;
  }
  if (const auto group = verbs_of(words[0]); group.size() > 0 && group[0].name != words[0] && words.size() > 1 && asks_help(words[1])) {
    print_group_help(group);
    return kDone;
  }
  const Verb& verb = find_verb(words);
  const std::ptrdiff_t name_words = verb.name == words[0] ? 1 : 2;
  const auto call = parse({words.begin() + name_words, words.end()}, verb.name, verb.syntax());
  return call ? run(verb, *call) : kDone;
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
