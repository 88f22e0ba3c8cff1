// Measures predictions against gold: precision, recall and F1 for each finding.
//
// Items of one document are matched one to one: in the order of the gold, each takes the
// prediction most like it that is still free (the earlier one where two are equally like).
// corpora/README.md says when two items are the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "learn/wording.h"

namespace qogam::learn {

// Counts of items. The shares are 0 … 1, and 0 where there is nothing to divide by.
struct Figure {
  std::string finding;
  std::size_t gold = 0, predicted = 0, right = 0;

  double precision() const;
  double recall() const;
  double f1() const;
};

// A yes-or-no question asked of documents or of matched items.
struct Accuracy {
  std::string name;
  std::size_t right = 0, of = 0;
};

struct Miss {
  std::string document, finding;
  std::string side;  // missed, extra; of an accuracy: wrong
  std::string what;
};

struct Scores {
  std::size_t documents = 0;  // in the gold
  std::vector<Figure> figures;
  std::vector<Accuracy> accuracies;
  std::vector<Miss> misses;
  std::vector<std::string> generators;         // what made the predictions, each once, sorted
  std::vector<std::string> missing_documents;  // gold ids with no prediction; all of it missed
};

// `gold`: files with one object each, or folders of them; `predictions`: JSON Lines that
// `qogam analyze` wrote, "-" for standard input. Documents meet by id; predictions without gold do
// not count. `fold` brings letters to one spelling, `legal_forms` are words to leave out of names
// of organisations. Throws qogam::Error{Cause::input} that names file and line. Thread-safe.
Scores score_files(const std::vector<std::string>& gold, const std::string& predictions,
                   const Fold& fold = fold_case,
                   const std::vector<std::string>& legal_forms = {});

// A table for people: a line a finding, then a line an accuracy, then the documents missing.
std::string format_table(const Scores& scores);

// A line for each miss of one finding or accuracy, or of all where `finding` is empty:
// side, document, (finding, where all are asked for) and item, separated by tabs.
std::string format_misses(const Scores& scores, std::string_view finding);

}  // namespace qogam::learn
