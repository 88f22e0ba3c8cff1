// How far the probabilities of a tagger of names are to be trusted.
#pragma once

#include <vector>

#include "lang/knowledge.h"
#include "lang/name_weights.h"
#include "learn/name_sentences.h"

namespace qogam::learn {

// The temperature, from 0.5 to 3, at which the names that `model` finds in texts it has not seen are as probable as they are
// right: that of the least log loss (temperature scaling, Guo et al. 2017, "On calibration of modern neural networks").
// 1 where it finds none. `language`: a base language.
double fitted_temperature(const lang::Knowledge& knowledge, lang::NameModel model, const SentenceReader& reader,
                          const std::vector<NameText>& texts, std::uint32_t language);

}  // namespace qogam::learn
