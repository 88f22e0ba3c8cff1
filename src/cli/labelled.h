// Articles of a corpus with what labels say of them, for the verbs that learn from such.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "learn/topic_labels.h"
#include "qogam/pipeline.h"

namespace qogam::cli {

// What labels may name.
std::vector<std::string> topic_ids(const lang::Knowledge& knowledge);

// Labels from tables, gold files and folders. Throws Error{Cause::input} for a topic that the knowledge does not have where
// `known_only`, with "did you mean", and as learn::load_topic_labels() does.
learn::TopicLabels read_labels(const std::vector<std::string>& paths, const lang::Knowledge& knowledge, bool known_only);

// What became of the articles of a corpus.
struct Walked {
  std::size_t taken = 0, passed_over = 0, failed = 0;  // with labels; without; not to be read
};
// Analyses the articles in their order: those whose id is `known` go to `take`, others are passed over. A failure is printed.
Walked walk_corpus(const std::vector<std::string>& corpus, const Pipeline& pipeline, const std::function<bool(const std::string& id)>& known,
                   const std::function<void(const Document&)>& take);

using TakeLabelled = std::function<void(const Document&, const std::vector<std::string>* topics)>;

// Analyses the articles in their order and gives them to `take` with their topics. Where there are labels, articles without are passed over;
// without any labels all are taken, and `topics` is null. A failure is printed.
Walked each_labelled(const std::vector<std::string>& corpus, const Pipeline& pipeline, const learn::TopicLabels& labels, const TakeLabelled& take);

}  // namespace qogam::cli
