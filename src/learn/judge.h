// The questions that scoring asks of one document, one function a group of findings.
#pragma once

#include "learn/answer.h"
#include "learn/scorebook.h"
#include "learn/wording.h"

namespace qogam::learn {

// One document on the table. The functions below write into `book` and keep nothing.
struct Trial {
  Scorebook& book;
  const Wording& wording;
  const Answer& gold;
  const Answer& predicted;
};

// officials, officials.position, persons, ngos, ngos.representatives, state_bodies,
// housing_associations, locations
void judge_names(const Trial& trial);

// dates, dates.span, money
void judge_values(const Trial& trial);

// topics, topics.main
void judge_topics(const Trial& trial);

// quotes, quotes.speaker, commitments and what is asked of matched ones
void judge_speech(const Trial& trial);

// Which clauses are which commitments of gold: half of their words or so in common, or a clause inside a longer gold one.
Pairs pair_commitments(const Wording& wording, const std::vector<Pledge>& gold, const std::vector<std::string>& clauses);

// furniture, published, language
void judge_page(const Trial& trial);

// Keeps of several equal items the first: `same` is asked of a kept item and a new one.
template <class Item, class Same>
std::vector<Item> distinct(const std::vector<Item>& items, const Same& same) {
  std::vector<Item> out;
  for (const Item& item : items) {
    bool known = false;
    for (const Item& kept : out) known = known || same(kept, item);
    if (!known) out.push_back(item);
  }
  return out;
}

}  // namespace qogam::learn
