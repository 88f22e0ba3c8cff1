// What may follow the words of a call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"

namespace qogam::cli {

struct Candidate {
  std::string word, help;  // help may be empty
};

struct Completion {
  std::vector<Candidate> candidates;  // begin all with what is typed
  bool files = false;                 // so may files and folders
  bool goes_on = false;               // no blank behind the word: a list, or an option with '='
};

// `words` are those behind "qogam"; the last one is being typed and may be empty. Names that the knowledge has (languages,
// topics) come from --models of the call, else from where the program finds it, and are left out where it finds none.
// Throws std::bad_alloc only.
Completion completion_of(const Words& words);

// What may stand where help has `value` for the value of an option: of "a|b" the words a and b, of LANGUAGE, FINDING, TOPIC,
// READER and WRITER what `qogam list` prints, of FILE, DIR, FOLDER, PATH and OUT files. `typed` is its beginning.
Completion values_of(std::string_view value, const std::string& typed, const std::string& models);

}  // namespace qogam::cli
