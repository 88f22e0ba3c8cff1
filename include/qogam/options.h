// What a caller may ask of an analysis. The defaults are the ones `qogam analyze` has.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qogam {

namespace clean {
class RecurringLines;
}

struct Options {
  // Behaviour.
  std::string language = "auto";  // auto, or a code that `qogam list languages` prints
  std::string published;          // "YYYY-MM-DD": outranks what the page says; empty: find it
  bool plain = false;             // the input is clean text: nothing is removed or repaired
  std::vector<std::string> only;  // findings to compute; empty: all
  // Topics whose score is below this are left out; unset: below the thresholds of the knowledge. 0 gives every topic that the
  // text has a cue of.
  std::optional<double> min_topic_score;
  // Commitments that are less probable than this (0..1) are left out; unset: 0.5. 0 gives every clause of an
  // article about the state in which a rule sees a cue; a headline is none.
  std::optional<double> min_commitment_confidence;

  // Lines that were learnt to recur on the pages of a site, which are taken for furniture; null: none.
  std::shared_ptr<const clean::RecurringLines> recurring_lines;

  // Limits. A document over the limit becomes an error object that says so.
  std::size_t max_document_bytes = 64u << 20;
};

}  // namespace qogam
