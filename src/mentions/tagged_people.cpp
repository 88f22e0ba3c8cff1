// Names of people by learnt weights, where rules found nothing.
#include "mentions/tagged_people.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace qogam::mentions {
namespace {

// The set of weights, what it calls people, and how far to trust it: as far as it was right on articles it had not seen.
constexpr const char* kSet = "names";
constexpr std::string_view kPeople[] = {"PER", "PERSON"};
constexpr double kConfidence = 0.75;

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

void TaggedPeople::add(Document& d, const lang::Inflector& inflector) const {
  std::vector<bool> taken(d.tokens.size(), false);
  for (const Mention& m : d.mentions)
    if (is_name(m)) std::fill(taken.begin() + m.tokens.first, taken.begin() + m.tokens.last, true);
  for (const auto& [language, tagger] : taggers_)
    for (const ner::TypedRange& r : tagger->tag(d)) {
      // A single word may be a street or a firm called after someone; who is named in full is found again by surname.
      if (r.tokens.size() < 2) continue;
      if (std::ranges::find(kPeople, tagger->types()[r.type]) == std::end(kPeople)) continue;
      if (std::find(taken.begin() + r.tokens.first, taken.begin() + r.tokens.last, true) != taken.begin() + r.tokens.last) continue;
      d.mentions.push_back({MentionType::person, d.span_of(r.tokens), r.tokens, inflector.person(d, r.tokens, case_of(d, r.tokens)), "", {}, kNone, kConfidence, "ner/names"});
    }
}

}  // namespace qogam::mentions
