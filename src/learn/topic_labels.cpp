// Tables of labels.
#include "learn/topic_labels.h"

#include <algorithm>
#include <fstream>

#include "learn/by_id.h"
#include "model/source.h"
#include "qogam/error.h"
#include "text/byte_order_mark.h"

namespace qogam::learn {
namespace {

class LabelReader {
 public:
  explicit LabelReader(const std::string& path) : path_(path), in_(path, std::ios::binary) {
    if (!in_) throw Error(Cause::input, path + ": cannot open this table of labels.");
  }

  TopicLabels read() {
    for (std::string line; std::getline(in_, line);) {
      ++number_;
      if (number_ == 1 && line.starts_with(text::kByteOrderMark)) line.erase(0, text::kByteOrderMark.size());
      if (line.ends_with('\r')) line.pop_back();
      if (model::trim(line).empty() || line.starts_with('#')) continue;
      const std::vector<std::string> columns = model::fields(line);
      if (columns_ == 0) head(columns);
      else row(columns);
    }
    if (columns_ == 0) fail("the table is empty; its first line names the columns, `id` and `topics` among them");
    return std::move(labels_);
  }

 private:
  void head(const std::vector<std::string>& names) {
    const auto place = [&](std::string_view name) {
      const auto at = std::ranges::find(names, name);
      if (at == names.end()) fail("the first line names no column `" + std::string(name) + "`; columns are parted by TABs");
      return static_cast<std::size_t>(at - names.begin());
    };
    id_ = place("id"), topics_ = place("topics"), columns_ = names.size();
  }

  void row(const std::vector<std::string>& columns) {
    if (columns.size() > id_ && columns[id_].empty()) fail("the id is missing");
    if (columns.size() != columns_) fail("there are " + std::to_string(columns.size()) + " columns; the first line names " + std::to_string(columns_));
    std::vector<std::string> topics;
    for (std::string& topic : model::pieces(columns[topics_]))
      if (topic != kNoTopic && std::ranges::find(topics, topic) == topics.end()) topics.push_back(std::move(topic));
    if (!labels_.emplace(columns[id_], std::move(topics)).second) fail("a line before this one has the id \"" + columns[id_] + "\" too");
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Cause::input, path_ + ":" + std::to_string(std::max<std::size_t>(number_, 1)) + ": " + what + ".");
  }

  std::string path_;
  std::ifstream in_;
  std::size_t number_ = 0, id_ = 0, topics_ = 0, columns_ = 0;  // no columns: the first line is still to come
  TopicLabels labels_;
};

}  // namespace

TopicLabels read_topic_labels(const std::string& path) { return LabelReader(path).read(); }

const std::vector<std::string>* labels_for(const TopicLabels& labels, const std::string& id) { return by_id(labels, id); }

}  // namespace qogam::learn
