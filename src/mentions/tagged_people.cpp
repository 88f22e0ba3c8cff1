// Names of people by learnt weights, where rules found nothing.
#include "mentions/tagged_people.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace qogam::mentions {
namespace {

// The set of weights, what it calls people, and how probable a name must be.
constexpr const char* kSet = "names";
constexpr std::string_view kPeople[] = {"PER", "PERSON"};
constexpr float kSureOfOneWord = 0.5F, kSureOfMore = 0.4F;

// The case that the words of a name have in their sentence, as the word tagger reads them; that of the last one where
// they do not agree.
Features case_of(const Document& d, TokenRange tokens) {
  Features common = feature::cases;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) common &= d.words[t].tag;
  return common != 0 ? common : d.words[tokens.last - 1].tag & feature::cases;
}

bool is_name(const Mention& m) {
  return m.type == MentionType::person || m.type == MentionType::organization || m.type == MentionType::location || m.type == MentionType::position;
}

}  // namespace

TaggedPeople::TaggedPeople(const lang::Knowledge& knowledge) : taggers_(ner::taggers_of(knowledge, kSet)) {}

std::vector<ner::TaggedName> TaggedPeople::find(const Document& d) const {
  std::vector<ner::TaggedName> people;
  for (const auto& [language, tagger] : taggers_)
    for (const ner::TaggedName& n : tagger->tag(d, ner::Tagger::Confidence::asked))
      if (std::ranges::find(kPeople, tagger->types()[n.type]) != std::end(kPeople)) people.push_back(n);
  return people;
}

void TaggedPeople::add(Document& d, const std::vector<ner::TaggedName>& names, Length length, const Namesakes& namesakes, const lang::Inflector& inflector) const {
  std::vector<bool> taken(d.tokens.size(), false);
  for (const Mention& m : d.mentions)
    if (is_name(m)) std::fill(taken.begin() + m.tokens.first, taken.begin() + m.tokens.last, true);
  const float sure = length == Length::one_word ? kSureOfOneWord : kSureOfMore;
  for (const ner::TaggedName& n : names) {
    const TokenRange r = n.tokens;
    if ((r.size() == 1) != (length == Length::one_word) || n.confidence < sure) continue;
    if (std::find(taken.begin() + r.first, taken.begin() + r.last, true) != taken.begin() + r.last || namesakes.is(r)) continue;
    d.mentions.push_back({MentionType::person, d.span_of(r), r, inflector.person(d, r, case_of(d, r)), "", {}, kNone, n.confidence, "ner/names"});
  }
}

}  // namespace qogam::mentions
