// Gold and predictions from disk.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "learn/answer.h"
#include "learn/topic_labels.h"

namespace qogam::learn {

// One gold object a file, sorted by path. A directory is walked for *.gold.json, or for *.json
// where it holds none of those. A file *.tsv is a table of topics (topic_labels.h), whose answers say nothing else. Documents without a text to predict from (`"text": ""`) are left
// out. Throws qogam::Error{Cause::input}, which names the file, where one cannot be read, where
// two have one id, and where nothing is found.
std::vector<Answer> load_gold(const std::vector<std::string>& paths);

// What those say of topics, by the id of the document. Throws as load_gold() does.
TopicLabels load_topic_labels(const std::vector<std::string>& paths);

// Output objects by id, one a line; "-" is standard input. Throws as above, naming the line.
std::map<std::string, Answer> load_predictions(const std::string& path);

}  // namespace qogam::learn
