// What articles are about, as a table of labels says.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::learn {

// The topic label of a text that none of the topics covers.
inline constexpr std::string_view kNoTopic = "other";

// Topics by the id of the document, the main one first; none where a row says "other".
using TopicLabels = std::map<std::string, std::vector<std::string>>;

// Reads a table: lines of columns parted by TABs, the first of which names them. Those called `id` and `topics` (parted by
// blanks, each counted once) are taken; empty lines and lines that start with `#` are passed over. Throws qogam::Error{Cause::input} that names file and line where a
// column is missing or an id comes twice.
TopicLabels read_topic_labels(const std::string& path);

// The labels of a document: under its id, or under what stands behind a slash of it ("news/ru-01" has those of "ru-01"). Null where
// there are none.
const std::vector<std::string>* labels_for(const TopicLabels& labels, const std::string& id);

}  // namespace qogam::learn
