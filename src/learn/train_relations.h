// Training the finder of relations.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "lang/name_weights.h"
#include "learn/name_gold.h"
#include "learn/train_names.h"

namespace qogam::learn {

// A text with the names that may be ends of the relation.
struct RelationText {
  NameText heads, tails;  // the same text, its names of the one type and of the other
};

// The weights of ner::RelationFinder, learnt from all pairs of names that stand near each other (`relation`: as ner::RelationType::parse reads it): those in `relations` of the
// text are related. Of the options domain, tags and temperature are not used. Each epoch's outcome on `held_out` is told to
// `report`. The same input and seed give the same weights. Throws Error{Cause::usage} for a relation that is none.
lang::NameModel train_relations(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::vector<RelationText>& gold,
                                const std::vector<RelationText>& held_out, const std::string& relation, const NameTraining& options,
                                const std::function<void(const NameReport&)>& report);

}  // namespace qogam::learn
