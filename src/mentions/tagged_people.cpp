// Names of people by learnt weights, where rules found nothing.
#include "mentions/tagged_people.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "text/utf8.h"

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

// Whether a capitalised word may be of a person's name by itself: a name by its ending or by a list, or a word that nothing is known of.
// Abbreviations and words of the dictionary are so only beside such words.
bool may_name_people(const Document& d, std::uint32_t t, bool first) {
  constexpr Features kNames = feature::given | feature::surname | feature::patronymic;
  constexpr std::size_t kLongestAbbreviation = 4;  // letters
  const Word& w = d.words[t];
  if (!(w.features & feature::cap)) return false;
  if (w.features & feature::initial) return true;
  if ((w.features & feature::upper) && text::count_code_points(d.surface(d.tokens[t].span)) <= kLongestAbbreviation) return false;
  const auto known = [](const Analysis& a) { return a.lemma != 0 && !(a.features & feature::guessed); };
  const auto readings = std::span(d.analyses).subspan(w.first, w.count);
  if (std::ranges::any_of(readings, [&](const Analysis& a) { return known(a) && (a.features & kNames) != 0; })) return true;
  if ((w.tag & feature::proper) && !(w.features & feature::place)) return true;
  if (std::ranges::none_of(readings, known)) return true;
  return !first && (w.features & kNames) != 0;
}

std::vector<bool> may_name_people(const Document& d) {
  std::vector<bool> may(d.tokens.size(), false);
  for (const Sentence& s : d.sentences)
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) may[t] = may_name_people(d, t, t == s.tokens.first);
  return may;
}

bool is_name(const Mention& m) {
  return m.type == MentionType::person || m.type == MentionType::organization || m.type == MentionType::location || m.type == MentionType::position;
}

}  // namespace

TaggedPeople::TaggedPeople(const lang::Knowledge& knowledge) : taggers_(ner::taggers_of(knowledge, kSet)) {}

std::vector<ner::TaggedName> TaggedPeople::find(const Document& d) const {
  std::vector<ner::TaggedName> people;
  const std::vector<bool> sought = may_name_people(d);
  for (const auto& [language, tagger] : taggers_)
    for (const ner::TaggedName& n : tagger->tag_around(d, sought, ner::Tagger::Confidence::asked))
      if (std::ranges::find(kPeople, tagger->types()[n.type]) != std::end(kPeople)) people.push_back(n);
  return people;
}

void TaggedPeople::add(Document& d, const std::vector<ner::TaggedName>& names, Length length, const Namesakes& namesakes, lang::InflectionMemo& memo) const {
  std::vector<bool> taken(d.tokens.size(), false);
  for (const Mention& m : d.mentions)
    if (is_name(m)) std::fill(taken.begin() + m.tokens.first, taken.begin() + m.tokens.last, true);
  const float sure = length == Length::one_word ? kSureOfOneWord : kSureOfMore;
  for (const ner::TaggedName& n : names) {
    const TokenRange r = n.tokens;
    if ((r.size() == 1) != (length == Length::one_word) || n.confidence < sure) continue;
    if (std::find(taken.begin() + r.first, taken.begin() + r.last, true) != taken.begin() + r.last || namesakes.is(r)) continue;
    d.mentions.push_back({MentionType::person, d.span_of(r), r, memo.person(d, r, case_of(d, r)), "", {}, kNone, n.confidence, "ner/names"});
  }
}

}  // namespace qogam::mentions
