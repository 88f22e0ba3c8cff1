// The stage that tells what an article is about.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs words and the title, gives topics with the cues found as evidence: the main one first, the others by their score. Cues and
// their weights are in models/common/topics. The score is how probable it is that the document is about the topic, by learnt weights
// (topic_judge.h); where the knowledge has none, s / (s + 4) of the sum s of its evidence. Topics that are not probable enough are left out;
// `min_score` (0..1) asks for all topics of that score instead. A topic without evidence is never given.
// What each sentence is about is given as well, as topics_in() has it. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_topics(const lang::Knowledge& knowledge, std::optional<double> min_score = std::nullopt);

// The topics whose cues stand in a span of the text, best first: for sentences, quotes and commitments.
std::vector<std::string> topics_in(const Document& document, const lang::Knowledge& knowledge, Span span);

}  // namespace qogam::extract
