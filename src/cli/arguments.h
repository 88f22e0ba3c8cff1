// Reading the words of a call, the same way for every verb.
#pragma once

#include <boost/program_options.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/options.h"

namespace qogam::cli {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

// What a verb takes. `--help`, the man page, docs/cli.md and the completions of shells are all made of it. What stands for
// the value of an option there also says what may stand in its place: see values_of() in completion.h.
struct Syntax {
  std::string usage;                // "qogam analyze [options] [FILE|DIR|-]..."
  std::string about;                // a sentence or two
  po::options_description options;  // those that help shows
  std::string more;                 // example and notes, ends with a line feed
  std::string positional;           // option that takes the bare words; empty: there are none
  // Where one of the bare words is one of some names, these; all others are files.
  Words choices = {};
  std::size_t choice_at = 0;  // which of them it is, from 0; none follow that are files
};

// The words of a call, understood.
struct Call {
  po::variables_map values;  // of the options
  Words bare;                // words that are no options
  Words words;               // all words behind the verb, as they came
};

// A call of the verb of that name; nothing where help was asked for, which is printed then. Throws
// Error{usage} for what the syntax does not have, with a suggestion where there is one.
std::optional<Call> parse(const Words& words, const std::string& verb, const Syntax& syntax);

// What `qogam VERB --help` prints.
void print_help(const Syntax& syntax);

// The options of verbs that read articles and know no more of them: --lang, --plain, --models, --help.
void add_text_options(po::options_description& options);
// --models and --help, of verbs that need the knowledge and read no articles.
void add_models_option(po::options_description& options);
// The values of --lang and --plain, which `qogam analyze` has too.
Options text_options(const po::variables_map& values);

// Takes ":TIMES" off the end of a word that names a file, and gives TIMES; 1 where there is none. Throws Error{usage}
// where no number from 1 stands behind the colon.
int take_times(std::string& word);

// The values of an option that may be given several times.
std::vector<std::string> all_of_option(const po::variables_map& values, const std::string& name);

// "a,b,,c" -> a, b, c
std::vector<std::string> split_list(const std::string& commas);
// {"a", "b"}, "|" -> "a|b"
std::string joined(const std::vector<std::string>& items, std::string_view between);

}  // namespace qogam::cli
