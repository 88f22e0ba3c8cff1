// Walking a corpus beside its labels.
#include "cli/labelled.h"

#include "cli/messages.h"
#include "cli/suggest.h"
#include "learn/answer_files.h"
#include "qogam/error.h"
#include "read/readers.h"

namespace qogam::cli {

std::vector<std::string> topic_ids(const lang::Knowledge& knowledge) {
  std::vector<std::string> ids;
  for (const lang::TopicInfo& t : knowledge.topics()) ids.push_back(t.id);
  return ids;
}

learn::TopicLabels read_labels(const std::vector<std::string>& paths, const lang::Knowledge& knowledge, bool known_only) {
  if (paths.empty()) return {};
  learn::TopicLabels labels = learn::load_topic_labels(paths);
  for (const auto& [id, topics] : labels)
    for (const std::string& topic : topics)
      if (known_only && knowledge.topic(topic) == kNone)
        throw Error(Cause::input, "The labels of '" + id + "' name '" + topic + "', which is no topic of the models." + did_you_mean(topic, topic_ids(knowledge)));
  return labels;
}

Walked walk_corpus(const std::vector<std::string>& corpus, const Pipeline& pipeline, const std::function<bool(const std::string& id)>& known,
                   const std::function<void(const Document&)>& take) {
  Walked walked;
  const auto reader = read::make_reader(corpus, {});
  while (auto d = reader->next()) {
    if (!d->error && !known(d->id)) {
      ++walked.passed_over;
      continue;
    }
    pipeline.analyze(*d);
    if (d->error) {
      print_failure(d->id, *d->error);
      ++walked.failed;
      continue;
    }
    take(*d);
    ++walked.taken;
  }
  return walked;
}

Walked each_labelled(const std::vector<std::string>& corpus, const Pipeline& pipeline, const learn::TopicLabels& labels, const TakeLabelled& take) {
  return walk_corpus(
      corpus, pipeline, [&](const std::string& id) { return labels.empty() || learn::labels_for(labels, id) != nullptr; },
      [&](const Document& d) { take(d, learn::labels_for(labels, d.id)); });
}

}  // namespace qogam::cli
