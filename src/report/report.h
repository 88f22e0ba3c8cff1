// The report: one HTML file that holds a store's findings and opens anywhere.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "exports/exporter.h"

namespace qogam::report {

struct TopicName {
  std::string id, en, ru, kk;
};

// What the report says of itself.
struct Frame {
  std::string version, models;  // of the program, and the fingerprint of its knowledge
  std::string language;  // of the page when it opens: "ru", "kk" or "en"
  std::vector<TopicName> topics;
  std::string strings;   // the text of models/common/report.tsv: key and a column for each language
  std::size_t articles = 0, failed = 0;                      // of the store
  std::vector<std::pair<std::string, std::size_t>> months;  // "YYYY-MM" and articles
};

// Writes the page with the corpus, its articles in the order in which they come, compressed inside. The page itself
// (src/report/page/ and the libraries it takes) is part of the program. The same input gives the same bytes. Throws
// Error{Cause::models} where the strings cannot be understood.
void write_report(exports::Corpus& corpus, const Frame& frame, std::ostream& out);

}  // namespace qogam::report
