// The stage that tells what an article is about.
#pragma once

#include <memory>
#include <optional>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs words and the title, gives topics, best first, with the cues found as evidence. Cues and
// their weights are in models/common/topics. A topic's score is a
// falling sum of its cues, with those in the title counted more; topics below the threshold are left out.
// `min_score` (0..1) asks for all topics of that score instead. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_topics(const lang::Knowledge& knowledge, std::optional<double> min_score = std::nullopt);

// The topics whose cues stand in a span of the text, best first: for quotes and commitments.
std::vector<std::string> topics_in(const Document& document, const lang::Knowledge& knowledge, Span span);

}  // namespace qogam::extract
